import {
  type AtomFeed,
  type JsonFeed,
  parseAtomFeed,
  parseJsonFeed,
  parseRdfFeed,
  parseRssFeed,
  type RdfFeed,
  type RssFeed,
} from 'feedsmith';

import { ParseError } from '../masthead.ts';
import type { Announced, AnnouncedEntry } from './announced.ts';
import { type Dialect, prologueOf } from './dialect.ts';
import { htmlOfText, plainLine } from './plain.ts';

/**
 * The text of a feed → what it announces. Nothing is fetched: entities are those of HTML, others stay as they are.
 *
 * @throws Error of the XML or feed library, when it can make nothing of it.
 */
export function readAnnounced(dialect: Dialect, text: string, maxItems: number): Announced {
  const xml = withOriginalLinks(withoutListsOfEntities(text));
  switch (dialect) {
    case 'rss':
      return ofRss(parseRssFeed(withPlainAuthors(xml), { maxItems }));
    case 'atom':
      return ofAtom(parseAtomFeed(withCdataClosed(xml), { maxItems }));
    case 'rdf':
      return ofRdf(parseRdfFeed(withoutContents(xml), { maxItems }));
    case 'json':
      return ofJson(parseJsonFeed(text, { maxItems }));
  }
}

/** `<!ENTITY % HTMLlat1 PUBLIC …>` in feeds of old: lists that nobody fetches. What they name, HTML names too. */
function withoutListsOfEntities(xml: string): string {
  const prologue = prologueOf(xml);
  return prologue.replace(/<!ENTITY\s+%[^<>]*>/gi, '') + xml.slice(prologue.length);
}

/** FeedBurner puts addresses of its own in place of an article's, and says that beside them. */
const withOriginalLinks = (xml: string): string =>
  xml.replace(/<(\/?)feedburner:origlink(?=[\s/>])/gi, '<$1dcterms:isversionof');

/** feedsmith 3.0 takes people apart in quadratic time: 200 kB of "(" last half a minute. A creator is left whole. */
const withPlainAuthors = (xml: string): string =>
  xml.replace(/<(\/?)(?:author|managingeditor|webmaster)(?=[\s/>])/gi, '<$1dc:creator');

/** RSS 1.0 lists its items once more, and feedsmith looks each of them up in all: quadratic as well. */
const withoutContents = (xml: string): string =>
  xml.replace(/<(\/?(?:[^\s<>/:]*:)?)items(?=[\s/>])/gi, '<$1contents');

const MOST_CDATA_IN_CDATA = 1000;

/**
 * What is opened is looked for to the end of the entry, each time anew. Opened and never closed is possible inside
 * comments alone, and nobody does it a thousand times by mistake.
 */
function withCdataClosed(xml: string): string {
  let open = 0;
  for (const [mark] of xml.matchAll(/<!\[CDATA\[|\]\]>/g)) {
    open = mark === ']]>' ? 0 : open + 1;
    if (open > MOST_CDATA_IN_CDATA)
      throw new ParseError('expected CDATA sections that are closed, got many that are not');
  }
  return xml;
}

const ofRss = (feed: RssFeed.Feed<string>): Announced => ({
  title: ofHtml(feed.title),
  names: [...(feed.dc?.publishers ?? []), feed.image?.title].map(ofHtml),
  copyright: ofHtml(feed.copyright ?? feed.dc?.rights?.[0]),
  homes: [feed.link, ...(feed.atom?.links ?? []).map(({ href }) => href)],
  base: feed.xml?.base,
  creators: [],
  entries: (feed.items ?? []).map((item) => ({
    ...ofItem(item),
    id: item.guid?.value,
    addresses: [
      ...(item.dcterms?.isVersionOf ?? []),
      item.link,
      ...alternates(item.atom?.links),
      permalink(item.guid),
    ],
    creators: [...(item.dc?.creators ?? []), ...(item.dcterms?.creators ?? [])],
    publishers: [item.source?.title, ...(item.dc?.publishers ?? [])],
    published: [item.pubDate, ...datesOf(item), item.atom?.published],
    updated: [...(item.dcterms?.modified ?? []), item.atom?.updated],
  })),
});

const ofRdf = (feed: RdfFeed.Feed<string>): Announced => ({
  title: ofHtml(feed.title),
  names: [...(feed.dc?.publishers ?? []), feed.image?.title].map(ofHtml),
  copyright: ofHtml(feed.dc?.rights?.[0]),
  homes: [feed.link, feed.rdf?.about],
  base: feed.xml?.base,
  creators: [],
  entries: (feed.items ?? []).map((item) => ({
    ...ofItem(item),
    id: item.rdf?.about,
    addresses: [item.link, item.rdf?.about],
    creators: [...(item.dc?.creators ?? []), ...(item.dcterms?.creators ?? [])],
    publishers: item.dc?.publishers ?? [],
    published: datesOf(item),
    updated: item.dcterms?.modified ?? [],
  })),
});

