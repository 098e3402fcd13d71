import { expect, test } from 'vitest';
import { createTurns } from '../../src/discord/turns.ts';

test('answers are worked out in the order in which they were asked for, and others are heard in between', async () => {
  const { turn } = createTurns(() => 0);
  const happened: string[] = [];
  const working = ['first', 'second', 'third'].map(async (name) => {
    await turn();
    happened.push(name);
    setImmediate(() => happened.push(`heard after ${name}`));
  });
  await Promise.all(working);
  expect(happened).toEqual(['first', 'heard after first', 'second', 'heard after second', 'third']);
});

test('whoever comes in is heard before the next answer is worked out', async () => {
  const { turn, arrived } = createTurns(() => 0);
  const happened: string[] = [];
  let toCome = 5;
  const comeIn = (): void => {
    arrived();
    happened.push('came in');
    toCome -= 1;
    if (toCome > 0) setImmediate(comeIn);
  };
  comeIn();
  await turn();
  happened.push('answered');
  expect(happened).toEqual([...Array.from({ length: 5 }, () => 'came in'), 'answered']);
});

test('people who keep coming in keep nobody waiting for ever', async () => {
  const { turn, arrived } = createTurns(() => 0);
  let isOver = false;
  const comeIn = (): void => {
    arrived();
    if (!isOver) setImmediate(comeIn);
  };
  comeIn();
  await turn();
  isOver = true;
});

test('acknowledgements that have not left yet go first', async () => {
  let unsent = 3;
  const { turn } = createTurns(() => unsent);
  const leave = (): void => {
    unsent -= 1;
    if (unsent > 0) setImmediate(leave);
  };
  setImmediate(leave);
  await turn();
  expect(unsent).toBe(0);
});
