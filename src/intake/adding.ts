import { isAbsolute, relative, resolve, sep } from 'node:path';
import type { Desk } from './directory.ts';
import { inOrder } from './in-order.ts';
import { type Offer, type Offered, offersFrom, offersOf } from './offers.ts';
import { type Kept, noted, type Outcome, type Refused, refused } from './outcome.ts';
import { type Receipt, receive } from './receive.ts';
import { settleSubmission, type Terms } from './settling.ts';
import { type Dossier, submissionOf } from './submission.ts';

/** Articles of a feed that are taken where nobody says how many. */
export const FEED_LIMIT = 500;
/** Offers that are opened at once. Files are read one after the other, pages fetched side by side. */
export const AT_ONCE = 4;

export interface Addition {
  /** Says what would be done, and writes nothing. */
  readonly dryRun?: boolean;
  /** Takes texts that are not in English, and texts in place of those that a person corrected. */
  readonly force?: boolean;
  /** Of a feed's articles, the newest. */
  readonly limit?: number;
  /** Stops between two articles. */
  readonly signal?: AbortSignal;
  /** Offers that are done, of those that are known of: feeds tell how many they have when they are opened. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Counts offers while feeds turn into many. */
interface Tally {
  done: number;
  total: number;
}

export async function* addAll(
  references: readonly string[],
  options: Addition,
  desk: Desk,
): AsyncGenerator<Outcome> {
  const { dryRun = false, force = false } = options;
  const corpus = await desk.corpus.open(dryRun);
  try {
    yield* corpus.notes;
    const offered = await Promise.all(references.map(offersOf));
    const offers = offered.flatMap((each) => each.offers);
    const foreign = offers.filter((offer) => !isInside(offer, desk.corpus.directory));
    const inside = offers.length - foreign.length;
    const remarks = [
      ...offered.flatMap((each) => each.remarks),
      ...(inside > 0 ? [noted(desk.corpus.directory, `files that lie there already: ${inside}.`)] : []),
    ];
    const tally = { done: 0, total: 0 };
    const settleOne = (dossier: Dossier): Promise<Kept | Refused> => {
      const terms: Terms = { dryRun, force };
      return corpus.inTurn(() => settleSubmission(dossier, corpus.shelf, terms));
    };
    yield* takeAll({ offers: foreign, remarks }, { options, desk, tally, settleOne });
  } finally {
    await corpus.close();
  }
}

/** What a person corrected in the corpus has other words than were written there, and is no new article. */
function isInside(offer: Offer, directory: string): boolean {
  if (offer.kind !== 'file') return false;
  const way = relative(resolve(directory), resolve(offer.path));
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

interface Task {
  readonly options: Addition;
  readonly desk: Desk;
  readonly tally: Tally;
  readonly settleOne: (dossier: Dossier) => Promise<Kept | Refused>;
  /** Whether an article of that address need not be looked at again while there are others. */
  readonly isThere?: (url: string) => boolean;
}

/** Every outcome of what is offered, in its order. A feed's articles stand where the feed stood. */
export async function* takeAll({ offers, remarks }: Offered, task: Task): AsyncGenerator<Outcome> {
  const { options, desk, tally, isThere } = task;
  const { signal, limit = FEED_LIMIT, onProgress } = options;
  yield* remarks;
  tally.total += offers.length;
  onProgress?.(tally.done, tally.total);
  const open = (offer: Offer): Promise<Receipt> => receive(offer, desk.reception, signal);
  for await (const receipt of inOrder(offers, AT_ONCE, open)) {
    if (signal?.aborted || receipt.kind === 'cancelled') return;
    if (receipt.kind === 'feed') {
      tally.total -= 1;
      yield* takeAll(
        offersFrom(receipt.feed, { ...receipt, limit, ...(isThere !== undefined && { isThere }) }),
        task,
      );
    } else {
      yield await outcomeOf(receipt, task);
      tally.done += 1;
    }
    onProgress?.(tally.done, tally.total);
  }
}

async function outcomeOf(
  receipt: Exclude<Receipt, { kind: 'feed' | 'cancelled' }>,
  { options, desk, settleOne }: Task,
): Promise<Outcome> {
  switch (receipt.kind) {
    case 'article': {
      const dossier = submissionOf(receipt, desk.now(), options.force ?? false);
      return 'kind' in dossier ? dossier : settleOne(dossier);
    }
    case 'not-there':
      return { ...refused(receipt.reference, receipt.why), code: 'not-found' };
    case 'not-modified':
      return noted(receipt.reference, 'has not changed.');
    case 'refused':
      return receipt;
  }
}
