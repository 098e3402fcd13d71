import type { Article, ArticleId } from './news/article.ts';

/** Something that may hold an article: the address of a page or a feed, or a file, as the option of its kind gives it. */
export interface Given {
  readonly kind: 'page' | 'file';
  readonly reference: string;
}

/** What is being done. */
export type Step =
  | { readonly kind: 'fetching'; readonly host: string }
  | { readonly kind: 'reading' }
  | { readonly kind: 'counting'; readonly done: number; readonly total: number };

/** An article that is in the corpus now, or would be. */
export interface Kept {
  readonly kind: 'added' | 'updated' | 'unchanged';
  readonly id: ArticleId;
  /** From the corpus directory. */
  readonly file: string;
  readonly headline: string;
  /** Of an updated article: how many paragraphs are new or were rewritten, or else were dropped. None: its masthead. */
  readonly changedParagraphs?: number;
}

/** Why most of what is refused is: each face says it in its reader's words. */
export type RefusalCode =
  // On the way to a page
  | 'no-address'
  | 'several-addresses'
  | 'no-such-host'
  | 'inside'
  | 'not-found'
  | 'not-shown'
  | 'server-error'
  | 'timed-out'
  // What came
  | 'unknown-format'
  | 'needs-script'
  | 'paywall'
  | 'not-english'
  | 'too-short'
  // An article of the corpus stands in its way
  | Obstacle;

const OBSTACLES = [
  'corrected',
  'written-by-hand',
  'broken-file',
  'not-rewritten',
  'other-article',
  'only-part',
] as const;
export type Obstacle = (typeof OBSTACLES)[number];

/** Whether it would be taken if that article were removed. */
export const isObstacle = (code: RefusalCode | undefined): code is Obstacle =>
  OBSTACLES.some((obstacle) => obstacle === code);

/** Nothing was changed for it. */
export interface Refused {
  readonly kind: 'refused';
  readonly reference: string;
  readonly code?: RefusalCode;
  /** In English, without the reference: what was expected, what was got and what to do. */
  readonly why: string;
  /** Of what should have been a new version of an article: the article, which is as it was. */
  readonly keeps?: ArticleId;
  /** A feed that a page names which is no article itself. */
  readonly feed?: string;
}

/** The page of an article is no more (404, 410). The article is kept. */
export interface Gone {
  readonly kind: 'gone';
  readonly id: ArticleId;
  readonly file: string;
  readonly headline: string;
}

/** Articles as they were understood, and what would become of each. */
export interface Proposal {
  /** What it is accepted or discarded by; undefined when there is nothing to accept. */
  readonly key?: string;
  readonly articles: readonly { readonly article: Article; readonly outcome: Kept | Refused }[];
  /** What could not even be read. */
  readonly refused: readonly Refused[];
  /** Of a feed that has more entries than are looked at in one go. */
  readonly feed?: FeedCount;
  /** Sentences, in English: what was passed over. */
  readonly notes?: readonly string[];
}

/** A feed's entries: all, those whose address is in the corpus, and those left for the next time. */
export interface FeedCount {
  readonly entries: number;
  readonly there: number;
  readonly left: number;
}

/** Nothing is left to be done about a proposal: somebody was quicker, or it was never made or was made over a day ago. */
export type Settled =
  /** Of what was accepted, the articles that are there for it now. */
  | { readonly kind: 'settled'; readonly how: 'accepted'; readonly there: readonly Kept[] }
  | { readonly kind: 'settled'; readonly how: 'discarded' }
  | { readonly kind: 'unknown' };
export type Acceptance =
  | { readonly kind: 'accepted'; readonly outcomes: readonly (Kept | Refused)[] }
  | Settled;
export type Discarding = { readonly kind: 'discarded' } | Settled;

export interface Refreshed {
  readonly outcomes: readonly (Kept | Refused | Gone)[];
  /** How many articles have an address to be asked for at. Where there are many, some are left for the next time. */
  readonly of: number;
}

export type Removed = Pick<Kept, 'id' | 'file' | 'headline'>;

/** Where an article came from. */
export interface Origin {
  /** ISO date and time. */
  readonly fetched?: string;
  /** An address, or the name of a file. */
  readonly source?: string;
}

/** A file of the corpus that is in no newsroom, and why, in English. */
export interface LeftOut {
  /** From the corpus directory. */
  readonly file: string;
  readonly line?: number;
  readonly message: string;
}

/**
 * Whoever looks after the corpus. What was changed is in the newsroom a moment after a promise resolves, mostly before.
 *
 * Everything throws `UserError` where the corpus directory cannot be used.
 */
export interface Librarian {
  /** Whether something is being proposed or refreshed: one thing at a time. */
  isBusy(): boolean;
  /** Reads a page, a file or the newest of a feed and puts it aside; nothing is in the corpus yet. */
  propose(given: Given, progress?: (step: Step) => void): Promise<Proposal>;
  /** Where some is refused, it can be tried again. */
  accept(key: string): Promise<Acceptance>;
  discard(key: string): Promise<Discarding>;
  remove(id: ArticleId): Promise<Removed>;
  /** Asks the servers whether articles have changed: all, those asked for longest ago first, or one. */
  refresh(id?: ArticleId, progress?: (step: Step) => void): Promise<Refreshed>;
  /** As far as their files tell. */
  origins(ids: readonly ArticleId[]): Promise<ReadonlyMap<ArticleId, Origin>>;
  leftOut(): readonly LeftOut[];
}
