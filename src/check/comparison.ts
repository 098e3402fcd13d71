import type { Article, Span } from '../news/article.ts';
import type { Step } from './align.ts';
import type { Given } from './given.ts';
import type { Run } from './verdict.ts';
import { isNegation, wordEnd, wordsOf } from './words.ts';

/** The words given, laid along words of an article. */
export interface Comparison {
  readonly article: Article;
  readonly given: Given;
  /** Where each true word stands, counted as the steps count them. */
  wordAt(word: number): Span;
  readonly steps: readonly Step[];
  /** How much the step's word says: the rarer, the more. */
  weightOf(step: Step): number;
}

/** How much of the words given is true, in words. */
export interface Measures {
  readonly kept: number;
  readonly added: number;
  /** Not counting those that were left out openly. */
  readonly missing: number;
  /** Left out where "…" stands. */
  readonly cut: readonly Span[];
  /** The weight of the words kept, and of those added and missing. */
  readonly evidence: number;
  readonly against: number;
}

export function measuresOf(comparison: Comparison): Measures {
  const { given, steps } = comparison;
  let [kept, added, missing, read, evidence, against] = [0, 0, 0, 0, 0, 0];
  let cut: Span[] = [];
  const all: Span[] = [];
  const close = (): void => {
    missing += cut.filter((_, at) => isTorn(comparison.article, cut, at)).length;
    all.push(...cut);
    cut = [];
  };
  for (const step of steps) {
    if (step.kind === 'missing') {
      if (given.gaps.has(read) && read > 0) cut.push(comparison.wordAt(step.word));
      else {
        missing++;
        against += comparison.weightOf(step);
      }
      continue;
    }
    close();
    if (step.kind === 'kept') {
      kept++;
      evidence += comparison.weightOf(step);
    } else {
      added++;
      against += comparison.weightOf(step);
    }
    read++;
  }
  close();
  return { kept, added, missing, cut: all, evidence, against };
}

/** Added words come before the missing ones that they stand for; words next to each other make one run. */
export function runsOf({ article, given, wordAt, steps }: Comparison): readonly Run[] {
  const runs: Run[] = [];
  let added: number[] = [];
  let missing: Span[] = [];
  const close = (): void => {
    const [first, last] = [given.words[added[0] ?? -1], given.words[added.at(-1) ?? -1]];
    if (first !== undefined && last !== undefined)
      runs.push({ kind: 'added', text: given.text.slice(first.start, last.end) });
    runs.push(...joined(article, missing).map((span) => ({ kind: 'missing' as const, span })));
    added = [];
    missing = [];
  };
  let kept: Span[] = [];
  const closeKept = (): void => {
    runs.push(...joined(article, kept).map((span) => ({ kind: 'kept' as const, span })));
    kept = [];
  };
  for (const step of steps) {
    if (step.kind === 'kept') {
      close();
      kept.push(wordAt(step.word));
      continue;
    }
    closeKept();
    if (step.kind === 'added') added.push(step.given);
    else missing.push(wordAt(step.word));
  }
  closeKept();
  close();
  return runs;
}

/** Words with nothing but white space and punctuation between them, as one span. */
function joined(article: Article, words: readonly Span[]): readonly Span[] {
  const runs: Span[] = [];
  for (const word of words) {
    const last = runs.at(-1);
    const between = last === undefined ? 'x' : article.text.slice(last.end, word.start);
    if (last === undefined || /[\p{L}\p{N}“”"]|\n/u.test(between)) runs.push(word);
    else runs[runs.length - 1] = { start: last.start, end: word.end };
  }
  return runs;
}

export const isNegationAt = (article: Article, { start, end }: Span): boolean =>
  wordsOf(article.text.slice(start, end)).some(({ form }) => isNegation(form));

/** Whether a sentence ends between two words. */
export const partedBySentence = ({ text }: Article, before: Span, after: Span): boolean =>
  /[.!?…]/.test(text.slice(before.end, after.start));

/** “I did … support it” for “I did not support it”: a negation is left out, and words of its sentence are kept. */
function isTorn(article: Article, cut: readonly Span[], at: number): boolean {
  const word = cut[at];
  if (word === undefined || !isNegationAt(article, word)) return false;
  const parted = (before: number): boolean => {
    const [left, right] = [cut[before], cut[before + 1]];
    return left !== undefined && right !== undefined && partedBySentence(article, left, right);
  };
  const first = cut.findLastIndex((_, before) => before < at && parted(before)) + 1;
  const last = cut.findIndex((_, before) => before >= at && parted(before));
  const [opening, closing] = [cut[first], last < 0 ? cut.at(-1) : cut[last]];
  const whole =
    opening !== undefined &&
    closing !== undefined &&
    /(?:^|[.!?…][”"’')\]\s]*|\n)$/.test(
      article.text.slice(Math.max(0, opening.start - 6), opening.start).replace(/[“"‘'(]$/, ''),
    ) &&
    /^[”"’')\]]*[.!?…]/.test(article.text.slice(closing.end, closing.end + 3));
  return !whole;
}

export const spanAt = ({ text }: Article, start: number): Span => ({ start, end: wordEnd(text, start) });
