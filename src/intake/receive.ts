import { basename, extname } from 'node:path';
import { FetchError } from '../fetching/fetch-error.ts';
import type { Fetcher } from '../fetching/fetched.ts';
import type { Article } from '../news/article.ts';
import type { Feed } from '../news/parse/feed.ts';
import { whyOf } from './faults.ts';
import { notFetched } from './fetch-refusal.ts';
import { slugOf } from './file-name.ts';
import { bytesOf, idOf } from './files.ts';
import { fromEntry } from './from-entry.ts';
import type { Manuscript } from './manuscript.ts';
import type { Offer, Validators } from './offers.ts';
import { type Refused, refused } from './outcome.ts';
import type { Reader } from './reading.ts';
import { ACCEPTED, KNOWN, recognise } from './recognise.ts';

/** What an offer turned out to be. */
export type Receipt =
  | Received
  | { readonly kind: 'feed'; readonly reference: string; readonly feed: Feed; readonly url?: string }
  /** The page is as it was when the validators were said of it. */
  | { readonly kind: 'not-modified'; readonly reference: string }
  | { readonly kind: 'not-there'; readonly reference: string; readonly why: string }
  | { readonly kind: 'cancelled'; readonly reference: string }
  | Refused;

/** An article, as its parser read it. */
export interface Received {
  readonly kind: 'article';
  readonly reference: string;
  readonly article: Article;
  /** The address, or the name of the file, that it was read from. */
  readonly source: string;
  readonly validators: Validators;
  /** Of a text that a feed gave: when it was written, or last changed, as the feed says. */
  readonly asOf?: string | undefined;
}

export interface Reception {
  readonly reader: Reader;
  readonly fetcher: () => Promise<Fetcher>;
}

/** Opens an offer: from the disk or from the web. Never throws. */
export async function receive(offer: Offer, reception: Reception, signal?: AbortSignal): Promise<Receipt> {
  const { reference } = offer;
  if (signal?.aborted) return { kind: 'cancelled', reference };
  try {
    if (offer.kind === 'page') return await fromPage(offer, reception, signal);
    if (offer.kind === 'entry')
      return await fromEntry(offer, reception.reader, (url) =>
        receive({ kind: 'page', reference, url }, reception, signal),
      );
    const name = offer.kind === 'file' ? offer.path : offer.reference;
    const bytes = offer.kind === 'file' ? await bytesOf(offer.path) : offer.bytes;
    return await read(
      { reference, source: basename(name), id: idOf(name), ending: extname(name), bytes },
      reception,
    );
  } catch (error) {
    if (error instanceof FetchError && error.code === 'cancelled') return { kind: 'cancelled', reference };
    if (error instanceof FetchError && error.code === 'not-found')
      return { kind: 'not-there', reference, why: error.what };
    if (error instanceof FetchError && error.code === 'wrong-type')
      return notFetched(reference, error, inFormats(error.what));
    return error instanceof FetchError ? notFetched(reference, error) : refused(reference, whyOf(error));
  }
}

/** "expected text/html, … or text/xml, got image/png." names media types; a person knows the formats by name. */
const inFormats = (what: string): string => what.replace(/^expected .*?, got /, `expected ${KNOWN}, got `);

async function fromPage(
  { reference, url, validators = {} }: Extract<Offer, { kind: 'page' }>,
  reception: Reception,
  signal: AbortSignal | undefined,
): Promise<Receipt> {
  const fetcher = await reception.fetcher();
  const fetched = await fetcher.fetch(url, {
    accept: ACCEPTED,
    ...(validators.etag !== undefined && { etag: validators.etag }),
    ...(validators.modified !== undefined && { lastModified: validators.modified }),
    ...(signal !== undefined && { signal }),
  });
  if (fetched.kind === 'unchanged') return { kind: 'not-modified', reference };
  const { pathname } = new URL(fetched.url);
  return read(
    {
      reference,
      source: fetched.url,
      id: slugOf(idOf(decoded(pathname))),
      ending: extname(pathname),
      bytes: fetched.bytes,
      ...(fetched.mediaType !== undefined && { mediaType: fetched.mediaType }),
      ...(fetched.charset !== undefined && { charset: fetched.charset }),
      url: fetched.url,
      validators: {
        ...(fetched.etag !== undefined && { etag: fetched.etag }),
        ...(fetched.lastModified !== undefined && { modified: fetched.lastModified }),
      },
    },
    reception,
  );
}

interface Arrived extends Omit<Manuscript, 'format'> {
  readonly reference: string;
  readonly source: string;
  readonly ending: string;
  readonly mediaType?: string;
  readonly validators?: Validators;
}

async function read(arrived: Arrived, { reader }: Reception): Promise<Receipt> {
  const { reference, source, ending, mediaType, validators = {}, ...contents } = arrived;
  const format = recognise(arrived);
  if (format === undefined)
    return {
      ...refused(reference, `expected ${KNOWN}; got ${mediaType ?? nameOf(ending)}. ${INSTEAD}`),
      code: 'unknown-format',
    };
  const reading = await reader.read({ format: format.name, ...contents });
  const { url } = contents;
  switch (reading.kind) {
    case 'article':
      return { kind: 'article', reference, article: reading.article, source, validators };
    case 'feed':
      return { kind: 'feed', reference, feed: reading.feed, ...(url !== undefined && { url }) };
    case 'unreadable': {
      const { code, why, feed } = reading;
      const hint = feed === undefined ? '' : ` It names a feed, which can be added instead: ${feed}`;
      return {
        ...refused(reference, `${why}${hint}`),
        ...(code !== undefined && { code }),
        ...(feed !== undefined && { feed }),
      };
    }
  }
}

const nameOf = (ending: string): string => (ending === '' ? 'a file without an ending' : ending);
const INSTEAD = 'Save it as text or as PDF, and add that.';

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
