import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Feed, FeedEntry } from '../news/parse/feed.ts';
import { whyOf } from './faults.ts';
import { filesIn, leadsOut } from './files.ts';
import { ENTRY } from './holding.ts';
import { type Noted, noted, type Refused, refused } from './outcome.ts';
import { ENDINGS, KNOWN } from './recognise.ts';
import { isHost } from './typed-address.ts';

/** Something that may hold an article, or a feed of them, and has not been opened yet. */
export type Offer =
  | { readonly kind: 'file'; readonly reference: string; readonly path: string }
  | {
      readonly kind: 'page';
      readonly reference: string;
      readonly url: string;
      readonly validators?: Validators;
    }
  | { readonly kind: 'upload'; readonly reference: string; readonly bytes: Uint8Array }
  | EntryOffer;

/** One article of a feed. */
export interface EntryOffer {
  readonly kind: 'entry';
  readonly reference: string;
  readonly entry: FeedEntry;
  readonly feed: FeedOrigin;
}

export interface FeedOrigin {
  readonly publisher?: string;
  /** Where the feed was fetched from; undefined for a file, which its owner answers for. */
  readonly url?: string;
  /** What is written down as the source of an article that has no page of its own. */
  readonly name: string;
}

/** What a server said of the version that is there. */
export interface Validators {
  readonly etag?: string;
  readonly modified?: string;
}

/** What there is to open, and what is to be said about the rest. */
export interface Offered {
  readonly offers: readonly Offer[];
  readonly remarks: readonly (Refused | Noted)[];
}

const offer = (...offers: readonly Offer[]): Offered => ({ offers, remarks: [] });
const refusal = (reference: string, why: string): Offered => ({
  offers: [],
  remarks: [refused(reference, why)],
});

/** What a person named → what is to be opened. Nothing is fetched. */
export async function offersOf(reference: string): Promise<Offered> {
  if (reference.trim() === '')
    return refusal('“”', 'expected the name of a file or an address, got nothing.');
  if (isAddress(reference)) return offer({ kind: 'page', reference, url: reference });
  try {
    return (await stat(reference)).isDirectory() ? await offersIn(reference) : offersAt(reference);
  } catch (error) {
    const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(reference)?.[1];
    if (scheme !== undefined)
      return refusal(reference, `expected a file, or an address of http or https; got ${scheme}:.`);
    const hint = looksLikeHost(reference) ? ` For a web address, write https://${reference}.` : '';
    return refusal(reference, `${whyOf(error)}${hint}`);
  }
}

/** Whether it is an address that can be opened at all; which ones may be, the fetcher decides. */
export const isAddress = (reference: string): boolean => /^\s*https?:/i.test(reference);

function offersAt(path: string): Offered {
  const ending = extname(path).toLowerCase();
  if (ENDINGS.includes(ending)) return offer({ kind: 'file', reference: path, path });
  const got = ending === '' ? 'a file without an ending' : ending;
  return refusal(path, `expected ${KNOWN} (${ENDINGS.join(', ')}); got ${got}.`);
}

const LEADS_OUT = 'it is a link that leads out of the directory. Add what it leads to by its own name.';

async function offersIn(directory: string): Promise<Offered> {
  const { files, links, passedOver, closed } = await filesIn(directory);
  const out = new Set<string>();
  for (const link of links) if (await leadsOut(link, directory)) out.add(link);
  const counts = [...passedOver].sort().map(([ending, count]) => `${count} × ${ending || 'no ending'}`);
  return {
    offers: files
      .filter((path) => !out.has(path))
      .map((path): Offer => ({ kind: 'file', reference: path, path })),
    remarks: [
      ...Array.from(out, (path) => refused(path, LEADS_OUT)),
      ...closed.map(({ path, error }) => refused(path, whyOf(error))),
      ...(counts.length > 0 ? [noted(directory, `passed over: ${counts.join(', ')}.`)] : []),
      ...(files.length === 0 && closed.length === 0
        ? [refused(directory, `expected files that end in ${ENDINGS.join(', ')}; got none.`)]
        : []),
    ],
  };
}

/** With the ending of a file it is more likely one. */
const looksLikeHost = (reference: string): boolean =>
  !ENDINGS.includes(extname(reference).toLowerCase()) && isHost(reference);

/** How a feed is looked at. */
interface FeedView {
  /** Of the feed. */
  readonly reference: string;
  /** Where it was fetched. */
  readonly url?: string;
  readonly limit: number;
  /** Whether an article of that address is in the corpus: those of a long feed are passed over for older ones. */
  readonly isThere?: (url: string) => boolean;
}

/** The articles that a feed announces, the newest `limit` of them as far as it dates them. */
export function offersFrom(feed: Feed, { reference, url, limit, isThere }: FeedView): Offered {
  const origin: FeedOrigin = {
    ...(feed.publisher !== undefined && { publisher: feed.publisher }),
    ...(url !== undefined && { url }),
    name: `${ENTRY}${url ?? basename(reference)}`,
  };
  const { entries, skipped } = feed;
  const isLong = entries.length > limit;
  const others = isLong
    ? entries.filter((entry) => entry.url === undefined || isThere?.(entry.url) !== true)
    : entries;
  const chosen = isLong ? newestFirst(others).slice(0, limit) : entries;
  return {
    offers: chosen.map((entry) => ({
      kind: 'entry',
      reference: entry.url ?? `${reference}: ${entry.headline ?? entry.id ?? 'an entry'}`,
      entry,
      feed: origin,
    })),
    remarks: [
      ...(skipped > 0 ? [noted(reference, `entries with neither an address nor a text: ${skipped}.`)] : []),
      ...(chosen.length < entries.length
        ? [
            {
              ...noted(
                reference,
                `a feed of ${entries.length.toLocaleString('en')} entries: the newest ${limit.toLocaleString('en')} are taken.`,
                `--limit ${entries.length} takes all.`,
              ),
              ...(isThere !== undefined && {
                feed: {
                  entries: entries.length,
                  there: entries.length - others.length,
                  left: others.length - chosen.length,
                },
              }),
            },
          ]
        : []),
    ],
  };
}

/** Those without a date come last, in the order of the feed. */
const newestFirst = (entries: readonly FeedEntry[]): readonly FeedEntry[] =>
  entries
    .map((entry) => ({ entry, time: Date.parse(entry.published ?? '') || 0 }))
    .sort((one, other) => other.time - one.time)
    .map(({ entry }) => entry);
