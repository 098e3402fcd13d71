import { randomBytes } from 'node:crypto';
import { link, open, readdir, realpath, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf } from './faults.ts';

/*
 * How an article gets onto the disk. At any moment, whatever ends the process, a file of the corpus is there whole
 * or not at all: it is written under a hidden name that no reader of the corpus looks at, and then gets its own.
 */

/** Hidden, and recognised when it is found later: whoever wrote it did not come to an end. */
export const TEMPORARY = /^\.verbatim-[0-9a-f]{16}\.tmp$/;
/** Milliseconds after which nobody writes a temporary file any more. */
const STALE = 3_600_000;

/**
 * A new file. Never in place of another one, whoever made it and however shortly before.
 *
 * @returns false when there is one of that name already.
 */
export async function writeNew(file: string, contents: string): Promise<boolean> {
  const temporary = await writeTemporary(dirname(file), contents);
  try {
    await link(temporary, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    // Some disks (FAT, some network shares) know no second names. Between look and rename there is a gap.
    if (!/^(?:EPERM|ENOTSUP|EOPNOTSUPP|ENOSYS|EMLINK|EINVAL)$/.test(codeOf(error))) throw error;
    if (await exists(file)) return false;
    await rename(temporary, file);
    return true;
  } finally {
    await unlink(temporary).catch(ignoreMissing);
  }
}

/**
 * In place of the file that has that name, with the same permissions; of a link, in place of what it leads to. Readers
 * see the old text or the new one.
 */
export async function rewrite(name: string, contents: string): Promise<void> {
  const file = await realpath(name).catch(() => name);
  const mode = await stat(file).then(
    (found) => found.mode & 0o777,
    () => undefined,
  );
  const temporary = await writeTemporary(dirname(file), contents, mode);
  try {
    await rename(temporary, file);
  } catch (error) {
    await unlink(temporary).catch(ignoreMissing);
    throw error;
  }
}

/** Makes names last through a power cut, where a directory can be synchronised at all (not on Windows). */
export async function settle(directory: string): Promise<void> {
  try {
    const folder = await open(directory);
    await folder.sync().finally(() => folder.close());
  } catch {
    // The files themselves are safe; their names are as safe as this disk makes them.
  }
}

/** Takes away what processes left behind that were killed. Others may be writing: only what is old goes. */
export async function sweep(directory: string, temporary: RegExp, now: number): Promise<void> {
  const names = await readdir(directory).catch(() => []);
  for (const name of names.filter((each) => temporary.test(each))) {
    const path = join(directory, name);
    const age = await stat(path).then(
      ({ ctimeMs }) => now - ctimeMs,
      () => 0,
    );
    if (age > STALE) await unlink(path).catch(() => {});
  }
}

async function writeTemporary(folder: string, contents: string, mode?: number): Promise<string> {
  const temporary = join(folder, `.verbatim-${randomBytes(8).toString('hex')}.tmp`);
  const file = await open(temporary, 'wx');
  try {
    await file.writeFile(contents, 'utf8');
    if (mode !== undefined) await file.chmod(mode).catch(() => {});
    await file.sync();
    await file.close();
  } catch (error) {
    await file.close().catch(() => {});
    await unlink(temporary).catch(() => {});
    throw error;
  }
  return temporary;
}

export const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

function ignoreMissing(error: unknown): void {
  if (codeOf(error) !== 'ENOENT') throw error;
}
