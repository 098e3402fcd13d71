import { canonicalUrl, isFrontPage } from '../news/canonical-url.ts';
import { plainLine } from '../news/parse/feed/plain.ts';
import type { FeedEntry } from '../news/parse/feed.ts';
import { speaksFor } from '../news/site.ts';
import { wordsIn } from '../news/words-in.ts';

/** How a text of a feed ends. */
export interface Ending {
  /** All of it, without what the feed's own software adds below each: "The post X appeared first on Y." */
  readonly html: string;
  /** Whether it sends its readers elsewhere for the rest. */
  readonly leadsOn: boolean;
}

/** Characters of HTML in which a text ends, with all that is put below it. */
const ENDING = 4_000;

const BLOCK =
  /(<\/?(?:address|article|aside|blockquote|br|center|dd|div|dl|dt|fieldset|figure|footer|h[1-6]|header|hr|li|main|ol|p|pre|section|table|td|th|tr|ul)(?:\s[^<>]*)?>)/i;

const LINK =
  /<a\s[^<>]{0,2000}?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))[^<>]*>([\s\S]*?)(?:<\/a|$)/gi;

/** "Continue reading", "Click here to read the full story at …", "(more…)", "This story continues at …". */
const GOES_ON =
  /(?:^|…|\.{3}|[»)\]])[^\p{L}\p{N}]*(?:(?:(?:continue|keep) reading|(?:(?:please )?(?:click|tap) (?:here )?to |(?:subscribe|register|sign in|log in) to )?(?:read|see|view) (?:more|on|(?:the |this )?(?:full|whole|entire|complete|rest|remainder|original))|(?:this |the )?(?:story|article|post|report|column) continues)\b.{0,200}|more[^\p{L}\p{N}]*)$/iu;

const APPEARED =
  /\b(?:appeared|published|posted) first\b|\b(?:first|originally) (?:appeared|published|posted)\b/i;
/** "This story first appeared on The Courier." What "first appeared in 1904" is another story. */
const UNLINKED =
  /^(?:The|This) (?:post|article|story|entry|column) (?:.{1,300} )?(?:appeared first|first appeared|was (?:first|originally) published) (?:on|in|by|at) (?:the )?\p{Lu}.{1,100}$/u;
const LONGEST_COLOPHON_WORDS = 60;

export function endingOf(html: string, entry: FeedEntry): Ending {
  const beginning = html.slice(0, -ENDING);
  const pieces = html
    .slice(beginning.length)
    .split(BLOCK)
    .map((piece) => (isColophon(piece, entry) ? '' : piece));
  const last = pieces.findLast((piece) => wordsOf(piece) !== '');
  return {
    html: beginning + pieces.join(''),
    leadsOn: pieces.some((piece) => leadsOn(piece, entry, piece === last)),
  };
}

/** Whoever takes a text for a beginning looks at its page, and loses nothing: so every link that may lead on does. */
function leadsOn(piece: string, entry: FeedEntry, isLast: boolean): boolean {
  const links = linksIn(piece);
  if (links.some(({ href }) => isOwn(href, entry))) return true;
  if (links.length === 0 ? !isLast : links.every(({ href }) => isAnothers(href, entry))) return false;
  return [wordsOf(piece), ...links.map(({ text }) => text)].some((words) => GOES_ON.test(words));
}

/** "The post X appeared first on Y.", whatever language a weblog's software speaks. */
function isColophon(piece: string, entry: FeedEntry): boolean {
  const words = wordsOf(piece);
  if (wordsIn(words) > LONGEST_COLOPHON_WORDS || GOES_ON.test(words)) return false;
  const links = linksIn(piece);
  const own = links.find(({ href }) => isOwn(href, entry));
  if (own !== undefined && own.text === entry.headline && links.some(({ href }) => isFrontPage(href)))
    return true;
  return own === undefined ? UNLINKED.test(words) : APPEARED.test(words);
}

interface Link {
  readonly text: string;
  readonly href: string;
}

const linksIn = (piece: string): readonly Link[] =>
  [...piece.matchAll(LINK)].map(([, double, single, bare, text = '']) => ({
    text: wordsOf(text),
    href: plainLine(double ?? single ?? bare ?? ''),
  }));

const wordsOf = (piece: string): string => plainLine(piece.replace(/<[^<>]*>/g, ' '));

/** Comments and buttons for sharing lead there too. */
const isOwn = (href: string, entry: FeedEntry): boolean =>
  !/#|[?&]share=/.test(href) && ownKeys(entry).includes(keyOf(href, entry));

/** "Read more: Ferry owner fined", of the same newspaper. */
const isAnothers = (href: string, entry: FeedEntry): boolean =>
  entry.url !== undefined &&
  speaksFor(entry.url, absolute(href, entry)) &&
  !ownKeys(entry).includes(keyOf(href, entry));

const ownKeys = ({ url, id }: FeedEntry): readonly (string | undefined)[] =>
  [url, id].flatMap((own) => (own === undefined || isFrontPage(own) ? [] : (canonicalUrl(own) ?? [])));

const keyOf = (href: string, entry: FeedEntry): string | undefined => canonicalUrl(absolute(href, entry));

const absolute = (href: string, { url }: FeedEntry): string =>
  URL.canParse(href, url) ? new URL(href, url).href : href;
