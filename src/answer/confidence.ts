import type { Lexicon } from '../search/lexicon.ts';
import type { Evidence } from './answer.ts';
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
  const unknownName = unknown.some(({ capital }) => capital) ? 1 : 0;
  const { coverageWithHeadings, softCoverage, passageCoverage, names, typeMatch, headingMatch, pairs } =
    best.seen;
  const sum =
    -3.2 +
    1.5 * coverageWithHeadings +
    1.5 * softCoverage +
    2.5 * passageCoverage +
    0.7 * names +
    0.8 * typeMatch +
    1.5 * headingMatch +
    0.6 * pairs -
    3 * missing -
    2 * unknownName;
  return 1 / (1 + Math.exp(-sum));
}
