import type { Article } from '../news/article.ts';
import { takeAll } from './adding.ts';
import type { Desk, OpenCorpus } from './directory.ts';
import { type Incoming, openIncoming, type Standing } from './incoming.ts';
import { isAddress, type Offered } from './offers.ts';
import { type Kept, type Noted, type Outcome, type Refused, refused } from './outcome.ts';
import { settleSubmission } from './settling.ts';
import type { Dossier } from './submission.ts';

/** A file that a person gave: its name and what is in it. */
export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** An article as it was understood, and what would become of it. */
export interface ProposedArticle {
  readonly article: Article;
  readonly outcome: Kept | Refused;
}

export interface Proposal {
  /** What it is accepted or discarded by; undefined when there is nothing to accept. */
  readonly key?: string;
  readonly articles: readonly ProposedArticle[];
  /** What could not even be read. */
  readonly refused: readonly Refused[];
  readonly notes: readonly Noted[];
}

/** Nothing is left to be done about a proposal. */
export type Settled =
  /** Somebody was quicker. */
  | { readonly kind: 'settled'; readonly how: 'accepted' | 'discarded' }
  /** Never made, or made more than a day ago. */
  | { readonly kind: 'unknown' };
export type Acceptance =
  | { readonly kind: 'accepted'; readonly outcomes: readonly (Kept | Refused)[] }
  | Settled;
export type Discarding = { readonly kind: 'discarded' } | Settled;

export interface ProposalOptions {
  readonly force?: boolean;
  readonly signal?: AbortSignal;
}

/** For faces on which a person looks at an article before it goes in. Proposals outlive a restart, and last a day. */
export interface Proposals {
  /** Reads one address, one file, or the newest of a feed, and puts it aside. */
  propose(reference: string | Upload, options?: ProposalOptions): Promise<Proposal>;
  /** Takes in what was put aside. What the corpus holds is looked at anew. */
  accept(key: string, options?: Pick<ProposalOptions, 'force'>): Promise<Acceptance>;
  discard(key: string): Promise<Discarding>;
}

/** Articles of a feed in one proposal. */
const FEED_LIMIT = 20;

export function openProposals(desk: Desk): Proposals {
  const { corpus: directory, now } = desk;
  const shelf = openIncoming(directory.directory, now);

  return {
    async propose(reference, { force = false, signal } = {}) {
      const corpus = await directory.open(false);
      const trial = await directory.open(true);
      try {
        await shelf.sweep();
        const articles: ProposedArticle[] = [];
        const waiting: Dossier[] = [];
        const settleOne = async (dossier: Dossier): Promise<Kept | Refused> => {
          const terms = { dryRun: true, force };
          const outcome = await trial.inTurn(() => settleSubmission(dossier, trial.shelf, terms));
          articles.push({ article: dossier.article, outcome });
          if (outcome.kind === 'added' || outcome.kind === 'updated') waiting.push(dossier);
          return outcome;
        };
        const options = { force, limit: FEED_LIMIT, ...(signal !== undefined && { signal }) };
        const task = { options, desk, tally: { done: 0, total: 0 }, settleOne };
        const remarks: Outcome[] = [...corpus.notes];
        for await (const outcome of takeAll(offered(reference), task)) remarks.push(outcome);
        const judged = new Set<Outcome>(articles.map(({ outcome }) => outcome));
        return {
          ...(waiting.length > 0 && { key: await shelf.putAside(waiting) }),
          articles,
          refused: remarks.filter((each) => each.kind === 'refused').filter((each) => !judged.has(each)),
          notes: remarks.filter((each) => each.kind === 'noted'),
        };
      } finally {
        await trial.close();
        await corpus.close();
      }
    },

    async accept(key, { force = false } = {}) {
      const corpus = await directory.open(false);
      try {
        await shelf.sweep();
        return await corpus.inTurn(() => acceptFrom(shelf, key, corpus, force));
      } finally {
        await corpus.close();
      }
    },

    async discard(key) {
      const standing = await shelf.standingOf(key);
      if (standing !== 'waiting') return answerFor(standing);
      await shelf.mark(key, 'discarded');
      return { kind: 'discarded' };
    },
  };
}

/** Only what is on the web, or was given whole: who proposes must not read the files of the machine that this runs on. */
function offered(reference: string | Upload): Offered {
  if (typeof reference !== 'string') {
    const { name, bytes } = reference;
    return { offers: [{ kind: 'upload', reference: name, bytes }], remarks: [] };
  }
  if (isAddress(reference)) return { offers: [{ kind: 'page', reference, url: reference }], remarks: [] };
  const why = 'expected an address that begins with https:// or http://.';
  return { offers: [], remarks: [refused(reference, why)] };
}

/** Marked as accepted when all is in: where the process ends before that, it is accepted again and nothing is lost. */
async function acceptFrom(
  incoming: Incoming,
  key: string,
  { shelf }: OpenCorpus,
  force: boolean,
): Promise<Acceptance> {
  const standing = await incoming.standingOf(key);
  if (standing !== 'waiting') return answerFor(standing);
  const outcomes: (Kept | Refused)[] = [];
  for (const dossier of await incoming.dossiersOf(key))
    outcomes.push(await settleSubmission(dossier, shelf, { dryRun: false, force }));
  await incoming.mark(key, 'accepted');
  return { kind: 'accepted', outcomes };
}

const answerFor = (standing: Exclude<Standing, 'waiting'>): Settled =>
  standing === 'unknown' ? { kind: 'unknown' } : { kind: 'settled', how: standing };
