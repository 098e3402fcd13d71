import type { Look } from './comparison.ts';
import type { Grade } from './news/quotations/quotation.ts';
import type { Strength } from './reply.ts';

/** Our own words around the articles', the same on every face. */

export const STRENGTH: Readonly<Record<Strength, string>> = {
  strong: 'strong match',
  fair: 'fair match',
  weak: 'weak match',
  nearest: 'nearest passage, not an answer',
};

/** What the marks in a comparison mean. */
export const LOOKS: Readonly<Record<Look, string>> = {
  missing: 'left out of the words given',
  added: 'not in the article',
};

/** Beside what somebody said that does not stand between marks; it may hold words that do. */
export const REPORTED = 'reported speech';

/** "told" and "Politico" → "told Politico". The colon of "Quill: “…”" is a cue too, but says nothing. */
export const saidHow = (parts: readonly string[]): string =>
  parts.filter((part) => /[\p{L}\p{N}]/u.test(part)).join(' ');

/** "12 quotations · 3 reported": words between marks and reported ones are counted apart. */
export function statementCount({ quotations, reported }: { quotations: number; reported: number }): string {
  return [
    ...(quotations === 0 && reported > 0 ? [] : [counted(quotations, 'quotation')]),
    ...(reported === 0 ? [] : [`${reported} reported`]),
  ].join(' · ');
}

export const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;

/** "a", "a and b", "a, b and c". */
export const listed = (things: readonly string[]): string =>
  things.length < 2 ? things.join('') : `${things.slice(0, -1).join(', ')} and ${things.at(-1)}`;

/** How the speaker was recognised; `mention` is the word that stands at the quotation: "he". */
export function gradeInWords(grade: Grade, mention: string | undefined): string {
  switch (grade) {
    case 'named':
      return 'named';
    case 'pronoun':
      return mention === undefined ? 'through a pronoun' : `through a pronoun (“${mention}”)`;
    case 'inferred':
      return 'inferred';
    case 'unknown':
      return 'speaker unknown';
  }
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2025-02-16T09:30:00Z` → `16 Feb 2025`: the publisher's day, whatever the time zone here. */
export function writtenDate(published: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?(?:T|\s|$)/.exec(published) ?? [];
  const name = MONTHS[Number(month) - 1];
  if (year === undefined || name === undefined) return published;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}
