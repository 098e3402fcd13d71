import type {
  Gone as ArticleGone,
  Kept as ArticleKept,
  Refused as ArticleRefused,
  FeedCount,
} from '../librarian.ts';

/** An article that is in the corpus now, or would be without `dryRun`. */
export interface Kept extends ArticleKept {
  /** What was asked for: an address, a file; of a feed's article, its own address. */
  readonly reference: string;
  /** Of an added article: the file of another that has the same headline. Perhaps an earlier version of it. */
  readonly namesake?: string;
}

/** Nothing was changed for it. */
export interface Refused extends ArticleRefused {
  /** What can be done about it at the command line: whole sentences. */
  readonly advice?: string;
}

/** The page of an article is no more (404, 410). The article is kept. */
export interface Gone extends ArticleGone {
  readonly reference: string;
}

/** Worth telling, and no article's outcome: what was passed over, what was made. */
export interface Noted {
  readonly kind: 'noted';
  readonly reference: string;
  readonly what: string;
  readonly advice?: string;
  /** Of a feed whose entries are not all looked at. */
  readonly feed?: FeedCount;
}

export type Outcome = Kept | Refused | Gone | Noted;

export const refused = (reference: string, why: string, advice?: string): Refused => ({
  kind: 'refused',
  reference,
  why,
  ...(advice !== undefined && { advice }),
});
export const noted = (reference: string, what: string, advice?: string): Noted => ({
  kind: 'noted',
  reference,
  what,
  ...(advice !== undefined && { advice }),
});
