import { expect, test } from 'vitest';
import { nearest } from '../../src/terminal/nearest.ts';

const known = ['ask', 'quotes', 'articles', 'eval', 'repl', 'bot', 'deploy'];

test.each([
  ['aks', 'ask'],
  ['quote', 'quotes'],
  ['Article', 'articles'],
  ['qoutes', 'quotes'],
  ['artcles', 'articles'],
  ['depoly', 'deploy'],
  ['ev', 'eval'],
  ['zebra', null],
  ['', null],
  ['a'.repeat(10_000), null],
])('%s was meant to be %s', (typed, expected) => {
  expect(nearest(typed, known)).toBe(expected);
});
