import { type Article, buildArticle, type Masthead, textAt } from '../article.ts';
import type { Contents } from './contents.ts';
import { isPhotoCredit } from './credits.ts';
import { headlineFromId } from './headline-from-id.ts';
import { type Imprint, imprintIn, together } from './imprint.ts';
import { isProfession, partIn } from './imprint-parts.ts';
import { ParseError } from './masthead.ts';
import { withoutBeside } from './pdf/beside.ts';
import { meaningless } from './pdf/fold.ts';
import { headlineAmong, nameplateAbove, type Passage, publisherIn } from './pdf/headline.ts';
import { openPdf } from './pdf/open.ts';
import { passagesOf } from './pdf/passages.ts';
import { readsLikeHeading } from './pdf/type.ts';

/**
 * A PDF with text in it → its article: columns are read one after the other, words that were parted at the end of a
 * line are whole again, running heads, page numbers and photo credits are left out, larger or bolder lines are
 * headings. When it was published is told by what is printed beside the headline, never by the dates of the PDF, which
 * say when the file was made.
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
  const { imprint, rest } = withoutImprint(at === undefined ? passages : passages.slice(at + 1));
  const publisher = nameplateAbove(passages, at) ?? publisherIn(printed.title, headline);
  const masthead: Masthead = {
    headline: headline?.text ?? headlineFromId(id),
    ...imprint,
    ...(publisher !== undefined && { publisher }),
  };
  // Above a headline stand the section's name, the place, the day; and on a full page the end of another article.
  const article = buildArticle(id, masthead, sectionsOf(withoutBeside([...above.filter(isText), ...rest])));
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
      'expected text, got a PDF whose pages are pictures or blank. Run text recognition on it first, or save the text as .txt.',
    );
  if (meaningless(text) > MOST_MEANINGLESS * text.length)
    throw new ParseError(
      'expected text, got a PDF that does not say which letters its signs are. Run text recognition on it first, or save the text as .txt.',
    );
}

const isText = ({ text, isHeading }: Passage): boolean => !isHeading && /[.!?…]["”’)\]]*$/u.test(text);

/** How far below its headline, in passages, an article's imprint stands: below a standfirst, above the text. */
const IMPRINT_WITHIN = 4;

function withoutImprint(passages: readonly Passage[]): { imprint: Imprint; rest: readonly Passage[] } {
  const lines = passages
    .slice(0, IMPRINT_WITHIN)
    .map((passage, index) => ({ passage, said: imprintAt(passages, index) }));
  return {
    imprint: lines.reduce<Imprint>((all, { said = {} }) => together(all, said), {}),
    rest: [
      ...lines.filter(({ said }) => said === undefined).map(({ passage }) => passage),
      ...passages.slice(IMPRINT_WITHIN),
    ],
  };
}

/** A name alone is the author's above a day ("Ada Quill", "4 March 2031"), and a role alone below one. */
function imprintAt(passages: readonly Passage[], index: number): Imprint | undefined {
  const [before = '', text = '', after = ''] = [index - 1, index, index + 1].map((at) => passages[at]?.text);
  const own = imprintIn(text);
  if (own !== undefined) return own;
  const day = imprintIn(after);
  if (day?.published !== undefined && day.byline === undefined && partIn(text)?.is === 'name')
    return imprintIn(`${text} | ${after}`);
  return imprintIn(before)?.byline !== undefined && isProfession(text) ? {} : undefined;
}

function sectionsOf(passages: readonly Passage[]) {
  const sections: { heading?: string; paragraphs: string[] }[] = [{ paragraphs: [] }];
  for (const { text, isHeading } of passages) {
    if (isHeading) sections.push({ heading: text, paragraphs: [] });
    else sections.at(-1)?.paragraphs.push(text);
  }
  return sections;
}
