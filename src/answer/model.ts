import { createRequire } from 'node:module';
import type { Cue } from './cues.ts';
import { type Candidate, FEATURE_NAMES, type FeatureName, features } from './features.ts';
import type { QuestionKind } from './question.ts';

/** What was learned, by `npm run train`. */
export interface Weights {
  /** The command and the data that made it. */
  readonly made: string;
  readonly features: Readonly<Partial<Record<FeatureName, number>>>;
  /** What a cue is worth for each kind of question. */
  readonly cues: Readonly<Partial<Record<QuestionKind, Readonly<Partial<Record<Cue, number>>>>>>;
}

const learned = createRequire(import.meta.url)('#weights') as Weights;

/** What each feature adds to a candidate's score, in the order of `FEATURE_NAMES`, and what its cues add. */
export interface Appraisal {
  readonly seen: readonly number[];
  readonly score: number;
}

export function appraise(candidate: Candidate, weights: Weights = learned): Appraisal {
  const seen = FEATURE_NAMES.map((name) => features[name](candidate));
  let score = cueScore(candidate, weights);
  FEATURE_NAMES.forEach((name, index) => {
    score += (weights.features[name] ?? 0) * (seen[index] ?? 0);
  });
  return { seen, score };
}

/** Each cue counts once, however often it stands in a sentence. */
export function cueScore({ question, cues }: Candidate, weights: Weights = learned): number {
  const worth = weights.cues[question.kind];
  if (worth === undefined) return 0;
  return [...new Set(cues.map(({ cue }) => cue))].reduce((sum, cue) => sum + (worth[cue] ?? 0), 0);
}

export const weightOf = (feature: FeatureName): number => learned.features[feature] ?? 0;
