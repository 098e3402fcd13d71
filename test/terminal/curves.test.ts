import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  calibrationError,
  caughtAt,
  coverageCurve,
  interval,
  operatingCoverage,
  refusalCurve,
  reliability,
  type Trial,
} from '../../src/terminal/curves.ts';

const trial = (confidence: number, outcome: 'right' | 'wrong' | 'unanswerable', threshold = 0.5): Trial => ({
  confidence,
  right: outcome === 'right',
  answerable: outcome !== 'unanswerable',
  answered: confidence >= threshold,
});

const trials = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 20 }), fc.constantFrom('right', 'wrong', 'unanswerable'))
    .map(([twentieths, outcome]) => trial(twentieths / 20, outcome)),
  { minLength: 1, maxLength: 60 },
);

describe('the coverage curve', () => {
  test('begins with the surest and ends with everything answered', () => {
    const curve = coverageCurve([trial(0.2, 'wrong'), trial(0.9, 'right'), trial(0.6, 'unanswerable')]);
    expect(curve).toEqual([
      { confidence: 0.9, answered: 1 / 3, right: 1 },
      { confidence: 0.6, answered: 2 / 3, right: 1 / 2 },
      { confidence: 0.2, answered: 1, right: 1 / 3 },
    ]);
  });

  test('takes questions of equal confidence together, in whatever order they stand', () => {
    const ties = [trial(0.9, 'wrong'), trial(0.5, 'right'), trial(0.5, 'wrong')];
    expect(coverageCurve(ties)).toHaveLength(2);
    expect(coverageCurve(ties.toReversed())).toEqual(coverageCurve(ties));
  });

  test('of no questions is empty', () => {
    expect(coverageCurve([])).toEqual([]);
    expect(operatingCoverage([])).toBeNull();
  });

  test('passes through what the bot does, where it answers from a threshold up', () => {
    fc.assert(
      fc.property(trials, (some) => {
        const bot = operatingCoverage(some);
        if (bot === null) expect(some.some(({ answered }) => answered)).toBe(false);
        else expect(coverageCurve(some)).toContainEqual(bot);
      }),
    );
  });
});

test('a bot that answered nothing has no place on the curve', () => {
  expect(operatingCoverage([trial(0.1, 'right')])).toBeNull();
});

describe('the refusal curve', () => {
  const mixed = [
    trial(0.9, 'right'),
    trial(0.7, 'unanswerable'),
    trial(0.4, 'right'),
    trial(0.1, 'unanswerable'),
  ];

  test('goes from nothing refused to everything', () => {
    expect(refusalCurve(mixed)).toEqual([
      { confidence: 0.1, falseRefusals: 0, caught: 0 },
      { confidence: 0.4, falseRefusals: 0, caught: 1 / 2 },
      { confidence: 0.7, falseRefusals: 1 / 2, caught: 1 / 2 },
      { confidence: 0.9, falseRefusals: 1 / 2, caught: 1 },
      { confidence: Number.POSITIVE_INFINITY, falseRefusals: 1, caught: 1 },
    ]);
  });

  test('never falls', () => {
    fc.assert(
      fc.property(trials, (some) => {
        const curve = refusalCurve(some);
        curve.slice(1).forEach((point, before) => {
          expect(point.falseRefusals).toBeGreaterThanOrEqual(curve[before]!.falseRefusals);
          expect(point.caught).toBeGreaterThanOrEqual(curve[before]!.caught);
        });
      }),
    );
  });

  test.each([
    ['no question', []],
    ['only answerable ones', [trial(0.9, 'right'), trial(0.2, 'wrong')]],
    ['only unanswerable ones', [trial(0.9, 'unanswerable')]],
  ])('is empty with %s', (_name, some) => {
    expect(refusalCurve(some)).toEqual([]);
    expect(caughtAt(0.05, refusalCurve(some))).toBeNull();
  });

  test.each([
    [0, 1 / 2],
    [0.49, 1 / 2],
    [0.5, 1],
    [1, 1],
  ])('at %d false refusals the most that is caught is %d', (most, caught) => {
    expect(caughtAt(most, refusalCurve(mixed))).toBe(caught);
  });
});

describe('the bins of confidence', () => {
  test('are half-open, and the last one holds 1', () => {
    const bins = reliability([0, 0.1, 0.95, 1].map((confidence) => trial(confidence, 'right')));
    expect(bins.map(({ questions }) => questions)).toEqual([1, 1, 0, 0, 0, 0, 0, 0, 0, 2]);
    expect(bins[9]).toMatchObject({ from: 0.9, to: 1, confidence: 0.975, right: 1 });
    expect(bins[5]).toEqual({ from: 0.5, to: 0.6, questions: 0, confidence: null, right: null });
  });

  test('hold every question once', () => {
    fc.assert(
      fc.property(trials, (some) => {
        expect(reliability(some).reduce((sum, { questions }) => sum + questions, 0)).toBe(some.length);
      }),
    );
  });

  test('of no questions have no error', () => {
    expect(calibrationError(reliability([]))).toBeNull();
  });

  test('have no error where share right is confidence, and all of it where it is the opposite', () => {
    expect(calibrationError(reliability([trial(0.5, 'right'), trial(0.5, 'wrong'), trial(1, 'right')]))).toBe(
      0,
    );
    expect(calibrationError(reliability([trial(1, 'wrong'), trial(0, 'right')]))).toBe(1);
  });

  test('count an unanswerable question as not right', () => {
    expect(reliability([trial(0.9, 'unanswerable')])[9]).toMatchObject({ right: 0 });
  });
});

describe('the interval of a share', () => {
  test.each([
    [0.5, 100, 0.404, 0.596],
    [1, 10, 0.722, 1],
    [0, 10, 0, 0.278],
    [0, 0, 0, 1],
  ])('%d of %d', (share, cases, low, high) => {
    const [from, to] = interval(share, cases);
    expect(from).toBeCloseTo(low, 3);
    expect(to).toBeCloseTo(high, 3);
  });
});
