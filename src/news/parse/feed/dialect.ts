import { decodeBeginning } from './decode.ts';

export type Dialect = 'rss' | 'atom' | 'rdf' | 'json';

const DIALECTS: Readonly<Record<string, Dialect>> = { rss: 'rss', feed: 'atom', rdf: 'rdf' };

/** What may come before the first element. It matches always, and so never goes back over what it has read. */
const PROLOGUE = /^\uFEFF?(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE(?:[^[>]|\[[\s\S]*?\]\s*(?=>))*>)*/i;

/** As far as a first element is looked for. */
const LONGEST_PROLOGUE = 64 * 1024;

export const prologueOf = (text: string): string => PROLOGUE.exec(text.slice(0, LONGEST_PROLOGUE))?.[0] ?? '';

/**
 * Told by the first element alone: an article in Atom may well quote "<rss>". Anything in braces may be a JSON
 * Feed.
 */
export function dialectOf(text: string): Dialect | undefined {
  const root = text.slice(prologueOf(text).length, LONGEST_PROLOGUE);
  if (root.startsWith('{')) return 'json';
  const name = /^<(?:[\w.-]+:)?(rss|feed|rdf)[\s/>]/i.exec(root)?.[1];
  return name === undefined ? undefined : DIALECTS[name.toLowerCase()];
}

/** In bytes. A newspaper's feed of full texts has half a megabyte. */
export const LARGEST_FEED = 8 * 1024 * 1024;
/** JSON is parsed in one go, which nobody can end, and takes up to thirty times its length. */
export const LARGEST_JSON_FEED = 4 * 1024 * 1024;

/** In bytes. */
const LOOKED_AT = 2048;

export const looksLikeJson = (bytes: Uint8Array): boolean =>
  dialectOf(decodeBeginning(bytes, LOOKED_AT)) === 'json';

/** Whether a page or a JSON file, as its server calls it, is a feed. Of a page only the beginning is looked at. */
export function looksLikeFeed(bytes: Uint8Array): boolean {
  const dialect = dialectOf(decodeBeginning(bytes, LOOKED_AT));
  return dialect === 'json' ? isJsonFeed(bytes) : dialect !== undefined;
}

const VERSION = /"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org\\?\/version/;
const ITEMS = /"items"\s*:\s*\[/;
const SECTIONS = /"sections"\s*:/;

/**
 * By its first and its last words: writers of JSON that sort its fields put `items` first and `version` last. It is not
 * parsed, since that cannot be ended where it takes too long.
 */
function isJsonFeed(bytes: Uint8Array): boolean {
  const ends = [bytes.subarray(0, LOOKED_AT), bytes.subarray(-LOOKED_AT)]
    .map((end) => decodeBeginning(end, LOOKED_AT))
    .join('\n');
  const isWhole = ends.trimEnd().endsWith('}');
  return isWhole && (VERSION.test(ends) || (ITEMS.test(ends) && !SECTIONS.test(ends)));
}
