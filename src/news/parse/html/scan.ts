import { ParseError } from '../masthead.ts';

/** A page without what is never read of it. */
export interface Scanned {
  /** Tags and text: no comments, no scripts, no styles. */
  readonly markup: string;
  /** What stood in scripts of type `application/ld+json`. */
  readonly linkedData: readonly string[];
}

/** Browsers nest no deeper either (WebKit and Blink). */
const DEEPEST = 512;
const MOST_TAGS = 200_000;
const MOST_ATTRIBUTES = 300_000;
const MOST_ATTRIBUTES_OF_A_TAG = 1000;
/** A picture may be written into an attribute; it is left out. In UTF-16 units. */
const LONGEST_ATTRIBUTE = 10_000;
/** Text is built in pieces that end where an entity or a stray `<` stands; each costs as much as an element. */
const MOST_PIECES = 200_000;

const VOID = new Set(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr'.split(
    ' ',
  ),
);

/** Elements that hold no elements; of these only the title is read. */
const RAW = new Set('script style textarea title iframe xmp noembed noframes'.split(' '));

/** An open element that need not be closed → the tags that close it, where they follow. */
const CLOSED_BY: ReadonlyMap<string, RegExp> = new Map([
  [
    'p',
    /^(?:p|h[1-6]|address|article|aside|blockquote|details|div|dl|fieldset|figcaption|figure|footer|form|header|hr|main|nav|ol|pre|section|table|ul)$/,
  ],
  ['li', /^li$/],
  ['dt', /^d[dt]$/],
  ['dd', /^d[dt]$/],
  ['td', /^t[dr]$/],
  ['th', /^t[hdr]$/],
  ['tr', /^tr$/],
  ['option', /^(?:option|optgroup)$/],
]);

const HEADING = /^h[1-6]$/;
const TAG_NAME = /[a-z][^\s/>]*/iy;
const ATTRIBUTE = /[\s/]*[^\s/>][^\s/>=]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?/y;

/**
 * One pass over a page, before anything is built of it: in time and memory that grow with its length alone, however
 * it is made.
 *
 * @throws ParseError when it has more elements, or nests them deeper, than any newspaper's page.
 */
export function scan(page: string): Scanned {
  const kept: string[] = [];
  const linkedData: string[] = [];
  const open: string[] = [];
  let [from, tags, attributes, pieces, entity] = [0, 0, 0, 0, -1];
  const skip = (start: number, end: number): void => {
    kept.push(page.slice(from, start));
    from = end;
  };

  for (let at = 0; at < page.length; ) {
    if (page.charAt(at) !== '<') {
      const end = beginningOf(page, '<', at);
      if (entity < at) entity = beginningOf(page, '&', at);
      for (; entity < end; entity = beginningOf(page, '&', entity + 1)) pieces++;
      at = end;
      continue;
    }
    const next = page.charAt(at + 1);
    if (next === '!' || next === '?') {
      const end = endOf(page, page.startsWith('<!--', at) ? '-->' : '>', at + 2);
      skip(at, end);
      at = end;
      continue;
    }
    const tag = readTag(page, at);
    if (tag === undefined) {
      at++;
      pieces++;
      continue;
    }
    at = tag.end;
    tags++;
    attributes += tag.attributes;
    if (tags > MOST_TAGS) throw tooMuch(`at most ${MOST_TAGS / 1000},000 tags, got more`);
    if (attributes > MOST_ATTRIBUTES || tag.attributes > MOST_ATTRIBUTES_OF_A_TAG)
      throw tooMuch(`at most ${MOST_ATTRIBUTES_OF_A_TAG} attributes in a tag, got more`);

    const { name } = tag;
    if (tag.isClosing) {
      const opened = HEADING.test(name)
        ? open.findLastIndex((other) => HEADING.test(other))
        : open.lastIndexOf(name);
      if (opened < 0) continue;
      // Any heading's end closes the heading that is open: browsers read `<h2>Why</h3>` so.
      if (open[opened] !== name) {
        skip(tag.start, tag.end);
        kept.push(`</${open[opened]}>`);
      }
      open.length = opened;
      continue;
    }
    for (let last = open.at(-1); last !== undefined && CLOSED_BY.get(last)?.test(name); last = open.at(-1))
      open.pop();
    if (RAW.has(name)) {
      at = endOfRaw(page, name, tag.end);
      if (name === 'script' && /application\/ld\+json/i.test(page.slice(tag.start, tag.end)))
        linkedData.push(page.slice(tag.end, at).replace(/<\/script[^>]*>?$/i, ''));
      if (name !== 'title') {
        skip(tag.start, at);
        continue;
      }
    } else if (!VOID.has(name)) open.push(name);
    if (open.length > DEEPEST) throw tooMuch(`elements nested at most ${DEEPEST} deep, got more`);
    for (const [start, end] of tag.long) skip(start, end);
  }
  if (pieces > MOST_PIECES) throw tooMuch(`at most ${MOST_PIECES / 1000},000 entities, got more`);
  skip(page.length, page.length);
  return { markup: kept.join(''), linkedData };
}

interface Tag {
  /** In lower case. */
  readonly name: string;
  readonly isClosing: boolean;
  readonly start: number;
  readonly end: number;
  readonly attributes: number;
  /** Where attributes stand that are too long to be kept. */
  readonly long: readonly (readonly [start: number, end: number])[];
}

/** The tag that begins here; undefined where the bracket is only a bracket. */
function readTag(page: string, start: number): Tag | undefined {
  const isClosing = page.charAt(start + 1) === '/';
  const nameStart = start + (isClosing ? 2 : 1);
  const name = match(TAG_NAME, page, nameStart)?.toLowerCase();
  if (name === undefined) return undefined;
  const long: [number, number][] = [];
  let [at, attributes] = [nameStart + name.length, 0];
  for (let found = match(ATTRIBUTE, page, at); found !== undefined; found = match(ATTRIBUTE, page, at)) {
    if (found.length > LONGEST_ATTRIBUTE) long.push([at, at + found.length]);
    at += found.length;
    attributes++;
  }
  return { name, isClosing, start, end: endOf(page, '>', at), attributes, long };
}

function match(pattern: RegExp, page: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(page)?.[0];
}

const beginningOf = (page: string, opening: string, from: number): number => {
  const at = page.indexOf(opening, from);
  return at < 0 ? page.length : at;
};

/** What is never closed lasts until the end of the page. */
function endOf(page: string, close: string, from: number): number {
  const at = page.indexOf(close, from);
  return at < 0 ? page.length : at + close.length;
}

function endOfRaw(page: string, name: string, from: number): number {
  const close = new RegExp(`</${name}(?=[\\s/>])[^>]*>?`, 'gi');
  close.lastIndex = from;
  return close.exec(page) === null ? page.length : close.lastIndex;
}

const tooMuch = (what: string): ParseError =>
  new ParseError(`expected a page with ${what}. Save the article as .md or .txt and add that.`);
