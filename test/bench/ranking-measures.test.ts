import { describe, expect, test } from 'vitest';
import { averagePrecision, reciprocalRank } from '../../training/ranking-measures.ts';

const list = (...rows: readonly (readonly [score: number, right: boolean])[]) =>
  rows.map(([score, right]) => ({ score, right }));

test('average precision is the mean over the right ones of the precision where they stand', () => {
  expect(averagePrecision(list([1, false], [3, true], [2, false], [0, true]))).toBe((1 + 2 / 4) / 2);
  expect(averagePrecision(list([1, true], [2, true]))).toBe(1);
  expect(averagePrecision(list([1, false]))).toBe(0);
});

test('reciprocal rank looks at the first right one', () => {
  expect(reciprocalRank(list([1, true], [3, false], [2, true]))).toBe(1 / 2);
  expect(reciprocalRank(list([1, false]))).toBe(0);
  expect(reciprocalRank([])).toBe(0);
});

describe('ties', () => {
  test('do not favour the one that was given first', () => {
    const tied = list([1, true], [1, false], [1, false], [1, false]);
    // Of four equal ones any may come first: (1 + 1/2 + 1/3 + 1/4) / 4.
    expect(reciprocalRank(tied)).toBeGreaterThan(0.35);
    expect(reciprocalRank(tied)).toBeLessThan(0.7);
  });

  test('are settled alike in every run', () => {
    const tied = list([1, true], [1, false], [0, true]);
    expect(averagePrecision(tied)).toBe(averagePrecision(tied));
  });
});
