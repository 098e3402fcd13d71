import { describe, expect, test } from 'vitest';
import { auroc, isRight, type Judgement, measure, misses, quantile } from '../../src/terminal/measures.ts';
import type { SentenceRow } from '../../src/terminal/rows.ts';

const sentence = (text: string, article = 'a'): SentenceRow => ({
  text,
  article,
  start: 0,
  end: text.length,
});

interface Case {
  readonly gold: readonly string[];
  /** The evidence, best first; the first is the answer. */
  readonly said: readonly string[];
  readonly answered?: boolean;
  readonly confidence?: number;
  readonly article?: string;
  readonly kind?: string;
  readonly ms?: number;
}

const judged = ({
  gold,
  said,
  answered = true,
  confidence = 0.5,
  article,
  kind,
  ms = 1,
}: Case): Judgement => ({
  row: {
    turns: ['what?'],
    gold,
    ...(article !== undefined && { article }),
    ...(kind !== undefined && { kind }),
  },
  said: {
    question: 'what?',
    understood: 'what?',
    answered,
    answer: answered ? sentence(said[0] ?? '') : null,
    confidence,
    reason: null,
    evidence: said.map((text) => ({ ...sentence(text), score: 1 })),
    ms,
  },
});

describe('a right answer', () => {
  test.each([
    ['holds the expected words', { gold: ['40 million'], said: ['It costs 40 million.'] }, true],
    ['is held by them', { gold: ['It costs 40 million. It will wait.'], said: ['It will wait.'] }, true],
    ['may hold any of several', { gold: ['x', 'wait'], said: ['It will wait.'] }, true],
    [
      'is compared with white space folded',
      { gold: ['40\n million'], said: ['It costs  40 million.'] },
      true,
    ],
    ['is not one that says something else', { gold: ['40 million'], said: ['It will wait.'] }, false],
    ['is not silence', { gold: ['wait'], said: ['It will wait.'], answered: false }, false],
    ['is not nothing', { gold: ['wait'], said: ['  '] }, false],
    ['is not from another article', { gold: ['wait'], said: ['It will wait.'], article: 'b' }, false],
    [
      'is silence where the corpus does not say',
      { gold: [], said: ['It will wait.'], answered: false },
      true,
    ],
    ['is not said where the corpus does not say', { gold: [], said: ['It will wait.'] }, false],
  ] satisfies [string, Case, boolean][])('%s', (_name, outcome, right) => {
    expect(isRight(judged(outcome))).toBe(right);
  });
});

test('a set is measured by every figure that the table shows', () => {
  const measures = measure([
    judged({ gold: ['right'], said: ['right'], confidence: 0.9, ms: 1 }),
    judged({ gold: ['right'], said: ['no', 'no', 'right'], confidence: 0.6, ms: 2 }),
    judged({ gold: ['right'], said: ['no', 'no', 'no', 'right'], confidence: 0.4, ms: 3 }),
    judged({ gold: ['right'], said: ['right'], answered: false, confidence: 0.2, ms: 4 }),
    judged({ gold: [], said: ['no'], answered: false, confidence: 0.1, ms: 5 }),
    judged({ gold: [], said: ['no'], confidence: 0.4, ms: 6 }),
  ]);
  expect(measures).toMatchObject({
    questions: 6,
    answerable: 4,
    unanswerable: 2,
    p1: 1 / 4,
    p1MustAnswer: 2 / 4,
    hit3: 3 / 4,
    mrr10: (1 + 1 / 3 + 1 / 4 + 1) / 4,
    falseAbstain: 1 / 4,
    caught: 1 / 2,
    // refusing .1 refuses no answerable question; refusing .2 refuses one of four
    caughtAt5: 1 / 2,
    // .9 .6 .4 .2 against .1 .4: 2 + 2 + 1.5 + 1 of 8 pairs
    auroc: 6.5 / 8,
    // .9 .2 against .6 .4 .1 .4: 4 + 1 of 8 pairs
    aurocRight: 5 / 8,
    // the surest three of four: right, no, no
    surest70: 1 / 3,
    // .9 is right (.1 off), .6 and twice .4 and .1 are not, .2 is (.8 off): 2.4 of 6
    calibrationError: expect.closeTo(2.4 / 6, 12),
    medianMs: 3.5,
    p95Ms: 5.75,
    kinds: [],
  });
  expect(measures.calibration.map(({ questions }) => questions)).toEqual([0, 1, 1, 0, 2, 0, 1, 0, 0, 1]);
});

