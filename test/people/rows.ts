import { type Article, buildArticle, type Span } from '../../src/news/article.ts';
import type { Quotation, QuotationKind } from '../../src/news/quotations/quotation.ts';

/** An article of a few paragraphs and nothing else. */
export const articleOf = (id: string, ...paragraphs: readonly string[]): Article =>
  buildArticle(id, { headline: `News of ${id}` }, [{ paragraphs }]);

/** The place of some words in an article; they must be there. */
export function placeOf(article: Article, words: string): Span {
  const start = article.text.indexOf(words);
  if (start < 0) throw new Error(`“${words}” is not in ${article.id}`);
  return { start, end: start + words.length };
}

interface Told {
  readonly by?: string;
  readonly mention?: string;
  readonly role?: string;
  readonly cue?: string;
  readonly kind?: QuotationKind;
}

/** A quotation as the extractor would give it. */
export function rowOf(article: Article, words: string, { by, mention, role, cue, kind = 'direct' }: Told) {
  const place = (part: string | undefined): Span | null =>
    part === undefined ? null : placeOf(article, part);
  const name = place(by);
  const row: Quotation = {
    article: article.id,
    spans: [placeOf(article, words)],
    kind,
    speaker: name === null ? null : { name, mention: place(mention ?? by), role: place(role) },
    grade: name === null ? 'unknown' : 'named',
    cue: place(cue),
    venue: null,
    confidence: 0.9,
  };
  return row;
}

export const byId = (...articles: readonly Article[]): ReadonlyMap<string, Article> =>
  new Map(articles.map((article) => [article.id, article]));
