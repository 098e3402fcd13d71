import { type Article, type ArticleId, type Span, textAt } from '../news/article.ts';

/** Of the pairs of words in a sentence: an edit that leaves one out makes one that is new. */
const LEAST_PAIRS = 0.9;

/**
 * Whether stretches of an article say nothing that the article which stands for it does not say too: all of their words
 * stand there, and nearly all of them beside one another. "At least twelve" tells more than "at least eight", in
 * whatever sentence, and so does one that is only in the copy.
 *
 * @param tellers of each copy, which article stands for it.
 */
export function createRetelling(tellers: ReadonlyMap<ArticleId, Article>) {
  const known = new Map<string, boolean>();
  let read: { readonly teller: Article; readonly words: string } | undefined;
  const wordsOf = (teller: Article): string => {
    if (read?.teller !== teller) read = { teller, words: spaced(teller.text) };
    return read.words;
  };
  return (article: Article, spans: readonly Span[]): boolean => {
    const teller = tellers.get(article.id);
    if (teller === undefined) return false;
    return spans.every((span) => {
      const key = `${article.id}#${span.start}-${span.end}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      const text = textAt(article, span);
      const isRetold = teller.text.includes(text) || says(wordsOf(teller), spaced(text));
      known.set(key, isRetold);
      return isRetold;
    });
  };
}

/** The words of a text, folded, one blank before and after each. */
const spaced = (text: string): string =>
  ` ${text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}\p{M}]+/gu)
    ?.join(' ')} `;

function says(whole: string, part: string): boolean {
  const words = part.trim().split(' ');
  if (!words.every((word) => whole.includes(` ${word} `))) return false;
  const pairs = words.slice(1).map((word, at) => ` ${words[at]} ${word} `);
  return pairs.filter((pair) => whole.includes(pair)).length >= LEAST_PAIRS * pairs.length;
}
