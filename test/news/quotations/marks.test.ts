import { describe, expect, it } from 'vitest';
import { readQuoted as read } from './read.ts';

const wordsIn = (...paragraphs: string[]) => read(...paragraphs).map(({ words }) => words);

describe('quotation marks', () => {
  it.each([
    ['curly', '“We will not wait,” Ana Moreau said.'],
    ['straight', '"We will not wait," Ana Moreau said.'],
    ['German', 'Ana Moreau said: „We will not wait“.'],
    ['French', 'Ana Moreau said: « We will not wait ».'],
    ['single', '‘We will not wait,’ Ana Moreau said.'],
    ['single and straight', "'We will not wait,' Ana Moreau said."],
  ])('may be %s', (_sort, text) => {
    expect(wordsIn(text).map((words) => words.replace(/[.,]$/, ''))).toEqual(['We will not wait']);
  });

  it('are closed where somebody typed an opening one', () => {
    expect(wordsIn('Ana Moreau called for “a full review“ of the pier.')).toEqual(['a full review']);
  });

  it('inside others belong to the outer ones', () => {
    expect(wordsIn('“He said ‘never’ and then he said “always” to us,” Ana Moreau said.')).toEqual([
      'He said ‘never’ and then he said “always” to us',
    ]);
  });

  it('are told from apostrophes', () => {
    expect(wordsIn("The boats' crews didn't wait; 'twas late, and the '90s were long ago.")).toEqual([]);
  });

  it('are told from apostrophes where single marks are the rule', () => {
    expect(wordsIn('‘We don’t wait for the boats’ crews,’ Ana Moreau said.')).toEqual([
      'We don’t wait for the boats’ crews',
    ]);
  });

  it('that are single are none where double ones are the rule', () => {
    expect(wordsIn('“We will not wait,” Ana Moreau said of the so-called ‘sky walk’.')).toEqual([
      'We will not wait',
    ]);
  });
});
