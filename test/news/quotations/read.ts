import { buildArticle, textAt } from '../../../src/news/article.ts';
import type { QuotationKind } from '../../../src/news/quotations/quotation.ts';
import { quotationsOf } from '../../../src/news/quotations/quotations.ts';

export const inParagraphs = (...paragraphs: string[]) =>
  buildArticle('test', { headline: 'Test' }, [{ paragraphs }]);

/** What a reader would see of each quotation. */
export function read(...paragraphs: string[]) {
  const article = inParagraphs(...paragraphs);
  return quotationsOf(article).map(({ spans, speaker, grade, cue, venue, kind }) => ({
    words: spans.map((span) => textAt(article, span)).join(' … '),
    who: speaker === null ? null : textAt(article, speaker.name),
    role: speaker === null || speaker.role === null ? null : textAt(article, speaker.role),
    cue: cue === null ? null : textAt(article, cue),
    venue: venue === null ? null : textAt(article, venue),
    grade,
    kind,
  }));
}

const BETWEEN_MARKS: ReadonlySet<QuotationKind> = new Set(['direct', 'mixed', 'term']);

/** Only what stands between marks. */
export const readQuoted = (...paragraphs: string[]) =>
  read(...paragraphs).filter(({ kind }) => BETWEEN_MARKS.has(kind));

/** Only what is reported. */
export const readReported = (...paragraphs: string[]) =>
  read(...paragraphs).filter(({ kind }) => kind === 'indirect');
