import type { Fetcher } from '../fetching/fetched.ts';
import type { Removed } from '../librarian.ts';
import type { ArticleId } from '../news/article.ts';
import { type Addition, addAll } from './adding.ts';
import { openDirectory } from './directory.ts';
import type { Reference } from './finding.ts';
import type { Outcome } from './outcome.ts';
import { openProposals, type Proposals } from './proposals.ts';
import { openReader, type Reader } from './reading.ts';
import type { Reception } from './receive.ts';
import { dueIn, type Refreshing, refreshAll } from './refreshing.ts';
import { removeFrom } from './removing.ts';

export interface IntakeOptions {
  /** The corpus. It need not exist yet, its parent must. */
  readonly directory: string;
  /** Whether it is made where it is not there: not by those who have seen it there. */
  readonly makesDirectory?: boolean;
  /** Pages of this machine itself may be fetched too. */
  readonly allowLoopback?: boolean;
  /** Stay open when the intake is closed: they belong to whoever gave them. */
  readonly fetcher?: Fetcher;
  readonly reader?: Reader;
  readonly now?: () => Date;
}

/** How articles come into a corpus, are looked after, and leave it. One process may do several things at once. */
export interface Intake extends Proposals {
  /**
   * Takes in all that is named: files, directories, addresses, feeds. What is refused keeps nothing else from being
   * taken. An article is on the disk when its outcome is given; whoever stops listening stops the work after it.
   *
   * @throws UserError when the corpus directory cannot be used at all.
   */
  add(references: readonly string[], options?: Addition): AsyncGenerator<Outcome>;
  /**
   * Asks the servers whether articles have changed: of all articles, or of those named as `remove` names them.
   *
   * @throws UserError when one that is named is not there.
   */
  refresh(references?: readonly Reference[], options?: Refreshing): AsyncGenerator<Outcome>;
  /** The articles that have an address to be asked for at, those asked for longest ago first. */
  due(): Promise<readonly ArticleId[]>;
  /**
   * Takes the file of an article away.
   *
   * @param reference exactly its id; or its id, its file, its address, or its headline or a part of it, as typed.
   * @throws UserError when no article is meant, or several are.
   */
  remove(reference: Reference, options?: { readonly dryRun?: boolean }): Promise<Removed>;
  close(): Promise<void>;
}

export function openIntake({
  directory,
  makesDirectory = true,
  allowLoopback = false,
  fetcher: givenFetcher,
  reader: givenReader,
  now = () => new Date(),
}: IntakeOptions): Intake {
  const reader = givenReader ?? openReader();
  let fetcher: Promise<Fetcher> | undefined;
  const reception: Reception = {
    reader,
    // Loaded when the first address is opened: most runs read files.
    fetcher: async () => {
      if (givenFetcher !== undefined) return givenFetcher;
      fetcher ??= import('../fetching/fetcher.ts').then(({ createFetcher }) =>
        createFetcher({ allowLoopback }),
      );
      return fetcher;
    },
  };
  const desk = {
    corpus: openDirectory(directory, reader, now, makesDirectory),
    reception,
    now,
    askedAt: new Map(),
  };
  return {
    add: (references, options = {}) => addAll(references, options, desk),
    refresh: (references = [], options = {}) => refreshAll(references, options, desk),
    due: () => dueIn(desk),
    remove: (reference, { dryRun = false } = {}) => removeFrom(desk.corpus, reference, dryRun),
    ...openProposals(desk),
    async close() {
      await (await fetcher)?.close();
      if (givenReader === undefined) await reader.close();
    },
  };
}
