import type { Lexicon } from '../search/lexicon.ts';
import { candidatesIn, type FoundPassage } from './candidates.ts';
import type { Candidate } from './features.ts';
import { appraise } from './model.ts';
import type { Question } from './question.ts';

/** A candidate and what it is worth. */
export interface Ranked {
  readonly candidate: Candidate;
  /** Value of each feature, in the order of `FEATURE_NAMES`. */
  readonly seen: readonly number[];
  readonly score: number;
}

/** Passages → their sentences, best first; those of equal score in the order in which they were found. */
export function rank(question: Question, found: readonly FoundPassage[], lexicon: Lexicon): readonly Ranked[] {
  return candidatesIn(question, found, lexicon)
    .map((candidate): Ranked => ({ candidate, ...appraise(candidate) }))
    .sort((a, b) => b.score - a.score);
}
