import { describe, expect, it } from 'vitest';
import { dateTyped } from '../../commands/date-typed.ts';
import { datesSuggested } from '../../commands/dates-suggested.ts';
import { LANGUAGES } from '../../src/words/locales.ts';

const TODAY = '2031-03-05';
const { en, de } = LANGUAGES;

describe('dates that are offered while one is typed', () => {
  it('are those that most people mean, before anything is', () => {
    expect(datesSuggested('', TODAY, en)).toEqual([
      { label: 'yesterday · 4 Mar 2031', value: '2031-03-04' },
      { label: '1 week ago · 26 Feb 2031', value: '2031-02-26' },
      { label: '1 month ago · Feb 2031', value: '2031-02' },
      { label: 'this year · 2031', value: '2031' },
    ]);
  });

  it('begin with how it is read', () => {
    expect(datesSuggested('16/02/2025', TODAY, en)).toEqual([{ label: '16 Feb 2025', value: '2025-02-16' }]);
    expect(datesSuggested('gestern', TODAY, de)).toEqual([{ label: '4. März 2031', value: '2031-03-04' }]);
  });

  it('are those that hold what was typed so far, where it is no date yet', () => {
    expect(datesSuggested('yest', TODAY, en).map(({ value }) => value)).toEqual(['2031-03-04']);
    expect(datesSuggested('next spring', TODAY, en)).toEqual([]);
  });

  it.each(Object.entries(LANGUAGES))(
    'are understood and said in the reader’s language: %s',
    (_code, words) => {
      for (const { label, value } of datesSuggested('', TODAY, words)) {
        const [way = ''] = label.split(' · ');
        expect(dateTyped(way, TODAY), way).toBe(value);
        expect(dateTyped(value, TODAY)).toBe(value);
      }
    },
  );
});
