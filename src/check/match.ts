import { type Article, covers, type Span } from '../news/article.ts';
import { sentences } from '../news/sentences.ts';
import type { Step } from './align.ts';
import { type Candidate, touchedBy } from './candidates.ts';
import { runsOf } from './comparison.ts';
import type { Match, Run } from './verdict.ts';

/** @param torn words beside those that were given, without which they say something else. */
export function matchOf(candidate: Candidate, torn: readonly Span[]): Match {
  const { comparison, source, length } = candidate;
  const { article } = comparison;
  const at = touchedBy(comparison);
  const laid = runsOf({ ...comparison, steps: completed(comparison.steps, length) });
  const isShown = (word: Span): boolean => laid.some((run) => run.kind !== 'added' && covers(run.span, word));
  const lost = torn.filter((word) => !isShown(word));
  // What was torn off may stand in the quotation before or after.
  const quotations = lost.length > 0 ? candidate.statement : candidate.quotations;
  const shown = source === 'speech' ? quotations.flatMap(({ spans }) => spans) : sentencesAround(article, at);
  const runs = [...laid, ...lost.map((span): Run => ({ kind: 'missing', span }))].filter(
    (run) => run.kind === 'added' || shown.some((span) => covers(span, run.span)),
  );
  return { article, quotations, shown, runs: lost.length === 0 ? runs : sorted(runs), at };
}

const MOST_REPLACED = 3;

/** Where the first or last words given are not true, the true ones are shown that stand in their place. */
function completed(steps: readonly Step[], length: number): readonly Step[] {
  const isAdded = (step: Step): boolean => step.kind === 'added';
  const opening = steps.findIndex((step) => !isAdded(step));
  const closing = steps.length - 1 - steps.findLastIndex((step) => !isAdded(step));
  const words = steps.flatMap((step) => (step.kind === 'added' ? [] : [step.word]));
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return steps;
  const missing = (from: number, to: number): readonly Step[] =>
    Array.from({ length: Math.max(0, to - from) }, (_, at) => ({ kind: 'missing', word: from + at }));
  const before = opening > MOST_REPLACED ? [] : missing(Math.max(0, first - opening), first);
  const after = closing > MOST_REPLACED ? [] : missing(last + 1, Math.min(length, last + 1 + closing));
  return [...steps.slice(0, opening), ...before, ...steps.slice(opening), ...after];
}

function sorted(runs: Match['runs']): Match['runs'] {
  const offset = new Map<Match['runs'][number], number>();
  let last = 0;
  for (const run of runs) {
    if (run.kind !== 'added') last = run.span.start;
    offset.set(run, last);
  }
  return [...runs].sort((a, b) => (offset.get(a) ?? 0) - (offset.get(b) ?? 0));
}

/** The sentences that hold a stretch of text, paragraph by paragraph. */
function sentencesAround(article: Article, at: Span): readonly Span[] {
  const blocks = article.sections.flatMap(({ heading, paragraphs }) => [
    ...(heading === null ? [] : [heading]),
    ...paragraphs,
  ]);
  return blocks.flatMap((block) => {
    if (block.end <= at.start || at.end <= block.start) return [];
    const held = sentences(article.text, block).filter(({ start, end }) => start < at.end && at.start < end);
    const [first, last] = [held[0], held.at(-1)];
    return first === undefined || last === undefined ? [block] : [{ start: first.start, end: last.end }];
  });
}
