import { stat } from 'node:fs/promises';
import { basename, extname, join, relative } from 'node:path';
import { UserError } from './command.ts';
import { type Listed, type Listing, listFiles, stampOf } from './corpus/listing.ts';
import { missingDirectory, type Problem, problemFrom } from './corpus/problems.ts';
import { codeOf } from './intake/faults.ts';
import { bytesOf } from './intake/files.ts';
import { inOrder } from './intake/in-order.ts';
import type { Article, ArticleId } from './news/article.ts';
import { type ArticleFormat, FORMATS, formatOfEnding } from './news/parse/formats.ts';

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
   * at now is as it was.
   *
   * @throws UserError when the directory itself is missing or closed to us.
   */
  changes(progress?: (done: number, total: number) => void): AsyncGenerator<CorpusChange>;
  /** Whether a file is left for later, since it is still being written. */
  readonly isWaiting: boolean;
  /** The directories that were looked in. */
  readonly directories: readonly string[];
  /** All that is wrong with files as they were at the last look. */
  readonly problems: readonly Problem[];
  /** What these articles were read from, for whoever opens the directory with them again. */
  save(ids: ReadonlySet<ArticleId>): string;
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

/** As much of a file as tells whether it is still the same. */
type Mark = Pick<Listed, 'path' | 'stamp'>;

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
  let directories: readonly string[] = [];
  let isWaiting = false;

  const isBeingWritten = async ({ path, stamp, writtenAt }: Listed): Promise<boolean> => {
    if (quietMs === 0) return false;
    return Math.abs(now() - writtenAt) < quietMs || stampOf(await stat(path)) !== stamp;
  };
  /** The first article that can be read, and what is wrong with the other files; null where one is being written. */
  const read = async (id: ArticleId, files: Claim): Promise<CorpusChange | null> => {
    const problems: Problem[] = [];
    for (const [place, file] of files.entries())
      try {
        const bytes = await bytesOf(file.path);
        if (await isBeingWritten(file)) return null;
        const article = await (file.format.isHeavy ? reader : readHere)(file.format, id, bytes);
        const others = files.slice(place + 1).map((other) => nameTaken(other, file, id, directory));
        return { put: [article], remove: [], problems: [...problems, ...others] };
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return null;
        problems.push(problemFrom(error, file.path));
      }
    return { put: [], remove: [], problems };
  };

  async function* changes(progress?: (done: number, total: number) => void): AsyncGenerator<CorpusChange> {
    const listing = await listed(directory);
    const { claims, problems } = claimsIn(listing, directory);
    directories = listing.directories;
    isWaiting = false;
    const gone = [...known].filter(([id, files]) => !claims.has(id) && !isClosed(files, listing));
    yield {
      put: [],
      remove: gone.map(([id]) => id),
      problems: problems.filter((each) => !told.has(JSON.stringify(each))),
    };
    // What was told is known once whoever was told has gone on: not where they have stopped listening.
    for (const [id] of gone) {
      known.delete(id);
      faulty.delete(id);
    }
    told = new Map(problems.map((each) => [JSON.stringify(each), each]));

    const coming = [...claims].filter(([id, files]) => !isSame(known.get(id), files));
    let batch: Reading[] = [];
    let change = NOTHING;
    const note = ({ id, files, problems: wrong }: Reading): void => {
      known.set(id, files);
      if (wrong.length > 0) faulty.set(id, wrong);
      else faulty.delete(id);
    };
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
      batch.push({ id, files, problems: found.problems });
      change = {
        put: [...change.put, ...found.put],
        remove: [],
        problems: [...change.problems, ...found.problems],
      };
      if (batch.length < MOST_AT_ONCE) continue;
      yield change;
      for (const each of batch) note(each);
      [change, batch] = [NOTHING, []];
    }
    yield change;
    for (const each of batch) note(each);
  }

  return {
    changes,
    get isWaiting() {
      return isWaiting;
    },
    get directories() {
      return directories;
    },
    get problems() {
      return [...told.values(), ...[...faulty.values()].flat()];
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

interface Reading {
  readonly id: ArticleId;
  readonly files: Claim;
  readonly problems: readonly Problem[];
}

const readHere: HeavyReader = async (format, id, bytes) => (await format.load())(id, { bytes });

const NOTHING: CorpusChange = { put: [], remove: [], problems: [] };

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

/** The files that would be one article, in their order: the first that can be read is. */
type Claim = readonly (Listed & { readonly format: ArticleFormat })[];

const isClosed = (files: readonly Mark[], { closed }: Listing): boolean =>
  files.some((file) =>
    closed.some(({ path }) => file.path === path || file.path.startsWith(join(path, '/'))),
  );

const isSame = (before: readonly Mark[] | undefined, files: readonly Mark[]): boolean =>
  before?.length === files.length &&
  files.every(({ path, stamp }, at) => before[at]?.path === path && before[at]?.stamp === stamp);

function claimsIn({ files, closed }: Listing, directory: string) {
  const claims = new Map<ArticleId, Claim>();
  const problems: Problem[] = closed.map(({ path, error }) => problemFrom(error, path));
  const passedOver: string[] = [];
  for (const file of files) {
    const format = formatOfEnding(extname(file.path));
    const id = basename(file.path, extname(file.path));
    if (format?.holds === 'article') claims.set(id, [...(claims.get(id) ?? []), { ...file, format }]);
    else passedOver.push(file.path);
  }
  const meant = claims.size === 0 ? passedOver : passedOver.filter((path) => WRITTEN.test(path));
  if (meant.length > 0) problems.push(notRead(directory, meant));
  return { claims, problems };
}

const nameTaken = ({ path }: Listed, other: Listed, id: ArticleId, directory: string): Problem => ({
  file: path,
  message: `expected a name of its own: ${relative(directory, other.path)} is “${id}” already. Rename one of them.`,
});

/** What somebody may have put there for an article, as they hardly have a picture. */
const WRITTEN = /\.(?:docx?|odt|rtf|epub|pages|mhtml?|xml|rss|atom|csv|ya?ml)$/i;

/** The endings of what is read from a directory. */
const READ_HERE = FORMATS.flatMap(({ holds, endings }) => (holds === 'article' ? endings : []));

function notRead(directory: string, files: readonly string[]): Problem {
  const endings = [...new Set(files.map((file) => extname(file) || 'no ending'))].slice(0, 5).join(', ');
  return {
    file: directory,
    message: `expected articles that end in ${READ_HERE.join(', ')}; got ${files.length === 1 ? '1 file' : `${files.length} files`} with ${endings}.`,
  };
}
