import type { Evidence } from './answer.ts';
import { FEATURE_NAMES, type FeatureName } from './features.ts';
import { weightOf } from './rank.ts';

/** What one feature added to a sentence's score. */
export interface Contribution {
  readonly feature: FeatureName;
  /** In words that need no explanation. */
  readonly label: string;
  /** In points of the score; negative when it spoke against the sentence. */
  readonly share: number;
}

const LABELS: Readonly<Record<FeatureName, string>> = {
  coverage: 'repeats the words of the question',
  exactForms: 'in exactly the forms that were typed',
  softCoverage: 'or in words of the same family',
  coverageWithPrevious: 'together with the sentence before it',
  coverageWithHeadings: 'together with the headings above it',
  passageCoverage: 'its passage repeats the question',
  headingMatch: 'its section is headed like the question',
  headingOpens: 'opens a section that is headed like the question',
  passageShare: 'its passage was found early',
  sentenceShare: 'holds the rare words of the question',
  names: 'holds the names of the question',
  namesNearby: 'the names of the question are near',
  typeMatch: 'holds the sort of thing that was asked for',
  answerNearness: 'and close to the words of the question',
  compactness: 'the words of the question stand close together',
  pairs: 'in the same order',
  length: 'is of a good length',
  early: 'stands early in the article',
  asks: 'is itself a question',
};

const LEAST_WORTH_TELLING = 0.05;

/** What decided about a sentence, weightiest first. */
export function contributions({ seen }: Evidence): readonly Contribution[] {
  return FEATURE_NAMES.map((feature) => ({
    feature,
    label: LABELS[feature],
    share: weightOf(feature) * seen[feature],
  }))
    .filter(({ share }) => Math.abs(share) >= LEAST_WORTH_TELLING)
    .sort((a, b) => Math.abs(b.share) - Math.abs(a.share));
}
