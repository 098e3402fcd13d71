import { type Article, buildArticle, type Masthead, textAt } from '../article.ts';
import type { Contents } from './contents.ts';
import { isPhotoCredit } from './credits.ts';
import { headlineFromId } from './headline-from-id.ts';
import { ParseError } from './masthead.ts';
import { meaningless } from './pdf/fold.ts';
import { headlineAmong, isNewspaper, type Passage } from './pdf/headline.ts';
import { openPdf } from './pdf/open.ts';
import { passagesOf } from './pdf/passages.ts';
import { readsLikeHeading } from './pdf/type.ts';

/**
 * A PDF with text in it → its article: columns are read one after the other, words that were parted at the end of a
 * line are whole again, running heads, page numbers and photo credits are left out, larger or bolder lines are
 * headings. When it was published is not in a PDF: its dates say when the file was made.
 *
 * @throws ParseError when it cannot be opened, is too large, or holds no text.
 */
export async function parsePdf(id: string, { bytes }: Contents): Promise<Article> {
  const printed = await openPdf(bytes);
  const passages = passagesOf(printed.pages).filter(({ text }) => !isPhotoCredit(text));
  refuseWithoutText(passages);
  const at = headlineAmong(passages, printed.title);
  const headline = at === undefined ? undefined : passages[at];
  const above = at === undefined ? [] : passages.slice(0, at);
  const { byline, rest } = withoutByline(at === undefined ? passages : passages.slice(at + 1));
  const publisher = above.find(({ isLarge, text }) => isLarge && isNewspaper(text))?.text;
  const masthead: Masthead = {
    headline: headline?.text ?? headlineFromId(id),
    ...(byline !== undefined && { byline }),
    ...(publisher !== undefined && { publisher }),
  };
  // Above a headline stand the section's name, the place, the day; and on a full page the end of another article.
  const article = buildArticle(id, masthead, sectionsOf([...above.filter(isText), ...rest]));
  const paragraphs = article.sections.flatMap((section) => section.paragraphs);
  if (paragraphs.every((paragraph) => readsLikeHeading(textAt(article, paragraph))))
    throw new ParseError('expected at least one paragraph, got headings only. Save its text as .txt.');
  return article;
}

/** Of letters that stand for nothing, so many make a text unreadable. */
const MOST_MEANINGLESS = 0.1;

function refuseWithoutText(passages: readonly Passage[]): void {
  const text = passages.map((passage) => passage.text).join('');
  if (!/\p{L}{2}/u.test(text) && meaningless(text) === 0)
    throw new ParseError(
      'expected text, got a PDF whose pages are pictures. Run text recognition on it first, or save the text as .txt.',
    );
  if (meaningless(text) > MOST_MEANINGLESS * text.length)
    throw new ParseError(
      'expected text, got a PDF that does not say which letters its signs are. Run text recognition on it first, or save the text as .txt.',
    );
}

const isText = ({ text, isHeading }: Passage): boolean => !isHeading && /[.!?…]["”’)\]]*$/u.test(text);

const BYLINE = /^by\s+(?=\p{Lu})/iu;
const MOST_BYLINE_WORDS = 12;
/** How far below its headline, in passages, an article names its author: below a standfirst, above the text. */
const BYLINE_WITHIN = 3;

function withoutByline(passages: readonly Passage[]): { byline?: string; rest: readonly Passage[] } {
  const at = passages
    .slice(0, BYLINE_WITHIN)
    .findIndex(
      ({ text }) => BYLINE.test(text) && text.split(' ').length <= MOST_BYLINE_WORDS && !/[.!?]$/.test(text),
    );
  const byline = passages[at]?.text.replace(BYLINE, '');
  return byline === undefined ? { rest: passages } : { byline, rest: passages.toSpliced(at, 1) };
}

function sectionsOf(passages: readonly Passage[]) {
  const sections: { heading?: string; paragraphs: string[] }[] = [{ paragraphs: [] }];
  for (const { text, isHeading } of passages) {
    if (isHeading) sections.push({ heading: text, paragraphs: [] });
    else sections.at(-1)?.paragraphs.push(text);
  }
  return sections;
}
