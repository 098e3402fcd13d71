import { stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { UserError } from './command.ts';
import { type Claim, claimsIn, isClosed, isSame, type Mark, nameTaken } from './corpus/claims.ts';
import { type Listed, type Listing, listFiles, stampOf } from './corpus/listing.ts';
import { createPostponed } from './corpus/postponed.ts';
import { mayPass, missingDirectory, type Problem, problemFrom } from './corpus/problems.ts';
import { codeOf } from './intake/faults.ts';
import { bytesOf } from './intake/files.ts';
import { inOrder } from './intake/in-order.ts';
import { overlength } from './intake/length.ts';
import type { Article, ArticleId } from './news/article.ts';
import type { ArticleFormat } from './news/parse/formats.ts';

export type { Problem };

/** What has become of the articles since the directory was last looked at. */
export interface CorpusChange {
  readonly put: readonly Article[];
  readonly remove: readonly ArticleId[];
  /** Files that cannot be articles as they are now; what they held before stays. */
  readonly problems: readonly Problem[];
}

/** A directory of articles, one file each, that may change at any time. */
export interface Corpus {
  /**
   * What has changed, a few articles at a time, so that others can be answered in between. Whatever cannot be looked
   * at now is as it was. The first part comes before anything is read, and articles go in the last one: a file that
   * has another name is never missing.
   *
   * @throws UserError when the directory itself is missing or closed to us.
   */
  changes(progress?: (done: number, total: number) => void): AsyncGenerator<CorpusChange>;
  /** Whether a file is left for later, since it is still being written. */
  readonly isWaiting: boolean;
  /** The directories that were looked in. */
  readonly directories: readonly string[];
  readonly survey: Survey;
  /** All that is wrong with files as they were at the last look. */
  readonly problems: readonly Problem[];
  /** What these articles were read from, for whoever opens the directory with them again. */
  save(ids: ReadonlySet<ArticleId>): string;
}

/** What the last look has found before anything was read. */
export interface Survey {
  /** Of all articles' files, those that come included. */
  readonly bytes: number;
  readonly coming: readonly ArticleId[];
  readonly going: readonly ArticleId[];
}

interface Options {
  /**
   * A file that was written to less than so many ms ago is left for later: whoever writes it may not be done. None
   * is where nobody looks again.
   */
  readonly quietMs?: number;
  /** ms since 1970. */
  readonly now?: () => number;
  /** Reads heavy formats where they can do no harm. */
  readonly reader?: HeavyReader;
  /** What `save` gave: files that are as they were then are no change. */
  readonly saved?: string;
}

/** Throws as a `Parser` does. */
export type HeavyReader = (format: ArticleFormat, id: ArticleId, bytes: Uint8Array) => Promise<Article>;

const MOST_AT_ONCE = 20;
/** Whoever asks for files one by one waits for the event loop several times for each. */
const READ_AT_ONCE = 8;

export function openCorpus(
  directory: string,
  { quietMs = 0, now = Date.now, saved = '[]', reader = readHere }: Options = {},
): Corpus {
  /** What there was to be read of each article at the last look. */
  const known = new Map<ArticleId, readonly Mark[]>(
    (JSON.parse(saved) as readonly Saved[]).map(([id, path, stamp]) => [
      id,
      [{ path: join(directory, path), stamp }],
    ]),
  );
  /** What was wrong then with the files of an article. */
  const faulty = new Map<ArticleId, readonly Problem[]>();
  /** What was wrong with the directory: it is told once. */
  let told: ReadonlyMap<string, Problem> = new Map();
  const postponed = createPostponed(now);
  let directories: readonly string[] = [];
  let survey: Survey = { bytes: 0, coming: [], going: [] };
  let isWaiting = false;

  const isBeingWritten = async ({ path, stamp, writtenAt }: Listed): Promise<boolean> => {
    if (quietMs === 0) return false;
    return Math.abs(now() - writtenAt) < quietMs || stampOf(await stat(path)) !== stamp;
  };
  /** The first article that can be read, and what is wrong with the other files; null where one is being written. */
  const read = async (id: ArticleId, files: Claim): Promise<Found | null> => {
    const problems: Problem[] = [];
    for (const [place, file] of files.entries())
      try {
        const bytes = await bytesOf(file.path);
        if (await isBeingWritten(file)) return null;
        const article = await (file.format.isHeavy ? reader : readHere)(file.format, id, bytes);
        const tooLong = overlength(article);
        if (tooLong !== undefined) throw new UserError(tooLong);
        const others = files.slice(place + 1).map((other) => nameTaken(other, file, id, directory));
        return { put: [article], problems: [...problems, ...others] };
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return null;
        const problem = problemFrom(error, file.path);
        // Another file of the name must not take the place of one that is only out of reach.
        if (mayPass(error)) return { put: [], problems: [], passing: problem };
        problems.push(problem);
      }
    return { put: [], problems };
  };
  const note = ({ id, files, problems, passing }: Reading): void => {
    if (passing !== undefined) {
      postponed.put(id, files, passing);
      return;
    }
    postponed.delete(id);
    known.set(id, files);
    if (problems.length > 0) faulty.set(id, problems);
    else faulty.delete(id);
  };
  const toTell = ({ id, problems, passing }: Reading): readonly Problem[] =>
    passing === undefined || postponed.isTold(id, passing) ? problems : [...problems, passing];
  const changeOf = (batch: readonly Reading[], remove: readonly ArticleId[] = []): CorpusChange => ({
    put: batch.flatMap(({ put }) => put),
    remove,
    problems: batch.flatMap(toTell),
  });

  async function* changes(progress?: (done: number, total: number) => void): AsyncGenerator<CorpusChange> {
    const listing = await listed(directory);
    const { claims, problems } = claimsIn(listing, directory);
    postponed.keep(claims);
    const going = [...known]
      .filter(([id, files]) => !claims.has(id) && !isClosed(files, listing))
      .map(([id]) => id);
    const coming = [...claims].filter(
      ([id, files]) => !isSame(known.get(id), files) && !postponed.isResting(id, files),
    );
    directories = listing.directories;
    survey = { bytes: bytesIn(claims.values()), coming: coming.map(([id]) => id), going };
    isWaiting = false;
    yield { put: [], remove: [], problems: problems.filter((each) => !told.has(JSON.stringify(each))) };
    // What was told is known once whoever was told has gone on: not where they have stopped listening.
    told = new Map(problems.map((each) => [JSON.stringify(each), each]));

    let batch: Reading[] = [];
    let place = 0;
    const readings = inOrder(
      coming,
      READ_AT_ONCE,
      async ([id, files]) => [id, files, await read(id, files)] as const,
    );
    for await (const [id, files, found] of readings) {
      progress?.(place++, coming.length);
      if (found === null) {
        isWaiting = true;
        continue;
      }
      batch.push({ id, files, ...found });
      if (batch.length < MOST_AT_ONCE) continue;
      yield changeOf(batch);
      batch.forEach(note);
      batch = [];
    }
    yield changeOf(batch, going);
    batch.forEach(note);
    for (const id of going) {
      known.delete(id);
      faulty.delete(id);
    }
  }

  return {
    changes,
    get isWaiting() {
      return isWaiting;
    },
    get directories() {
      return directories;
    },
    get survey() {
      return survey;
    },
    get problems() {
      return [...told.values(), ...[...faulty.values()].flat(), ...postponed.problems()];
    },
    // Those of which something is to be told are read again, and it is told again.
    save: (ids) =>
      JSON.stringify(
        Array.from(ids, (id): Saved => {
          const [mark, ...others] = known.get(id) ?? [];
          return mark === undefined || others.length > 0 || faulty.has(id)
            ? [id, '', NO_STAMP]
            : [id, relative(directory, mark.path), mark.stamp];
        }),
      ),
  };
}

type Saved = readonly [id: ArticleId, path: string, stamp: string];

/** No file has it. */
const NO_STAMP = '';

interface Found extends Pick<CorpusChange, 'put' | 'problems'> {
  /** Why its file could not be read this time. */
  readonly passing?: Problem;
}

interface Reading extends Found {
  readonly id: ArticleId;
  readonly files: Claim;
}

const readHere: HeavyReader = async (format, id, bytes) => (await format.load())(id, { bytes });

function bytesIn(claims: Iterable<Claim>): number {
  let bytes = 0;
  for (const files of claims) for (const { size } of files) bytes += size;
  return bytes;
}

/**
 * Reads every article of a directory and of those inside it, once. A file that cannot be read is a problem of its
 * own and keeps no other from being read.
 *
 * @throws UserError when the directory itself is missing or closed to us.
 */
export async function readCorpus(
  directory: string,
): Promise<{ readonly articles: readonly Article[]; readonly problems: readonly Problem[] }> {
  const articles: Article[] = [];
  const problems: Problem[] = [];
  for await (const change of openCorpus(directory).changes()) {
    articles.push(...change.put);
    problems.push(...change.problems);
  }
  return { articles, problems: problems.sort((a, b) => (a.file < b.file ? -1 : 1)) };
}

async function listed(directory: string): Promise<Listing> {
  try {
    return await listFiles(directory);
  } catch (error) {
    throw new UserError(missingDirectory(directory, error));
  }
}
