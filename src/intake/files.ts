import { constants } from 'node:fs';
import { type FileHandle, open, readdir, realpath } from 'node:fs/promises';
import { basename, extname, join, sep } from 'node:path';
import { UserError } from '../command.ts';
import { ENDINGS } from './recognise.ts';

/** Bytes of the largest file that is opened. */
const LARGEST_FILE = 25_000_000;

/** The name of what is no article of a directory: hidden, half of something, or about the directory. */
const NO_ARTICLE = /^[._]|^README(?:\.\w+)?$/i;

export interface Walk {
  /** Files and links, in the order of their paths. */
  readonly entries: readonly { readonly path: string; readonly isLink: boolean }[];
  readonly directories: readonly string[];
  /** Directories inside it that could not be read. */
  readonly closed: readonly { readonly path: string; readonly error: unknown }[];
}

/**
 * Whatever may be an article in a directory and in those inside it: hidden files and READMEs are none, nor is what a
 * browser has saved with a page. Links to
 * directories are not followed: they may lead round in a circle.
 *
 * @throws the file system's own error when the directory itself cannot be read.
 */
export async function walk(directory: string): Promise<Walk> {
  const entries: { path: string; isLink: boolean }[] = [];
  const directories: string[] = [];
  const closed: { path: string; error: unknown }[] = [];
  const waiting: string[] = [directory];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    directories.push(folder);
    try {
      const found = await readdir(folder, { withFileTypes: true });
      const names = new Set(found.map(({ name }) => name));
      for (const entry of found) {
        const path = join(folder, entry.name);
        if (NO_ARTICLE.test(entry.name)) continue;
        if (entry.isDirectory()) {
          if (!isOfPage(entry.name, names)) waiting.push(path);
        } else if (entry.isFile() || entry.isSymbolicLink())
          entries.push({ path, isLink: entry.isSymbolicLink() });
      }
    } catch (error) {
      if (folder === directory) throw error;
      closed.push({ path: folder, error });
    }
  }
  entries.sort((one, other) => (one.path < other.path ? -1 : 1));
  return { entries, directories, closed };
}

/** `ferry_files` beside `ferry.html`: what a browser saves with a page, advertisements among it. */
function isOfPage(directory: string, beside: ReadonlySet<string>): boolean {
  const page = /^(.+)[_.]files$/.exec(directory)?.[1];
  return page !== undefined && ['.html', '.htm'].some((ending) => beside.has(page + ending));
}

/** Whether a link in a directory that may come from a stranger leads to what is not in it. */
export async function leadsOut(path: string, directory: string): Promise<boolean> {
  try {
    const [target, home] = await Promise.all([realpath(path), realpath(directory)]);
    return !target.startsWith(home.endsWith(sep) ? home : `${home}${sep}`);
  } catch {
    // A link to nothing leads nowhere: whoever opens it says so.
    return false;
  }
}

export interface Found extends Pick<Walk, 'closed'> {
  /** In the order of their paths. */
  readonly files: readonly string[];
  /** Those of them that are links. */
  readonly links: ReadonlySet<string>;
  /** How many files of each other ending there are: `.jpg` → 3. */
  readonly passedOver: ReadonlyMap<string, number>;
}

/** Every file of these endings that a walk finds; throws as it does. */
export async function filesIn(directory: string, endings: readonly string[] = ENDINGS): Promise<Found> {
  const { entries, closed } = await walk(directory);
  const files: string[] = [];
  const links = new Set<string>();
  const passedOver = new Map<string, number>();
  for (const { path, isLink } of entries) {
    const ending = extname(path).toLowerCase();
    if (endings.includes(ending)) {
      files.push(path);
      if (isLink) links.add(path);
    } else passedOver.set(ending, (passedOver.get(ending) ?? 0) + 1);
  }
  return { files, links, passedOver, closed };
}

/**
 * A whole file.
 *
 * @throws UserError when it is too large or is no file (a pipe would never end).
 */
export const bytesOf = (path: string): Promise<Uint8Array> =>
  withFile(path, async (file, size) => {
    if (size > LARGEST_FILE)
      throw new UserError(
        `expected at most ${LARGEST_FILE / 1e6} MB, got ${Math.ceil(size / 1e5) / 10} MB. Save the text of each article as a file of its own.`,
      );
    // A file that grows meanwhile is not followed beyond the limit.
    const bytes = new Uint8Array(size);
    const { bytesRead } = await file.read(bytes, 0, size, 0);
    return bytes.subarray(0, bytesRead);
  });

/** The first bytes of a file. */
export const openingOf = (path: string, length: number): Promise<string> =>
  withFile(path, async (file) => {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
    // Without the mark that some editors put before a text (U+FEFF).
    return new TextDecoder().decode(buffer.subarray(0, bytesRead));
  });

/** Opening a pipe waits for its other end, unless it is asked not to; and what was looked at before may be another now. */
const WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

async function withFile<Result>(
  path: string,
  read: (file: FileHandle, size: number) => Promise<Result>,
): Promise<Result> {
  const file = await open(path, WITHOUT_WAITING);
  try {
    const found = await file.stat();
    if (found.isDirectory()) throw new UserError('expected a file, got a directory.');
    if (!found.isFile())
      throw new UserError('expected a file, got a pipe or a device. Save its text as a file.');
    return await read(file, found.size);
  } finally {
    await file.close();
  }
}

/** Its name without the ending. */
export const idOf = (path: string): string => basename(path, extname(path));
