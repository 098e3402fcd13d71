import type { Evidence } from './answer.ts';
import { FEATURE_NAMES, type FeatureName } from './features.ts';
import { weightOf } from './model.ts';

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
  coverageWithin: 'more of them than its neighbours do',
  exactForms: 'in exactly the forms that were typed',
  alike: 'or in words that begin alike',
  addedBefore: 'the sentence before it holds more of them',
  addedAfter: 'the sentence after it holds more of them',
  addedAbove: 'the headings above it hold more of them',
  addedByPassage: 'its passage holds more of them',
  missing: 'words of the question are missing',
  headingMatch: 'its section is headed like the question',
  headingOpens: 'opens a section that is headed like the question',
  passageShare: 'its passage fits the question',
  phrases: 'holds whole phrases of the question',
  subject: 'begins with what was asked about',
  matchedWords: 'holds many words of the question',
  questionLength: 'the question is long',
  standIns: 'holds words that mean much the same',
  standInsNearby: 'its passage holds words that mean much the same',
  standInsAround: 'its neighbours hold words that mean much the same',
  aboutTheSame: 'is about the same matter',
  focusNear: 'holds a word of the sort that was asked for',
  passageRank: 'its passage was found first',
  articleShare: 'its article speaks of the matter',
  answerNearLast: 'and close to the last word of the question',
  counted: 'counts the thing that was asked about',
  coverageOfOthers: 'repeats what is asked, not only whom it is about',
  lastWord: 'holds the last word of the question',
  firstWord: 'holds the first word of the question',
  passagePairs: 'its passage holds the words side by side',
  passageForms: 'its passage holds them as typed',
  sentenceShare: 'holds the rare words of the question',
  rarest: 'holds the rarest word of the question',
  names: 'holds the names of the question',
  namesNearby: 'the names of the question are near',
  numbers: 'holds the numbers of the question',
  focus: 'says what sort of thing it speaks of',
  typeMatch: 'holds the sort of thing that was asked for',
  answerNearness: 'and close to the words of the question',
  compactness: 'the words of the question stand close together',
  pairs: 'side by side, as in the question',
  sequence: 'in the order of the question',
  density: 'speaks of little else',
  says: 'says something beyond the question',
  length: 'is a long sentence',
  short: 'is a very short sentence',
  early: 'stands early in the article',
  opens: 'opens its paragraph',
  leans: 'begins with “he”, “it” or “this”',
  leansOnMatch: 'and goes on from a sentence that was asked about',
  asks: 'is itself a question',
};

const LEAST_WORTH_TELLING = 0.05;

/** What decided about a sentence, weightiest first. */
export function contributions({ ranked: { seen } }: Evidence): readonly Contribution[] {
  return FEATURE_NAMES.map((feature, index) => ({
    feature,
    label: LABELS[feature],
    share: weightOf(feature) * (seen[index] ?? 0),
  }))
    .filter(({ share }) => Math.abs(share) >= LEAST_WORTH_TELLING)
    .sort((a, b) => Math.abs(b.share) - Math.abs(a.share));
}
