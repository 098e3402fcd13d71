import { createRequire } from 'node:module';
import type { Lexicon } from '../search/lexicon.ts';
import { factAsked } from './expected.ts';
import { FEATURE_NAMES, type FeatureName } from './features.ts';
import { QUESTION_KINDS, type Question, type QuestionTerm } from './question.ts';
import type { Ranked } from './rank.ts';
import { forestScore, type Tree } from './trees.ts';

export type Strength = 'strong' | 'fair' | 'weak';

/** What was learned about when the best sentence is right, by `npm run train`. */
interface Calibration {
  /** Below this confidence the bot says that the articles do not say. */
  readonly threshold: number;
  readonly bias: number;
  /** In the order of `SIGNS`. */
  readonly weights: readonly number[];
  readonly trees: readonly Tree[];
}

const { calibration } = createRequire(import.meta.url)('#weights') as { readonly calibration: Calibration };

export const THRESHOLD = calibration.threshold;

export const strengthOf = (confidence: number): Strength =>
  confidence >= 0.85 ? 'strong' : confidence >= 0.6 ? 'fair' : 'weak';

/** Features of the best sentence that tell whether it is right. */
const TELLING = [
  'coverage',
  'coverageOfOthers',
  'exactForms',
  'missing',
  'addedByPassage',
  'addedAbove',
  'addedBefore',
  'names',
  'namesNearby',
  'numbers',
  'focus',
  'typeMatch',
  'answerNearness',
  'answerNearLast',
  'rarest',
  'lastWord',
  'firstWord',
  'pairs',
  'phrases',
  'passagePairs',
  'standIns',
  'standInsNearby',
  'aboutTheSame',
  'focusNear',
  'compactness',
  'density',
  'articleShare',
  'questionLength',
  'asks',
] as const satisfies readonly FeatureName[];

/** Sentences: in a corpus of an article or two a missing word tells more than in one of thousands. */
const SMALL_CORPUS = 200;
const LARGE_CORPUS = 1_000;

/** Everything that confidence is judged by. */
export const SIGNS = [
  ...TELLING,
  'score',
  'leadOverSecond',
  'leadOverOtherPassages',
  'chance',
  'unknown',
  'unknownNames',
  'uncoveredNames',
  'uncoveredOthers',
  'heldElsewhere',
  'numbersNearby',
  'negated',
  'smallCorpus',
  ...QUESTION_KINDS,
  'unheardOf',
  'headedAlike',
  'factMissing',
] as const;

/** The signs of a ranking, in the order of `SIGNS`; null where nothing was found. */
export function signsOf(
  question: Question,
  ranked: readonly Ranked[],
  unknown: readonly QuestionTerm[],
  lexicon: Lexicon,
): readonly number[] | null {
  const [best, second] = ranked;
  if (best === undefined) return null;
  const weigh = (terms: readonly QuestionTerm[]): number =>
    terms.reduce((sum, { term, weight }) => sum + weight * lexicon.rarity(term), 0);
  const other = ranked.find(({ candidate }) => candidate.passage !== best.candidate.passage);
  const mass = ranked.reduce((sum, { score }) => sum + Math.exp(score - best.score), 0);
  const names = question.terms.filter(({ name }) => name).length;
  const { match, whole, heading, headline } = best.candidate;
  const held =
    match.stems | match.concepts | heading.stems | headline.stems | heading.concepts | headline.concepts;
  const nearby = held | whole.stems | whole.concepts;
  const uncovered = question.terms.filter(({ name }, index) => name && ((held >> index) & 1) === 0).length;
  const numbers = question.terms.flatMap(({ form }, index) => (/^\d/.test(form) ? [index] : []));
  // Words that only another passage holds: the question may mix two things up.
  const elsewhere = ranked.reduce(
    (set, { candidate: { passage, whole: other } }) =>
      passage === best.candidate.passage ? set : set | other.stems,
    0,
  );
  const heldElsewhere = weighSet(elsewhere & ~nearby, best.candidate.weights);
  const uncoveredOthers = Math.min(
    1,
    question.terms.filter(({ name, weight }, index) => !name && weight === 1 && ((nearby >> index) & 1) === 0)
      .length / 4,
  );
  const small = Math.min(1, Math.max(0, (LARGE_CORPUS - lexicon.sentences) / (LARGE_CORPUS - SMALL_CORPUS)));
  return [
    ...TELLING.map((name) => best.seen[FEATURE_NAMES.indexOf(name)] ?? 0),
    best.score / 10,
    Math.min(1, (best.score - (second?.score ?? best.score - 4)) / 4),
    Math.min(1, (best.score - (other?.score ?? best.score - 4)) / 4),
    1 / mass,
    weigh(unknown) / Math.max(weigh(question.terms), Number.MIN_VALUE),
    Math.min(1, unknown.filter(({ name }) => name).length / 2),
    names === 0 ? 0 : uncovered / names,
    uncoveredOthers,
    heldElsewhere,
    numbers.length === 0 ? 1 : numbers.filter((index) => (nearby >> index) & 1).length / numbers.length,
    /\b(?:not|never|no|without|except|least|other than|n['’]t)\b|n['’]t\b/i.test(question.text) ? 1 : 0,
    small,
    ...QUESTION_KINDS.map((kind) => (kind === question.kind ? 1 : 0)),
    small * unheardOf(question, best, unknown),
    headedAlike(best),
    factAsked(best.candidate) === 'missing' ? small : 0,
  ];
}

/**
 * What the question weighs in words that no article holds and that nothing in the passage comes near: "tall" in an
 * article about a treaty. In a small corpus that is the surest sign that it does not say.
 */
function unheardOf(question: Question, { candidate }: Ranked, unknown: readonly QuestionTerm[]): number {
  // "How much did it cost?" and a sum of money: the word "cost" is not needed.
  const needed = factAsked(candidate) === 'there' ? 0.3 : 1;
  return (
    needed *
    question.terms.reduce(
      (sum, term, index) =>
        unknown.includes(term)
          ? sum + (candidate.weights[index] ?? 0) * (1 - (candidate.wholeNear[index] ?? 0))
          : sum,
      0,
    )
  );
}

/** Its section is headed like the question; where a date or a number is asked for, one must be there too. */
function headedAlike({ seen, candidate }: Ranked): number {
  return factAsked(candidate) === 'missing' ? 0 : (seen[FEATURE_NAMES.indexOf('headingMatch')] ?? 0);
}

const weighSet = (set: number, weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => ((set >> index) & 1 ? sum + weight : sum), 0);

/** How sure we are that the best sentence answers: 0..1. */
export function confidenceIn(
  signs: readonly number[] | null,
  { bias, weights, trees }: Omit<Calibration, 'threshold'> = calibration,
): number {
  if (signs === null) return 0;
  const sum = signs.reduce((total, sign, index) => total + sign * (weights[index] ?? 0), bias);
  return 1 / (1 + Math.exp(-(sum + forestScore(trees, signs))));
}
