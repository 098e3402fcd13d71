import type { Article } from '../article.ts';

/**
 * A file's contents → an article.
 *
 * @throws ParseError naming the line, what was expected and what was got.
 */
export type Parser = (id: string, contents: string) => Article;

/** One row a format. A parser is loaded when the first file of its kind is read. */
export const formats: Readonly<Record<string, () => Promise<Parser>>> = {
  '.md': async () => (await import('./markdown.ts')).parseMarkdown,
  '.txt': async () => (await import('./text.ts')).parseText,
  '.json': async () => (await import('./json.ts')).parseJson,
};
