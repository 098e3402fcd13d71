import type { ArticleId } from '../news/article.ts';

/** An article that is in the corpus now, or would be without `dryRun`. */
export interface Kept {
  readonly kind: 'added' | 'updated' | 'unchanged';
  /** What was asked for: an address, a file; of a feed's article, its own address. */
  readonly reference: string;
  readonly id: ArticleId;
  /** Its file, from the corpus directory. */
  readonly file: string;
  readonly headline: string;
  /** Of an updated article: how many paragraphs are new or were rewritten, or else were dropped. */
  readonly changedParagraphs?: number;
  /** Of an added article: the file of another that has the same headline. Perhaps an earlier version of it. */
  readonly namesake?: string;
}

/** Nothing was changed for it. */
export interface Refused {
  readonly kind: 'refused';
  readonly reference: string;
  /** What was expected, what was got and what to do, without the reference. */
  readonly why: string;
}

/** The page of an article is no more (404, 410). The article is kept. */
export interface Gone {
  readonly kind: 'gone';
  readonly reference: string;
  readonly id: ArticleId;
  readonly file: string;
  readonly headline: string;
}

/** Worth telling, and no article's outcome: what was passed over, what was made. */
export interface Noted {
  readonly kind: 'noted';
  readonly reference: string;
  readonly what: string;
}

export type Outcome = Kept | Refused | Gone | Noted;

export const refused = (reference: string, why: string): Refused => ({ kind: 'refused', reference, why });
export const noted = (reference: string, what: string): Noted => ({ kind: 'noted', reference, what });
