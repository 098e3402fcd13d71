import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openMeaning } from '../../src/answer/meaning.ts';
import { termOf } from '../../src/search/terms.ts';
import { shippedMeaning } from '../../src/vectors.ts';

/** A table as `training/vectors.py` writes it. */
function table(terms: readonly string[], vectors: readonly (readonly number[])[]): Uint8Array {
  const width = vectors[0]?.length ?? 2;
  const text = terms.map((term) => `${term}\n`).join('');
  const head = `${JSON.stringify({ made: 'test', width, terms: terms.length, text: text.length })}\n`;
  const starts = Buffer.alloc(4 * terms.length);
  let at = 0;
  terms.forEach((term, row) => {
    starts.writeUInt32LE(at, 4 * row);
    at += term.length + 1;
  });
  return Buffer.concat([
    Buffer.from(head + text),
    starts,
    Buffer.from(Int8Array.from(vectors.flat()).buffer),
  ]);
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'z'), minLength: 1, maxLength: 4 });

describe('a table of word vectors', () => {
  it('finds every term that it holds, and none that it does not', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { maxLength: 40 }),
        fc.array(word, { maxLength: 40 }),
        (held, asked) => {
          const terms = held.toSorted();
          const meaning = openMeaning(
            table(
              terms,
              terms.map(() => [127, 0]),
            ),
          );
          for (const term of [...held, ...asked, '', 'ß'])
            expect(meaning.rowOf(term)).toBe(terms.indexOf(term));
        },
      ),
    );
  });

  it('gives the cosine of the nearest other term, and nothing where none is near', () => {
    const meaning = openMeaning(
      table(
        ['a', 'b', 'c', 'd'],
        [
          [127, 0],
          [0, 127],
          [-127, 0],
          [76, 102],
        ],
      ),
    );
    expect(meaning.nearest(0, [1, 3])).toBeCloseTo(0.6, 1);
    expect(meaning.nearest(1, [0, 3])).toBeCloseTo(0.8, 1);
    expect(meaning.nearest(0, [1, 2])).toBe(0);
    expect(meaning.nearest(0, [0])).toBe(0);
  });

  it('adds directions up by their weights', () => {
    const meaning = openMeaning(
      table(
        ['a', 'b'],
        [
          [127, 0],
          [0, 127],
        ],
      ),
    );
    expect([...meaning.sum([0, 1], [3, 4])!].map((value) => Number(value.toFixed(3)))).toEqual([0.6, 0.8]);
    expect(meaning.sum([], [])).toBeNull();
  });

  it('says what is wrong with bytes that end too early', () => {
    const whole = table(
      ['a', 'b'],
      [
        [1, 2],
        [3, 4],
      ],
    );
    expect(() => openMeaning(whole.subarray(0, whole.length - 1))).toThrow(/expected \d+ bytes, got \d+/);
  });
});

describe('the table that comes with the program', () => {
  const meaning = shippedMeaning();
  const nearness = (one: string, other: string): number =>
    meaning.nearest(meaning.rowOf(termOf(one)), [meaning.rowOf(termOf(other))]);

  it.each([
    ['rejected', 'declined', 'spoon'],
    ['venue', 'stadium', 'carrot'],
    ['oil', 'petroleum', 'poem'],
    ['minister', 'government', 'banana'],
  ])('knows that “%s” is nearer to “%s” than to “%s”', (term, near, far) => {
    expect(nearness(term, near)).toBeGreaterThan(nearness(term, far) + 0.2);
  });

  it('is at most 5 MB', async () => {
    const { statSync } = await import('node:fs');
    expect(statSync(new URL('../../src/answer/vectors.bin', import.meta.url)).size).toBeLessThan(5_000_000);
  });
});
