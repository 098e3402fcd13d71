import { imprintIn } from '../imprint.ts';
import type { Block } from './blocks.ts';
import { isItem } from './place.ts';
import { isBrief } from './prose.ts';

/* Lines of a masthead: who wrote a story and when. Above its first sentence they stand for themselves. */

/** "By Ada Quill", where it is no sentence. */
const BYLINE = /^(?:by|By|BY):? [\p{Lu}\p{Lo}]/u;

/** "By Ada Quill and Bo Lund": two names at least, and nothing else. "By Monday" heads a part of a story. */
const NAMES = /^(?:by|By|BY):? \p{Lu}[\p{L}.’'-]*(?:(?:,? and |, | )\p{Lu}[\p{L}.’'-]*){1,9}$/u;

const TOUCHED =
  /^(?:first |originally )?(?:published|updated|posted|issued|modified|last (?:updated|modified|edited))\b.*\d/i;

const DATED =
  /^(?:\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?$|(?:\w{3,9},? )?\w{3,9}\.? \d{1,2}, \d{4}|(?:\w{3,9},? )?\d{1,2} \w{3,9} \d{4})/i;

/** Whether a line above a story is of its masthead. */
export const isAboveStory = (block: Block): boolean =>
  isOfMasthead(block) ||
  (block.level === 0 &&
    !isItem(block) &&
    (imprintIn(block.text) !== undefined ||
      (DATED.test(block.text) && isBrief(block, 10)) ||
      (BYLINE.test(block.text) && isBrief(block, 14))));

/** Whether a line is of a masthead wherever it stands: a date in bold may be a heading of a story that tells of days. */
export const isOfMasthead = (block: Block): boolean =>
  block.level === 0 &&
  (block.timed > 0.99 ||
    (!isItem(block) && ((TOUCHED.test(block.text) && isBrief(block, 10)) || NAMES.test(block.text))));