test('kinds are measured where the set names them, in its order; silence may be right', () => {
  const { kinds } = measure([
    judged({ kind: 'who', gold: ['right'], said: ['right'] }),
    judged({ kind: 'none', gold: [], said: ['no'], answered: false }),
    judged({ kind: 'who', gold: ['right'], said: ['right'], answered: false }),
    judged({ gold: ['right'], said: ['right'] }),
  ]);
  expect(kinds).toEqual([
    { kind: 'who', questions: 2, right: 1 / 2 },
    { kind: 'none', questions: 1, right: 1 },
  ]);
});

test('of nothing but unanswerable questions there is no P@1, and no wrong refusal', () => {
  expect(measure([judged({ gold: [], said: [], answered: false })])).toMatchObject({
    p1: null,
    p1MustAnswer: null,
    falseAbstain: null,
    caught: 1,
    caughtAt5: null,
    surest70: null,
  });
});

test('what was not asked is not measured', () => {
  expect(measure([])).toMatchObject({
    questions: 0,
    p1: null,
    mrr10: null,
    caught: null,
    auroc: null,
    calibrationError: null,
    p95Ms: null,
  });
});

test('evidence below the tenth place counts for nothing', () => {
  const measures = measure([judged({ gold: ['right'], said: [...Array(10).fill('no'), 'right'] })]);
  expect(measures).toMatchObject({ hit3: 0, mrr10: 0 });
});

test.each([
  ['all above', [0.9, 0.8], [0.1, 0.2], 1],
  ['all below', [0.1], [0.9, 0.8], 0],
  ['all tied', [0.5, 0.5], [0.5], 0.5],
  ['one pair of four the wrong way', [0.9, 0.3], [0.4, 0.1], 0.75],
  ['one tie of four', [0.9, 0.4], [0.4, 0.1], 0.875],
  ['nothing to compare', [0.9], [], null],
])('AUROC: %s', (_name, positives, negatives, expected) => {
  expect(auroc(positives, negatives)).toBe(expected);
});

test('AUROC from ranks is the share of pairs in the right order', () => {
  const values = (seed: number) => Array.from({ length: 40 }, (_, i) => ((i * seed) % 17) / 17);
  const [positives, negatives] = [values(7), values(11)];
  const pairs = positives.flatMap((p) => negatives.map((n) => (p > n ? 1 : p === n ? 0.5 : 0)));
  expect(auroc(positives, negatives)).toBeCloseTo(
    pairs.reduce<number>((a, b) => a + b, 0) / pairs.length,
    12,
  );
});

test.each([
  [[3, 1, 2], 0.5, 2],
  [[1, 2], 0.5, 1.5],
  [[7], 0.95, 7],
  [[], 0.5, null],
])('the quantile of %j at %d is %j', (values, portion, expected) => {
  expect(quantile(values, portion)).toBe(expected);
});

test('misses say what was said, what was expected, and where it stood', () => {
  const set = [
    judged({ gold: ['right'], said: ['right'] }),
    judged({ gold: ['right'], said: ['no', 'right'], confidence: 0.6 }),
    judged({ gold: ['right'], said: ['no'], answered: false, article: 'a' }),
  ];
  expect(misses(set)).toEqual([
    { question: 'what?', expected: ['right'], said: 'no', best: 'no', confidence: 0.6, rank: 2 },
    {
      question: 'what?',
      expected: ['right'],
      article: 'a',
      said: null,
      best: 'no',
      confidence: 0.5,
      rank: null,
    },
  ]);
});
