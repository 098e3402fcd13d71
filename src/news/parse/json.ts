import { type Article, buildArticle, type DraftSection } from '../article.ts';
import { describe, ParseError, readMasthead } from './masthead.ts';

/** `{"headline", "publisher"?, …, "sections": [{"heading"?, "paragraphs": [string, …]}]}`; paragraphs are kept to the letter. */
export function parseJson(id: string, contents: string): Article {
  const parsed = readJson(contents);
  if (!isRecord(parsed))
    throw new ParseError(`expected an object with "headline" and "sections", got ${describe(parsed)}`);
  const masthead = readMasthead(parsed);
  if (masthead.headline === undefined) throw new ParseError('expected "headline": the title of the article');
  if (!Array.isArray(parsed['sections']))
    throw new ParseError(
      `"sections": expected a list of {"heading", "paragraphs"}, got ${describe(parsed['sections'])}`,
    );
  const article = buildArticle(
    id,
    { ...masthead, headline: masthead.headline },
    parsed['sections'].map(readSection),
  );
  if (article.text === '')
    throw new ParseError('"sections": expected at least one paragraph with words in it');
  return article;
}

function readSection(section: unknown, index: number): DraftSection {
  const where = `"sections"[${index}]`;
  if (!isRecord(section))
    throw new ParseError(`${where}: expected {"heading", "paragraphs"}, got ${describe(section)}`);
  const { heading, paragraphs } = section;
  if (heading !== undefined && heading !== null && typeof heading !== 'string')
    throw new ParseError(`${where}."heading": expected text, got ${describe(heading)}`);
  if (!Array.isArray(paragraphs))
    throw new ParseError(`${where}."paragraphs": expected a list of texts, got ${describe(paragraphs)}`);
  return {
    ...(typeof heading === 'string' && { heading }),
    paragraphs: paragraphs.map((paragraph, at) => {
      if (typeof paragraph !== 'string')
        throw new ParseError(`${where}."paragraphs"[${at}]: expected text, got ${describe(paragraph)}`);
      return paragraph;
    }),
  };
}

function readJson(contents: string): unknown {
  try {
    return JSON.parse(contents);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new ParseError(`expected JSON: ${message}`, lineOfJsonError(contents, message));
  }
}

/** V8 names the offset ("at position 17"), or the text ends too early. */
function lineOfJsonError(contents: string, message: string): number {
  const position = /at position (\d+)/.exec(message)?.[1];
  const upTo = position === undefined ? contents.length : Number(position);
  return contents.slice(0, upTo).split('\n').length;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
