import { type Article, covers, overlap, type Span } from './news/article.ts';
import type { Quotation } from './news/quotations/quotation.ts';
import { sentences } from './news/sentences.ts';
import type { PassageBlock } from './reply.ts';

/**
 * Where reported speech stands: the whole sentences that hold it. Torn out of them, "that it was over" would read
 * as if it were somebody's very words.
 */
export function reportedIn(article: Article, { spans }: Pick<Quotation, 'spans'>): Span {
  const isReported = (stretch: Span): boolean => spans.some((span) => overlap(span, stretch));
  const holding = article.sections
    .flatMap(({ paragraphs }) => paragraphs.filter(isReported))
    .flatMap((paragraph) => sentences(article.text, paragraph).filter(isReported));
  const stretches = [...spans, ...holding];
  return {
    start: Math.min(...stretches.map(({ start }) => start)),
    end: Math.max(...stretches.map(({ end }) => end)),
  };
}

/**
 * What stands out in a passage: its answers; nothing in one that answers nothing, or that is shown beside an answer
 * and would stand out as a whole.
 */
export function emphasised({ span, answers, strength }: PassageBlock): readonly Span[] {
  if (strength === 'nearest') return [];
  return strength === null && answers.some((answer) => covers(answer, span)) ? [] : answers;
}
