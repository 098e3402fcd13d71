import type { Contents } from './contents.ts';
import { ParseError } from './masthead.ts';

/** What a feed says of one article. */
export interface FeedEntry {
  /** Absolute; where the article is published. */
  readonly url?: string;
  readonly headline?: string;
  readonly byline?: string;
  /** ISO 8601. */
  readonly published?: string;
  /** The article, or the beginning of it, as HTML: the fullest text that the feed gives. */
  readonly html?: string;
}

export interface Feed {
  /** The feed's own name. */
  readonly title?: string;
  /** In the feed's order. */
  readonly entries: readonly FeedEntry[];
}

/** RSS, Atom or JSON Feed → what it announces. */
export function readFeed(_contents: Contents): Feed {
  throw new ParseError('feeds cannot be read yet');
}
