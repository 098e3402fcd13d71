import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { codeOf } from '../intake/faults.ts';
import { type Walk, walk } from '../intake/files.ts';

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

export interface Listing extends Pick<Walk, 'directories' | 'closed'> {
  /** In the order of their paths, so that two runs read alike. */
  readonly files: readonly Listed[];
}

/** What a walk finds, with as much of each file as tells whether it has changed; throws as it does. */
export async function listFiles(directory: string): Promise<Listing> {
  const { entries, directories, closed } = await walk(directory);
  const lost: { path: string; error: unknown }[] = [];
  const listed = await Promise.all(
    entries.map(async ({ path, isLink }): Promise<readonly Listed[]> => {
      try {
        const found = await stat(path);
        return [{ path, stamp: stampOf(found), size: found.size, writtenAt: found.mtimeMs }];
      } catch (error) {
        // Deleted since its directory was read, or a link to nothing.
        if (isLink || codeOf(error) !== 'ENOENT') lost.push({ path, error });
        return [];
      }
    }),
  );
  return { files: listed.flat(), directories, closed: [...closed, ...lost] };
}

/** Its permissions count too: what could not be read may be readable now. */
export const stampOf = ({ size, mtimeMs, ctimeMs, ino }: Stats): string =>
  `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
