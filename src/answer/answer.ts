import type { Span } from '../news/article.ts';
import type { Passage } from '../search/passages.ts';
import type { Question } from './question.ts';

/** One sentence that might answer, and how strongly. */
export interface Evidence {
  readonly passage: Passage;
  readonly sentence: Span;
  /** Higher is better; compares only within one list. */
  readonly score: number;
}

interface Outcome {
  readonly question: Question;
  /** 0..1: how sure we are that the best sentence answers the question. */
  readonly confidence: number;
  /** Best first, one row a sentence, at most ten. */
  readonly evidence: readonly Evidence[];
}

export interface Answer extends Outcome {
  readonly kind: 'answer';
  readonly best: Evidence;
  /** Sentences of other passages that add something; at most two. */
  readonly further: readonly Evidence[];
  readonly strength: 'strong' | 'fair' | 'weak';
}

/** The articles do not say. A value, not an error. */
export interface NoAnswer extends Outcome {
  readonly kind: 'no-answer';
  /** One sentence of our own: why there is no answer. */
  readonly reason: string;
  /** Words of the question that no article holds. */
  readonly unknown: readonly string[];
  readonly nearest: Evidence | null;
}
