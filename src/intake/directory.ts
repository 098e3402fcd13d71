import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UserError } from '../command.ts';
import type { ArticleId } from '../news/article.ts';
import { codeOf, whyOf } from './faults.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { type Noted, noted } from './outcome.ts';
import type { Reader } from './reading.ts';
import type { Reception } from './receive.ts';
import type { Shelf } from './settling.ts';
import { openStocktaking } from './stocktaking.ts';
import { settle, sweep, TEMPORARY } from './store.ts';

/** What every task of the intake works with. */
export interface Desk {
  readonly corpus: CorpusDirectory;
  readonly reception: Reception;
  readonly now: () => Date;
  /** When servers were last asked about an article; its file says so only where something had changed. */
  readonly askedAt: Map<ArticleId, string>;
}

/** The corpus directory of one process. Tasks may overlap: they share one ledger, and decide and write in turn. */
export interface CorpusDirectory {
  readonly directory: string;
  /** Runs a task over what the corpus holds now; with `dryRun`, over a ledger of its own, and nothing is made. */
  open(dryRun: boolean): Promise<OpenCorpus>;
}

export interface OpenCorpus {
  readonly shelf: Shelf;
  /** What had to be done before anything else. */
  readonly notes: readonly Noted[];
  /** One decision at a time, from looking at the ledger to the file on the disk. */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Once, when the task is over. */
  close(): Promise<void>;
}

/** @param isMade whether a directory that is not there is made. */
export function openDirectory(
  directory: string,
  reader: Reader,
  now: () => Date,
  isMade = true,
): CorpusDirectory {
  const stocktaking = openStocktaking(directory, reader);
  let shared: Ledger | undefined;
  let tasks = 0;
  let turn: Promise<unknown> = Promise.resolve();

  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = turn.then(work);
    turn = result.catch(() => {});
    return result;
  };

  /** Taken anew when nobody is at work: people put files in and take them out. */
  async function ledgerNow(dryRun: boolean): Promise<{ ledger: Ledger; notes: readonly Noted[] }> {
    const notes: Noted[] = [];
    if (tasks === 0 || shared === undefined) {
      try {
        shared = await stocktaking.take();
      } catch (error) {
        if (codeOf(error) === 'ENOTDIR') throw new UserError(`${directory}: ${NO_DIRECTORY}`);
        if (codeOf(error) !== 'ENOENT') throw new UserError(`${directory}: ${whyOf(error)}`);
        if (!isMade) throw new UserError(`${directory}: ${IS_GONE}`);
        notes.push(await make(directory, dryRun));
        shared = createLedger([]);
      }
    }
    return { ledger: dryRun ? createLedger(shared.holdings) : shared, notes };
  }

  return {
    directory,
    async open(dryRun) {
      const { ledger, notes } = await inTurn(async () => {
        const found = await ledgerNow(dryRun);
        tasks += 1;
        return found;
      });
      if (!dryRun) {
        const folders = new Set([directory, ...[...ledger.holdings].map(({ file }) => dirname(file))]);
        for (const folder of folders) await sweep(folder, TEMPORARY, now().getTime());
      }
      return {
        shelf: { directory, ledger, stocktaking },
        notes,
        inTurn,
        async close() {
          tasks -= 1;
          if (!dryRun) await settle(directory);
        },
      };
    },
  };
}

const NO_DIRECTORY =
  'expected a directory of articles, but that is a file. Name a directory with --corpus or CORPUS_DIR.';

const IS_GONE = 'the directory of the articles is gone. Put it back where it was; nothing was changed.';

async function make(directory: string, dryRun: boolean): Promise<Noted> {
  if (dryRun) return noted(directory, 'there is no such directory; it would be made.');
  try {
    await mkdir(directory);
  } catch (error) {
    const why =
      codeOf(error) === 'ENOENT'
        ? `expected a directory for the articles, but ${dirname(directory)} does not exist either. Make it, or name another with --corpus or CORPUS_DIR.`
        : whyOf(error);
    throw new UserError(`${directory}: ${why}`);
  }
  return noted(directory, 'there was no such directory; it was made.');
}
