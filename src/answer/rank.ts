import type { Candidate } from './candidate.ts';
import { candidatesIn, type FoundPassage, type Words } from './candidates.ts';
import { type Appraisal, appraise } from './model.ts';
import type { Question } from './question.ts';

/** A candidate and what it is worth. */
export interface Ranked extends Appraisal {
  readonly candidate: Candidate;
  /** Points that were added to its score because the person asked about speaks in it. */
  readonly raised?: number;
  /** Points that were added because its article is newer than others that say it about as well. */
  readonly newer?: number;
}

/** Passages → their sentences, best first; those of equal score in the order in which they were found. */
export function rank(question: Question, found: readonly FoundPassage[], words: Words): readonly Ranked[] {
  const candidates = candidatesIn(question, found, words);
  return appraise(candidates)
    .flatMap((appraisal, index): readonly Ranked[] => {
      const candidate = candidates[index];
      return candidate === undefined ? [] : [{ candidate, ...appraisal }];
    })
    .sort((a, b) => b.score - a.score);
}
