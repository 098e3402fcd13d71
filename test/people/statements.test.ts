import { describe, expect, it } from 'vitest';
import type { Quotation } from '../../src/news/quotations/quotation.ts';
import { statementsIn } from '../../src/people/statements.ts';
import { articleOf, byId, rowOf } from './rows.ts';

const roof = articleOf(
  'roof',
  'Ilse Brandt said the roof would be “drier” and “bigger” than before. “It leaks,” Brandt said.',
  'Ilse Brandt noted that Pavel Oduya had called it “a sieve,” and read from “The Roof.”',
);
const brandt = { by: 'Ilse Brandt' };
const clause = rowOf(roof, 'the roof would be “drier” and “bigger” than before', {
  ...brandt,
  cue: 'said',
  kind: 'indirect',
});
const drier = rowOf(roof, 'drier', { ...brandt, kind: 'mixed' });
const bigger = rowOf(roof, 'bigger', { kind: 'mixed' });
const leaks = rowOf(roof, 'It leaks,', brandt);
const noted = rowOf(roof, 'Pavel Oduya had called it “a sieve,”', {
  ...brandt,
  cue: 'noted',
  kind: 'indirect',
});
const sieve = rowOf(roof, 'a sieve,', { by: 'Pavel Oduya', kind: 'mixed' });
const title = rowOf(roof, 'The Roof.', { ...brandt, kind: 'term' });

const shown = (...rows: readonly Quotation[]) =>
  statementsIn(rows, byId(roof)).map(({ quotation, ownWords }) => [quotation, ownWords]);

describe('statements', () => {
  it.each([
    ['words between marks are one', [leaks], [[leaks, true]]],
    ['a reported clause is one', [clause], [[clause, false]]],
    ['a clause shows its fragments, so it stands for them', [clause, drier], [[clause, true]]],
    ['and for those before it and of nobody known', [drier, bigger, clause], [[clause, true]]],
    [
      'a fragment without its clause stands for itself',
      [drier, leaks],
      [
        [drier, true],
        [leaks, true],
      ],
    ],
    [
      'a fragment of somebody else is theirs',
      [noted, sieve],
      [
        [noted, false],
        [sieve, true],
      ],
    ],
    ['titles and scare quotes are none', [title, leaks], [[leaks, true]]],
    [
      'and make no clause somebody’s own words',
      [{ ...drier, kind: 'term' as const }, clause],
      [[clause, false]],
    ],
    ['what is hardly a report is none', [{ ...clause, confidence: 0.1 }], []],
    ['nothing said is none', [], []],
  ])('%s', (_what, rows, expected) => {
    expect(shown(...rows)).toEqual(expected);
  });
});
