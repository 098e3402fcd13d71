import { describe, expect, it } from 'vitest';
import { isNegation, wordEnd, wordsOf } from '../../src/check/words.ts';

const forms = (text: string): readonly string[] => wordsOf(text).map(({ form }) => form);

describe('words are the same', () => {
  it.each([
    ['whatever their apostrophes', 'We don’t, don‘t, don`t', "we DON'T, don't, don't"],
    ['with a negation’s apostrophe forgotten', 'It isnt over', 'it isn’t over'],
    ['whatever their dashes', 'rare-earth deal—now', 'rare earth deal - now'],
    ['whatever their case', 'STRASSE', 'straße'],
    ['with or without accents', 'José’s café', 'Jose’s cafe'],
    ['with or without commas in numbers', '1,200,000 islanders', '1200000 islanders'],
    ['whatever dash says less than nothing', 'It was -5 degrees', 'It was –5 degrees'],
    ['with invisible marks in them', 'fer\u00adry\u200b boat', 'ferry boat'],
    ['in ligatures and wide letters', 'o\ufb03ce ２０', 'office 20'],
  ])('%s', (_how, one, other) => {
    expect(forms(one)).toEqual(forms(other));
  });
});

describe('words differ', () => {
  it.each([
    ['in a contraction, which may be another word', 'we’re', 'were'],
    ['in a decimal point', '3.5 percent', '35 percent'],
    ['in a sign', 'it was -5', 'it was 5'],
    ['in a currency', '$5', '€5'],
    ['in a possessive', 'Ukraine’s', 'Ukraine'],
    ['where a country is no pronoun', 'U.S.', 'us'],
    ['in an emoji', 'we won', 'we won 😀'],
  ])('%s', (_how, one, other) => {
    expect(forms(one)).not.toEqual(forms(other));
  });
});

it('a range of years is two numbers, not a number and a negative one', () => {
  expect(forms('from 1990-1995')).toEqual(['from', '1990', '1995']);
});

it('characters of a script without spaces are words', () => {
  expect(forms('渡し船は')).toHaveLength(4);
});

it.each(['not', 'No', 'never', 'cannot', 'didn’t', "won't", 'dont', 'nobody'])(
  '%s turns a sentence around',
  (word) => {
    expect(forms(word).every(isNegation)).toBe(true);
  },
);

it.each(['note', 'know', 'ant', 'want', 'now'])('%s does not', (word) => {
  expect(forms(word).some(isNegation)).toBe(false);
});

it('a word’s end is found from its beginning', () => {
  const text = 'It cost -5.5 in the U.S. of “don’t”.';
  for (const { start, end } of wordsOf(text)) expect(wordEnd(text, start)).toBe(end);
});
