import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { openLibrarian } from '../../src/intake/librarian.ts';
import { fetcherWith } from '../fetching/server.ts';
import { all, folderFor, intakeFor, namesIn, story, textIn, told, whyRefused } from './newsagent.ts';

/** What the disk says to whoever writes; undefined when there is room. */
const disk = vi.hoisted((): { says: string | undefined; links: boolean } => ({
  says: undefined,
  links: true,
}));

vi.mock(import('node:fs/promises'), async (original) => {
  const real = await original();
  const failure = (code: string) => Object.assign(new Error(`${code}: the disk says so`), { code });
  return {
    ...real,
    open: async (...args: Parameters<typeof real.open>) => {
      const file = await real.open(...args);
      if (args[1] !== 'wx') return file;
      const write = file.writeFile.bind(file);
      file.writeFile = async (contents: Parameters<typeof write>[0]) => {
        // Half of it still fits.
        if (disk.says !== undefined) await write(String(contents).slice(0, 100));
        if (disk.says !== undefined) throw failure(disk.says);
        await write(contents);
      };
      return file;
    },
    link: async (...args: Parameters<typeof real.link>) => {
      if (!disk.links) throw failure('EPERM');
      await real.link(...args);
    },
  };
});

afterEach(() => {
  Object.assign(disk, { says: undefined, links: true });
});

const FERRY = 'ferry-number-1-sinks-in-grey-harbour.md';

describe('a disk', () => {
  it.each([
    ['ENOSPC', /^the disk is full\. Make room/],
    ['EDQUOT', /^your share of the disk is full\. Make room/],
    ['EROFS', /^the disk can only be read/],
    ['EIO', /^the disk failed/],
    ['ESTRANGE', /^could not be read or kept \(ESTRANGE\)/],
  ])(
    'that says %s is named for each article, leaves nothing half-written, and keeps what is there',
    async (code, why) => {
      const folder = await folderFor({
        'in/a.md': story(1, 'url: https://courier.example/1\n'),
        'in/b.md': story(2),
        'corpus/x': '',
      });
      const intake = intakeFor(join(folder, 'corpus'));
      await all(intake.add([join(folder, 'in/a.md')]));
      const before = await textIn(folder, 'corpus', FERRY);
      const changed = join(
        await folderFor({ 'a.md': story(1, 'url: https://courier.example/1\n', '“No,” she said.') }),
        'a.md',
      );
      disk.says = code;
      const outcomes = await all(intake.add([changed, join(folder, 'in/b.md')]));
      expect(whyRefused(outcomes)).toEqual([expect.stringMatching(why), expect.stringMatching(why)]);
      expect(await textIn(folder, 'corpus', FERRY)).toBe(before);
      expect(await namesIn(join(folder, 'corpus'))).toEqual([FERRY, 'x']);
      disk.says = undefined;
      expect((await all(intake.add([changed, join(folder, 'in/b.md')]))).map(({ kind }) => kind)).toEqual([
        'updated',
        'added',
      ]);
    },
  );

  it('that is full when a proposal is accepted loses nothing of it', async () => {
    const folder = await folderFor({ x: '' });
    const intake = intakeFor(folder);
    const { key = '' } = await intake.propose({ name: 'a.md', bytes: new TextEncoder().encode(story()) });
    disk.says = 'ENOSPC';
    expect(await intake.accept(key)).toMatchObject({ kind: 'accepted', outcomes: [{ kind: 'refused' }] });
    disk.says = undefined;
    expect(await intake.accept(key)).toMatchObject({ kind: 'accepted', outcomes: [{ kind: 'added' }] });
    expect(await intake.accept(key)).toMatchObject({ kind: 'settled', how: 'accepted' });
  });

  it('that is full when something is proposed is named, and nothing is left of it', async () => {
    const folder = await folderFor({ 'a.md': story(), 'corpus/x': '' });
    const directory = join(folder, 'corpus');
    const librarian = openLibrarian({ directory, files: 'paths', fetcher: fetcherWith() });
    onTestFinished(() => librarian.close());
    disk.says = 'ENOSPC';
    const given = { kind: 'file', reference: join(folder, 'a.md') } as const;
    await expect(librarian.propose(given)).rejects.toThrow(`${directory}: the disk is full. Make room`);
    expect(await namesIn(join(directory, '.incoming'))).toEqual([]);
    disk.says = undefined;
    expect(await librarian.propose(given)).toHaveProperty('key');
  });

  it('that knows no second names still gets each article, and no file is written over', async () => {
    const folder = await folderFor({ 'in/a.md': story(1), [`corpus/${FERRY}/x`]: '' });
    disk.links = false;
    const outcomes = await all(intakeFor(join(folder, 'corpus')).add([join(folder, 'in/a.md')]));
    expect(told(outcomes)).toEqual([
      expect.stringMatching(/^added ferry-number-1-sinks-in-grey-harbour-[0-9a-f]{6}\.md$/),
    ]);
    expect(await namesIn(join(folder, 'corpus', FERRY))).toEqual(['x']);
  });
});
