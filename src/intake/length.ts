import type { Article } from '../news/article.ts';

/** Characters of the longest article: two novels. */
const LONGEST_TEXT = 1_000_000;
/** A live blog of a week has some thousand. */
const MOST_PARAGRAPHS = 20_000;

/** Why an article is too long to be read while people wait; undefined where it is not. */
export function overlength({ text: { length }, sections }: Article): string | undefined {
  if (length > LONGEST_TEXT)
    return `expected an article of at most ${LONGEST_TEXT.toLocaleString('en')} characters, got ${length.toLocaleString('en')}. Split it up.`;
  const paragraphs = sections.reduce((sum, section) => sum + 1 + section.paragraphs.length, 0);
  return paragraphs <= MOST_PARAGRAPHS
    ? undefined
    : `expected an article of at most ${MOST_PARAGRAPHS.toLocaleString('en')} paragraphs, got ${paragraphs.toLocaleString('en')}. Split it up.`;
}
