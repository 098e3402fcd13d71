import type { Match } from '../src/check/verdict.ts';
import { type Article, covers, type Span, sectionAt } from '../src/news/article.ts';
import type { Block } from '../src/reply.ts';

/** The true words with what was changed. */
export const comparisonOf = ({ article, quotations, shown, runs }: Match): readonly Block[] => [
  { kind: 'comparison', article, quotation: quotations[0] ?? null, shown, runs },
];

/** Whole, however little of them was given. Other articles that have the words are listed by the verdict. */
export const quotationsOf = ({ article, quotations }: Match): readonly Block[] =>
  quotations.map((quotation) => ({ kind: 'quotation', article, quotation, also: [] }));

/** The words where they stand in the article’s own text, bold in their sentences. */
export function passageOf({ article, shown, at }: Match): readonly Block[] {
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) return [];
  const answers = shown
    .map(({ start, end }) => ({ start: Math.max(start, at.start), end: Math.min(end, at.end) }))
    .filter(({ start, end }) => start < end);
  return [
    {
      kind: 'passage',
      article,
      span: { start: first.start, end: last.end },
      answers,
      heading: headingOver(article, first),
      strength: null,
      also: [],
    },
  ];
}

/** Words may also stand in a heading, over which there is none. */
function headingOver(article: Article, span: Span): Span | null {
  const heading = sectionAt(article, span)?.heading ?? null;
  return heading === null || covers(heading, span) ? null : heading;
}
