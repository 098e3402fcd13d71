import type { Grade } from './news/quotations/quotation.ts';
import type { Strength } from './reply.ts';

/** Our own words around the articles', the same on every face. */

export const STRENGTH: Readonly<Record<Strength, string>> = {
  strong: 'strong match',
  fair: 'fair match',
  weak: 'weak match',
  nearest: 'nearest passage, not an answer',
};

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
