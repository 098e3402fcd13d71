import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { createCounter } from '../../src/desk/counter.ts';
import type { DeskCall, NewsDesk } from '../../src/news-desk.ts';
import type { Reply } from '../../src/reply.ts';

const CALL: DeskCall = { command: 'ask', options: {}, conversation: 'somebody', language: 'en' };
const REPLY: Reply = { blocks: [], actions: [] };

/** A desk that writes down what is asked of it, and answers when `answered` does. */
function deskCalled(name: string, asked: string[], answered: Promise<unknown> = Promise.resolve()) {
  const desk: NewsDesk = {
    async run() {
      asked.push(`${name}: run`);
      await answered;
      return REPLY;
    },
    async suggest() {
      asked.push(`${name}: suggest`);
      return [];
    },
    lastAsked: () => 0,
    articles: () => name.length,
    readAhead: async () => void asked.push(`${name}: read ahead`),
    close: async () => void asked.push(`${name}: close`),
  };
  return { desk, leave: async () => void asked.push(`${name}: leave`) };
}

describe('a counter where questions are handed over', () => {
  test('asks the next desk, which reads ahead, and leaves the first', async () => {
    const asked: string[] = [];
    const counter = createCounter(deskCalled('first', asked));
    await counter.moveTo(deskCalled('second', asked).desk);
    await counter.desk.run(CALL);
    await counter.desk.close();
    expect(asked).toEqual(['second: read ahead', 'first: leave', 'second: run', 'second: close']);
  });

  test('leaves the first desk when that has answered what it was asked', async () => {
    const asked: string[] = [];
    let answer: (() => void) | undefined;
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const counter = createCounter(deskCalled('first', asked, answered));
    const reply = counter.desk.run(CALL);
    const moved = counter.moveTo(deskCalled('second', asked).desk);
    await counter.desk.suggest('speaker', '');
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toEqual(['first: run', 'second: read ahead', 'second: suggest']);
    answer?.();
    expect(await reply).toBe(REPLY);
    await moved;
    expect(asked.at(-1)).toBe('first: leave');
  });

  test('closes a desk that opens too late', async () => {
    const asked: string[] = [];
    const counter = createCounter(deskCalled('first', asked));
    await counter.desk.close();
    await counter.moveTo(deskCalled('second', asked).desk);
    expect(asked).toEqual(['first: close', 'second: close']);
  });

  test('keeps nothing of a desk that was left in memory', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const opened = () => {
      const first = deskCalled('first', []);
      return { counter: createCounter(first), left: [new WeakRef(first.desk), new WeakRef(first.leave)] };
    };
    const { counter, left } = opened();
    await counter.moveTo(deskCalled('second', []).desk);
    await new Promise((resolve) => setTimeout(resolve, 0));
    collect();
    expect(left.map((each) => each.deref())).toEqual([undefined, undefined]);
    expect(counter.desk.articles()).toBe('second'.length);
  });
});
