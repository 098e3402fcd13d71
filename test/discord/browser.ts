/**
 * A small model of how a browser finds a text directive in a page, step by step after the specification, over
 * plain blocks of text instead of a document:
 * https://wicg.github.io/scroll-to-text-fragment/#finding-ranges-in-a-document
 */

interface Point {
  readonly block: number;
  readonly at: number;
}
export interface Found {
  readonly start: Point;
  readonly end: Point;
}
interface Parsed {
  readonly prefix: string | null;
  readonly start: string;
  readonly end: string | null;
  readonly suffix: string | null;
}

/** “Parse a text directive”: tokens between commas; a first one ending in a dash, a last one beginning with one. */
export function parseDirective(address: string): Parsed {
  const directive = /#(?:.*?):~:text=([^&]*)$/.exec(address)?.[1];
  if (directive === undefined) throw new Error(`no text directive: ${address}`);
  const tokens = directive.split(',');
  const prefix = tokens[0]!.endsWith('-') ? tokens.shift()!.slice(0, -1) : null;
  const suffix = tokens.at(-1)?.startsWith('-') ? tokens.pop()!.slice(1) : null;
  if (tokens.length < 1 || tokens.length > 2 || [...tokens, prefix, suffix].includes('')) {
    throw new Error(`not a text directive: ${directive}`);
  }
  const decode = (token: string | null | undefined) => (token == null ? null : decodeURIComponent(token));
  return {
    prefix: decode(prefix),
    start: decode(tokens[0])!,
    end: decode(tokens[1]),
    suffix: decode(suffix),
  };
}

/** As a page shows it: each run of white space is one space. Accents and case do not count. */
export const shown = (text: string): string =>
  text.trim().replace(/\s+/g, ' ').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
const isBoundary = (text: string, at: number): boolean =>
  at === 0 || at === text.length || segmenter.segment(text).containing(at)?.index === at;

export function findDirective(blocks: readonly string[], address: string): Found | null {
  const parsed = parseDirective(address);
  const pages = blocks.map(shown);
  const find = (query: string, from: Point, bounds: { start: boolean; end: boolean }): Found | null => {
    const words = shown(query);
    for (let block = from.block; block < pages.length; block += 1) {
      const text = pages[block]!;
      let at = text.indexOf(words, block === from.block ? from.at : 0);
      for (; at >= 0; at = text.indexOf(words, at + 1)) {
        if (bounds.start && !isBoundary(text, at)) continue;
        if (bounds.end && !isBoundary(text, at + words.length)) continue;
        return { start: { block, at }, end: { block, at: at + words.length } };
      }
    }
    return null;
  };
  const past = ({ block, at }: Point): Point => ({ block, at: at + 1 });
  const nextWord = ({ block, at }: Point): Point => {
    const rest = pages[block]!.slice(at);
    return rest.trim() === '' ? { block: block + 1, at: 0 } : { block, at: at + rest.search(/\S/) };
  };
  const same = (one: Point, other: Point): boolean => one.block === other.block && one.at === other.at;

  let search: Point = { block: 0, at: 0 };
  for (;;) {
    const endsWord = parsed.end !== null || parsed.suffix === null;
    let match: Found | null;
    if (parsed.prefix === null) {
      match = find(parsed.start, search, { start: true, end: endsWord });
      if (match === null) return null;
      search = past(match.start);
    } else {
      const prefix = find(parsed.prefix, search, { start: true, end: false });
      if (prefix === null) return null;
      search = past(prefix.start);
      const from = nextWord(prefix.end);
      match = find(parsed.start, from, { start: false, end: endsWord });
      if (match === null) return null;
      if (!same(match.start, from)) continue;
    }
    let endSearch = match.end;
    for (;;) {
      if (parsed.end !== null) {
        const end = find(parsed.end, endSearch, { start: true, end: parsed.suffix === null });
        if (end === null) return null;
        match = { start: match.start, end: end.end };
      }
      if (parsed.suffix === null) return match;
      const from = nextWord(match.end);
      const suffix = find(parsed.suffix, from, { start: false, end: true });
      if (suffix === null) return null;
      if (same(suffix.start, from)) return match;
      if (parsed.end === null) break;
      endSearch = match.end;
    }
  }
}
