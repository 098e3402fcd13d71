import { appendFile, mkdir, mkdtemp, open, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchCorpus } from '../../src/corpus/watching.ts';
import type { Corpus, CorpusChange } from '../../src/corpus.ts';
import { type News, type Opened, openNewsroom } from '../../src/open.ts';
import { until } from '../discord/loopback/waiting.ts';

const markdown = (headline: string, ...paragraphs: readonly string[]): string =>
  `---\nheadline: ${headline}\n---\n\n${paragraphs.join('\n\n')}\n`;

const FERRY = markdown(
  'Ferry sinks off Gull Point',
  'The ferry sank at noon on Tuesday, the coastguard said.',
);
const SAVED = markdown('Ferry raised', 'The ferry was raised by two cranes on Friday, the coastguard said.');

let corpus: string;
let opened: Opened;
let news: News[];

beforeEach(async () => {
  corpus = await mkdtemp(join(tmpdir(), 'verbatim-watched-'));
  await mkdir(join(corpus, 'inside'));
  await put(
    'old.md',
    markdown('Kelp farm doubles its harvest', 'The kelp farm harvested 80 tons this year.'),
  );
  news = [];
  opened = await openNewsroom({ corpusDir: corpus, watching: (each) => news.push(each) });
});
afterEach(async () => {
  await opened.close();
  await rm(corpus, { recursive: true, force: true });
});

/** As whoever wrote it a while ago leaves it. */
async function put(name: string, contents: string): Promise<void> {
  const path = join(corpus, name);
  await writeFile(`${path}.tmp~`, contents);
  const before = new Date(Date.now() - 60_000);
  await utimes(`${path}.tmp~`, before, before);
  await rename(`${path}.tmp~`, path);
}

const ids = (): readonly string[] => opened.newsroom.articles.map(({ id }) => id).sort();
const answer = (question: string): string | null => {
  const outcome = opened.newsroom.ask(question);
  return outcome.kind === 'answer' ? outcome.best.passage.article.id : null;
};

