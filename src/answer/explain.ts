import type { Evidence } from './answer.ts';
import { FEATURE_NAMES, type FeatureName } from './features.ts';
import { weightOf } from './model.ts';
import type { Ranked } from './rank.ts';

/** What told a sentence apart from others. */
export interface Contribution {
  /** In words that need no explanation. */
  readonly label: string;
  /** In points of the score, beside the others; negative when it spoke against the sentence. */
  readonly share: number;
}

const LABELS: Readonly<Record<FeatureName, string>> = {
  coverage: 'repeats the words of the question',
  coverageWithin: 'holds words that its neighbours lack',
  exactForms: 'holds the words as they were typed',
  alike: 'holds words that begin alike',
  addedBefore: 'is helped by the sentence before it',
  addedAfter: 'is helped by the sentence after it',
  addedAbove: 'is helped by the headings above it',
  addedByPassage: 'is helped by the rest of its passage',
  missing: 'fewer words of the question are missing',
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
  answerNearLast: 'and that thing stands close to the question’s last word',
  counted: 'counts the thing that was asked about',
  coverageOfOthers: 'repeats what is asked, not only whom it is about',
  lastWord: 'holds the last word of the question',
  firstWord: 'holds the first word of the question',
  passagePairs: 'its passage holds the words side by side',
  passageForms: 'its passage holds the words as they were typed',
  sentenceShare: 'holds the rare words of the question',
  rarest: 'holds the rarest word of the question',
  names: 'holds the names of the question',
  namesNearby: 'the names of the question are near',
  numbers: 'holds the numbers of the question',
  focus: 'says what sort of thing it speaks of',
  typeMatch: 'holds the sort of thing that was asked for',
  answerNearness: 'and that thing stands close to the words of the question',
  compactness: 'the words of the question stand close together',
  pairs: 'holds the words side by side, as in the question',
  sequence: 'holds the words in the order of the question',
  density: 'speaks of little else',
  says: 'says something beyond the question',
  length: 'is a long sentence',
  short: 'is a very short sentence',
  early: 'stands early in the article',
  opens: 'opens its paragraph',
  leans: 'begins with “he”, “it” or “this”',
  leansOnMatch: 'and goes on from a sentence that was asked about',
  ownWords: 'is in the words of the person who was asked about',
  asks: 'is itself a question',
};

const LEAST_WORTH_TELLING = 0.1;

/**
 * What told a sentence apart from others, weightiest first: what it gains by each feature, less what the others
 * gain on average. What all have alike decides nothing and is left out.
 */
export function contributions({ ranked }: Evidence, others: readonly Evidence[]): readonly Contribution[] {
  const beside = (of: (one: Ranked) => number): number =>
    of(ranked) - others.reduce((sum, other) => sum + of(other.ranked), 0) / Math.max(1, others.length);
  return [
    ...FEATURE_NAMES.map((feature, index) => ({
      label: LABELS[feature],
      share: weightOf(feature) * beside(({ seen }) => seen[index] ?? 0),
    })),
    { label: 'holds signs of what this kind of question asks for', share: beside(({ cues }) => cues) },
    { label: 'says it in the words that were asked for', share: beside(({ raised = 0 }) => raised) },
    { label: 'several of these at once', share: beside(({ trees }) => trees) },
  ]
    .filter(({ share }) => Math.abs(share) >= LEAST_WORTH_TELLING)
    .sort((a, b) => Math.abs(b.share) - Math.abs(a.share));
}
