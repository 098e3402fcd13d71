import { open, readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { UserError } from '../command.ts';
import { ENDINGS } from './recognise.ts';

/** Bytes of the largest file that is opened. */
export const LARGEST_FILE = 25_000_000;

/** The name of what is no article of a directory: hidden, half of something, or about the directory. */
export const NO_ARTICLE = /^[._]|^README(?:\.\w+)?$/i;

export interface Found {
  /** In the order of their names. */
  readonly files: readonly string[];
  /** How many files of each other ending there are: `.jpg` → 3. */
  readonly passedOver: ReadonlyMap<string, number>;
  /** Directories inside it that could not be read. */
  readonly closed: readonly { readonly path: string; readonly error: unknown }[];
}

/**
 * Every file of a directory, and of those inside it, that may hold an article. Links to files are followed, links to
 * directories are not: they may lead round in a circle.
 *
 * @throws the file system's own error when the directory itself cannot be read.
 */
export async function filesIn(directory: string, endings: readonly string[] = ENDINGS): Promise<Found> {
  const files: string[] = [];
  const passedOver = new Map<string, number>();
  const closed: { path: string; error: unknown }[] = [];
  const waiting: string[] = [directory];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    try {
      for (const entry of await readdir(folder, { withFileTypes: true })) {
        const path = join(folder, entry.name);
        if (NO_ARTICLE.test(entry.name)) continue;
        if (entry.isDirectory()) waiting.push(path);
        if (!entry.isFile() && !entry.isSymbolicLink()) continue;
        const ending = extname(entry.name).toLowerCase();
        if (endings.includes(ending)) files.push(path);
        else passedOver.set(ending, (passedOver.get(ending) ?? 0) + 1);
      }
    } catch (error) {
      if (folder === directory) throw error;
      closed.push({ path: folder, error });
    }
  }
  return { files: files.sort(), passedOver, closed };
}

/**
 * A whole file.
 *
 * @throws UserError when it is too large or is no file (a pipe would never end).
 */
export async function bytesOf(path: string): Promise<Uint8Array> {
  // Looked at before it is opened: opening a pipe waits for its other end.
  const { size } = await regularFile(path);
  if (size > LARGEST_FILE)
    throw new UserError(
      `expected at most ${LARGEST_FILE / 1e6} MB, got ${(size / 1e6).toFixed(1)} MB. Save its text as .md or .txt.`,
    );
  const file = await open(path);
  try {
    // A file that grows meanwhile is not followed beyond the limit.
    const bytes = new Uint8Array(size);
    const { bytesRead } = await file.read(bytes, 0, size, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The first bytes of a file. */
export async function openingOf(path: string, length: number): Promise<string> {
  await regularFile(path);
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
    // Without the mark that some editors put before a text (U+FEFF).
    return new TextDecoder().decode(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

async function regularFile(path: string): Promise<{ readonly size: number }> {
  const found = await stat(path);
  if (found.isDirectory()) throw new UserError('expected a file, got a directory.');
  if (!found.isFile())
    throw new UserError('expected a file, got a pipe or a device. Save its text as a file.');
  return found;
}

/** Its name without the ending. */
export const idOf = (path: string): string => basename(path, extname(path));
