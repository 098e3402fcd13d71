import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printable } from '../../src/terminal/printable.ts';
import { columns, wrap } from '../../src/terminal/wrap.ts';

const lines = (text: string, width: number) =>
  wrap(text, width).map(({ start, end }) => text.slice(start, end));

test.each([
  ['breaks at spaces', 'one two three', 7, ['one two', 'three']],
  ['fills a line exactly', 'one two', 7, ['one two']],
  ['drops the spaces at a break only', 'a  b c', 4, ['a  b', 'c']],
  ['breaks a long word where it must', 'abcdefgh ij', 3, ['abc', 'def', 'gh', 'ij']],
  ['does not break at a non-breaking space', 'a b\u00a0c', 3, ['a', 'b\u00a0c']],
  ['counts wide characters twice', '日本語 新聞', 6, ['日本語', '新聞']],
  ['does not break a wide character', '日本語', 3, ['日', '本', '語']],
  ['does not break a family', '👩‍👩‍👧👩‍👩‍👧', 2, ['👩‍👩‍👧', '👩‍👩‍👧']],
  ['keeps an accent with its letter', 'e\u0301e\u0301', 1, ['e\u0301', 'e\u0301']],
  ['nothing gives no line', '  ', 5, []],
])('%s', (_name, text, width, expected) => {
  expect(lines(text, width)).toEqual(expected);
});

test('nothing is lost and no line is too wide', () => {
  const word = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('bridge', '日本', '😀'),
  );
  fc.assert(
    fc.property(fc.array(word), fc.integer({ min: 2, max: 30 }), (words, width) => {
      const text = printable(words.join(' '));
      const wrapped = lines(text, width);
      expect(wrapped.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      for (const line of wrapped) expect(columns(line)).toBeLessThanOrEqual(width);
    }),
  );
});
