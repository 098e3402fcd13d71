import type { Article } from '../article.ts';
import { type Contents, textIn } from './contents.ts';
import type { Feed } from './feed.ts';

/**
 * A file's contents → an article.
 *
 * @throws ParseError naming the line, what was expected and what was got.
 */
export type Parser = (id: string, contents: Contents) => Article | Promise<Article>;

/** A feed's contents → what it announces. Throws as a `Parser` does. */
export type FeedReader = (contents: Contents) => Feed | Promise<Feed>;

interface Named {
  /** As a person calls it. */
  readonly name: string;
  /** In lower case, with the dot; the first one is the usual one. */
  readonly endings: readonly string[];
  /** Under which servers send it; the first one is the usual one. */
  readonly mediaTypes: readonly string[];
}
export interface ArticleFormat extends Named {
  readonly holds: 'article';
  /** What is made to be hard on its reader may take it long, and much memory. */
  readonly isHeavy?: true;
  readonly load: () => Promise<Parser>;
}
export interface FeedFormat extends Named {
  readonly holds: 'feed';
  readonly load: () => Promise<FeedReader>;
}
export type Format = ArticleFormat | FeedFormat;

/** One row a format. What reads it is loaded when the first file of its kind is read. */
export const FORMATS: readonly Format[] = [
  {
    name: 'Markdown',
    holds: 'article',
    endings: ['.md', '.markdown'],
    mediaTypes: ['text/markdown', 'text/x-markdown'],
    load: async () => {
      const { parseMarkdown } = await import('./markdown.ts');
      return (id, contents) => parseMarkdown(id, textIn(contents));
    },
  },
  {
    name: 'plain text',
    holds: 'article',
    endings: ['.txt'],
    mediaTypes: ['text/plain'],
    load: async () => {
      const { parseText } = await import('./text.ts');
      return (id, contents) => parseText(id, textIn(contents));
    },
  },
  {
    name: 'JSON',
    holds: 'article',
    endings: ['.json'],
    mediaTypes: ['application/json'],
    load: async () => {
      const { parseJson } = await import('./json.ts');
      return (id, contents) => parseJson(id, textIn(contents));
    },
  },
  {
    name: 'a web page',
    holds: 'article',
    isHeavy: true,
    endings: ['.html', '.htm'],
    mediaTypes: ['text/html', 'application/xhtml+xml'],
    load: async () => (await import('./html.ts')).parseHtml,
  },
  {
    name: 'PDF',
    holds: 'article',
    isHeavy: true,
    endings: ['.pdf'],
    mediaTypes: ['application/pdf'],
    load: async () => (await import('./pdf.ts')).parsePdf,
  },
  {
    name: 'a feed',
    holds: 'feed',
    endings: ['.rss', '.atom', '.xml', '.rdf', '.feed'],
    mediaTypes: [
      'application/rss+xml',
      'application/atom+xml',
      'application/feed+json',
      'application/xml',
      'text/xml',
      'application/rdf+xml',
      // As servers that nobody set up call them.
      'text/rss',
      'text/rss+xml',
      'text/x-xml',
      'application/rss',
      'application/x-rss+xml',
      'application/x-xml',
    ],
    load: async () => (await import('./feed.ts')).readFeed,
  },
];

/** @param ending of a file name, with its dot, in any case. */
export const formatOfEnding = (ending: string): Format | undefined =>
  FORMATS.find(({ endings }) => endings.includes(ending.toLowerCase()));

/** @param mediaType without its parameters, in any case. */
export const formatOfMediaType = (mediaType: string): Format | undefined =>
  FORMATS.find(({ mediaTypes }) => mediaTypes.includes(mediaType.toLowerCase()));
