import { withoutTrackers } from '../canonical-url.ts';
import type { Contents } from './contents.ts';
import { webAddress } from './feed/address.ts';
import type { Announced, AnnouncedEntry } from './feed/announced.ts';
import { readByline } from './feed/byline.ts';
import { readDate } from './feed/dates.ts';
import { decodeFeed } from './feed/decode.ts';
import { dialectOf, LARGEST_FEED, LARGEST_JSON_FEED, looksLikeJson } from './feed/dialect.ts';
import { newspaperOf } from './feed/newspaper.ts';
import { readAnnounced } from './feed/read.ts';
import { withShared } from './feed/shared.ts';
import { describe, ParseError } from './masthead.ts';

export { LARGEST_FEED, looksLikeFeed } from './feed/dialect.ts';

export const MOST_ENTRIES = 20_000;

/** What a feed says of one article. It has an address, or the text itself, or both. */
export interface FeedEntry {
  /** Absolute, http(s); where the article is published. */
  readonly url?: string;
  /** Whether others of the feed are published there too, as the posts of a live blog are. */
  readonly isShared?: true;
  /** The feed's own name for it, the same when the article changes. */
  readonly id?: string;
  readonly headline?: string;
  readonly byline?: string;
  /** The newspaper that it was taken from, where that is another one than the feed's. */
  readonly publisher?: string;
  /** ISO 8601, in the newspaper's own zone. Of feeds that date nothing but changes, the last one. */
  readonly published?: string;
  /** What the feed gives as the article, as HTML: often all of it, sometimes the beginning. */
  readonly html?: string;
  /** What the feed gives as its summary, as HTML: now and then, and where there is no address, the whole article. */
  readonly summary?: string;
}

export interface Feed {
  /** The newspaper's name, as far as the feed's own tells it. */
  readonly publisher?: string;
  /** In the feed's order. */
  readonly entries: readonly FeedEntry[];
  /** How many entries were left out: they have neither an address nor a text. */
  readonly skipped: number;
}

/**
 * RSS 0.9x, 1.0 and 2.0, Atom or JSON Feed → what it announces. Pure: no address in it is opened.
 *
 * @throws ParseError when it is no feed, is broken, too large, or has no entries.
 */
export function readFeed(contents: Contents): Feed {
  const largest = looksLikeJson(contents.bytes) ? LARGEST_JSON_FEED : LARGEST_FEED;
  if (contents.bytes.length > largest)
    throw new ParseError(
      `expected a feed of at most ${largest / 1024 / 1024} MB, got ${(Math.ceil((contents.bytes.length / 1024 / 1024) * 10) / 10).toFixed(1)} MB. Add its articles by their own addresses.`,
    );
  const announced = announcedIn(decodeFeed(contents));
  if (announced.entries.length === 0)
    throw new ParseError('expected entries, got a feed without any. Try again when it has some.');
  if (announced.entries.length > MOST_ENTRIES)
    throw new ParseError(
      `expected at most ${MOST_ENTRIES} entries, got more. Add its articles by their own addresses.`,
    );
  const home = webAddress(announced.homes, [contents.url]);
  const bases = [home, contents.url, announced.base];
  const publisher = newspaperOf({ ...announced, homes: [...announced.homes, contents.url] });
  const entries = announced.entries
    .map((entry) => readEntry(entry, announced, publisher, bases))
    .filter(({ url, html, summary }) => (url ?? html ?? summary) !== undefined);
  return {
    ...(publisher !== undefined && { publisher }),
    entries: withShared(entries),
    skipped: announced.entries.length - entries.length,
  };
}

function announcedIn(text: string): Announced {
  const dialect = dialectOf(text);
  if (dialect === undefined)
    throw new ParseError(
      `expected a feed (RSS, Atom or JSON Feed), got ${describe(text.trim())}. Give the address of the feed, not of a page.`,
    );
  try {
    return readAnnounced(dialect, text, MOST_ENTRIES + 1);
  } catch (error) {
    if (error instanceof ParseError) throw error;
    throw new ParseError(
      'expected a feed (RSS, Atom or JSON Feed) that is whole, got one that breaks off or is damaged. Open its address in a browser to see what it holds.',
    );
  }
}

function readEntry(
  entry: AnnouncedEntry,
  feed: Announced,
  publisher: string | undefined,
  bases: readonly (string | undefined)[],
): FeedEntry {
  const url = webAddress(entry.addresses, [...bases, entry.base]);
  const byline = readByline(entry.creators) ?? readByline(feed.creators);
  const fields: Readonly<Record<Exclude<keyof FeedEntry, 'isShared'>, string | undefined>> = {
    url: url && withoutTrackers(url),
    id: entry.id,
    headline: entry.headline,
    byline: byline === feed.title || byline === publisher ? undefined : byline,
    publisher: entry.publishers.find((publisher) => publisher !== undefined),
    published: firstDate([...entry.published, ...entry.updated]),
    html: entry.html,
    summary: entry.summary,
  };
  return Object.fromEntries(
    Object.entries(fields)
      .map(([field, value]) => [field, value?.trim()] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  );
}

function firstDate(dates: readonly (string | undefined)[]): string | undefined {
  for (const date of dates) {
    const read = date === undefined ? undefined : readDate(date);
    if (read !== undefined) return read;
  }
  return undefined;
}
