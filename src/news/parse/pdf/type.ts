import type { Line } from './printed.ts';

/** In what the running text of an article is set. */
export interface Body {
  /** In points. */
  readonly size: number;
  readonly fonts: ReadonlySet<string>;
}

/** Most letters are the body's. A program may name its font anew on every page. */
export function bodyOf(pages: readonly (readonly Line[])[]): Body {
  const size = mostLetters(pages.flat(), (line) => roundSize(line.size)) ?? 10;
  const fonts = pages
    .map((lines) => lines.filter((line) => roundSize(line.size) === size))
    .map((lines) => mostLetters(lines, ({ font }) => font));
  return { size, fonts: new Set(fonts.filter((font) => font !== undefined)) };
}

/** To half a point: what a program scales is seldom exact. */
const roundSize = (size: number): number => Math.round(size * 2) / 2;

function mostLetters<Key>(lines: readonly Line[], keyOf: (line: Line) => Key): Key | undefined {
  const letters = new Map<Key, number>();
  for (const line of lines) letters.set(keyOf(line), (letters.get(keyOf(line)) ?? 0) + line.text.length);
  return [...letters].reduce<readonly [Key | undefined, number]>(
    (most, one) => (one[1] > most[1] ? one : most),
    [undefined, 0],
  )[0];
}

/** Sizes closer than this are meant to be one. */
export const LARGER = 1.08;

export const isLarger = (line: Line, body: Body): boolean => line.size > LARGER * body.size;

export const isSmaller = (line: Line, body: Body): boolean => LARGER * line.size < body.size;

/** Set apart from the running text, by its size or its font. */
export const standsOut = (line: Line, body: Body): boolean =>
  isLarger(line, body) || (!body.fonts.has(line.font) && line.size > body.size / LARGER);

export const isNear = (one: number, other: number): boolean =>
  Math.max(one, other) < LARGER * Math.min(one, other);

const LONGEST_HEADING = 120;
const MOST_HEADING_WORDS = 16;

/** Words as a heading has them: short, unquoted, and not closed like a sentence. */
export function readsLikeHeading(text: string): boolean {
  if (text.length > LONGEST_HEADING || text.split(' ').length > MOST_HEADING_WORDS) return false;
  return /^[\p{Lu}\p{N}]/u.test(text) && /\p{L}/u.test(text) && !/[.!:;,…”"’)-]$/u.test(text);
}

/** Whether a sentence, or a part of one that a paragraph can end with, ends here. */
export const isClosed = (text: string): boolean => /[.!?…:]["”’)\]]*$/u.test(text);
