import type { Lexicon } from '../search/lexicon.ts';
import { type CueAt, expectedAt, typeMatch } from './cues.ts';
import type { PassageProfile, Profile } from './profile.ts';
import type { Question, QuestionTerm } from './question.ts';

/** A sentence that might answer, with everything the features look at. */
export interface Candidate {
  readonly question: Question;
  readonly passage: PassageProfile;
  /** Its place among the passage's sentences, from 0. */
  readonly at: number;
  readonly sentence: Profile;
  /** Rarity of each of the question's terms; the same order as `question.terms`. */
  readonly rarities: readonly number[];
  /** Score of its passage as a share of the best passage's: 0..1. */
  readonly passageShare: number;
  /** Its own BM25 as a share of the best candidate's: 0..1. */
  readonly sentenceShare: number;
  readonly cues: readonly CueAt[];
}

/** One thing that is looked at. Every feature is between 0 and 1. */
export type Feature = (candidate: Candidate) => number;

/** Another name for the same thing counts, but less than the thing's own name. */
const CONCEPT_MATCH = 0.8;
/** Words of the same beginning are often of one family: "investment" and "investors". */
const PREFIX_MATCH = 0.5;
const SHORTEST_SHARED_PREFIX = 5;

function holds(profile: Pick<Profile, 'terms'>, asked: QuestionTerm): number {
  if (profile.terms.has(asked.term)) return 1;
  return asked.concept !== null && profile.terms.has(asked.concept) ? CONCEPT_MATCH : 0;
}

function holdsSoftly(profile: Profile, asked: QuestionTerm): number {
  const whole = holds(profile, asked);
  if (whole > 0 || asked.term.length < SHORTEST_SHARED_PREFIX) return whole;
  const prefix = asked.term.slice(0, SHORTEST_SHARED_PREFIX);
  for (const term of profile.terms) if (term.startsWith(prefix)) return PREFIX_MATCH;
  return 0;
}

/** Share of the question's rarity that a judgement of each term adds up to. */
function share(candidate: Candidate, judge: (asked: QuestionTerm) => number): number {
  let covered = 0;
  let total = 0;
  candidate.question.terms.forEach((asked, index) => {
    const rarity = candidate.rarities[index] ?? 0;
    covered += rarity * judge(asked);
    total += rarity;
  });
  return total === 0 ? 0 : covered / total;
}

const previous = ({ passage, at }: Candidate): Profile | undefined => passage.sentences[at - 1];

/** How much of the question its section's heading repeats: "Why Did Zelensky Reject the Deal?" */
function headingMatch(candidate: Candidate): number {
  const { heading } = candidate.passage;
  const asked = candidate.question.terms;
  const theirs = [...heading.terms].filter((term) => !term.startsWith('@'));
  if (theirs.length === 0) return 0;
  const repeated = theirs.filter((term) => asked.some((one) => one.term === term)).length;
  return (share(candidate, (one) => holds(heading, one)) * repeated) / theirs.length;
}

