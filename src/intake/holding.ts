import type { ArticleId } from '../news/article.ts';
import { canonicalUrl, isFrontPage } from '../news/canonical-url.ts';
import { speaksFor } from '../news/site.ts';
import type { Provenance } from '../news/write/markdown.ts';

/** What is known of an article of the corpus without its text. */
export interface Holding {
  readonly id: ArticleId;
  /** Absolute, or relative to the working directory as the corpus directory is. */
  readonly file: string;
  readonly headline: string;
  /** As it was when it was written; of a file that somebody else wrote, as it is. */
  readonly digest: string;
  /** Whether `verbatim add` wrote it. Anything else is its owner's work and is never written over. */
  readonly ours: boolean;
  /** Keys of the addresses under which it is published. */
  readonly addresses: readonly string[];
  /** Of one that came from a file: see `originOf`. */
  readonly origin?: string;
  /** ISO date and time at which it was read last, where its file says so. */
  readonly fetched?: string;
  /** Where it is asked for again: its source, or else its url. */
  readonly page?: string;
  readonly validators: Pick<Provenance, 'etag' | 'modified'>;
}

/** Whether it is an entry of a feed without a page of its own. Its address, if it has one, is that of others too. */
export const isOfFeed = (source: string | undefined): boolean => source?.startsWith(ENTRY) === true;

/** What stands before the feed in an entry's source, which is no address either: all such entries would share it. */
export const ENTRY = 'entry of ';

/**
 * Under which addresses an article is known. A page may name another address as its own (`rel=canonical`), but only
 * one of its own site: otherwise any page could take the place of any newspaper's article. A front page is no
 * article's address, though careless pages name it.
 */
export function addressesOf(url: string | undefined, source: string | undefined): readonly string[] {
  if (isOfFeed(source)) return [];
  const claims = [source, ownAddress(url, source)].filter(
    (address) => address !== undefined && !isFrontPage(address),
  );
  const keys = claims.map((address) => (address === undefined ? undefined : canonicalUrl(address)));
  return [...new Set(keys.filter((key) => key !== undefined))];
}

/**
 * What an article without an address is known by when its words have changed: the name of the file that it came from,
 * and its headline.
 */
export const originOf = (source: string | undefined, headline: string): string | undefined =>
  source === undefined || canonicalUrl(source) !== undefined ? undefined : `${source}\n${headline}`;

/** The address that an article may say is its own: any for a file, which its owner answers for. */
export function ownAddress(url: string | undefined, source: string | undefined): string | undefined {
  if (source === undefined || canonicalUrl(source) === undefined) return url;
  return url !== undefined && speaksFor(source, url) && !isFrontPage(url) ? url : source;
}
