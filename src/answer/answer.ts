import type { Span } from '../news/article.ts';
import type { SearchEngine, SearchOptions } from '../search/engine.ts';
import type { Passage, PassageId } from '../search/passages.ts';
import type { Candidate } from './candidate.ts';
import type { FoundPassage, Words } from './candidates.ts';
import { confidenceIn, type Strength, signsOf, strengthOf, THRESHOLD } from './confidence.ts';
import { furtherEvidence } from './further.ts';
import { newestFirst } from './newest-first.ts';
import { ownWordsFirst } from './own-words.ts';
import { passageProfile } from './profile.ts';
import type { Question } from './question.ts';
import { type Ranked, rank } from './rank.ts';
import { knownWithin, unknownTerms } from './unknown.ts';

/** One sentence that might answer, and how strongly. */
export interface Evidence {
  readonly passage: Passage;
  readonly sentence: Span;
  /** Higher is better; compares only within one list. */
  readonly score: number;
  /** What the ranker saw in it, for explaining. */
  readonly ranked: Ranked;
}

/** A sentence that somebody has seen. */
export type Shown = Pick<Evidence, 'passage' | 'sentence'>;

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

/** Why there is no answer. `words`: of the question, as typed, that no article holds of those that were searched. */
export type Reason =
  | { readonly kind: 'no-articles' | 'names-nothing' }
  /** They hold all words of the question, but no sentence of theirs answers it. */
  | { readonly kind: 'no-sentence' }
  /** *unknown-subject*: none of its words is known; *unknown-words*: some are. */
  | { readonly kind: 'unknown-subject' | 'unknown-words'; readonly words: readonly string[] };

/** The articles do not say. A value, not an error. */
export interface NoAnswer extends Outcome {
  readonly kind: 'no-answer';
  readonly reason: Reason;
  /** Words of the question, as typed, that no article holds of those that were searched. */
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
  readonly leaveOut?: readonly Shown[];
}

/** Passages that might say it, then the sentence that says it best, or that none does. */
export function answerQuestion(
  question: Question,
  shelf: Shelf,
  { within, leaveOut = [] }: AnswerOptions = {},
): Answer | NoAnswer {
  const found = rank(question, foundPassages(question, shelf, { ...(within && { within }) }), shelf);
  const fresh = found.filter(({ candidate }) => !leaveOut.some((shown) => isSame(shown, candidate)));
  const knows = within === undefined ? shelf.lexicon.knows : knownWithin(question, found, shelf, within);
  const unknown = unknownTerms(question, knows);
  const sure = (ranked: readonly Ranked[]): number =>
    confidenceIn(signsOf(question, ranked, unknown, shelf.lexicon));
  const byScore = ownWordsFirst(question, fresh);
  const byDate = newestFirst(byScore);
  // A newer sentence that is no answer takes the place of none that is one.
  const ranked = sure(byDate) >= Math.min(THRESHOLD, sure(byScore)) ? byDate : byScore;
  const evidence = ranked.slice(0, MOST_EVIDENCE).map(toEvidence);
  const confidence = sure(ranked);
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
    reason: shelf.lexicon.sentences === 0 ? { kind: 'no-articles' } : reasonFor(question, words),
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

const isSame = ({ passage, sentence }: Shown, { passage: other, at }: Candidate): boolean =>
  passage.id === other.passage.id && other.passage.sentences[at]?.start === sentence.start;

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

function reasonFor(question: Question, words: readonly string[]): Reason {
  if (question.terms.length === 0) return { kind: 'names-nothing' };
  if (words.length === 0) return { kind: 'no-sentence' };
  return { kind: words.length === question.terms.length ? 'unknown-subject' : 'unknown-words', words };
}