export const features = {
  /** How much of the question the sentence repeats, rare words counting more. */
  coverage: (candidate) => share(candidate, (asked) => holds(candidate.sentence, asked)),

  /** The same, in exactly the forms that were typed. */
  exactForms: (candidate) => share(candidate, (asked) => (candidate.sentence.forms.has(asked.form) ? 1 : 0)),

  /** The same, words of one family counting half. */
  softCoverage: (candidate) => share(candidate, (asked) => holdsSoftly(candidate.sentence, asked)),

  /** The sentence or the one before it: news names a thing once and goes on with "it". */
  coverageWithPrevious: (candidate) => {
    const before = previous(candidate);
    return share(candidate, (asked) =>
      Math.max(holds(candidate.sentence, asked), before === undefined ? 0 : holds(before, asked)),
    );
  },

  /** The sentence or the headings above it. */
  coverageWithHeadings: (candidate) =>
    share(candidate, (asked) =>
      Math.max(
        holds(candidate.sentence, asked),
        holds(candidate.passage.heading, asked),
        holds(candidate.passage.headline, asked),
      ),
    ),

  /** How much of the question its passage repeats. */
  passageCoverage: (candidate) => share(candidate, (asked) => holds(candidate.passage, asked)),

  headingMatch,

  /** The same, for the first sentence below the heading: editors put the answer there. */
  headingOpens: (candidate) =>
    candidate.at === 0 && opensSection(candidate.passage) ? headingMatch(candidate) : 0,

  passageShare: (candidate) => candidate.passageShare,
  sentenceShare: (candidate) => candidate.sentenceShare,

  /** Names of the question that the sentence holds; 1 when there are none. */
  names: (candidate) => namesHeld(candidate, (asked) => holds(candidate.sentence, asked)),

  /** Names of the question that the passage or its headings hold. */
  namesNearby: (candidate) =>
    namesHeld(candidate, (asked) =>
      Math.max(
        holds(candidate.passage, asked),
        holds(candidate.passage.heading, asked),
        holds(candidate.passage.headline, asked),
      ),
    ),

  /** It holds the sort of thing that is asked for, and the question does not hold it already. */
  typeMatch: (candidate) => typeMatch(candidate.question, candidate.cues),

  /** How near that thing stands to the words of the question: 1 beside them, 0 far away. */
  answerNearness: (candidate) => {
    const places = expectedAt(candidate.question, candidate.cues);
    const matched = matchedTokens(candidate);
    if (places.length === 0 || matched.length === 0) return 0;
    const nearest = Math.min(...places.flatMap((place) => matched.map((token) => Math.abs(place - token))));
    return 1 / (1 + nearest / 4);
  },

  /** The words of the question stand close together. */
  compactness: (candidate) => {
    const matched = matchedTokens(candidate);
    const first = matched[0];
    const last = matched.at(-1);
    if (first === undefined || last === undefined || matched.length < 2) return 0;
    return Math.min(1, matched.length / (last - first + 1));
  },

  /** Two of the question's words in the same order, side by side but for small words. */
  pairs: (candidate) => {
    const asked = candidate.question.terms.map(({ term }) => term);
    if (asked.length < 2) return 0;
    const theirs = candidate.sentence.tokens.filter(({ stop }) => !stop).map(({ term }) => term);
    const pairs = new Set(theirs.slice(1).map((term, index) => `${theirs[index]} ${term}`));
    return (
      asked.slice(1).filter((term, index) => pairs.has(`${asked[index]} ${term}`)).length / (asked.length - 1)
    );
  },

  /** A sentence of a few words says little; a very long one says it among much else. 1 from ten words to forty. */
  length: (candidate) => {
    const words = candidate.sentence.tokens.length;
    return words < 10 ? words / 10 : words > 40 ? Math.max(0, 1 - (words - 40) / 60) : 1;
  },

  /** News puts the weightiest first: 1 for the article's first passage. */
  early: (candidate) => 1 / (1 + candidate.passage.passage.position / 8),

  /** A question answers nothing. */
  asks: (candidate) => (/\?["”’)]*$/.test(candidate.sentence.text) ? 1 : 0),
} satisfies Record<string, Feature>;

export type FeatureName = keyof typeof features;
export const FEATURE_NAMES = Object.keys(features) as readonly FeatureName[];

export type FeatureVector = Readonly<Record<FeatureName, number>>;

export function measure(candidate: Candidate): FeatureVector {
  return Object.fromEntries(FEATURE_NAMES.map((name) => [name, features[name](candidate)])) as FeatureVector;
}

function matchedTokens({ question, sentence }: Candidate): readonly number[] {
  const asked = new Set(question.terms.map(({ term }) => term));
  return sentence.tokens.flatMap(({ term, stop }, index) => (!stop && asked.has(term) ? [index] : []));
}

function namesHeld(candidate: Candidate, judge: (asked: QuestionTerm) => number): number {
  const names = candidate.question.terms.filter(({ capital }) => capital);
  return names.length === 0 ? 1 : names.reduce((sum, name) => sum + judge(name), 0) / names.length;
}

function opensSection({ passage }: PassageProfile): boolean {
  return passage.article.sections.some(
    ({ heading, paragraphs }) =>
      heading !== null &&
      heading === passage.heading &&
      paragraphs[0] !== undefined &&
      paragraphs[0].start <= passage.span.start &&
      passage.span.end <= paragraphs[0].end,
  );
}

/** BM25 of a sentence for the question's terms: k₁ 1.2, b 0.75 (Robertson & Zaragoza 2009). */
export function bm25(question: Question, sentence: Profile, lexicon: Lexicon): number {
  const length = sentence.tokens.length;
  const saturation = 1.2 * (0.25 + (0.75 * length) / AVERAGE_SENTENCE);
  return question.terms.reduce((sum, asked) => {
    const frequency = sentence.tokens.filter(({ term }) => term === asked.term).length;
    return sum + (asked.weight * lexicon.rarity(asked.term) * frequency * 2.2) / (frequency + saturation);
  }, 0);
}

/** Words in a sentence of English news, near enough. */
const AVERAGE_SENTENCE = 24;
