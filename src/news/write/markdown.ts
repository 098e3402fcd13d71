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

/** Fields of front matter that are the file's owner's: we know nothing of them. */
export type OwnersFields = Readonly<Record<string, unknown>>;

/**
 * The article as a file for people: YAML front matter, a paragraph a line, `##` before headings. Law: for a folded
 * article (`foldedArticle`), `parseMarkdown` reads the same masthead, text and sections back, whatever they hold.
 */
export function writeMarkdown(
  article: Article,
  provenance: Provenance = {},
  owners: OwnersFields = {},
): string {
  const present = Object.entries({ ...owners, ...fieldsOf(article, provenance) }).filter(
    ([, value]) => value !== undefined,
  );
  const front = dump(Object.fromEntries(present), { schema: CORE_SCHEMA, lineWidth: -1 });
  const body = toMarkdown({ type: 'root', children: blocksOf(article) });
  return `---\n${front}---\n\n${body}`;
}

/** Every field of ours, those too that have nothing to say. */
function fieldsOf(article: Partial<Masthead>, provenance: Provenance) {
  const { headline, standfirst, byline, publisher, published, url } = article;
  const { source, fetched, etag, modified, digest } = provenance;
  const masthead = { headline, standfirst, byline, publisher, published, url };
  return { ...masthead, source, fetched, etag, modified, digest };
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
  const fields = fieldsIn(opening);
  if (fields === undefined) return undefined;
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => typeof value === 'string'));
}

/** What the front matter says that is none of our fields, to be written again: it is nobody else's to drop. */
export function readOwnersFields(opening: string): OwnersFields {
  const ours = fieldsOf({}, {});
  return Object.fromEntries(Object.entries(fieldsIn(opening) ?? {}).filter(([name]) => !(name in ours)));
}

function fieldsIn(opening: string): Readonly<Record<string, unknown>> | undefined {
  const yaml = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(opening)?.[1];
  if (yaml === undefined) return undefined;
  try {
    const fields: unknown = load(yaml, { schema: CORE_SCHEMA, maxAliases: 0 });
    return typeof fields === 'object' && fields !== null ? { ...fields } : {};
  } catch (error) {
    if (error instanceof YAMLException) return undefined;
    throw error;
  }
}
