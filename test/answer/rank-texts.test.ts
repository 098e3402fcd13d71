import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rankTexts } from '../../src/answer/rank-texts.ts';

const QUESTION = 'How much will the harbour bridge cost?';
const ANSWER = 'The harbour bridge will cost 40 million crowns.';
const TEXTS = [
  'The council met on Monday.',
  'The mayor opened the harbour festival.',
  ANSWER,
  'Nobody knows why the ferry was late.',
];

const bestOf = (texts: readonly string[], question = QUESTION): string | undefined => {
  const scores = rankTexts(question, texts);
  return texts[scores.indexOf(Math.max(...scores))];
};

test('the text that says what was asked stands first, because it holds the words and an amount', () => {
  expect(bestOf(TEXTS)).toBe(ANSWER);
});

test('a text of several sentences is worth its best one', () => {
  const long = `The council met on Monday. ${ANSWER} It rained.`;
  expect(bestOf([...TEXTS.filter((text) => text !== ANSWER), long])).toBe(long);
});

describe('the order in which texts are given', () => {
  const texts = fc.array(fc.constantFrom(...TEXTS, 'The harbour bridge.', '', 'x'), { maxLength: 8 });

  test('changes nothing', () => {
    fc.assert(
      fc.property(texts, (given) => {
        expect(rankTexts(QUESTION, given.toReversed())).toEqual(rankTexts(QUESTION, given).toReversed());
      }),
      { numRuns: 40 },
    );
  });

  test('does not favour the first of equal texts', () => {
    const [first, , last] = rankTexts(QUESTION, [ANSWER, 'It rained.', ANSWER]);
    expect(first).toBe(last);
  });
});

test('a text without words comes last', () => {
  const scores = rankTexts(QUESTION, ['', ' \n', ...TEXTS, '…']);
  expect(Math.max(scores[0]!, scores[1]!)).toBeLessThan(Math.min(...scores.slice(2, 6)));
});

test.each([
  ['no text', QUESTION, []],
  ['no word of the question in any text', 'Where do zebras sleep?', TEXTS],
  ['nothing but stop words', 'Who is it?', TEXTS],
  ['no words at all', '???', TEXTS],
  ['nothing but empty texts', QUESTION, ['', '']],
])('every score is a number with %s', (_name, question, texts) => {
  const scores = rankTexts(question, texts);
  expect(scores).toHaveLength(texts.length);
  expect(scores.every(Number.isFinite)).toBe(true);
});

test('a great many texts are ranked as well as a few', () => {
  const many = Array.from({ length: 3_000 }, (_, at) => `Ferry number ${at} was late.`);
  expect(bestOf([...many, ANSWER])).toBe(ANSWER);
});
