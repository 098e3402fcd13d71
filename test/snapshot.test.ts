import {
  appendFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type News, type Opened, openNewsroom } from '../src/open.ts';
import { readSnapshot, snapshotIn, writeSnapshot } from '../src/snapshot.ts';
import { until } from './discord/loopback/waiting.ts';

const ARTICLES = 12;
const PARAGRAPHS = 20;

const place = (at: number): string => `Quay${String.fromCharCode(97 + (at % 26))}${at}`;
const story = (at: number): string =>
  [
    '---',
    `headline: Lock ${at} opens`,
    `published: 2031-0${1 + (at % 9)}-01`,
    '---',
    '',
    `“The lock of ${place(at)} works,” said Keeper ${String.fromCharCode(65 + (at % 26))}nna Lind${at}.`,
    ...Array.from(
      { length: PARAGRAPHS - 1 },
      (_none, row) =>
        `\nBoat ${at * 100 + row} passed the lock of ${place(at)} with ${row} crates of herring.`,
    ),
    '',
  ].join('\n');

let corpus: string;
beforeAll(async () => {
  corpus = await mkdtemp(join(tmpdir(), 'verbatim-snapshot-'));
  for (let at = 0; at < ARTICLES; at++) await writeFile(join(corpus, `lock-${at}.md`), story(at));
});
afterAll(() => rm(corpus, { recursive: true, force: true }));
beforeEach(() => rm(snapshotIn(corpus), { force: true }));

const open = (): Promise<Opened> =>
  openNewsroom({ corpusDir: corpus, worthSaving: ARTICLES * (PARAGRAPHS - 1) });

function saidBy({ newsroom }: Opened) {
  return {
    articles: newsroom.articles,
    answers: [
      'What passed the lock of Quayc2?',
      'Who said that the lock of Quayd3 works?',
      'boat 512 with 12 crates',
    ].map((question) =>
      newsroom
        .ask(question)
        .evidence.map(({ passage, sentence, score }) => [passage.id, sentence, score.toFixed(9)]),
    ),
    unknown: newsroom.ask('Where is the zeppelin?').kind,
    repaired: newsroom.ask('What pased the lock?').question.text,
    speakers: newsroom.speakersNamed('Lind7').map(({ name }) => name),
    checked: newsroom.checkQuotation('The lock of Quayb1 works').kind,
  };
}

/** What the files are, as a newsroom that was opened of them saves it. */
async function openFiles(): Promise<string | undefined> {
  await open();
  const snapshot = await readSnapshot(corpus);
  return typeof snapshot === 'object' ? snapshot?.files : undefined;
}

const kept = async (): Promise<boolean> => typeof (await readSnapshot(corpus)) === 'object';

