import { type Article, buildArticle, type DraftSection } from '../article.ts';
import { describe, ParseError, readMasthead } from './masthead.ts';

/** UTF-16 units: twice the longest article. JSON is parsed in one go, which nobody can end where it takes too long. */
const LONGEST = 2_000_000;

/** `{"headline", "publisher"?, …, "sections": [{"heading"?, "paragraphs": [string, …]}]}`; paragraphs are kept to the letter. */
export function parseJson(id: string, contents: string): Article {
  if (contents.length > LONGEST)
    throw new ParseError(
      `expected JSON of at most ${LONGEST.toLocaleString('en')} characters, got ${contents.length.toLocaleString('en')}. Write each article into a file of its own.`,
    );
  const parsed = readJson(contents);
  if (!isRecord(parsed))
    throw new ParseError(`expected an object with "headline" and "sections", got ${describe(parsed)}`);
  const masthead = readMasthead(parsed);
  if (masthead.headline === undefined) throw new ParseError('expected "headline": the title of the article');
  if (!Array.isArray(parsed.sections))
    throw new ParseError(
      `"sections": expected a list of {"heading", "paragraphs"}, got ${describe(parsed.sections)}`,
    );
  const article = buildArticle(
    id,
    { ...masthead, headline: masthead.headline },
    parsed.sections.map(readSection),
  );
  if (article.sections.every((section) => section.paragraphs.length === 0))
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
    const line = contents.slice(0, offsetOfJsonError(contents)).split('\n').length;
    throw new ParseError(`expected JSON: ${message.replace(/\s+/g, ' ')}`, line);
  }
}

/** V8 names the offset of some mistakes only. The others stand where the text stops being the beginning of any JSON. */
function offsetOfJsonError(contents: string): number {
  let [begins, broken] = [0, contents.length];
  while (broken - begins > 1) {
    const middle = (begins + broken) >> 1;
    if (couldGoOn(contents.slice(0, middle))) begins = middle;
    else broken = middle;
  }
  return begins;
}

function couldGoOn(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const at = /at position (\d+)/.exec(message)?.[1];
    return (
      /^Unterminated|^Bad Unicode escape|end of JSON input/.test(message) || Number(at) >= beginning.length
    );
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