describe('a corpus that is watched', () => {
  it('has an article as soon as its file is there, in a directory inside too', async () => {
    await put('ferry.md', FERRY);
    await until(() => ids().includes('ferry'), 'the article');
    expect(answer('When did the ferry sink?')).toBe('ferry');
    await put('inside/raised.md', SAVED);
    await until(() => ids().includes('raised'), 'the article inside');
    await mkdir(join(corpus, 'new'));
    await put('new/third.md', SAVED);
    await until(() => ids().includes('third'), 'the article in a new directory');
    const added = () => news.flatMap((each) => each.added);
    await until(() => added().length === 3, 'all of it to be told');
    expect(added()).toEqual(['ferry', 'raised', 'third']);
  });

  it('opens with what was written a moment ago', async () => {
    await writeFile(join(corpus, 'ferry.md'), FERRY);
    const other = await openNewsroom({ corpusDir: corpus, watching: () => undefined });
    await other.close();
    expect(other.newsroom.articles.map(({ id }) => id)).toContain('ferry');
  });

  it('has an article’s new words, and no longer its old ones', async () => {
    await put('ferry.md', FERRY);
    await until(() => ids().includes('ferry'), 'the article');
    await put('ferry.md', SAVED);
    await until(() => news.some(({ changed }) => changed.includes('ferry')), 'the change');
    expect(opened.newsroom.article('ferry')?.text).not.toContain('sank');
    expect(answer('What happened at noon on Tuesday?')).toBeNull();
    expect(answer('When was the ferry raised?')).toBe('ferry');
  });

  it('no longer has an article whose file is gone', async () => {
    await rm(join(corpus, 'old.md'));
    await until(() => news.some(({ removed }) => removed.includes('old')), 'the removal');
    expect(ids()).toEqual([]);
  });

  it('follows a file to its new name', async () => {
    await rename(join(corpus, 'old.md'), join(corpus, 'inside', 'newer.md'));
    await until(() => ids().includes('newer'), 'the article under its new name');
    expect(ids()).toEqual(['newer']);
  });

  it('never reads half of a file that is being written', async () => {
    const heard = new Set<string>();
    const listening = setInterval(() => {
      const { text } = opened.newsroom.article('slow') ?? {};
      if (text !== undefined) heard.add(text);
    }, 5);
    const file = await open(join(corpus, 'slow.md'), 'w');
    const paragraphs = Array.from(
      { length: 12 },
      (_none, at) => `Paragraph ${at} of the slow story is here.`,
    );
    await file.write('---\nheadline: Slow\n---\n');
    for (const paragraph of paragraphs) {
      await file.write(`\n${paragraph}\n`);
      await sleep(60);
    }
    await file.close();
    await until(() => heard.size > 0, 'the article');
    clearInterval(listening);
    expect([...heard]).toEqual([paragraphs.join('\n\n')]);
  });

  it('keeps an article whose file has been broken, tells of it, and takes it when it is mended', async () => {
    await put('old.md', '---\nheadline: [\n---\n');
    await until(() => news.some(({ problems }) => problems.length > 0), 'the problem');
    expect(answer('How much kelp was harvested?')).toBe('old');
    expect(news.flatMap(({ problems }) => problems)).toEqual([
      { file: join(corpus, 'old.md'), line: 2, message: expect.stringMatching(/front matter/) },
    ]);
    await put('old.md', SAVED);
    await until(() => answer('When was the ferry raised?') === 'old', 'the mended article');
  });

  it('keeps all articles when the directory itself is gone for a while', async () => {
    await rename(corpus, `${corpus}-away`);
    await until(() => news.some(({ problems }) => problems.length > 0), 'the problem');
    expect(ids()).toEqual(['old']);
    await rename(`${corpus}-away`, corpus);
    await put('ferry.md', FERRY);
    await until(() => ids().includes('ferry'), 'the article');
    expect(ids()).toEqual(['ferry', 'old']);
  });

  it('goes on with an article that the first of two files of its name no longer holds', async () => {
    await put('old.txt', 'Kelp harvest halves\nThe kelp farm harvested 20 tons.\n');
    await until(() => news.some(({ problems }) => problems.length > 0), 'the problem');
    expect(news.at(-1)?.problems[0]?.message).toMatch(/old\.md is “old” already.*Rename/);
    await rm(join(corpus, 'old.md'));
    await until(() => opened.newsroom.article('old')?.headline === 'Kelp harvest halves', 'the other file');
  });

  it('knows which files are left out now, and no longer those that are mended or gone', async () => {
    const leftOut = () => opened.leftOut().map(({ file }) => relative(corpus, file));
    await put('old.md', '---\nheadline: [\n---\n');
    await put('bad.json', '{');
    await put('minutes.docx', 'PK');
    await until(() => leftOut().length === 3, 'the problems');
    expect(leftOut().sort()).toEqual(['', 'bad.json', 'old.md']);
    await put('old.md', SAVED);
    await rm(join(corpus, 'minutes.docx'));
    await until(() => leftOut().length === 1, 'two to be settled');
    expect(leftOut()).toEqual(['bad.json']);
    await rm(join(corpus, 'bad.json'));
    await until(() => leftOut().length === 0, 'the last one to go');
  });

  it('has articles as soon in a directory that another one has taken the place of', async () => {
    await put('inside/first.md', FERRY);
    await until(() => ids().includes('first'), 'the first article');
    await rm(join(corpus, 'inside'), { recursive: true });
    await mkdir(join(corpus, 'inside'));
    const started = performance.now();
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    for (const name of names) {
      await put(`inside/${name}.md`, SAVED);
      await until(() => ids().includes(name), `the article ${name}`);
      await sleep(200); // until all looks at it are over
    }
    // Without a sign, each comes when the directory is looked at anyway: after two seconds.
    expect(performance.now() - started).toBeLessThan(names.length * 1_200);
  });

  it('takes files that come while it is looking', async () => {
    const names = Array.from({ length: 150 }, (_none, at) => `story${at}`);
    for (const name of names)
      await put(`${name}.md`, markdown(name, `The story of ${name} is told here in full.`));
    await until(() => ids().length === 151, 'all articles');
    await appendFile(join(corpus, 'story7.md'), '\nIt goes on.\n');
    await until(() => opened.newsroom.article('story7')?.text.includes('goes on') === true, 'the addition');
  });

  it('reads pages and PDFs, and tells what is wrong with one', async () => {
    await put(
      'page.html',
      `<html><title>Ferry</title><body>${'<p>The ferry sank at noon, they said.</p>'.repeat(8)}`,
    );
    await put('bomb.pdf', '%PDF-1.7 and nothing else');
    await until(() => ids().includes('page'), 'the page');
    await until(() => news.some(({ problems }) => problems.length > 0), 'the problem');
    expect(news.flatMap(({ problems }) => problems)).toEqual([
      { file: join(corpus, 'bomb.pdf'), message: expect.stringMatching(/expected|damaged/) },
    ]);
  });

  it('is left alone once another newsroom has it, and until that is settled', async () => {
    const coming: News[] = [];
    let settle: ((isTaken: boolean) => void) | undefined;
    const outgrown = (each: News) => {
      coming.push(each);
      return new Promise<boolean>((resolve) => {
        settle = resolve;
      });
    };
    const small = await openNewsroom({
      corpusDir: corpus,
      watching: () => undefined,
      room: { bytes: 500, outgrown },
    });
    const has = (id: string) => small.newsroom.article(id) !== undefined;
    await put('ferry.md', markdown('Ferry', 'The ferry is large. '.repeat(30)));
    await until(() => coming.length === 1, 'the question whether another takes it');
    expect(coming).toEqual([{ added: ['ferry'], changed: [], removed: [], problems: [] }]);
    await until(() => ids().includes('ferry'), 'the article elsewhere');
    expect(has('ferry')).toBe(false);
    settle?.(false);
    await until(() => has('ferry'), 'the article after all');
    await put('raised.md', markdown('Raised', 'The ferry is larger. '.repeat(60)));
    await until(() => coming.length === 2, 'the next question');
    settle?.(true);
    await rm(join(corpus, 'ferry.md'));
    await until(() => !ids().includes('ferry') && ids().includes('raised'), 'the change elsewhere');
    await sleep(300);
    expect([has('ferry'), has('raised')]).toEqual([true, false]);
    await small.leave();
  });

  it('is left alone once it is closed', async () => {
    await opened.close();
    await put('ferry.md', FERRY);
    await sleep(400);
    expect(ids()).toEqual(['old']);
  });
});