describe('a snapshot', () => {
  it('answers as the articles do that it was made of', async () => {
    const fresh = saidBy(await open());
    const snapshot = await readSnapshot(corpus);
    expect(snapshot).toMatchObject({ articles: expect.objectContaining({ length: ARTICLES }) });
    expect(saidBy(await open())).toEqual(fresh);
  });

  it('that is no file is not waited for, and is told of', async () => {
    await mkdir(snapshotIn(corpus));
    try {
      const { newsroom, problems } = await open();
      expect(newsroom.articles).toHaveLength(ARTICLES);
      expect(problems[0]?.message).toMatch(/^the index that was kept here is damaged/);
    } finally {
      await rm(snapshotIn(corpus), { recursive: true });
    }
  });

  it('is of no account where the files say otherwise: added, changed and removed ones count', async () => {
    await open();
    const before = await readFile(snapshotIn(corpus));
    await writeFile(
      join(corpus, 'new.md'),
      '---\nheadline: Zeppelin\n---\n\nThe zeppelin is moored in Wexmouth.\n',
    );
    await appendFile(join(corpus, 'lock-3.md'), '\nA submarine surfaced at noon.\n');
    await rm(join(corpus, 'lock-4.md'));
    try {
      const opened = await open();
      expect(await readFile(snapshotIn(corpus))).toEqual(before);
      const { newsroom } = opened;
      expect(newsroom.articles).toHaveLength(ARTICLES);
      expect(newsroom.ask('Where is the zeppelin?').evidence[0]?.passage.article.id).toBe('new');
      expect(newsroom.article('lock-3')?.text).toContain('submarine');
      expect(newsroom.article('lock-4')).toBeUndefined();
      await rm(snapshotIn(corpus));
      expect(saidBy(opened)).toEqual(saidBy(await open()));
    } finally {
      await rm(join(corpus, 'new.md'));
      for (const at of [3, 4]) await writeFile(join(corpus, `lock-${at}.md`), story(at));
    }
  });

  it('knows which articles are copies of each other, also of what comes later', async () => {
    const elsewhere = (name: string) => join(corpus, `${name}.md`);
    const told = (opened: Opened) =>
      opened.newsroom
        .alsoIn(opened.newsroom.article('lock-1')!, [{ start: 0, end: 20 }])
        .map(({ id }) => id)
        .sort();
    await writeFile(elsewhere('reprint'), story(1).replace('Lock', 'Our lock'));
    try {
      expect(told(await open())).toEqual(['reprint']);
      expect(await readSnapshot(corpus)).toBeInstanceOf(Object);
      expect(told(await open())).toEqual(['reprint']);
      await writeFile(elsewhere('late'), story(1).replace('Lock', 'Their lock'));
      expect(told(await open())).toEqual(['late', 'reprint']);
      await rm(elsewhere('reprint'));
      expect(told(await open())).toEqual(['late']);
    } finally {
      for (const name of ['reprint', 'late']) await rm(elsewhere(name), { force: true });
    }
  });

  it('is made anew where it was cut short, and that is told', async () => {
    const fresh = saidBy(await open());
    const { size } = await stat(snapshotIn(corpus));
    for (const length of [0, 1, Math.floor(size / 2), size - 9]) {
      await truncate(snapshotIn(corpus), length);
      const opened = await open();
      expect(opened.problems).toEqual([
        { file: snapshotIn(corpus), message: expect.stringMatching(/damaged; it is made anew/) },
      ]);
      expect(saidBy(opened)).toEqual(fresh);
      expect(await kept()).toBe(true);
    }
  });

  it('is made anew where a letter of it has changed', async () => {
    await open();
    const bytes = await readFile(snapshotIn(corpus));
    const herring = bytes.indexOf('herring', Math.floor(bytes.length / 8));
    bytes.write('salmons', herring);
    await writeFile(snapshotIn(corpus), bytes);
    const { newsroom, problems } = await open();
    expect(problems).toHaveLength(1);
    expect(newsroom.articles.some(({ text }) => text.includes('salmons'))).toBe(false);
  });

  it('of other rules than ours is made anew', async () => {
    const { newsroom } = await open();
    const files = '[]';
    await writeSnapshot(corpus, { files, articles: newsroom.articles, ...newsroom.save() }, 'other rules');
    expect(await readSnapshot(corpus)).toBe('stale');
    const { problems } = await open();
    expect(problems[0]?.message).toMatch(/from another version; it is made anew/);
    expect(await kept()).toBe(true);
  });

  it('tells again, at each start, of files that are left out', async () => {
    await writeFile(join(corpus, 'bad.md'), '---\nheadline: [\n---\n');
    try {
      const first = (await open()).problems;
      expect(first).toHaveLength(1);
      expect(await kept()).toBe(true);
      expect((await open()).problems).toEqual(first);
    } finally {
      await rm(join(corpus, 'bad.md'));
    }
  });

  it('lets go of articles whose files it could not trust, when these are gone', async () => {
    const twins = ['twin.md', 'twin.txt'].map((name) => join(corpus, name));
    for (const twin of twins) await writeFile(twin, 'The twin\nThe twin lock is closed for good.\n');
    expect((await open()).newsroom.article('twin')).toBeDefined();
    expect(await kept()).toBe(true);
    for (const twin of twins) await rm(twin);
    expect((await open()).newsroom.article('twin')).toBeUndefined();
  });

  it('tells again of a file that was broken while it was open, whose old words are kept', async () => {
    const news: News[] = [];
    const { close } = await openNewsroom({
      corpusDir: corpus,
      worthSaving: 1,
      watching: (each) => void news.push(each),
    });
    await rm(snapshotIn(corpus));
    for (const at of [2, 6, 7]) await writeFile(join(corpus, `lock-${at}.md`), '---\nheadline: [\n---\n');
    await writeFile(join(corpus, 'more.md'), story(40));
    await writeFile(join(corpus, 'still-more.md'), story(41));
    try {
      await until(() => news.flatMap(({ problems }) => problems).length === 3, 'the broken files');
      await until(() => news.flatMap(({ added }) => added).length === 2, 'the new ones');
      await close();
      expect(await kept()).toBe(true);
      const { newsroom, problems } = await open();
      expect(problems.map(({ file }) => basename(file)).sort()).toEqual(
        [2, 6, 7].map((at) => `lock-${at}.md`),
      );
      expect(newsroom.article('lock-2')?.text).toContain('herring');
    } finally {
      for (const at of [2, 6, 7]) await writeFile(join(corpus, `lock-${at}.md`), story(at));
      for (const name of ['more', 'still-more']) await rm(join(corpus, `${name}.md`));
    }
  });

  it('is made anew when more than a tenth of the articles have changed', async () => {
    const opening = { corpusDir: corpus, worthSaving: 1 };
    await openNewsroom(opening);
    const first = await readFile(snapshotIn(corpus));
    const touch = (at: number) => utimes(join(corpus, `lock-${at}.md`), new Date(), new Date());
    await touch(5);
    await openNewsroom(opening);
    expect(await readFile(snapshotIn(corpus))).toEqual(first);
    await touch(6);
    await openNewsroom(opening);
    expect(await readFile(snapshotIn(corpus))).not.toEqual(first);
  });

  it('is kept by whoever closes, not by whoever leaves the corpus to another', async () => {
    const news: News[] = [];
    const opened = await openNewsroom({
      corpusDir: corpus,
      worthSaving: 1,
      watching: (each) => void news.push(each),
    });
    const first = await readFile(snapshotIn(corpus));
    for (const at of [2, 6]) await writeFile(join(corpus, `lock-${at}.md`), story(at + 50));
    try {
      await until(() => news.flatMap(({ changed }) => changed).length === 2, 'the changes');
      await opened.leave();
      expect(await readFile(snapshotIn(corpus))).toEqual(first);
      await opened.close();
      expect(await readFile(snapshotIn(corpus))).not.toEqual(first);
    } finally {
      for (const at of [2, 6]) await writeFile(join(corpus, `lock-${at}.md`), story(at));
    }
  });

  it('holds no article whose file goes while others are still being written', async () => {
    const gone = join(corpus, 'gone.md');
    const fresh = join(corpus, 'fresh.md');
    await writeFile(gone, story(60));
    await utimes(gone, new Date(0), new Date(0));
    await writeFile(fresh, story(61));
    try {
      const opening = openNewsroom({ corpusDir: corpus, worthSaving: 1, watching: () => undefined });
      await new Promise((resolve) => setTimeout(resolve, 300));
      await rm(gone);
      const { newsroom, close } = await opening;
      expect(newsroom.article('fresh')).toBeDefined();
      expect(newsroom.article('gone')).toBeUndefined();
      await close();
    } finally {
      await rm(fresh);
    }
  });

  it('that cannot be restored is made anew', async () => {
    const { newsroom } = await open();
    const files = (await openFiles()) ?? '[]';
    await writeSnapshot(corpus, { files, articles: newsroom.articles, ...newsroom.save(), engine: ['{}'] });
    const opened = await open();
    expect(opened.problems[0]?.message).toMatch(/damaged; it is made anew/);
    expect(saidBy(opened)).toEqual(saidBy(await open()));
  });

  it('takes up a file that was touched and not changed', async () => {
    await open();
    await utimes(join(corpus, 'lock-5.md'), new Date(), new Date());
    const { newsroom } = await open();
    expect(newsroom.articles).toHaveLength(ARTICLES);
  });

  it('is not kept of a few articles', async () => {
    const small = await mkdtemp(join(tmpdir(), 'verbatim-small-'));
    await writeFile(join(small, 'one.md'), story(1));
    await openNewsroom({ corpusDir: small });
    expect(await readdir(small)).toEqual(['one.md']);
    await rm(small, { recursive: true });
  });

  it('is of one moment, whatever comes while it is being written', async () => {
    const { newsroom } = await open();
    const fresh = saidBy(await open());
    await rm(snapshotIn(corpus));
    const files = (await openFiles()) ?? '[]';
    const writing = writeSnapshot(corpus, {
      files,
      articles: newsroom.articles,
      ...newsroom.save(),
    });
    newsroom.update({ put: [], remove: newsroom.articles.map(({ id }) => id) });
    await writing;
    expect(saidBy(await open())).toEqual(fresh);
  });

  it('sweeps away what killed writers have left behind, but not what others are writing', async () => {
    const half = `${snapshotIn(corpus)}-0123456789ab.tmp`;
    await writeFile(half, 'half');
    await open();
    expect(await readdir(corpus)).toContain(basename(half));
    await rm(snapshotIn(corpus));
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * 60 * 60 * 1_000 });
    try {
      await open();
    } finally {
      vi.useRealTimers();
    }
    expect(await readdir(corpus)).not.toContain(basename(half));
  });

  it('leaves no half of itself behind where it cannot be written', async () => {
    const { newsroom } = await open();
    const broken = function* (): Generator<string> {
      yield '1';
      yield '2';
      throw new Error('no room');
    };
    const saving = { files: '[]', articles: newsroom.articles, copies: [], lexicon: [], engine: broken() };
    await expect(writeSnapshot(corpus, saving)).rejects.toThrow('no room');
    expect(await kept()).toBe(true);
    expect((await readdir(corpus)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
