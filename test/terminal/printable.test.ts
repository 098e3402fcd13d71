import { expect, test } from 'vitest';
import { jsonLine, printable } from '../../src/terminal/printable.ts';

test.each([
  ['an escape sequence is seen, not obeyed', 'a\u001b[31mb', 'a␛[31mb'],
  ['a bell and a backspace are pictures', '\u0007\b', '␇␈'],
  ['delete', 'a\u007f', 'a␡'],
  ['the one-byte control sequence introducer', 'a\u009b31m', 'a\ufffd31m'],
  ['white space becomes a space each', 'a\tb\nc\r\nd\u2028e', 'a b c  d e'],
  ['a turned writing direction is turned no more', 'a\u202eb', 'a\u200bb'],
  ['half a surrogate pair', 'a\ud83d', 'a\ufffd'],
  ['a whole one', 'a😀', 'a😀'],
  ['accents, quotation marks and non-breaking spaces stay', '“é”\u00a0—', '“é”\u00a0—'],
])('%s', (_name, text, shown) => {
  expect(printable(text)).toBe(shown);
  expect(printable(text)).toHaveLength(text.length);
});

test('JSON keeps every character and holds no control character', () => {
  const text = 'a\u001b[31m\u009b\u007f\u2028“é”';
  expect(JSON.parse(jsonLine({ text }))).toEqual({ text });
  expect(jsonLine({ text })).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028]/);
});
