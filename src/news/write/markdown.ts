import { CORE_SCHEMA, dump, load, YAMLException } from 'js-yaml';
import type { RootContent } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';

import { type Article, type Masthead, textAt } from '../article.ts';

/** Where an article came from: what is written into its file below what its publisher says of it. */
export interface Provenance {
  /** The address or the file name that it was read from. */
  readonly source?: string;
  /** ISO 8601, of the moment at which it was read. */
  readonly fetched?: string;
  /** What the server called this version, to be asked "has it changed?" with. */
  readonly etag?: string;
  /** What the server sent as `Last-Modified`, to the letter. */
  readonly modified?: string;
  /** Of the article as it was written: another one now means that a person has corrected the file. */
  readonly digest?: string;
}

/**
 * The article as a file for people: YAML front matter, a paragraph a line, `##` before headings. Law: for a folded
 * article (`foldedArticle`), `parseMarkdown` reads the same masthead, text and sections back, whatever they hold.
 */
export function writeMarkdown(article: Article, provenance: Provenance = {}): string {
  const { headline, standfirst, byline, publisher, published, url } = article;
  const { source, fetched, etag, modified, digest } = provenance;
  const fields = { headline, standfirst, byline, publisher, published, url };
  const present = Object.entries({ ...fields, source, fetched, etag, modified, digest }).filter(
    ([, value]) => value !== undefined,
  );
  const front = dump(Object.fromEntries(present), { schema: CORE_SCHEMA, lineWidth: -1 });
  const body = toMarkdown({ type: 'root', children: blocksOf(article) });
  return `---\n${front}---\n\n${body}`;
}

const blocksOf = (article: Article): RootContent[] =>
  article.sections.flatMap(({ heading, paragraphs }): RootContent[] => [
    ...(heading === null
      ? []
      : [{ type: 'heading' as const, depth: 2 as const, children: [wordsOf(textAt(article, heading))] }]),
    ...paragraphs.map((span) => ({
      type: 'paragraph' as const,
      children: [wordsOf(textAt(article, span))],
    })),
  ]);

const wordsOf = (value: string) => ({ type: 'text' as const, value });

/**
 * What the front matter says, without the article below it; undefined where there is none, where it has no end in
 * `opening` and where it cannot be read. Fields that hold no text are left out.
 */
export function readFrontMatter(opening: string): (Partial<Masthead> & Provenance) | undefined {
  const yaml = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(opening)?.[1];
  if (yaml === undefined) return undefined;
  try {
    const fields: unknown = load(yaml, { schema: CORE_SCHEMA, maxAliases: 0 });
    const told = typeof fields === 'object' && fields !== null ? Object.entries(fields) : [];
    return Object.fromEntries(told.filter(([, value]) => typeof value === 'string'));
  } catch (error) {
    if (error instanceof YAMLException) return undefined;
    throw error;
  }
}
