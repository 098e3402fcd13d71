import type { Passage, PassageId } from './passages.ts';

/** A passage that might say it. Scores compare only within one list of hits. */
export interface Hit {
  readonly id: PassageId;
  readonly score: number;
}

/** One term of a query; `weight` 1 is an ordinary word. */
export interface QueryTerm {
  readonly term: string;
  readonly weight: number;
}

export interface SearchOptions {
  readonly limit: number;
  /** Search among these only. */
  readonly within?: (id: PassageId) => boolean;
}

/**
 * Which passages might say it: the port that every search library is fitted to. Engines return ids and
 * scores, never text. `test/search/engine.contract.ts` says what any of them must do.
 */
export interface SearchEngine {
  /** A passage whose id is indexed already is left as it is: the same id is the same text. */
  add(passages: readonly Passage[]): void;
  /** As they were added: what they weighed goes with them. Those that are not indexed are passed over. */
  remove(passages: readonly Passage[]): void;
  /** Passages that hold at least one of the terms, best first. No terms, no hits. */
  search(terms: readonly QueryTerm[], options: SearchOptions): readonly Hit[];
  readonly size: number;
  /** Lines of JSON, from which an engine of the same kind can be made again: see `fingerprint.ts`. */
  save(): Iterable<string>;
}