/** A corpus in which one part of a change after the other comes. */
const corpusOf = (changes: Corpus['changes'], isWaiting = false): Corpus => ({
  changes,
  isWaiting,
  directories: [],
  survey: { bytes: 0, coming: [], going: [] },
  problems: [],
  save: () => '[]',
});
const REMOVAL: CorpusChange = { put: [], remove: ['one'], problems: [] };

describe('whoever watches a corpus', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is told once that its directory cannot be looked at, and again when it fails anew', async () => {
    let fault: Error | null = new Error('gone');
    const corpus = corpusOf(async function* () {
      if (fault !== null) throw fault;
      yield { put: [], remove: [], problems: [] };
    });
    const failures: unknown[] = [];
    const end = watchCorpus(corpus, { changed: () => undefined, failed: (error) => failures.push(error) });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(failures).toHaveLength(1);
    fault = null;
    await vi.advanceTimersByTimeAsync(20_000);
    fault = new Error('gone');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(failures).toHaveLength(2);
    end();
  });

  it('rests in proportion to how long looking took, not to how long reading did', async () => {
    let looks = 0;
    const corpus = corpusOf(async function* () {
      looks++;
      yield REMOVAL;
    });
    const changed = () => new Promise<void>((resolve) => setTimeout(resolve, looks === 1 ? 60_000 : 0));
    const end = watchCorpus(corpus, { changed, failed: () => undefined });
    await vi.advanceTimersByTimeAsync(60_100);
    expect(looks).toBe(1);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(looks).toBeGreaterThan(1);
    end();
  });

  it('looks again at once at what has just come, but for a tenth of the time at what is always written to', async () => {
    const LOOK_MS = 100;
    let looks = 0;
    const corpus = corpusOf(async function* () {
      looks++;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      yield { put: [], remove: [], problems: [] };
    }, true);
    const end = watchCorpus(corpus, { changed: () => undefined, failed: () => undefined });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(looks).toBeGreaterThanOrEqual(4);
    await vi.advanceTimersByTimeAsync(10_000);
    looks = 0;
    await vi.advanceTimersByTimeAsync(100_000);
    expect(looks * LOOK_MS).toBeLessThanOrEqual(10_100);
    end();
  });

  it('is in a hurry again after a rest in which nothing was written', async () => {
    let looks = 0;
    let isWaiting = true;
    const corpus: Corpus = {
      ...corpusOf(async function* () {
        looks++;
        await new Promise((resolve) => setTimeout(resolve, 100));
        yield { put: [], remove: [], problems: [] };
      }),
      get isWaiting() {
        return isWaiting;
      },
    };
    const end = watchCorpus(corpus, { changed: () => undefined, failed: () => undefined });
    await vi.advanceTimersByTimeAsync(20_000);
    isWaiting = false;
    await vi.advanceTimersByTimeAsync(10_000);
    isWaiting = true;
    await vi.advanceTimersByTimeAsync(2_000);
    looks = 0;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(looks).toBeGreaterThanOrEqual(3);
    end();
  });

  it('is told of nothing more once it has ended the watching, be it in the middle of a change', async () => {
    let isOver = false;
    const corpus = corpusOf(async function* () {
      try {
        yield REMOVAL;
        yield REMOVAL;
      } finally {
        isOver = true;
      }
    });
    const heard: CorpusChange[] = [];
    const end = watchCorpus(corpus, {
      changed(change) {
        heard.push(change);
        end();
      },
      failed: () => undefined,
    });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(heard).toHaveLength(1);
    expect(isOver).toBe(true);
  });

  it('knows what is coming before anything of it is read, and may leave it to others', async () => {
    const order: string[] = [];
    const corpus = corpusOf(async function* () {
      yield { put: [], remove: [], problems: [] };
      order.push('read');
      yield REMOVAL;
    });
    let isLeaving = false;
    const end = watchCorpus(corpus, {
      async surveyed() {
        await new Promise((resolve) => setTimeout(resolve, 5_000));
        order.push('surveyed');
        if (isLeaving) end();
      },
      changed: () => void order.push('changed'),
      failed: () => undefined,
    });
    await vi.advanceTimersByTimeAsync(5_100);
    expect(order).toEqual(['surveyed', 'read', 'changed']);
    isLeaving = true;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(order.slice(3)).toEqual(['surveyed']);
  });
});
