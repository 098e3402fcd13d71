import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus.ts';
import { sweep, TEMPORARY } from '../../src/intake/store.ts';
import { executable, verbatim } from '../terminal/verbatim.ts';
import { all, folderFor, intakeFor, QUOTE, story } from './newsagent.ts';

const ARTICLES = 15;
const KILLS = 100;
/** Corpora that are worked on side by side, so that this ends soon. */
const LANES = 4;
/** Milliseconds after its first article in which a process is killed: about as long as the others take. */
const SPREAD = 30;

const QUOTES = [
  QUOTE,
  '“She was new, and none of us thought that she would ever sink,” said Tilda Marsh, who had been her mate.',
];
const edition = (folder: string, quote: string | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Array.from({ length: ARTICLES }, (_, number) => [
      `${folder}/${number}.md`,
      story(number, `url: https://courier.example/${number}\n`, quote),
    ]),
  );

/** Kills a process that adds articles, some while after the first of them is in. */
async function killWhileAdding(from: string, corpus: string): Promise<void> {
  const child = spawn(process.execPath, [executable, 'add', from, '--corpus', corpus, '--json'], {
    env: { PATH: process.env.PATH ?? '' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const closed = once(child, 'close');
  await Promise.race([once(child.stdout, 'data'), closed]);
  await sleep(Math.random() * SPREAD);
  child.kill('SIGKILL');
  await closed;
}

it(`a corpus is whole whenever the process that adds to it is killed, a hundred times`, async () => {
  const lane = async (): Promise<number> => {
    const folder = await folderFor({
      ...edition('one', QUOTES[0]),
      ...edition('two', QUOTES[1]),
      'corpus/x': '',
    });
    const corpus = join(folder, 'corpus');
    let unfinished = 0;
    for (let kill = 0; kill < KILLS / LANES; kill++) {
      await killWhileAdding(join(folder, kill % 2 === 0 ? 'one' : 'two'), corpus);
      const { articles, problems } = await readCorpus(corpus);
      expect(problems).toEqual([]);
      // Not one is cut short: all end with a whole quotation of one edition or the other.
      for (const { text } of articles)
        expect(QUOTES.some((quote) => text.includes(`${quote} She spoke of number`))).toBe(true);
      expect(new Set(articles.map(({ url }) => url)).size).toBe(articles.length);
      if (articles.length < ARTICLES || new Set(articles.map(({ text }) => text.includes('new,'))).size > 1)
        unfinished += 1;
    }
    await verbatim(['add', 'one', '--corpus', corpus], folder);
    expect((await readCorpus(corpus)).articles.map(({ text }) => text.includes('new,'))).toEqual(
      Array(ARTICLES).fill(false),
    );
    await sweep(corpus, TEMPORARY, Date.now() + 2 * 3_600_000);
    expect((await readdir(corpus)).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(await all(intakeFor(corpus).add([join(folder, 'two')], { dryRun: true }))).toHaveLength(ARTICLES);
    return unfinished;
  };
  const unfinished = await Promise.all(Array.from({ length: LANES }, lane));
  // Otherwise the processes were killed when their work was done, and nothing was tried.
  expect(unfinished.reduce((sum, count) => sum + count)).toBeGreaterThan(10);
}, 120_000);
