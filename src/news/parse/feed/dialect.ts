import { decodeBeginning } from './decode.ts';

export type Dialect = 'rss' | 'atom' | 'rdf' | 'json';

const DIALECTS: Readonly<Record<string, Dialect>> = { rss: 'rss', feed: 'atom', rdf: 'rdf' };

/** What may come before the first element. It matches always, and so never goes back over what it has read. */
const PROLOGUE = /^\uFEFF?(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE(?:[^[>]|\[[\s\S]*?\]\s*(?=>))*>)*/i;

/** As far as a first element is looked for. */
const LONGEST_PROLOGUE = 64 * 1024;

/**
 * Told by the first element alone: an article in Atom may well quote "<rss>". Anything in braces may be a JSON
 * Feed.
 */
export function dialectOf(text: string): Dialect | undefined {
  const head = text.slice(0, LONGEST_PROLOGUE);
  const root = head.slice(PROLOGUE.exec(head)?.[0].length);
  if (root.startsWith('{')) return 'json';
  const name = /^<(?:[\w.-]+:)?(rss|feed|rdf)[\s/>]/i.exec(root)?.[1];
  return name === undefined ? undefined : DIALECTS[name.toLowerCase()];
}

/** In bytes. */
const LOOKED_AT = 2048;

/** Whether a page or a JSON file, as its server calls it, is a feed. Only its beginning is looked at. */
export function looksLikeFeed(bytes: Uint8Array): boolean {
  const beginning = decodeBeginning(bytes, LOOKED_AT);
  const dialect = dialectOf(beginning);
  // Some writers of JSON put a backslash before every slash.
  if (dialect === 'json') return beginning.replaceAll('\\/', '/').includes('://jsonfeed.org/version');
  return dialect !== undefined;
}
