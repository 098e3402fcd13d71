import { relative } from 'node:path';
import type { ArticleId } from '../news/article.ts';
import { isFrontPage } from '../news/canonical-url.ts';
import { speaksFor } from '../news/site.ts';
import { AT_ONCE } from './adding.ts';
import type { Desk, OpenCorpus } from './directory.ts';
import { holdingFor, type Reference } from './finding.ts';
import type { Holding } from './holding.ts';
import { inOrder } from './in-order.ts';
import { type Noted, noted, type Outcome, type Refused, refused } from './outcome.ts';
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
  references: readonly Reference[],
  { dryRun = false, force = false, signal, onProgress }: Refreshing,
  desk: Desk,
): AsyncGenerator<Outcome> {
  const corpus = await desk.corpus.open(dryRun);
  try {
    yield* corpus.notes;
    const { ledger } = corpus.shelf;
    const gone = references.flatMap((each) =>
      typeof each === 'string' || ledger.withId(each.id) !== undefined ? [] : [each.id],
    );
    yield* gone.map((id) => refused(id, 'there is no such article any more.'));
    const there = references.filter((each) => typeof each === 'string' || !gone.includes(each.id));
    const wanted =
      references.length > 0 ? there.map((each) => holdingFor(each, ledger)) : [...ledger.holdings];
    const isNamed = references.length > 0;
    const asked = wanted.filter(({ ours }) => ours || isNamed || force).flatMap(asking);
    yield* silence(wanted, asked.length, isNamed, corpus.shelf.directory);
    let done = 0;
    onProgress?.(done, asked.length);
    const ask = async (each: Asked) => [each, await askFor(each, desk, signal)] as const;
    for await (const [each, receipt] of inOrder(asked, AT_ONCE, ask)) {
      if (signal?.aborted || receipt.kind === 'cancelled') return;
      desk.askedAt.set(each.known.id, desk.now().toISOString());
      yield await outcomeOf(each, receipt, corpus, desk, { dryRun, force });
      onProgress?.(++done, asked.length);
    }
  } finally {
    await corpus.close();
  }
}

const asking = (known: Holding): readonly Asked[] =>
  known.page === undefined ? [] : [{ known, page: known.page }];

/** Those that can be asked for, those asked for longest ago first. What its owner wrote stays as it is. */
export async function dueIn({ corpus: directory, askedAt }: Desk): Promise<readonly ArticleId[]> {
  const corpus = await directory.open(true);
  try {
    return [...corpus.shelf.ledger.holdings]
      .filter(({ ours }) => ours)
      .flatMap(asking)
      .map(({ known: { id, fetched = '' } }) => {
        const asked = askedAt.get(id) ?? '';
        return { id, last: asked > fetched ? asked : fetched };
      })
      .sort((one, other) => (one.last < other.last ? -1 : one.last > other.last ? 1 : 0))
      .map(({ id }) => id);
  } finally {
    await corpus.close();
  }
}

/** Of articles that were named, each that cannot be asked for is; of all articles, how many are not, and why. */
function silence(
  wanted: readonly Holding[],
  asked: number,
  isNamed: boolean,
  directory: string,
): readonly Noted[] {
  const silent = wanted.filter(({ page }) => page === undefined);
  if (isNamed) return silent.map(({ id }) => noted(id, 'has no address to be asked for at.'));
  const byHand = wanted.length - silent.length - asked;
  return [
    ...(silent.length > 0
      ? [
          noted(
            directory,
            `articles without an address to be asked for at: ${silent.length} of ${wanted.length}.`,
          ),
        ]
      : []),
    ...(byHand > 0
      ? [
          noted(
            directory,
            `articles that were written by hand, and are kept as they are: ${byHand} of ${wanted.length}.`,
            'Name one to have it compared.',
          ),
        ]
      : []),
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
      return keeping(known, refused(page, 'expected the article, got a feed.'));
    case 'refused':
      return keeping(known, receipt);
    case 'article': {
      // A paper that has closed may leave its name to anybody.
      if (!isOneSite(receipt.source, page) || isFrontPage(receipt.source))
        return keeping(known, refused(page, `leads to ${receipt.source} now.`));
      const dossier = submissionOf(receipt, desk.now(), terms.force);
      if ('kind' in dossier) return keeping(known, dossier);
      // Another task may have written it since it was asked for.
      return corpus.inTurn(() =>
        settleVersion(dossier, shelf.ledger.withId(known.id) ?? known, shelf, terms),
      );
    }
  }
}

const keeping = ({ id }: Holding, refusal: Refused): Refused => ({ ...refusal, keeps: id });

const isOneSite = (one: string, other: string): boolean => speaksFor(one, other) || speaksFor(other, one);
