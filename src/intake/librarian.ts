import { relative } from 'node:path';
import { UserError } from '../command.ts';
import type { Given, LeftOut, Librarian, Proposal, Refreshed, Step } from '../librarian.ts';
import type { ArticleId } from '../news/article.ts';
import { isOfTheDisk, whyOf } from './faults.ts';
import { type Files, givenTo } from './given.ts';
import type { Intake, IntakeOptions } from './intake.ts';
import { originsIn } from './origins.ts';
import { addressesIn } from './typed-address.ts';

export interface LibrarianOptions extends IntakeOptions {
  /** Only who sits at this machine may name its files. */
  readonly files: Files;
  /** Whether an article is in the newsroom. Undefined where nobody watches the directory. */
  readonly isThere?: (id: ArticleId) => boolean;
  /** Files as they are opened. */
  readonly leftOut?: () => readonly LeftOut[];
  /** For one refresh. */
  readonly patience?: Partial<Patience>;
}

interface Patience {
  /** Articles. */
  readonly most: number;
  /** Milliseconds: Discord takes no answer after fifteen minutes. */
  readonly longest: number;
}

const PATIENCE: Patience = { most: 500, longest: 600_000 };

export interface OpenLibrarian extends Librarian {
  close(): Promise<void>;
}

/** A librarian over an intake, which is opened when it is first needed: most processes never change their corpus. */
export function openLibrarian({
  files,
  isThere,
  leftOut = () => [],
  patience,
  ...options
}: LibrarianOptions): OpenLibrarian {
  const { most, longest } = { ...PATIENCE, ...patience };
  let opened: Promise<Intake> | undefined;
  let isBusy = false;

  const intake = (): Promise<Intake> => {
    opened ??= import('./intake.ts').then(({ openIntake }) =>
      openIntake({ makesDirectory: false, ...options }),
    );
    return opened;
  };
  /** What the disk says of the corpus directory is for people to put right. */
  const inCorpus = <Args extends readonly unknown[], Result>(work: (...args: Args) => Promise<Result>) => {
    return async (...args: Args): Promise<Result> => {
      try {
        return await work(...args);
      } catch (error) {
        if (!isOfTheDisk(error)) throw error;
        throw new UserError(`${options.directory}: ${whyOf(error)}`);
      }
    };
  };
  const alone = <Args extends readonly unknown[], Result>(work: (...args: Args) => Promise<Result>) =>
    inCorpus(async (...args: Args): Promise<Result> => {
      isBusy = true;
      try {
        return await work(...args);
      } finally {
        isBusy = false;
      }
    });

  async function refresh(id?: ArticleId, progress?: (step: Step) => void): Promise<Refreshed> {
    const desk = await intake();
    const due = id === undefined ? await desk.due() : [id];
    if (due.length === 0) return { outcomes: [], of: 0 };
    const outcomes: Refreshed['outcomes'][number][] = [];
    const asked = due.slice(0, most).map((each) => ({ id: each }));
    const options = { signal: AbortSignal.timeout(longest), onProgress: counting(progress) };
    for await (const outcome of desk.refresh(asked, options))
      if (outcome.kind !== 'noted') outcomes.push(outcome);
    return { outcomes, of: id === undefined ? due.length : outcomes.length };
  }

  async function propose(given: Given, progress?: (step: Step) => void): Promise<Proposal> {
    const what = await givenTo(files, given);
    if (typeof what === 'object' && 'kind' in what) return { articles: [], refused: [what] };
    const [address = ''] = typeof what === 'string' ? addressesIn(what) : [];
    if (URL.canParse(address)) progress?.({ kind: 'fetching', host: new URL(address).host });
    // Who is told how many are done knows that they are read.
    let isCounting = false;
    const count = counting((step) => {
      isCounting = true;
      progress?.(step);
    });
    return (await intake()).propose(what, {
      onReading: () => {
        if (!isCounting) progress?.({ kind: 'reading' });
      },
      onProgress: count,
    });
  }

  return {
    isBusy: () => isBusy,
    propose: alone(propose),
    accept: inCorpus(async (key) => {
      const answer = await (await intake()).accept(key);
      if (answer.kind !== 'accepted') return answer;
      const kept = answer.outcomes.flatMap((outcome) => (outcome.kind === 'refused' ? [] : [outcome.id]));
      if (isThere !== undefined) await soon(() => kept.every(isThere));
      return answer;
    }),
    discard: inCorpus(async (key) => (await intake()).discard(key)),
    remove: inCorpus(async (id) => {
      const removed = await (await intake()).remove({ id });
      if (isThere !== undefined) await soon(() => !isThere(removed.id));
      return removed;
    }),
    refresh: alone(refresh),
    origins: inCorpus(async (ids) => {
      const wanted = new Set(ids);
      const origins = await originsIn(options.directory, (id) => wanted.has(id));
      return new Map(origins.map(({ id, ...origin }) => [id, origin]));
    }),
    leftOut: () =>
      leftOut().map((each) => ({ ...each, file: relative(options.directory, each.file) || each.file })),
    close: async () => (await opened)?.close(),
  };
}

/** One of one is no news. */
const counting =
  (progress: ((step: Step) => void) | undefined) =>
  (done: number, total: number): void => {
    if (total > 1) progress?.({ kind: 'counting', done, total });
  };

/** Milliseconds between two looks, and in all: the newsroom mostly knows within half a second. */
const LOOK = 50;
const LONGEST_WAIT = 3_000;

async function soon(isSo: () => boolean): Promise<void> {
  for (let waited = 0; waited < LONGEST_WAIT && !isSo(); waited += LOOK)
    await new Promise((resolve) => setTimeout(resolve, LOOK));
}
