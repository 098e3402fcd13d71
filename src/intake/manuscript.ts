import type { Article } from '../news/article.ts';
import type { Feed } from '../news/parse/feed.ts';
import type { ParseProblem } from '../news/parse/masthead.ts';

/** Something that is to be read in the worker. Plain data: it crosses from one thread to another. */
export interface Manuscript {
  /** The `name` of a row of `FORMATS`. */
  readonly format: string;
  /** What its file is called, without the ending: the headline where the text has none. */
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly charset?: string;
  readonly url?: string;
}

/** What was read. */
export type Reading =
  | { readonly kind: 'article'; readonly article: Article }
  | { readonly kind: 'feed'; readonly feed: Feed }
  | Unreadable;

export interface Unreadable {
  readonly kind: 'unreadable';
  readonly code?: ParseProblem;
  readonly why: string;
  /** The reader has failed, and not on what it read: another time it may not. */
  readonly mayPass?: true;
  /** A feed that a page names which is no article itself. */
  readonly feed?: string;
}
