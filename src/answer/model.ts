import { createRequire } from 'node:module';
import type { Candidate } from './candidate.ts';
import { CUES, type Cue } from './cues.ts';
import { FEATURE_NAMES, type Feature, type FeatureName, features } from './features.ts';
import { QUESTION_KINDS, type QuestionKind } from './question.ts';
import { forestScore, type Tree } from './trees.ts';

/** What was learned, by `npm run train`. */
export interface Weights {
  /** The command and the data that made it. */
  readonly made: string;
  readonly features: Readonly<Partial<Record<FeatureName, number>>>;
  /** What a cue is worth for each kind of question. */
  readonly cues: Readonly<Partial<Record<QuestionKind, Readonly<Partial<Record<Cue, number>>>>>>;
  /** What the sum above misses: trees over the columns of `columnsOf`. */
  readonly trees: readonly Tree[];
}

const learned = createRequire(import.meta.url)('#weights') as Weights;

/** A candidate's worth and where it came from. */
export interface Appraisal {
  /** Value of each feature, in the order of `FEATURE_NAMES`. */
  readonly seen: readonly number[];
  /** What its cues add. */
  readonly cues: number;
  /** What the trees add. */
  readonly trees: number;
  readonly score: number;
}

const LOOKS = FEATURE_NAMES.map((name): Feature => features[name]);

/** All candidates of one question: some of what the trees look at is how far a candidate is behind the best. */
export function appraise(candidates: readonly Candidate[], weights: Weights = learned): readonly Appraisal[] {
  const worth = FEATURE_NAMES.map((name) => weights.features[name] ?? 0);
  let best = Number.NEGATIVE_INFINITY;
  const sums = candidates.map((candidate) => {
    const seen = new Array<number>(LOOKS.length);
    const cues = cueScore(candidate, weights);
    let sum = cues;
    for (let index = 0; index < LOOKS.length; index++) {
      const value = LOOKS[index]?.(candidate) ?? 0;
      seen[index] = value;
      sum += value * (worth[index] ?? 0);
    }
    best = Math.max(best, sum);
    return { candidate, seen, cues, sum };
  });
  return sums.map(({ candidate, seen, cues, sum }) => {
    // Far behind, no tree can bring it to the front again.
    const trees =
      best - sum > HOPELESS ? 0 : forestScore(weights.trees, columnsOf(candidate, seen, sum - best));
    return { seen, cues, trees, score: sum + trees };
  });
}

/** More than all trees together have ever added. */
const HOPELESS = 6;

/** What the trees look at: the features, how far behind the best, which cues there are, what kind of question it is. */
export function columnsOf(
  { question, cues }: Candidate,
  seen: readonly number[],
  behind: number,
): Float32Array {
  const columns = new Float32Array(COLUMNS);
  columns.set(seen);
  columns[FEATURE_NAMES.length] = behind;
  for (const { cue } of cues) columns[FEATURE_NAMES.length + 1 + CUES.indexOf(cue)] = 1;
  columns[FEATURE_NAMES.length + 1 + CUES.length + QUESTION_KINDS.indexOf(question.kind)] = 1;
  return columns;
}

export const COLUMNS = FEATURE_NAMES.length + 1 + CUES.length + QUESTION_KINDS.length;

/** Each cue counts once, however often it stands in a sentence. */
function cueScore({ question, cues }: Candidate, weights: Weights): number {
  const worth = weights.cues[question.kind];
  if (worth === undefined) return 0;
  let sum = 0;
  for (const cue of new Set(cues.map(({ cue }) => cue))) sum += worth[cue] ?? 0;
  return sum;
}

export const weightOf = (feature: FeatureName): number => learned.features[feature] ?? 0;
