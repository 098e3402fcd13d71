import type { Acceptance, Discarding, Proposal, RefusalCode, Settled } from '../librarian.ts';
import { takeAll } from './adding.ts';
import { matchOf } from './decide.ts';
import type { Desk, OpenCorpus } from './directory.ts';
import { whyOf } from './faults.ts';
import { addressesOf } from './holding.ts';
import { type Incoming, openIncoming, type ProposalState } from './incoming.ts';
import type { Offered } from './offers.ts';
import { type Kept, type Outcome, type Refused, refused } from './outcome.ts';
import type { Reception } from './receive.ts';
import { kept, settleSubmission } from './settling.ts';
import type { Dossier } from './submission.ts';
import { addressesIn } from './typed-address.ts';

/** A file that a person gave: its name, and what is in it or the address that it was uploaded to. */
export type Upload = { readonly name: string } & ({ readonly bytes: Uint8Array } | { readonly url: string });

export interface ProposalOptions {
  /** Called when a text has come and is read. */
  readonly onReading?: () => void;
  /** Of a feed's articles, as for `Addition`. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** For faces on which a person looks at an article before it goes in. Proposals outlive a restart, and last a day. */
export interface Proposals {
  /** Reads one address, one file, or the newest of a feed, and puts it aside. */
  propose(reference: string | Upload, options?: ProposalOptions): Promise<Proposal>;
  /** Takes in what was put aside. What the corpus holds is looked at anew. Where some is refused, it can be tried again. */
  accept(key: string): Promise<Acceptance>;
  discard(key: string): Promise<Discarding>;
}

/** Articles of a feed in one proposal. */
const FEED_LIMIT = 20;

export function openProposals(desk: Desk): Proposals {
  const { corpus: directory, now } = desk;
  const shelf = openIncoming(directory.directory, now);

  return {
    async propose(reference, { onReading, onProgress } = {}) {
      const corpus = await directory.open(false);
      let trial: OpenCorpus | undefined;
      try {
        const tried = await directory.open(true);
        trial = tried;
        await shelf.sweep();
        const articles: Proposal['articles'][number][] = [];
        const judged = new Set<Outcome>();
        const waiting: Dossier[] = [];
        const settleOne = async (dossier: Dossier): Promise<Kept | Refused> => {
          const terms = { dryRun: true, force: false };
          const outcome = await tried.inTurn(() => settleSubmission(dossier, tried.shelf, terms));
          articles.push({ article: dossier.article, outcome });
          judged.add(outcome);
          if (outcome.kind === 'added' || outcome.kind === 'updated') waiting.push(dossier);
          return outcome;
        };
        const options = { limit: FEED_LIMIT, ...(onProgress !== undefined && { onProgress }) };
        const reception = heard(desk.reception, onReading);
        const isThere = (url: string): boolean => tried.shelf.ledger.at(addressesOf(url, url)) !== undefined;
        const tally = { done: 0, total: 0 };
        const task = { options, desk: { ...desk, reception }, tally, settleOne, isThere };
        const remarks: Outcome[] = [...corpus.notes];
        const offers = await offered(reference, desk.reception);
        for await (const outcome of takeAll(offers, task)) remarks.push(outcome);
        const notes = remarks.filter((each) => each.kind === 'noted');
        const feed = notes.find((each) => each.feed !== undefined)?.feed;
        return {
          ...(waiting.length > 0 && { key: await shelf.putAside(waiting) }),
          articles,
          refused: remarks.filter((each) => each.kind === 'refused').filter((each) => !judged.has(each)),
          ...(feed !== undefined && { feed }),
          notes: notes.filter((each) => each.feed === undefined).map(({ what }) => what),
        };
      } finally {
        await trial?.close();
        await corpus.close();
      }
    },

    async accept(key) {
      const corpus = await directory.open(false);
      try {
        await shelf.sweep();
        return await corpus.inTurn(() => acceptFrom(shelf, key, corpus));
      } finally {
        await corpus.close();
      }
    },

    async discard(key) {
      const corpus = await directory.open(false);
      try {
        // In turn: what is being accepted at this moment is not taken away from beneath it.
        return await corpus.inTurn(async (): Promise<Discarding> => {
          const state = await shelf.stateOf(key);
          if (state !== 'waiting') return answerFor(state, shelf, key, corpus);
          await shelf.mark(key, 'discarded');
          return { kind: 'discarded' };
        });
      } finally {
        await corpus.close();
      }
    },
  };
}

/** Only what is on the web, or was given whole: who proposes must not read the files of the machine that this runs on. */
async function offered(reference: string | Upload, reception: Reception): Promise<Offered> {
  if (typeof reference !== 'string') {
    const { name } = reference;
    try {
      const bytes = 'bytes' in reference ? reference.bytes : await uploaded(reference.url, reception);
      return { offers: [{ kind: 'upload', reference: name, bytes }], remarks: [] };
    } catch (error) {
      return { offers: [], remarks: [refused(name, whyOf(error))] };
    }
  }
  const [url, ...others] = addressesIn(reference);
  const refusal = (code: RefusalCode, why: string): Offered => ({
    offers: [],
    remarks: [{ ...refused(reference, why), code }],
  });
  if (url === undefined)
    return refusal('no-address', 'expected an address that begins with https:// or http://.');
  return others.length === 0
    ? { offers: [{ kind: 'page', reference: url, url }], remarks: [] }
    : refusal(
        'several-addresses',
        `expected one address, got ${1 + others.length}. Give one after the other.`,
      );
}

/** Without asking robots.txt: it was put there for us. Where it was put is not where it is from, and is forgotten. */
async function uploaded(url: string, { fetcher }: Reception): Promise<Uint8Array> {
  const fetched = await (await fetcher()).fetch(url, { robots: false });
  return fetched.kind === 'page' ? fetched.bytes : new Uint8Array();
}

const heard = ({ reader, fetcher }: Reception, onReading = (): void => undefined): Reception => ({
  fetcher,
  reader: {
    ...reader,
    read(manuscript) {
      onReading();
      return reader.read(manuscript);
    },
  },
});

/** Goes on waiting until all of it is in: where the disk is full, or the process ends, it is accepted again and nothing is lost. */
async function acceptFrom(incoming: Incoming, key: string, corpus: OpenCorpus): Promise<Acceptance> {
  const { shelf } = corpus;
  const state = await incoming.stateOf(key);
  if (state !== 'waiting') return answerFor(state, incoming, key, corpus);
  const dossiers = await incoming.dossiersOf(key);
  if (dossiers === undefined) return { kind: 'unknown' };
  const outcomes: (Kept | Refused)[] = [];
  for (const dossier of dossiers)
    outcomes.push(await settleSubmission(dossier, shelf, { dryRun: false, force: false }));
  if (outcomes.every(({ kind }) => kind !== 'refused')) await incoming.mark(key, 'accepted');
  return { kind: 'accepted', outcomes };
}

async function answerFor(
  state: Exclude<ProposalState, 'waiting'>,
  incoming: Incoming,
  key: string,
  { shelf }: OpenCorpus,
): Promise<Settled> {
  if (state === 'unknown') return { kind: 'unknown' };
  if (state === 'discarded') return { kind: 'settled', how: 'discarded' };
  const there = ((await incoming.dossiersOf(key, 'accepted')) ?? []).flatMap((dossier) => {
    const known = matchOf(dossier, shelf.ledger);
    return known === undefined ? [] : [kept('unchanged', dossier.reference, known, shelf)];
  });
  return { kind: 'settled', how: 'accepted', there };
}
