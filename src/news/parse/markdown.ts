import type { Nodes, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as plainText } from 'mdast-util-to-string';

import { type Article, buildArticle, type DraftSection, type Masthead } from '../article.ts';
import { frontMatterIn } from './front-matter.ts';
import { describe, ParseError, readMasthead } from './masthead.ts';
import { readYaml } from './yaml.ts';

/** Markdown with YAML front matter. `#` may give the headline; any deeper heading begins a section. */
export function parseMarkdown(id: string, contents: string): Article {
  const { fields, lineOf, body, bodyLine } = splitFrontMatter(contents);
  const masthead = readMasthead(fields, lineOf);
  const { title, sections } = readSections(fromMarkdown(body).children, masthead.headline);
  const headline = masthead.headline ?? title;
  if (headline === undefined)
    throw new ParseError('expected `headline:` in the front matter, or a first line `# Headline`', 1);
  const article = buildArticle(id, { ...masthead, headline } satisfies Masthead, sections);
  if (article.sections.every((section) => section.paragraphs.length === 0))
    throw new ParseError('expected at least one paragraph below the front matter', bodyLine);
  return article;
}

interface Split {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly lineOf: (field: string) => number | undefined;
  readonly body: string;
  readonly bodyLine: number;
}

function splitFrontMatter(contents: string): Split {
  const front = frontMatterIn(contents);
  if (front === undefined) {
    if (/^---[ \t]*\r?\n/.test(contents) && /^[\w-]+:/m.test(contents.slice(3, 400)))
      throw new ParseError(
        'the front matter that opens with `---` is never closed; expected a second line `---`',
        1,
      );
    return { fields: {}, lineOf: () => undefined, body: contents, bodyLine: 1 };
  }
  const { yaml, end } = front;
  const fields = readYaml(yaml);
  if (fields !== null && (typeof fields !== 'object' || Array.isArray(fields)))
    throw new ParseError(`front matter: expected lines such as \`headline: …\`, got ${describe(fields)}`, 2);
  return {
    fields: (fields ?? {}) as Readonly<Record<string, unknown>>,
    lineOf: (field) => {
      const index = yaml.split('\n').findIndex((line) => line.startsWith(`${field}:`));
      return index < 0 ? undefined : index + 2;
    },
    body: contents.slice(end),
    bodyLine: contents.slice(0, end).split('\n').length,
  };
}

/** A title that says something else than the headline is a heading like others: nothing that was written is lost. */
function readSections(
  nodes: readonly RootContent[],
  headline: string | undefined,
): { title: string | undefined; sections: readonly DraftSection[] } {
  let title: string | undefined;
  const sections: { heading?: string; paragraphs: string[] }[] = [{ paragraphs: [] }];
  for (const node of nodes) {
    if (node.type !== 'heading') {
      sections.at(-1)?.paragraphs.push(...paragraphsOf(node));
      continue;
    }
    const heading = plain(node);
    const couldBeTitle = node.depth === 1 && title === undefined && sections.length === 1 && heading !== '';
    if (couldBeTitle && (headline === undefined || heading === headline)) title = heading;
    else sections.push({ heading, paragraphs: [] });
  }
  return { title, sections };
}

/** Paragraphs inside block quotes and lists count as paragraphs; pictures, rules and raw HTML hold none. */
function paragraphsOf(node: RootContent): readonly string[] {
  if (node.type === 'html' || node.type === 'thematicBreak' || node.type === 'definition') return [];
  if (node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem')
    return node.children.flatMap(paragraphsOf);
  return [plain(node)].filter((text) => text !== '');
}

/** Lines of one paragraph in the file are one paragraph on the page. */
const plain = (node: Nodes): string =>
  plainText(withBreaksAsSpaces(node), { includeImageAlt: false, includeHtml: false })
    .split(/[\r\n]+/)
    .map(trimmed)
    .join(' ')
    .trim();

/** By hand: an expression would try each blank of a long run as the first of the last ones. */
function trimmed(line: string): string {
  let [start, end] = [0, line.length];
  while (isBlank(line[start])) start++;
  while (end > start && isBlank(line[end - 1])) end--;
  return line.slice(start, end);
}

const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\t';

/** A hard break has no text of its own: without this, "the end<br>The next" would grow together. */
function withBreaksAsSpaces(node: Nodes): Nodes {
  if (node.type === 'break' || (node.type === 'html' && /^<br\s*\/?>$/i.test(node.value)))
    return { type: 'text', value: ' ' };
  return 'children' in node ? ({ ...node, children: node.children.map(withBreaksAsSpaces) } as Nodes) : node;
}
