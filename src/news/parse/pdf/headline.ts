import { wordsIn } from '../../words-in.ts';
import { DAY } from '../html/dates.ts';
import { imprintIn } from '../imprint.ts';
import { isNewspaper } from '../newspapers.ts';
import { isClosed, isNear, readsLikeHeading } from './type.ts';

/** A paragraph or a heading with its lines made one. */
export interface Passage {
  readonly text: string;
  /** Counts from 0. */
  readonly page: number;
  /** Of its letters, in points. */
  readonly size: number;
  /** Larger than the running text, or smaller. */
  readonly isLarge: boolean;
  readonly isSmall: boolean;
  readonly isHeading: boolean;
}

/** In UTF-16 units. */
const LONGEST_HEADLINE = 250;
const SHORTEST_PARAGRAPH = 60;

/**
 * Which passage is the headline. It stands above the first paragraph, which need not be on the first page: the one
 * that the PDF's own title names (a title that stands nowhere is a file's name or a program's), else the largest,
 * else a first line that reads like one.
 */
export function headlineAmong(passages: readonly Passage[], title: string | undefined): number | undefined {
  const first = passages.findIndex(isParagraph);
  const start = first < 0 ? passages.length : first;
  const page = passages[first]?.page ?? passages[0]?.page ?? 0;
  const able = passages.map((passage, at) => ({ ...passage, at })).filter((one) => isAble(one, page));
  const here = able.filter((one) => one.page === page);
  const large = [here.filter(({ at }) => at < start), here, able]
    .map((some) => some.filter(({ isLarge }) => isLarge))
    .find((some) => some.length > 0);
  return (
    namedBy(title ?? '', able, start, large?.[0]?.size ?? 0) ??
    largestOf(large ?? [], passages) ??
    able.slice(0, 1).find(({ text }) => passages.length > 1 && readsLikeHeading(text))
  )?.at;
}

interface Candidate extends Passage {
  /** Which of the passages. */
  readonly at: number;
}

const isParagraph = ({ text, isHeading, isLarge, isSmall }: Passage): boolean =>
  !isHeading && !isLarge && !isSmall && text.length >= SHORTEST_PARAGRAPH && isClosed(text);

const isAble = ({ text, page }: Passage, last: number): boolean =>
  page <= last && text.length <= LONGEST_HEADLINE && /\p{L}{2}/u.test(text) && imprintIn(text) === undefined;

/** Named by the PDF's title, and above the first paragraph or no smaller than what stands there. */
const namedBy = (title: string, able: readonly Candidate[], start: number, size: number) =>
  able
    .filter(
      (one) => (one.at < start || one.size >= size || isNear(one.size, size)) && isNamedBy(title, one.text),
    )
    .reduce<Candidate | undefined>(
      (most, one) => (most !== undefined && most.size >= one.size ? most : one),
      undefined,
    );

/** Of so many, one is a headline if any is. */
const MOST_CANDIDATES = 20;

/** The largest that is neither the newspaper's name, which is set larger than any headline, nor somebody's words. */
function largestOf(large: readonly Candidate[], passages: readonly Passage[]): Candidate | undefined {
  const bySize = large.toSorted((one, other) => other.size - one.size).slice(0, MOST_CANDIDATES);
  const headlines = bySize.filter((one) => !isNameplate(one, bySize, passages));
  return headlines.find(({ text }) => !/^["“«„‘].*["”»“’]$/s.test(text)) ?? headlines[0] ?? bySize[0];
}

/** The name of the newspaper above a headline. */
export function nameplateAbove(passages: readonly Passage[], at: number | undefined): string | undefined {
  const headline = at === undefined ? undefined : passages[at];
  if (at === undefined || headline === undefined) return undefined;
  const below = [{ ...headline, at }];
  return passages
    .slice(0, at)
    .find((one, index) => one.isLarge && isNameplate({ ...one, at: index }, below, passages))?.text;
}

/** How far below a nameplate, in passages, the day stands. */
const DAY_WITHIN = 3;
const LONGEST_DATE_LINE = 100;
const A_DAY = new RegExp(String.raw`\b(?:${DAY})\b`, 'i');

/** "The Quay", "Tuesday, 4 March 2031 | Page A1", then a headline, which has more words. */
function isNameplate(one: Candidate, large: readonly Candidate[], passages: readonly Passage[]): boolean {
  if (isNewspaper(one.text)) return true;
  const lines = passages.slice(one.at + 1, one.at + 1 + DAY_WITHIN);
  const day = lines.findIndex(
    ({ text, isLarge }) => !isLarge && text.length < LONGEST_DATE_LINE && A_DAY.test(text),
  );
  if (day < 0) return false;
  return large.some(({ at, text }) => at > one.at + 1 + day && wordsIn(text) > wordsIn(one.text));
}

/** "Ferry sinks in harbour – The Harbour Post" names "Ferry sinks in harbour". */
function isNamedBy(title: string, text: string): boolean {
  const [named, words] = [lettersOf(title), lettersOf(text)];
  if (words === '') return false;
  return named === words || (words.split(' ').length >= 3 && named.startsWith(`${words} `));
}

/** "Ferry sinks in harbour – The Harbour Post": what a browser writes of a page that it prints. */
export function publisherIn(title: string | undefined, headline: Passage | undefined): string | undefined {
  const [, named = '', publisher] = /^(.+?)\s+[|–—-]\s+(\p{Lu}[^|–—]{1,40})$/u.exec(title ?? '') ?? [];
  return lettersOf(named) === lettersOf(headline?.text ?? '') ? publisher : undefined;
}

const lettersOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
