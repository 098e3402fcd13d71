import { CORE_SCHEMA, dump, FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml';
import type { RootContent } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';

import { type Article, type Masthead, textAt } from '../article.ts';
import { frontMatterIn } from '../parse/front-matter.ts';

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
 *
 * @param owners what `readOwnersFields` gave of an earlier version.
 */
export function writeMarkdown(article: Article, provenance: Provenance = {}, owners = ''): string {
  const present = Object.entries(fieldsOf(article, provenance)).filter(([, value]) => value !== undefined);
  const front = dump(Object.fromEntries(present), { schema: CORE_SCHEMA, lineWidth: -1 });
  const body = toMarkdown({ type: 'root', children: blocksOf(article) });
  return `---\n${owners}${front}---\n\n${body}`;
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
  const fields = fieldsIn(frontMatterIn(opening)?.yaml, CORE_SCHEMA);
  if (fields === undefined) return undefined;
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => typeof value === 'string'));
}

/**
 * What the front matter says that is none of our fields, remarks too: lines of YAML, to be written again to the
 * letter. They are nobody else's to drop or to change.
 */
export function readOwnersFields(opening: string): string {
  const yaml = frontMatterIn(opening)?.yaml;
  const all = fieldsIn(yaml, FAILSAFE_SCHEMA);
  if (yaml === undefined || all === undefined) return '';
  const owners = withoutOurs(all);
  const kept = entriesOf(yaml).filter((entry) => {
    const names = Object.keys(fieldsIn(entry, FAILSAFE_SCHEMA) ?? { entry });
    return names.length === 0 || names.some((name) => !isOurs(name));
  });
  const lines = kept.map((entry) => `${entry}\n`).join('');
  const read = fieldsIn(lines, FAILSAFE_SCHEMA) ?? {};
  if (JSON.stringify(read) === JSON.stringify(owners)) return lines;
  // Not a field a line: `{a: 1, b: 2}`.
  return dump(owners, { schema: FAILSAFE_SCHEMA, lineWidth: -1 });
}

const isOurs = (name: string): boolean => Object.hasOwn(fieldsOf({}, {}), name);

const withoutOurs = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !isOurs(name)));

/** Each begins at the beginning of a line; so do the items of a list, which belong to the entry above them. */
const entriesOf = (yaml: string): readonly string[] =>
  yaml
    .split(/\r?\n/)
    .join('\n')
    .split(/\n(?=[^\s-]|-\S)/);

type Fields = Readonly<Record<string, unknown>>;

function fieldsIn(yaml: string | undefined, schema: typeof CORE_SCHEMA): Fields | undefined {
  if (yaml === undefined) return undefined;
  try {
    const fields: unknown = load(yaml, { schema, maxAliases: 0 });
    return typeof fields === 'object' && fields !== null ? { ...fields } : {};
  } catch (error) {
    if (error instanceof YAMLException) return undefined;
    throw error;
  }
}
