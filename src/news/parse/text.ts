import { type Article, buildArticle, type DraftSection } from '../article.ts';
import { isPhotoCredit } from './credits.ts';
import { headlineFromId } from './headline-from-id.ts';
import { imprintIn, isDay, readImprint, together } from './imprint.ts';
import { ParseError } from './masthead.ts';

/**
 * Plain text as a newspaper page copies: a paragraph a line, short lines without closing punctuation are
 * headings, photo credits are dropped. Text that an editor has wrapped at a fixed width is joined first.
 *
 * A first line that reads like a heading is the headline; otherwise the file's name has to serve. Beside a headline,
 * or below the text, may stand who wrote the article, in which newspaper, and when.
 */
export function parseText(id: string, contents: string): Article {
  refusePage(contents);
  const [first, ...others] = headlineFirst(readBlocks(contents).filter((block) => !isPhotoCredit(block)));
  if (first === undefined) throw new ParseError('expected at least one paragraph, got an empty file', 1);
  const hasHeadline = others.length > 0 && isHeading(first);
  const headline = hasHeadline ? first : headlineFromId(id);
  const { imprint, text } = hasHeadline ? readImprint(others) : { imprint: {}, text: [first, ...others] };
  const ending = imprintIn(text.at(-1) ?? '');
  const sections: { heading?: string; paragraphs: string[] }[] = [{ paragraphs: [] }];
  for (const block of ending === undefined ? text : text.slice(0, -1)) {
    if (isHeading(block)) sections.push({ heading: block, paragraphs: [] });
    else sections.at(-1)?.paragraphs.push(block);
  }
  if (sections.every(({ paragraphs }) => paragraphs.length === 0))
    throw new ParseError('expected at least one paragraph; short lines without a full stop are headings', 1);
  return buildArticle(
    id,
    { headline, ...together(imprint, ending ?? {}) },
    sections satisfies readonly DraftSection[],
  );
}

/** @throws ParseError when it is a page's source: its tags would be read as words. */
function refusePage(contents: string): void {
  if (/^\s*<(?:!doctype html|html)\b/i.test(contents))
    throw new ParseError('expected plain text, got a web page. Give the file the ending .html.', 1);
}

/** A day that stands above a headline is read as one below it. */
function headlineFirst(blocks: readonly string[]): readonly string[] {
  const [day, headline, ...others] = blocks;
  return day !== undefined && headline !== undefined && isDay(day) ? [headline, day, ...others] : blocks;
}

function readBlocks(contents: string): readonly string[] {
  const lines = contents.split(/\r\n|[\n\r]/).map((line) => line.trim());
  if (!isHardWrapped(lines)) return lines.filter((line) => line !== '');
  return lines
    .join('\n')
    .split(/\n{2,}/)
    .map((block) => block.replaceAll('\n', ' ').trim())
    .filter((block) => block !== '');
}

/** A typewriter's or an editor's line: nothing on the page is wider. */
const WIDEST_WRAPPED_LINE = 100;

/** Every line fits a narrow page, and blank lines, not line ends, part the paragraphs. */
function isHardWrapped(lines: readonly string[]): boolean {
  if (lines.some((line) => line.length > WIDEST_WRAPPED_LINE)) return false;
  const goesOn = lines.filter(
    (line, index) => /[\p{L}\p{N},;–-]$/u.test(line) && /^[\p{Ll}\p{N}“"(]/u.test(lines[index + 1] ?? ''),
  );
  return lines.includes('') && goesOn.length >= 2;
}

const LONGEST_HEADING = 90;
const MOST_HEADING_WORDS = 14;

/** "Why It Matters"; "What Happens Next?": short, unquoted, and not closed like a sentence. */
function isHeading(block: string): boolean {
  if (block.length > LONGEST_HEADING || block.split(/\s+/).length > MOST_HEADING_WORDS) return false;
  if (!/\p{L}/u.test(block)) return false;
  if (/^["“‘'—–•*-]/u.test(block)) return false;
  return !/[.!:;,…”"’)]$/u.test(block);
}