type Item = RssFeed.Item<string> | RdfFeed.Item<string>;

const ofItem = (item: Item): Pick<AnnouncedEntry, 'base' | 'headline' | 'html' | 'summary'> => ({
  base: item.xml?.base,
  headline: ofHtml(item.title) ?? ofHtml(item.dc?.titles?.[0]),
  html: item.content?.encoded ?? contentHtml(item.atom?.content),
  summary: item.description ?? item.dc?.descriptions?.[0] ?? textHtml(item.atom?.summary),
});

const datesOf = ({ dc, dcterms }: Item): readonly string[] => [
  ...(dc?.dates ?? []),
  ...(dcterms?.issued ?? []),
  ...(dcterms?.created ?? []),
];

/** A guid is an address unless it says that it is none. */
const permalink = (guid: RssFeed.Guid | undefined): string | undefined =>
  guid?.isPermaLink !== false && /^https?:/i.test(guid?.value ?? '') ? guid?.value : undefined;

const ofAtom = (feed: AtomFeed.Feed<string>): Announced => ({
  title: lineOf(feed.title),
  names: [],
  copyright: lineOf(feed.rights),
  homes: [...alternates(feed.links), ...(feed.links ?? []).map(({ href }) => href), feed.id],
  base: feed.xml?.base,
  creators: (feed.authors ?? []).map(({ name }) => name),
  entries: (feed.entries ?? []).map((entry) => ({
    id: entry.id,
    addresses: [
      ...(entry.dcterms?.isVersionOf ?? []),
      ...alternates(entry.links),
      entry.content?.src,
      permalink({ value: entry.id ?? '' }),
    ],
    base: entry.xml?.base,
    headline: lineOf(entry.title),
    creators: [...(entry.authors ?? []).map(({ name }) => name), ...(entry.dc?.creators ?? [])],
    publishers: [lineOf(entry.source?.title), ...(entry.dc?.publishers ?? [])],
    published: [entry.published, ...(entry.dc?.dates ?? [])],
    updated: [entry.updated],
    html: contentHtml(entry.content),
    summary: textHtml(entry.summary),
  })),
});

/** Where a person reads it, web pages first; `edit`, `self`, `enclosure` and `replies` lead elsewhere. */
function alternates(links: readonly AtomFeed.Link<string>[] = []): readonly (string | undefined)[] {
  const pages = links.filter(({ rel = 'alternate' }) => /(?:^|\/)alternate$/i.test(rel.trim()));
  const isPage = ({ type = 'text/html' }: AtomFeed.Link<string>) => /html/i.test(type);
  return [...pages.filter(isPage), ...pages.filter((link) => !isPage(link))].map(({ href }) => href);
}

const SLOPPY_MARKUP = /<\/?(?:p|div|br|a|em|strong|b|i|ul|img|h[1-6])[\s/>]/i;

/** Text that says of itself that it is HTML; and what says nothing and yet is. */
const isHtml = ({ type, value = '' }: AtomFeed.Content): boolean =>
  type === undefined ? SLOPPY_MARKUP.test(value) : /html/i.test(type);

const textHtml = (text: AtomFeed.Content | undefined): string | undefined =>
  text?.value === undefined || isHtml(text) ? text?.value : htmlOfText(text.value);

/** Pictures and PDF may stand there too, in letters. */
const contentHtml = (content: AtomFeed.Content | undefined): string | undefined =>
  /^(?:text(?:\/plain)?|html|text\/html|xhtml|application\/xhtml\+xml)$/i.test(content?.type ?? 'text')
    ? textHtml(content)
    : undefined;

const lineOf = (text: AtomFeed.Text | undefined): string | undefined =>
  text === undefined || isHtml(text) ? ofHtml(text?.value) : text.value;

const ofJson = (feed: JsonFeed.Feed<string>): Announced => ({
  title: feed.title,
  names: [],
  homes: [feed.home_page_url, feed.feed_url],
  creators: (feed.authors ?? []).map(({ name }) => name),
  entries: (feed.items ?? []).map((item) => ({
    id: item.id,
    addresses: [item.url, item.external_url, permalink({ value: item.id ?? '' })],
    headline: item.title,
    creators: (item.authors ?? []).map(({ name }) => name),
    publishers: [],
    published: [item.date_published],
    updated: [item.date_modified],
    html: item.content_html ?? (item.content_text && htmlOfText(item.content_text)),
    summary: item.summary && htmlOfText(item.summary),
  })),
});

const ofHtml = (html: string | undefined): string | undefined =>
  html === undefined ? undefined : plainLine(html);
