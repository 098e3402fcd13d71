import { wordsIn } from '../../words-in.ts';
import type { Block } from './blocks.ts';
import { isCrosshead, isLinkedHeading } from './crossheads.ts';
import { isNotice } from './notices.ts';
import { isOfService } from './offers.ts';
import { around, isItem, isWithin } from './place.ts';
import { isBrief, isProse } from './prose.ts';
import type { Selection } from './selection.ts';
import { type Tally, tally } from './tally.ts';
import { type Element, holds } from './tree.ts';

/*
 * Boxes headed "Related stories" in the middle of a story. Whatever their headings say, what they hold decides: a
 * sentence that is no link is the story's again, unless it stands with its heading in a box of their own.
 */

/** From end to end the heading of a box, never of a story's part. */
const LABEL =
  /^(?:related(?: (?:stories|articles|topics|coverage|content|news|links))?|read (?:more|next|also)|more (?:stories|news|coverage|like this)|recommended(?: for you| stories| reading)?|(?:most|also) (?:read|popular|viewed)|newsletters?|sign up(?: now| here)?|share(?: this)?(?: article| story)?|share your (?:thoughts|views|story|stories)|topics?|tags|advertisement|subscribe(?: now)?|you (?:may|might) (?:also )?(?:like|be interested in)(?: this| these)?|what to read next|latest(?: news| stories)?|trending(?: now)?|up next|popular(?: now)?|editor[’']?s[’']? picks?|follow us(?: on .*)?|our (?:apps?|newsletters?)|around the web|from the web|sponsored(?: content)?|promoted(?: stories| content)?|in this section|don[’']t miss|explore more(?: on these topics)?|top stories|contact us|listen and subscribe|follow related (?:authors|topics).*)\s*:?$/i;

/** What such headings begin with, as those of a story may: "More on the harbour", "Share of the costs". */
const BEGINNING =
  /^(?:read more|more (?:from|on|in|about)|recommended|sign up|subscribe|share|get|explore more|follow us|support (?:our|independent)|(?:most|also) (?:read|popular|viewed)|you (?:may|might))\b/i;

/** What stands below is told by others, or of the author. */
const AFTERWORD =
  /^(?:about the (?:author|writer|reporter)s?|(?:\d+ )?comments?|join the (?:conversation|discussion)|have your say|leave a (?:comment|reply))\s*:?$/i;

const LONGEST_HEADING = 10;

/** A page with more boxes of a kind is no story. */
const MOST_BOXES = 100;

/** No box has more of a story's words. */
const MOST = 0.4;

/** Of a line that is a link but for a word or two. */
const MOSTLY = 0.6;

/** What stands below the headline of another story. In words. */
const LONGEST_TEASER = 60;

type IsElsewhere = (href: string) => boolean;

/** Which of a story's blocks are such headings, and what they own. */
export function headedBoxes(
  page: Element,
  { container, blocks }: Selection,
  isElsewhere: IsElsewhere,
): ReadonlySet<Block> {
  const inside = tally(page, blocks);
  const most = inside.words(page) * MOST;
  const dropped = new Set<Block>();
  blocks
    .map((block, index) => ({ block, index }))
    .filter(({ block }) => isBoxHeading(block))
    .slice(0, MOST_BOXES)
    .forEach(({ block, index }) => {
      const wrapper = ownWrapper(block, blocks, inside, container);
      const isWrapped = wrapper !== undefined && inside.words(wrapper) < most;
      if (!isWrapped && !isCrosshead(block) && !LABEL.test(block.text)) return;
      const owned = isWrapped
        ? blocks.slice(index, index + inside.blocks(wrapper))
        : blocks.slice(index, endOfBox(blocks, index, isElsewhere, most));
      if (isBox(owned, isElsewhere)) for (const one of owned) dropped.add(one);
    });
  return dropped;
}

const isBoxHeading = (block: Block): boolean =>
  wordsIn(block.text) <= LONGEST_HEADING &&
  !isItem(block) &&
  [LABEL, BEGINNING, AFTERWORD].some((heading) => heading.test(block.text)) &&
  (isCrosshead(block) || isBrief(block, LONGEST_HEADING));

/** The smallest box around a heading and something else, where the heading stands first in it. */
function ownWrapper(
  heading: Block,
  blocks: readonly Block[],
  inside: Tally,
  container: Element,
): Element | undefined {
  const box = around(heading.place, (outer) => inside.blocks(outer) > 1);
  if (box === undefined || holds(box, container.number)) return undefined;
  return blocks.find(({ place }) => isWithin(place, box)) === heading ? box : undefined;
}

/** A label from end to end heads a box in any case; other headings only where no sentence of the story follows. */
function isBox([heading, ...owned]: readonly Block[], isElsewhere: IsElsewhere): boolean {
  if (heading === undefined) return false;
  if (LABEL.test(heading.text) || AFTERWORD.test(heading.text)) return true;
  return owned.length > 0 && !owned.some((block, index) => isTold(block, owned[index - 1], isElsewhere));
}

/** Whether a block tells something by itself, and not what a link above it leads to. */
const isTold = (block: Block, before: Block | undefined, isElsewhere: IsElsewhere): boolean =>
  isProse(block.text) &&
  block.linked < MOSTLY &&
  !isNotice(block) &&
  !isOfService(block) &&
  !(before !== undefined && isLinkedHeading(before, isElsewhere));

/** Where a box ends that has no element of its own: at the next heading, or before the first sentence of the story. */
function endOfBox(blocks: readonly Block[], heading: number, isElsewhere: IsElsewhere, most: number): number {
  const rest = blocks.slice(heading + 1);
  const words = rest.reduce((sum, { text }) => sum + wordsIn(text), 0);
  if (AFTERWORD.test(blocks[heading]?.text ?? '') && words < most) return blocks.length;
  let [at, teasers] = [heading + 1, 0];
  for (let block = blocks[at]; block !== undefined; block = blocks[++at]) {
    if (isLinkedHeading(block, isElsewhere)) {
      const [teaser, next] = [blocks[at + 1], blocks[at + 2]];
      const isLast = next === undefined && teasers > 0;
      if (isTeaser(teaser) && (isLast || (next !== undefined && isLinkedHeading(next, isElsewhere)))) {
        teasers++;
        at++;
      }
    } else if (isCrosshead(block) || !isOfBox(block)) break;
  }
  return at;
}

const isTeaser = (block: Block | undefined): boolean =>
  block !== undefined && !isCrosshead(block) && wordsIn(block.text) <= LONGEST_TEASER;

const isOfBox = (block: Block): boolean =>
  block.linked > MOSTLY || isBrief(block, 14) || isNotice(block) || isOfService(block);
