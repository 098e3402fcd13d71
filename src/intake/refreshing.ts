import { relative } from 'node:path';
import { isFrontPage, sameSite } from '../news/canonical-url.ts';
import { AT_ONCE } from './adding.ts';
import type { Desk, OpenCorpus } from './directory.ts';
import { holdingNamed } from './finding.ts';
import type { Holding } from './holding.ts';
import { inOrder } from './in-order.ts';
import { type Noted, noted, type Outcome, refused } from './outcome.ts';
import { type Receipt, receive } from './receive.ts';
import { kept, settleVersion, type Terms } from './settling.ts';
import { submissionOf } from './submission.ts';

export interface Refreshing {
  /** Says what would be done, and writes nothing. */
  readonly dryRun?: boolean;
  /** Takes the page's text in place of one that a person corrected, and pages that are not in English. */
  readonly force?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** An article that can be asked for again. */
interface Asked {
  readonly known: Holding;
  readonly page: string;
}

export async function* refreshAll(
  references: readonly string[],
  { dryRun = false, force = false, signal, onProgress }: Refreshing,
  desk: Desk,
): AsyncGenerator<Outcome> {
  const corpus = await desk.corpus.open(dryRun);
  try {
    yield* corpus.notes;
    const { ledger } = corpus.shelf;
    const wanted =
      references.length > 0
        ? references.map((reference) => holdingNamed(reference, ledger))
        : [...ledger.holdings];
    const asked = wanted.flatMap((known): readonly Asked[] =>
      known.page === undefined ? [] : [{ known, page: known.page }],
    );
    yield* silence(wanted, references.length > 0, corpus.shelf.directory);
    let done = 0;
    onProgress?.(done, asked.length);
    const ask = async (each: Asked) => [each, await askFor(each, desk, signal)] as const;
    for await (const [each, receipt] of inOrder(asked, AT_ONCE, ask)) {
      if (signal?.aborted || receipt.kind === 'cancelled') return;
      yield await outcomeOf(each, receipt, corpus, desk, { dryRun, force });
      onProgress?.(++done, asked.length);
    }
  } finally {
    await corpus.close();
  }
}

/** Of articles that were named, each that cannot be asked for is; of all articles, how many cannot. */
function silence(wanted: readonly Holding[], isNamed: boolean, directory: string): readonly Noted[] {
  const silent = wanted.filter(({ page }) => page === undefined);
  if (isNamed) return silent.map(({ id }) => noted(id, 'has no address to be asked for at.'));
  if (silent.length === 0) return [];
  return [
    noted(directory, `articles without an address to be asked for at: ${silent.length} of ${wanted.length}.`),
  ];
}

const askFor = ({ known, page }: Asked, desk: Desk, signal?: AbortSignal): Promise<Receipt> =>
  receive({ kind: 'page', reference: page, url: page, validators: known.validators }, desk.reception, signal);

async function outcomeOf(
  { known, page }: Asked,
  receipt: Exclude<Receipt, { kind: 'cancelled' }>,
  corpus: OpenCorpus,
  desk: Desk,
  terms: Terms,
): Promise<Outcome> {
  const { shelf } = corpus;
  switch (receipt.kind) {
    case 'not-modified':
      return kept('unchanged', page, known, shelf);
    case 'not-there':
      return {
        kind: 'gone',
        reference: page,
        id: known.id,
        file: relative(shelf.directory, known.file),
        headline: known.headline,
      };
    case 'feed':
      return refused(page, `expected the article ${known.id}, got a feed. The article is kept as it was.`);
    case 'refused':
      return refused(page, `${receipt.why} (${known.id} is kept as it was.)`);
    case 'article': {
      // A paper that has closed may leave its name to anybody.
      if (!sameSite(receipt.source, page) || isFrontPage(receipt.source))
        return refused(page, `leads to ${receipt.source} now. ${known.id} is kept as it was.`);
      const dossier = submissionOf(receipt, desk.now(), terms.force);
      if ('kind' in dossier) return refused(page, `${dossier.why} (${known.id} is kept as it was.)`);
      return corpus.inTurn(() => settleVersion(dossier, known, shelf, terms));
    }
  }
}
