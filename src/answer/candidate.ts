import type { Closeness } from './closeness.ts';
import type { CueAt } from './cues.ts';
import type { Match } from './match.ts';
import type { PassageProfile, Profile } from './profile.ts';
import type { Question } from './question.ts';

/** A sentence that might answer, with everything the features look at. */
export interface Candidate {
  readonly question: Question;
  /** Places of the names among the question's terms. */
  readonly names: readonly number[];
  readonly passage: PassageProfile;
  /** Its place among the passage's sentences, from 0. */
  readonly at: number;
  readonly sentence: Profile;
  /** Share of each of the question's terms in what the question weighs; they add up to 1. */
  readonly weights: readonly number[];
  /** The same by how rare each term is among the passage's sentences: what tells them apart. */
  readonly weightsWithin: readonly number[];
  readonly match: Match;
  readonly before: Match | null;
  readonly after: Match | null;
  /** What the passage holds as a whole. */
  readonly whole: Held & Pick<Match, 'forms' | 'pairs'>;
  /** For each term, the nearest in meaning that any of the passage's sentences comes to it. */
  readonly wholeNear: readonly number[];
  readonly passageRank: number;
  readonly articleShare: number;
  readonly near: Closeness;
  readonly nearBefore: Closeness | null;
  readonly nearAfter: Closeness | null;
  readonly heading: Match;
  readonly headline: Match;
  /** Score of its passage as a share of the best passage's: 0..1. */
  readonly passageShare: number;
  /** Its own BM25 as a share of the best candidate's: 0..1. */
  readonly sentenceShare: number;
  /** Cues whose words the question does not hold already. */
  readonly cues: readonly CueAt[];
}

/** What a text holds of a question. */
export type Held = Pick<Match, 'stems' | 'concepts'>;
