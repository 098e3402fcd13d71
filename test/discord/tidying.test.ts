import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const garbage = vi.hoisted(() => ({ collections: 0 }));
vi.mock('node:vm', () => ({
  runInNewContext: () => () => {
    garbage.collections += 1;
  },
}));

const { createTidying } = await import('../../src/discord/tidying.ts');

/** Answers that leave something behind, and the quiet after them in ms. */
const RUSH = 100;
const QUIET = 2_000;

let tidying: ReturnType<typeof createTidying>;
const answer = (times: number): void => {
  for (let at = 0; at < times; at += 1) tidying.used();
};
const tidied = (): boolean => {
  const { collections } = garbage;
  garbage.collections = 0;
  return collections > 0;
};

beforeEach(() => {
  vi.useFakeTimers();
  garbage.collections = 0;
  tidying = createTidying();
});
afterEach(() => {
  tidying.stop();
  vi.useRealTimers();
});

test('memory is handed back once it is quiet after a rush, each time', () => {
  for (const _rush of [1, 2]) {
    answer(RUSH);
    expect(tidied()).toBe(false);
    vi.advanceTimersByTime(QUIET);
    expect(tidied()).toBe(true);
    vi.advanceTimersByTime(10 * QUIET);
    expect(tidied()).toBe(false);
  }
});

test('nobody who asks has to wait for it', () => {
  for (let seconds = 0; seconds < 60; seconds += 1) {
    answer(RUSH);
    vi.advanceTimersByTime(QUIET / 2);
  }
  expect(tidied()).toBe(false);
});

test('a few answers are not worth it', () => {
  answer(RUSH - 1);
  vi.advanceTimersByTime(QUIET);
  expect(tidied()).toBe(false);
});

test('nothing is done any more once the bot has stopped', () => {
  answer(RUSH);
  tidying.stop();
  vi.advanceTimersByTime(QUIET);
  expect(tidied()).toBe(false);
});
