import type { Span } from '../news/article.ts';
import type { SearchEngine, SearchOptions } from '../search/engine.ts';
import type { Lexicon } from '../search/lexicon.ts';
import type { Passage, PassageId } from '../search/passages.ts';
import type { Candidate } from './candidate.ts';
import type { FoundPassage, Words } from './candidates.ts';
import { confidenceIn, type Strength, signsOf, strengthOf, THRESHOLD } from './confidence.ts';
import { furtherEvidence } from './further.ts';
import { ownWordsFirst } from './own-words.ts';
import { passageProfile } from './profile.ts';
import type { Question, QuestionTerm } from './question.ts';
import { type Ranked, rank } from './rank.ts';

/** One sentence that might answer, and how strongly. */
export interface Evidence {
  readonly passage: Passage;
  readonly sentence: Span;
  /** Higher is better; compares only within one list. */
  readonly score: number;
  /** What the ranker saw in it, for explaining. */
  readonly ranked: Ranked;
}

interface Outcome {
  readonly question: Question;
  /** 0..1: how sure we are that the best sentence answers the question. */
  readonly confidence: number;
  /** Best first, one row a sentence, at most ten. */
  readonly evidence: readonly Evidence[];
}

export interface Answer extends Outcome {
  readonly kind: 'answer';
  readonly best: Evidence;
  /** Sentences of other passages that add something; at most two, best first. */
  readonly further: readonly Evidence[];
  readonly strength: Strength;
}

/** The articles do not say. A value, not an error. */
export interface NoAnswer extends Outcome {
  readonly kind: 'no-answer';
  /** A sentence of our own: why there is no answer. */
  readonly reason: string;
  /** Words of the question, as typed, that no article holds. */
  readonly unknown: readonly string[];
  readonly nearest: Evidence | null;
}

/** What is searched. */
export interface Shelf extends Words {
  readonly engine: SearchEngine;
  passage(id: PassageId): Passage | undefined;
}

const MOST_PASSAGES = 20;
const MOST_EVIDENCE = 10;
/** Another name for what was asked ("Washington" for "the U.S.") finds passages too, but less surely. */
const CONCEPT_WEIGHT = 0.5;

export interface AnswerOptions {
  /** Search among these passages only. */
  readonly within?: (id: PassageId) => boolean;
  /** Sentences that were shown already: "anything else?" must not be answered with them again. */
  readonly leaveOut?: readonly Evidence[];
}

/** Passages that might say it, then the sentence that says it best, or that none does. */
export function answerQuestion(
  question: Question,
  shelf: Shelf,
  { within, leaveOut = [] }: AnswerOptions = {},
): Answer | NoAnswer {
  const found = foundPassages(question, shelf, { ...(within && { within }) });
  const fresh = rank(question, found, shelf).filter(
    ({ candidate }) => !leaveOut.some((shown) => isSame(shown, candidate)),
  );
  const ranked = ownWordsFirst(question, fresh);
  const evidence = ranked.slice(0, MOST_EVIDENCE).map(toEvidence);
  const unknown = unknownTerms(question, shelf.lexicon);
  const confidence = confidenceIn(signsOf(question, ranked, unknown, shelf.lexicon));
  const best = evidence[0];
  if (best !== undefined && confidence >= THRESHOLD)
    return {
      kind: 'answer',
      question,
      confidence,
      evidence,
      best,
      further: furtherEvidence(question, best, evidence),
      strength: strengthOf(confidence),
    };
  const words = unknown.map(({ word }) => word);
  return {
    kind: 'no-answer',
    question,
    confidence,
    evidence,
    unknown: words,
    nearest: best ?? null,
    reason: shelf.lexicon.sentences === 0 ? NO_ARTICLES : reasonFor(question, words),
  };
}

/** The passages that might say it, best first. */
export function foundPassages(
  question: Question,
  shelf: Shelf,
  { limit = MOST_PASSAGES, within }: Partial<SearchOptions> = {},
): readonly FoundPassage[] {
  return shelf.engine
    .search(queryTerms(question), { limit, ...(within && { within }) })
    .flatMap(({ id, score }) => {
      const passage = shelf.passage(id);
      return passage === undefined ? [] : [{ passage: passageProfile(passage), score }];
    });
}

const isSame = ({ passage, sentence }: Evidence, { passage: other, at }: Candidate): boolean =>
  passage.id === other.passage.id && other.passage.sentences[at] === sentence;

/** Terms of the question that no article holds, under any name. */
export const unknownTerms = ({ terms }: Question, lexicon: Lexicon): readonly QuestionTerm[] =>
  terms.filter(({ term, concept }) => !lexicon.knows(term) && (concept === null || !lexicon.knows(concept)));

function queryTerms(question: Question): { term: string; weight: number }[] {
  const concepts = new Set(question.terms.flatMap(({ concept }) => concept ?? []));
  return [
    ...question.terms.map(({ term, weight }) => ({ term, weight })),
    ...[...concepts].map((term) => ({ term, weight: CONCEPT_WEIGHT })),
  ];
}

function toEvidence(ranked: Ranked): Evidence {
  const { passage, at } = ranked.candidate;
  const sentence = passage.passage.sentences[at] ?? passage.passage.span;
  return { passage: passage.passage, sentence, score: ranked.score, ranked };
}

const NO_ARTICLES = 'There are no articles yet, so there is nothing to answer from.';

function reasonFor(question: Question, unknown: readonly string[]): string {
  if (question.terms.length === 0)
    return 'The question names nothing to look for. Try naming a person, a place or a thing.';
  const words = unknown.map((word) => `“${word}”`);
  if (words.length === question.terms.length) return `The articles say nothing about ${listed(words)}.`;
  if (words.length > 0) return `The articles do not say. No article holds ${listed(words)}.`;
  return 'The articles hold these words, but no sentence that answers the question.';
}

/** "a", "a or b", "a, b or c". */
const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
