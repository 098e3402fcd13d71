import type { Article, Span } from '../news/article.ts';
import type { Quotation } from '../news/quotations/quotation.ts';

/** A run of words in a comparison: *kept* is given and true, *missing* is true and was not given, *added* is given and not true. */
export type Run =
  | { readonly kind: 'kept' | 'missing'; readonly span: Span }
  | { readonly kind: 'added'; readonly text: string };

/** Words given, laid along an article's. */
export interface Match {
  readonly article: Article;
  /** Whose words they are, or nearly: several where they follow one another. Empty in running text. */
  readonly quotations: readonly Quotation[];
  /** What is shown, whole: all spans of the quotations, or the sentences that hold the words. In order. */
  readonly shown: readonly Span[];
  /** In order; what is shown before the first and after the last was not asked about. */
  readonly runs: readonly Run[];
  /** From the first to the last of the true words. */
  readonly at: Span;
}

/** *whole*: all of a quotation; *part*: a stretch of it; *cut*: with words left out where "…" stands. */
export type Extent = 'whole' | 'part' | 'cut';

interface Found {
  readonly match: Match;
  /** Other articles that have the very words. */
  readonly also: readonly Article[];
}

/** Whether words are a real quotation. */
export type Verdict = {
  /** What was looked for: all that was given or, where that is a sentence with a quotation in it, the quotation. */
  readonly words: string;
} & (
  | (Found & {
      readonly kind: 'exact';
      readonly extent: Extent;
      /** A word that turns the sense around ("not") in the sentence they were taken from, which they are without. */
      readonly without: Span | null;
    })
  | (Found & { readonly kind: 'altered' })
  /** A speaker was named, and the words, or nearly the words, are another's: as surely as the quotation's grade. */
  | (Found & { readonly kind: 'somebody-else'; readonly altered: boolean })
  /** The words, or nearly the words, are the article's own. */
  | (Found & {
      readonly kind: 'not-speech';
      readonly altered: boolean;
      /** *none*: nobody is quoted with any of it; *partly*: some of it is between marks; *reported*: somebody is said to have said it, without marks. */
      readonly said: 'none' | 'partly' | 'reported';
    })
  | { readonly kind: 'not-found'; readonly nearest: Match | null }
);
