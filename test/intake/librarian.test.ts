import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type LibrarianOptions, openLibrarian } from '../../src/intake/librarian.ts';
import { openReader } from '../../src/intake/reading.ts';
import type { Step } from '../../src/librarian.ts';
import { fetcherWith, page, serve } from '../fetching/server.ts';
import { folderFor, item, markdown, namesIn, rss, story, wholeText } from './newsagent.ts';

const reader = openReader();
const FERRY = 'ferry-number-1-sinks-in-grey-harbour';

function librarianFor(directory: string, options: Partial<LibrarianOptions> = {}) {
  const librarian = openLibrarian({
    directory,
    files: 'uploads',
    reader,
    fetcher: fetcherWith(),
    ...options,
  });
  onTestFinished(() => librarian.close());
  return librarian;
}

/** What `verbatim add` writes into a file of its own. */
const OURS = "digest: '0123456789abcdef.01234567'\n";

describe('a librarian', () => {
  it('takes a path only from somebody who sits at the machine', async () => {
    const folder = await folderFor({ 'corpus/x': '', 'mine.md': story(), 'empty.json': '{' });
    const [directory, file] = [join(folder, 'corpus'), join(folder, 'mine.md')];
    const afar = librarianFor(directory);
    for (const kind of ['page', 'file'] as const)
      expect(await afar.propose({ kind, reference: file })).toMatchObject({
        articles: [],
        refused: [{ kind: 'refused' }],
      });
    const near = librarianFor(directory, { files: 'paths' });
    for (const kind of ['page', 'file'] as const)
      expect(await near.propose({ kind, reference: file })).toMatchObject({
        articles: [{ outcome: { kind: 'added', id: FERRY } }],
        refused: [],
      });
    for (const [reference, why] of [
      [join(folder, 'nowhere.md'), /no such file/],
      [folder, /expected a file/],
      [join(folder, 'empty.json'), /JSON/],
    ] as const) {
      const { refused } = await near.propose({ kind: 'page', reference });
      expect(refused[0]?.why).toMatch(why);
    }
  });

  it('tells what it does: fetching, then reading', async () => {
    const paper = await serve({ '/ferry': page(story(), markdown) });
    const steps: Step[] = [];
    const librarian = librarianFor(await folderFor({ x: '' }));
    await librarian.propose({ kind: 'page', reference: paper.at('/ferry') }, (step) => steps.push(step));
    expect(steps).toEqual([{ kind: 'fetching', host: `127.0.0.1:${paper.port}` }, { kind: 'reading' }]);
  });

  it('counts the articles of a feed, and says no more that it reads', async () => {
    const items = [1, 2, 3].map((number) => item(number, 'https://courier.example/', wholeText(number)));
    const folder = await folderFor({ 'corpus/x': '', 'feed.rss': rss(items.join('')) });
    const steps: string[] = [];
    const librarian = librarianFor(join(folder, 'corpus'), { files: 'paths' });
    await librarian.propose({ kind: 'file', reference: join(folder, 'feed.rss') }, ({ kind }) =>
      steps.push(kind),
    );
    expect(steps.indexOf('counting')).toBeGreaterThan(0);
    expect(steps.lastIndexOf('reading')).toBeLessThan(steps.indexOf('counting'));
  });

  it('does one thing at a time, also after one has failed', async () => {
    const librarian = librarianFor(join(await folderFor(), 'no', 'corpus'), { files: 'paths' });
    expect(librarian.isBusy()).toBe(false);
    const proposing = librarian.propose({ kind: 'page', reference: 'nowhere.md' });
    expect(librarian.isBusy()).toBe(true);
    await proposing;
    expect(librarian.isBusy()).toBe(false);
    const failing = librarian.propose({ kind: 'page', reference: 'https://courier.example' });
    await expect(failing).rejects.toThrow(/is gone/);
    expect(librarian.isBusy()).toBe(false);
  });

  it('gives no advice that only the command line could take', async () => {
    const ukrainian = 'Пором, який сполучав гавань з островами, затонув у понеділок уночі. '.repeat(12);
    const folder = await folderFor({ 'corpus/x': '', 'a.md': `# Пором\n\n${ukrainian}\n` });
    const librarian = librarianFor(join(folder, 'corpus'), { files: 'paths' });
    const { refused } = await librarian.propose({ kind: 'file', reference: join(folder, 'a.md') });
    expect(refused[0]?.why).toMatch(/expected English/);
    expect(refused[0]?.why).not.toContain('--');
  });

  it('waits until what it changed can be asked about', async () => {
    const folder = await folderFor({ 'corpus/x': '', 'mine.md': story() });
    let looks = 0;
    const librarian = librarianFor(join(folder, 'corpus'), {
      files: 'paths',
      isThere: (id) => id === FERRY && ++looks > 3,
    });
    const { key = '' } = await librarian.propose({ kind: 'file', reference: join(folder, 'mine.md') });
    await librarian.accept(key);
    expect(looks).toBe(4);
    expect(await namesIn(join(folder, 'corpus'))).toContain(`${FERRY}.md`);
  });

  it('ends a refresh when its time is up, and says how many are left', async () => {
    const paper = await serve({
      '/1': page(story(1), markdown),
      '/2': () => undefined,
      '/3': () => undefined,
    });
    const files = [1, 2, 3].map((number): [string, string] => [
      `${number}.md`,
      story(number, `url: ${paper.at(`/${number}`)}\n${OURS}`),
    ]);
    const directory = await folderFor(Object.fromEntries(files));
    const librarian = librarianFor(directory, { patience: { longest: 1_000 } });
    const { outcomes, of } = await librarian.refresh();
    expect(outcomes.map(({ kind }) => kind)).toEqual(['unchanged']);
    expect(of).toBe(3);
    expect(librarian.isBusy()).toBe(false);
  });

  it('asks first for those asked for longest ago, whatever they are called, and once for each', async () => {
    const paper = await serve({
      '/1': page(story(1), markdown),
      '/2': page(story(2), markdown),
      '/3': page(story(3), markdown),
    });
    const from = (number: number, year: number) =>
      story(number, `url: ${paper.at(`/${number}`)}\nfetched: '${year}-03-04T05:06:07.000Z'\n${OURS}`);
    const directory = await folderFor({
      '1.md': from(1, 2023),
      '2.markdown': from(2, 2022),
      '3.md': from(3, 2021),
    });
    let time = Date.parse('2031-03-04');
    const now = () => {
      time += 1_000;
      return new Date(time);
    };
    const librarian = librarianFor(directory, { patience: { most: 2 }, now });
    expect((await librarian.refresh()).outcomes).toMatchObject([{ id: '3' }, { id: '2' }]);
    expect(await librarian.refresh()).toMatchObject({ of: 3, outcomes: [{ id: '1' }, { id: '3' }] });
  });

  it('asks for no other article where the one that was meant is gone', async () => {
    const directory = await folderFor({ 'ferry-strike.md': story(1, 'url: https://courier.example/1\n') });
    const librarian = librarianFor(directory);
    expect(await librarian.refresh('ferry')).toMatchObject({
      outcomes: [{ kind: 'refused', reference: 'ferry', why: 'there is no such article any more.' }],
    });
    await expect(librarian.remove('ferry')).rejects.toThrow('there is no such article any more.');
    expect(await namesIn(directory)).toEqual(['ferry-strike.md']);
  });

  it('names files that are left out as they lie in the corpus', async () => {
    const directory = await folderFor({ x: '' });
    const leftOut = () => [
      { file: join(directory, 'sub', 'torn.json'), line: 3, message: 'expected a comma.' },
      { file: directory, message: 'expected articles.' },
    ];
    expect(librarianFor(directory, { leftOut }).leftOut()).toEqual([
      { file: 'sub/torn.json', line: 3, message: 'expected a comma.' },
      { file: directory, message: 'expected articles.' },
    ]);
  });

  it('says of articles where they came from, as far as their files tell', async () => {
    const fetched = '2031-03-04T05:06:07.000Z';
    const directory = await folderFor({
      'a.md': story(1, `source: https://courier.example/a\nfetched: ${fetched}\n`),
      'sub/b.txt': story(2),
      'c.md': story(3, 'url: https://courier.example/c\n'),
    });
    const origins = await librarianFor(directory).origins(['a', 'b', 'c', 'nowhere']);
    expect([...origins].toSorted()).toEqual([
      ['a', { fetched, source: 'https://courier.example/a' }],
      ['b', { source: 'b.txt' }],
      ['c', { source: 'https://courier.example/c' }],
    ]);
  });
});
