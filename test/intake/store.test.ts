import { chmod, readdir, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rewrite, sweep, TEMPORARY, writeNew } from '../../src/intake/store.ts';
import { folderFor, namesIn, textIn } from './newsagent.ts';

describe('a new file', () => {
  it('is never put in the place of another', async () => {
    const folder = await folderFor({ 'ferry.md': 'theirs' });
    expect(await writeNew(join(folder, 'ferry.md'), 'ours')).toBe(false);
    expect(await textIn(folder, 'ferry.md')).toBe('theirs');
    expect(await namesIn(folder)).toEqual(['ferry.md']);
  });

  it('is made once where twenty want to make it, and is whole', async () => {
    const folder = await folderFor();
    const contents = Array.from({ length: 20 }, (_, number) => String(number).repeat(10_000));
    const made = await Promise.all(contents.map((text) => writeNew(join(folder, 'ferry.md'), text)));
    expect(made.filter((mine) => mine)).toHaveLength(1);
    expect(await textIn(folder, 'ferry.md')).toBe(contents[made.indexOf(true)]);
    expect(await namesIn(folder)).toEqual(['ferry.md']);
  });

  it('that cannot be made leaves nothing behind', async () => {
    const folder = await folderFor();
    await expect(writeNew(join(folder, 'no', 'ferry.md'), 'ours')).rejects.toThrow('ENOENT');
    expect(await namesIn(folder)).toEqual([]);
  });
});

describe('a file that is rewritten', () => {
  it('keeps its permissions', async () => {
    const folder = await folderFor({ 'ferry.md': 'old' });
    const file = join(folder, 'ferry.md');
    await chmod(file, 0o640);
    await rewrite(file, 'new');
    expect(await textIn(folder, 'ferry.md')).toBe('new');
    expect((await stat(file)).mode & 0o777).toBe(0o640);
    expect(await namesIn(folder)).toEqual(['ferry.md']);
  });

  it('is read whole by whoever reads it meanwhile', async () => {
    const folder = await folderFor({ 'ferry.md': 'a'.repeat(100_000) });
    const writing = (async () => {
      for (const letter of 'bcdefghijk') await rewrite(join(folder, 'ferry.md'), letter.repeat(100_000));
    })();
    let done = false;
    void writing.then(() => {
      done = true;
    });
    while (!done) expect(await textIn(folder, 'ferry.md')).toMatch(/^([a-k])\1{99999}$/);
    await writing;
  });
});

it('what a killed process left is taken away once it is old, and nothing else is', async () => {
  const old = '.verbatim-0123456789abcdef.tmp';
  const folder = await folderFor({ [old]: 'half', '.verbatim-notes.tmp': 'hers', 'ferry.md': 'x' });
  await sweep(folder, TEMPORARY, Date.now() + 59 * 60_000);
  expect(await readdir(folder)).toHaveLength(3);
  await writeFile(join(folder, 'later.md'), 'x');
  await utimes(join(folder, 'ferry.md'), 0, 0);
  await sweep(folder, TEMPORARY, Date.now() + 61 * 60_000);
  expect(await namesIn(folder)).toEqual(['.verbatim-notes.tmp', 'ferry.md', 'later.md']);
});
