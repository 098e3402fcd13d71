import { type Article, textAt } from '../../../src/news/article.ts';
import { ParseError } from '../../../src/news/parse/masthead.ts';

/** An article as a table row: `[heading, paragraph, …]` for each section. */
export const shapeOf = (article: Article): readonly (readonly (string | null)[])[] =>
  article.sections.map(({ heading, paragraphs }) => [
    heading && textAt(article, heading),
    ...paragraphs.map((span) => textAt(article, span)),
  ]);

export const paragraphsOf = (article: Article): readonly string[] =>
  article.sections.flatMap(({ paragraphs }) => paragraphs.map((span) => textAt(article, span)));

/** The line and the words of the complaint. */
export function complaintOf(parse: () => unknown): {
  readonly line: number | undefined;
  readonly message: string;
} {
  try {
    parse();
  } catch (error) {
    if (error instanceof ParseError) return { line: error.line, message: error.message };
    throw error;
  }
  throw new Error('nothing was complained of');
}
