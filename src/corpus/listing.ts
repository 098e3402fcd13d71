import type { Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '../intake/faults.ts';
import { NO_ARTICLE } from '../intake/files.ts';

/** A file of the corpus as it lies there. */
export interface Listed {
  readonly path: string;
  /** Another one whenever the file has been written to or exchanged, or may be read by others. */
  readonly stamp: string;
  /** Bytes. */
  readonly size: number;
  /** When it was last written to, in ms since 1970. */
  readonly writtenAt: number;
}

export interface Listing {
  /** In the order of their paths, so that two runs read alike. */
  readonly files: readonly Listed[];
  readonly directories: readonly string[];
  /** Directories, and files, that could not be looked at: nothing is known of what is in them. */
  readonly closed: readonly { readonly path: string; readonly error: unknown }[];
}

/**
 * The files of a directory and of those inside it. Hidden files and READMEs are no articles. Links to files are
 * followed, links to directories are not: they may lead round in a circle.
 *
 * @throws Error of Node's when the directory itself cannot be read.
 */
export async function listFiles(directory: string): Promise<Listing> {
  const files: Listed[] = [];
  const directories: string[] = [];
  const closed: { path: string; error: unknown }[] = [];
  const look = async (path: string): Promise<void> => {
    directories.push(path);
    const entries = await readdir(path, { withFileTypes: true });
    const articles = entries.filter(({ name }) => !NO_ARTICLE.test(name));
    await Promise.all(
      articles.map(async (entry) => {
        const inside = join(path, entry.name);
        try {
          if (entry.isDirectory()) return await look(inside);
          if (!entry.isFile() && !entry.isSymbolicLink()) return;
          const found = await stat(inside);
          const { size, mtimeMs: writtenAt } = found;
          files.push({ path: inside, stamp: stampOf(found), size, writtenAt });
        } catch (error) {
          // Deleted since its directory was read, or a link to nothing.
          if (codeOf(error) === 'ENOENT' && entry.isFile()) return;
          closed.push({ path: inside, error });
        }
      }),
    );
  };
  await look(directory);
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, directories, closed };
}

/** Its permissions count too: what could not be read may be readable now. */
export const stampOf = ({ size, mtimeMs, ctimeMs, ino }: Stats): string =>
  `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
