import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { UserError } from '../../src/command.ts';
import { openNewsDesk } from '../../src/desk/open.ts';
import type { DeskCall } from '../../src/news-desk.ts';
import type { News } from '../../src/open.ts';
import type { Reply } from '../../src/reply.ts';
import { until } from '../discord/loopback/waiting.ts';
import { folderFor, story } from '../intake/newsagent.ts';

/* A small corpus is answered from where it is asked, a large one from a thread of its own, a growing one moves. */

const ONE_STORY = story().length;

/** A thread that says where the answer comes from. */
const SIGNED = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    parentPort.on('message', ({ id, kind }) => {
      const reply = { blocks: [{ kind: 'note', text: 'from the thread' }], actions: [] };
      const outcome = kind === 'run' ? { kind: 'reply', reply, lastAsked: 1 } : { kind: 'done' };
      parentPort.postMessage({ kind: 'answer', id, outcome });
    });
    parentPort.postMessage({ kind: 'open', articles: 99, problems: [] });
  `)}`,
);
const BROKEN = new URL(`data:text/javascript,${encodeURIComponent(`throw new Error('no room left');`)}`);

interface Placing {
  readonly mostHere: number;
  readonly entry?: URL;
}

async function deskOver(corpusDir: string, placing: Placing) {
  const news: News[] = [];
  const failures: Error[] = [];
  const opened = await openNewsDesk({
    corpusDir,
    told: (each) => void news.push(each),
    failed: (error) => void failures.push(error),
    ...placing,
  });
  onTestFinished(() => opened.desk.close());
  return { ...opened, news, failures };
}

const asking = (question: string): DeskCall => ({
  command: 'ask',
  options: { question },
  conversation: 'somebody',
  language: 'en',
});
const WHO = asking('Who was on board of the ferry?');

const isFromTheThread = ({ blocks }: Reply): boolean =>
  blocks.some((block) => block.kind === 'note' && block.text === 'from the thread');
const isAnswered = ({ blocks }: Reply): boolean => blocks.some(({ kind }) => kind === 'passage');

describe('a bot’s newsroom', () => {
  test('works here while its corpus is small: no thread is begun', async () => {
    const directory = await folderFor({ 'ferry.md': story() });
    const { desk, failures } = await deskOver(directory, { mostHere: 2 * ONE_STORY, entry: BROKEN });
    expect(isAnswered(await desk.run(WHO))).toBe(true);
    expect(failures).toEqual([]);
  });

  test('works in a thread of its own from the start where its corpus is large', async () => {
    const directory = await folderFor({ 'ferry.md': story(), 'inside/second.md': story(2) });
    const { desk } = await deskOver(directory, { mostHere: 1.5 * ONE_STORY, entry: SIGNED });
    expect(isFromTheThread(await desk.run(WHO))).toBe(true);
    expect(desk.articles()).toBe(99);
  });

  test('moves there when its corpus has grown', async () => {
    const directory = await folderFor({ 'ferry.md': story() });
    const { desk, news } = await deskOver(directory, { mostHere: 1.5 * ONE_STORY, entry: SIGNED });
    expect(isFromTheThread(await desk.run(WHO))).toBe(false);
    expect(desk.lastAsked('somebody')).toBeGreaterThan(1);
    await writeFile(join(directory, 'second.md'), story(2));
    await until(() => desk.articles() === 99, 'the thread to take over');
    expect(isFromTheThread(await desk.run(WHO))).toBe(true);
    expect(desk.lastAsked('somebody')).toBe(1);
    expect(news.flatMap(({ added }) => added)).toEqual(['second']);
  });

  test('leaves what is too much for it to the thread, and tells once what is wrong with each file', async () => {
    const directory = await folderFor({ 'ferry.md': story(), 'torn.md': '---\nheadline: [\n---\n' });
    const { desk, news } = await deskOver(directory, { mostHere: 2 * ONE_STORY });
    await writeFile(join(directory, 'minutes.txt'), `Minutes\n${'They met. '.repeat(100_001)}`);
    await until(() => news.length > 0, 'the thread to take over');
    expect(isAnswered(await desk.run(WHO))).toBe(true);
    expect(news).toEqual([
      {
        added: [],
        changed: [],
        removed: [],
        problems: [expect.objectContaining({ file: join(directory, 'minutes.txt') })],
      },
    ]);
  });

  test('moves once, however many articles come', async () => {
    const directory = await folderFor({ 'ferry.md': story() });
    const begun: string[] = [];
    const listening = new BroadcastChannel('begun');
    listening.onmessage = () => void begun.push('a thread');
    onTestFinished(() => listening.close());
    const announced = `new BroadcastChannel('begun').postMessage('here');`;
    const entry = new URL(SIGNED.href + encodeURIComponent(announced));
    const { desk } = await deskOver(directory, { mostHere: 1.5 * ONE_STORY, entry });
    await Promise.all(
      Array.from({ length: 60 }, (_none, at) => writeFile(join(directory, `number-${at}.md`), story(at))),
    );
    await until(() => desk.articles() === 99, 'the thread to take over');
    await sleep(300);
    expect(begun).toHaveLength(1);
  });

  test('answers all the while, from all articles', async () => {
    const directory = await folderFor({ 'ferry.md': story() });
    const { desk, failures } = await deskOver(directory, { mostHere: 1.5 * ONE_STORY });
    let isOver = false;
    const replies: Reply[] = [];
    const visitor = (async () => {
      for (; !isOver; await sleep(1)) replies.push(await desk.run(WHO));
    })();
    for (const number of [2, 3, 4]) {
      await writeFile(join(directory, `number-${number}.md`), story(number));
      await until(() => desk.articles() === number, `article ${number}`);
    }
    isOver = true;
    await visitor;
    expect(replies.length).toBeGreaterThan(3);
    expect(replies.every(isAnswered)).toBe(true);
    expect(failures).toEqual([]);
  });

  test('stays where it is when there is no thread to be had, and says so', async () => {
    const directory = await folderFor({ 'ferry.md': story() });
    const { desk, news, failures } = await deskOver(directory, { mostHere: 1.5 * ONE_STORY, entry: BROKEN });
    await writeFile(join(directory, 'second.md'), story(2));
    const problems = () => news.flatMap((each) => each.problems.map(({ message }) => message));
    await until(() => problems().length > 0, 'the failure to be told of');
    expect(problems()).toEqual([expect.stringContaining('no room left')]);
    expect(isAnswered(await desk.run(WHO))).toBe(true);
    expect(failures).toEqual([]);
  });

  test('takes in what comes where there is no thread, and tries again when there is twice as much', async () => {
    const directory = await folderFor({ 'ferry.md': story() });
    const { desk, news } = await deskOver(directory, { mostHere: 1.5 * ONE_STORY, entry: BROKEN });
    const failures = () => news.flatMap(({ problems }) => problems).length;
    for (const [number, expected] of [
      [2, 1],
      [3, 1],
      [4, 1],
      [5, 2],
    ] as const) {
      await writeFile(join(directory, `number-${number}.md`), story(number));
      await until(() => desk.articles() === number, `article ${number}`);
      expect(failures()).toBe(expected);
    }
  });

  test('is not opened over a directory that is not there', async () => {
    const nowhere = join(await folderFor(), 'nowhere');
    await expect(deskOver(nowhere, { mostHere: 1 })).rejects.toThrow(UserError);
  });
});
