import type { Masthead } from '../article.ts';
import { byline } from './html/bylines.ts';
import { DAY, isoDate } from './html/dates.ts';
import { type Part, partIn } from './imprint-parts.ts';
import { isNewspaper } from './newspapers.ts';

/** What the lines beside a headline say: who wrote an article, which newspaper printed it, and when. */
export type Imprint = Pick<Masthead, 'byline' | 'publisher' | 'published'>;

/** In UTF-16 units. */
const LONGEST = 160;

const DATE = new RegExp(String.raw`\b(?:${DAY})\b`, 'gi');
/** Stands for a date while a line is parted, since dates have commas of their own. */
const THERE = '\uE000';
const BAR = /\s*[|•·]\s*|\s+[–—/-]\s+/;
const COMMA = /[,;]\s+/;

/**
 * "By Ada Quill | 4 March 2031", "The Sound Gazette, 4 March 2031", "Last updated: Tue 4 Mar 2031 8.30 GMT": a line
 * of which every part is a name, a newspaper, a place, a day or an hour. Names without "By" need a day beside them.
 *
 * @returns undefined for any other line; an empty imprint for one that tells nothing, such as "04/03/2031", which is
 * April or March.
 */
export function imprintIn(line: string): Imprint | undefined {
  const text = line.replace(/\s+/g, ' ').trim();
  if (text.length > LONGEST || isClosed(text)) return undefined;
  const days = text.match(DATE) ?? [];
  const groups = text.replace(DATE, THERE).split(BAR).map(partsOf);
  const parts = groups.flatMap((group) => group ?? []);
  const isSigned = parts.some(({ is, text }) => is === 'author' && (days.length > 0 || text.includes(' ')));
  if (groups.includes(undefined) || (days.length === 0 && !isSigned)) return undefined;
  const author = groups.map((group) => byline([namesIn(group ?? [])])).find((names) => names !== undefined);
  const publisher = parts.find(({ is }) => is === 'newspaper')?.text;
  return said(author, publisher, days.map(isoDate));
}

/** The parts of what stands between two bars; undefined where one is not of an imprint. */
function partsOf(group: string): readonly Part[] | undefined {
  const parts = group
    .split(COMMA)
    .flatMap((part) => (part.includes(THERE) ? part.split(THERE).map(besideDate) : [partIn(part)]));
  const known = parts.filter((part) => part !== undefined);
  const isWhole = known.length === parts.length;
  const isOfNobody = known[0]?.is !== 'author' && known.some(({ is }) => is === 'role');
  return isWhole && !isOfNobody ? known : undefined;
}

/** "Published on", "by Ada Quill"; not "What happens on", nor a name that nothing sets off. */
function besideDate(text: string): Part | undefined {
  const part = partIn(text.trim());
  return part?.is === 'author' || part?.is === 'aside' ? part : undefined;
}

const namesIn = (parts: readonly Part[]): string =>
  parts
    .filter(({ is }) => is === 'author' || is === 'name' || is === 'role')
    .map(({ text }) => text)
    .join(', ');

/** Closed as a sentence is, or as a line that announces the next. */
const isClosed = (text: string): boolean => /[.!?…:]["”’)\]]*$/.test(text) && !/[ap]\.m\.$/.test(text);

/** Of several days the first is when it was published: what was touched later was published before. */
function said(
  author: string | undefined,
  publisher: string | undefined,
  days: readonly (string | undefined)[],
): Imprint {
  const published = days.filter((day) => day !== undefined).toSorted()[0];
  return {
    ...(author !== undefined && { byline: author }),
    ...(publisher !== undefined && { publisher }),
    ...(published !== undefined && { published }),
  };
}

/** An article's imprint, and the lines that are none of it. */
export interface Imprinted {
  readonly imprint: Imprint;
  readonly text: readonly string[];
}

/** @param lines below a headline, as a newspaper's page copies: "By Ada Quill", "4 March 2031", then the text. */
export function readImprint(lines: readonly string[]): Imprinted {
  const isImprint = (line: string | undefined): boolean =>
    line !== undefined && imprintIn(line) !== undefined;
  let imprint: Imprint = {};
  let at = 0;
  for (const line of lines) {
    // A newspaper's name stands for itself only beside a name or a day.
    const isNamed = isNewspaper(line) && (isImprint(lines[at + 1]) || isImprint(lines[at - 1]));
    const one = imprintIn(line) ?? (isNamed ? { publisher: line } : undefined);
    if (one === undefined) break;
    imprint = together(imprint, one);
    at++;
  }
  return { imprint, text: lines.slice(at) };
}

/** A day and not a word more. */
export const isDay = (line: string): boolean => line !== '' && line.replace(DATE, '').trim() === '';

/** What is said first holds; of two days the earlier. */
export const together = (one: Imprint, other: Imprint): Imprint =>
  said(one.byline ?? other.byline, one.publisher ?? other.publisher, [one.published, other.published]);
