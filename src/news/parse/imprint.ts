import type { Masthead } from '../article.ts';
import { byline } from './html/bylines.ts';
import { isoDate } from './html/dates.ts';

/** Who wrote an article and when it was published, and the lines below that. */
export interface Imprinted {
  readonly imprint: Pick<Masthead, 'byline' | 'published'>;
  readonly text: readonly string[];
}

/** @param lines below a headline, as a newspaper's page copies: "By Ada Quill", "4 March 2031", then the text. */
export function readImprint(lines: readonly string[]): Imprinted {
  const imprint: { byline?: string; published?: string } = {};
  for (const [at, line] of lines.entries()) {
    const author = isByline(line) ? byline([line]) : undefined;
    const day = DAY.test(line) ? isoDate(line) : undefined;
    if (author !== undefined && imprint.byline === undefined) imprint.byline = author;
    else if (day !== undefined && imprint.published === undefined) imprint.published = day;
    else return { imprint, text: lines.slice(at) };
  }
  return { imprint, text: [] };
}

/** "By Ada Quill", "BY ADA QUILL and Bo Lund", "By Cy van Marsh, harbour correspondent"; not "By the sea". */
const BYLINE =
  /^(?:By|BY|by):? \p{Lu}[\p{L}.’'-]*(?: (?:de|del|van|von|der|al|bin|la|di|da))*(?: \p{Lu}[\p{L}.’'-]*)+(?:$|,| and | AND | & | \|)/u;
const MOST_BYLINE_WORDS = 12;

const isByline = (line: string): boolean =>
  BYLINE.test(line) && line.split(/\s+/).length <= MOST_BYLINE_WORDS && !/[.!?…:]$/.test(line);

/** "4 March 2031", "Published: Tuesday, March 4, 2031 at 8:30 a.m. GMT", "2031-03-04": a day, and nothing but a time. */
const DAY =
  /^(?:(?:first )?(?:published|posted|updated)(?: on)?:? )?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?(?:\d{1,2}(?:st|nd|rd|th)? \p{L}{3,9}\.?,? \d{4}|\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{4}-\d{2}-\d{2})(?:,?(?: at)? \d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [a-z]{2,5})?)?$/iu;
