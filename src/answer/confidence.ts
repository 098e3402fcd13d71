import type { Lexicon } from '../search/lexicon.ts';
import type { Evidence } from './answer.ts';
import { FEATURE_NAMES, type FeatureName } from './features.ts';
import type { Question, QuestionTerm } from './question.ts';

export type Strength = 'strong' | 'fair' | 'weak';

/** Below this the bot says that the articles do not say. */
export const THRESHOLD = 0.5;

export const strengthOf = (confidence: number): Strength =>
  confidence >= 0.85 ? 'strong' : confidence >= 0.7 ? 'fair' : 'weak';

/** How sure we are that the best sentence answers: 0..1. */
export function confidenceIn(
  question: Question,
  evidence: readonly Evidence[],
  unknown: readonly QuestionTerm[],
  lexicon: Lexicon,
): number {
  const best = evidence[0];
  if (best === undefined) return 0;
  const weigh = (terms: readonly QuestionTerm[]): number =>
    terms.reduce((sum, { term, weight }) => sum + weight * lexicon.rarity(term), 0);
  const missing = weigh(unknown) / Math.max(weigh(question.terms), Number.MIN_VALUE);
  const unknownName = unknown.some(({ name }) => name) ? 1 : 0;
  const seen = (name: FeatureName): number => best.ranked.seen[FEATURE_NAMES.indexOf(name)] ?? 0;
  const sum =
    1.8 +
    2.5 * seen('coverage') -
    4.5 * seen('missing') +
    0.7 * seen('names') +
    0.8 * seen('typeMatch') +
    1.5 * seen('headingMatch') +
    0.6 * seen('pairs') -
    3 * missing -
    2 * unknownName;
  return 1 / (1 + Math.exp(-sum));
}
