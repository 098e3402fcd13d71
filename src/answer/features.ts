import type { Candidate } from './candidate.ts';
import { covered, headingMatch, namesHeld, standIns, weigh } from './coverage.ts';
import { expectedTokens, expectsACue, nearLast } from './expected.ts';
import { speakersIn } from './own-words.ts';

/** One thing that is looked at: a number from 0 to 1. */
export type Feature = (candidate: Candidate) => number;

/** A word that only begins alike counts half. */
const ALIKE_MATCH = 0.5;

export const features = {
  /** How much of the question the sentence repeats, rare words counting more. */
  coverage: ({ match, weights }) => covered(weights, match),

  /** The same, by what tells the sentences of its passage apart. */
  coverageWithin: ({ match, weightsWithin }) => covered(weightsWithin, match),

  /** The same, in exactly the forms that were typed. */
  exactForms: ({ match, weights }) => weigh(match.forms, weights),

  /** Words of the question that stand here only in a word that begins alike. */
  alike: ({ match, weights }) => ALIKE_MATCH * weigh(match.alike & ~match.concepts, weights),

  /** What the sentence before it adds: news names a thing once and goes on with "it". */
  addedBefore: ({ match, before, weights }) => covered(weights, match, before) - covered(weights, match),

  addedAfter: ({ match, after, weights }) => covered(weights, match, after) - covered(weights, match),

  /** What the headline and the section's heading add. */
  addedAbove: ({ match, heading, headline, weights }) =>
    covered(weights, match, heading, headline) - covered(weights, match),

  /** What the rest of its passage adds. */
  addedByPassage: ({ match, whole, weights }) => covered(weights, match, whole) - covered(weights, match),

  /** Words that are near in meaning to those of the question that it lacks: "stadium" for "venue". */
  standIns: (candidate) => standIns(candidate, candidate.match, candidate.near.byTerm),

  /** The same for its passage. */
  standInsNearby: (candidate) => standIns(candidate, candidate.match, candidate.wholeNear),

  /** The same for the sentences before and after it. */
  standInsAround: (candidate) => {
    const { match, before, after, nearBefore, nearAfter } = candidate;
    return Math.max(
      nearBefore === null ? 0 : standIns(candidate, before ?? match, nearBefore.byTerm),
      nearAfter === null ? 0 : standIns(candidate, after ?? match, nearAfter.byTerm),
    );
  },

  /** It is about what the question is about. */
  aboutTheSame: ({ near }) => near.overall,

  /** "What petroleum company": it holds a word of the sort that is asked for. */
  focusNear: ({ question, near }) => {
    const index = question.terms.findIndex(({ term }) => term === question.focus);
    return index < 0 ? 0 : (near.byTerm[index] ?? 0);
  },

  /** What neither the sentence nor its passage nor the headings hold. */
  missing: ({ match, whole, heading, headline, weights }) =>
    1 - covered(weights, match, whole, heading, headline),

  /** Its section is headed like the question: "Why Did Zelensky Reject the Deal?" */
  headingMatch,

  /** And it opens that section: editors put the answer there. */
  headingOpens: (candidate) =>
    candidate.at === 0 && candidate.passage.opensSection ? headingMatch(candidate) : 0,

  passageShare: ({ passageShare }) => passageShare,

  /** 1 for the passage found first, then ½, ⅓ … */
  passageRank: ({ passageRank }) => 1 / (1 + passageRank),

  /** Share of all that was found that lies in its article. */
  articleShare: ({ articleShare }) => articleShare,
  sentenceShare: ({ sentenceShare }) => sentenceShare,

  /** The rarest word of the question is here. */
  rarest: ({ match, weights }) => {
    const rarest = weights.indexOf(Math.max(...weights));
    return rarest >= 0 && ((match.stems | match.concepts) >> rarest) & 1 ? 1 : 0;
  },

  /** Names of the question that the sentence holds; 1 when there are none. */
  names: (candidate) => namesHeld(candidate, candidate.match),

  /** Names of the question that the passage or the headings hold. */
  namesNearby: (candidate) =>
    namesHeld(candidate, candidate.match, candidate.whole, candidate.heading, candidate.headline),

  /** Years and other numbers of the question that the sentence holds; 1 when there are none. */
  numbers: ({ question, match }) => {
    const numbers = question.terms.flatMap(({ form }, index) => (/^\d/.test(form) ? [index] : []));
    return numbers.length === 0
      ? 1
      : numbers.filter((index) => (match.stems >> index) & 1).length / numbers.length;
  },

  /** "Which country": the sentence says what sort of thing it speaks of. */
  focus: ({ question, match }) => {
    const index = question.terms.findIndex(({ term }) => term === question.focus);
    return index >= 0 && (match.stems >> index) & 1 ? 1 : 0;
  },

  /** It holds the sort of thing that is asked for, and the question does not hold it already. */
  typeMatch: (candidate) =>
    !expectsACue(candidate.question.kind) ? 0.5 : expectedTokens(candidate).length > 0 ? 1 : 0,

  /** How near that thing stands to the words of the question: 1 beside them, 0 far away. */
  answerNearness: (candidate) => {
    const places = expectedTokens(candidate);
    const matched = candidate.match.tokens;
    if (places.length === 0 || matched.length === 0) return 0;
    let nearest = Number.POSITIVE_INFINITY;
    for (const place of places)
      for (const token of matched) nearest = Math.min(nearest, Math.abs(place - token));
    return 1 / (1 + nearest / 4);
  },

  /** How near that thing stands to the last word of the question, which is often its verb. */
  answerNearLast: (candidate) => nearLast(candidate, expectedTokens(candidate)),

  /** "How many yards": a number just before the thing that is counted. */
  counted: ({ question, match, cues }) => {
    const focus = question.terms.findIndex(({ term }) => term === question.focus);
    if (focus < 0 || !/^how-(?:many|much)$/.test(question.kind)) return 0;
    const counted = match.tokens.filter((_token, index) => match.terms[index] === focus);
    return cues.some(
      ({ cue, token }) => cue === 'number' && counted.some((at) => at > token && at - token <= 3),
    )
      ? 1
      : 0;
  },

  /** Words of the question that are no names, as the sentence holds them. */
  coverageOfOthers: ({ question, match, weights }) => {
    const others = weights.map((weight, index) => (question.terms[index]?.name === true ? 0 : weight));
    const total = others.reduce((sum, weight) => sum + weight, 0);
    return total === 0 ? 1 : covered(others, match) / total;
  },

  /** The last word of the question, often its verb, is here. */
  lastWord: ({ question, match }) => ((match.stems >> (question.terms.length - 1)) & 1 ? 1 : 0),

  /** The first one, often what is asked for. */
  firstWord: ({ match }) => (match.stems & 1 ? 1 : 0),

  /** Pairs of the question's words that follow each other anywhere in the passage. */
  passagePairs: ({ question, whole }) =>
    question.terms.length < 2 ? 0 : whole.pairs.size / (question.terms.length - 1),

  /** Exact forms in the passage. */
  passageForms: ({ whole, weights }) => weigh(whole.forms, weights),

  /** The words of the question stand close together. */
  compactness: ({ match: { tokens } }) => {
    const first = tokens[0];
    const last = tokens.at(-1);
    if (first === undefined || last === undefined || tokens.length < 2) return 0;
    return Math.min(1, tokens.length / (last - first + 1));
  },

  /** Two of the question's words that follow each other here as there. */
  pairs: ({ question, match }) =>
    question.terms.length < 2 ? 0 : match.pairs.size / (question.terms.length - 1),

  /** The longest run of the question's words in their order. */
  sequence: ({ question, match: { terms } }) => {
    let longest = 0;
    let run = 0;
    terms.forEach((term, index) => {
      run = index > 0 && term > (terms[index - 1] ?? term) ? run + 1 : 1;
      longest = Math.max(longest, run);
    });
    return question.terms.length === 0 ? 0 : Math.min(1, longest / question.terms.length);
  },

  /** Pairs of neighbouring words, small words included: "lost to", "part of". */
  phrases: ({ match }) => match.phrases,

  /** It begins with what was asked about. */
  subject: ({ match }) => (match.tokens[0] !== undefined && match.tokens[0] < 4 ? 1 : 0),

  /** How many words of it were asked about, up to ten. */
  matchedWords: ({ match }) => Math.min(1, match.tokens.length / 10),

  /** How much was asked, up to fifteen words: long questions are matched otherwise than short ones. */
  questionLength: ({ question }) => Math.min(1, question.terms.length / 15),

  /** How much of what the sentence says was asked about. */
  density: ({ match, sentence }) => Math.min(1, match.tokens.length / Math.max(1, sentence.contentWords)),

  /** What it says beyond the question: somewhere in there is the answer. */
  says: ({ match, sentence }) => Math.min(1, (sentence.contentWords - match.tokens.length) / 25),

  /** Words, as a share of forty. */
  length: ({ sentence }) => Math.min(1, sentence.terms.length / 40),

  /** A sentence of a few words says little. */
  short: ({ sentence }) => Math.max(0, 1 - sentence.terms.length / 8),

  /** News puts the weightiest first: 1 for the article's first passage. */
  early: ({ passage }) => 1 / (1 + passage.passage.position / 8),

  /** It opens its passage. */
  opens: ({ at }) => (at === 0 ? 1 : 0),

  /** It begins with "he", "it" or "this". */
  leans: ({ sentence }) => (sentence.leans ? 1 : 0),

  /** And what was asked about stands in the sentence before it. */
  leansOnMatch: ({ sentence, match, before, weights }) =>
    sentence.leans ? covered(weights, match, before) - covered(weights, match) : 0,

  /** "What did Kuleba say about …": these are Kuleba's own words. */
  ownWords: ({ question, names, passage, at }) => {
    if (question.kind !== 'quote' || names.length === 0) return 0;
    const speakers = speakersIn(passage, at);
    return names.some((index) => speakers.has(question.terms[index]?.term ?? '')) ? 1 : 0;
  },

  /** A question answers nothing. */
  asks: ({ sentence }) => (sentence.asks ? 1 : 0),
} satisfies Record<string, Feature>;

export type FeatureName = keyof typeof features;
export const FEATURE_NAMES = Object.keys(features) as readonly FeatureName[];
