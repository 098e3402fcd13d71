import type { Candidate, Held } from './candidate.ts';
import type { TermSet } from './match.ts';

/** Another name for the same thing counts, but less than its own. */
const CONCEPT_MATCH = 0.8;

/** What a set of terms weighs. */
export function weigh(set: TermSet, weights: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < weights.length; index++) if ((set >> index) & 1) sum += weights[index] ?? 0;
  return sum;
}

/** How much of the question several texts hold together. */
export function covered(weights: readonly number[], ...matches: readonly (Held | null)[]): number {
  let stems = 0;
  let concepts = 0;
  for (const match of matches) {
    stems |= match?.stems ?? 0;
    concepts |= match?.concepts ?? 0;
  }
  return weigh(stems, weights) + CONCEPT_MATCH * weigh(concepts & ~stems, weights);
}

/** How many of the question's names they hold; 1 when it has none. */
export function namesHeld({ names, question }: Candidate, ...matches: readonly (Held | null)[]): number {
  if (names.length === 0) return 1;
  const weights = question.terms.map(({ name }) => (name ? 1 / names.length : 0));
  return covered(weights, ...matches);
}

/** How much of the question its section's heading repeats, and how much of the heading the question holds. */
export function headingMatch({ heading, weights, passage }: Candidate): number {
  if (passage.heading.contentWords === 0) return 0;
  const held = new Set(heading.terms).size;
  return covered(weights, heading) * Math.min(1, held / passage.heading.contentWords);
}

/** Words of a cosine below this have nothing to do with each other. */
const UNRELATED = 0.3;

/** What stands for the missing words of the question: a near word counts by how near it is. */
export function standIns(
  { weights }: Pick<Candidate, 'weights'>,
  match: Held,
  near: readonly number[],
): number {
  const held = match.stems | match.concepts;
  return weights.reduce(
    (sum, weight, index) =>
      (held >> index) & 1 ? sum : sum + weight * Math.max(0, (near[index] ?? 0) - UNRELATED),
    0,
  );
}
