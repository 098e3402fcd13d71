import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateTyped } from '../../commands/date-typed.ts';
import { LANGUAGES } from '../../src/words/locales.ts';

const TODAY = '2031-03-05';
const read = (typed: string) => dateTyped(typed, TODAY);

describe('a date that somebody types', () => {
  it.each([
    ['2025', '2025'],
    [' 2025-2 ', '2025-02'],
    ['2025-02-16', '2025-02-16'],
    ['2025-2-6', '2025-02-06'],
    ['16.2.2025', '2025-02-16'],
    ['16. 02. 2025', '2025-02-16'],
    ['2025/02/16', '2025-02-16'],
    ['16/02/2025', '2025-02-16'],
    ['02/16/2025', '2025-02-16'],
    ['16-2-2025', '2025-02-16'],
    ['3/3/2025', '2025-03-03'],
    ['3.2.2025', '2025-02-03'],
    ['Feb 2025', '2025-02'],
    ['16 Feb 2025', '2025-02-16'],
    ['16th of February, 2025', '2025-02-16'],
    ['February 16, 2025', '2025-02-16'],
    ['SEPT. 2025', '2025-09'],
    ['29 Feb 2024', '2024-02-29'],
  ])('is read from figures and English months: %j', (typed, date) => {
    expect(read(typed)).toBe(date);
  });

  it.each([
    ['16. März 2025', '2025-03-16'],
    ['marz 2025', '2025-03'],
    ['1er août 2024', '2024-08-01'],
    ['16 de febrero de 2025', '2025-02-16'],
    ['лютий 2025', '2025-02'],
    ['16 лютого 2025 року', '2025-02-16'],
    ['16 лют. 2025', '2025-02-16'],
  ])('may name its month in any language of ours: %j', (typed, date) => {
    expect(read(typed)).toBe(date);
  });

  it.each([
    ['16 Feb', '2031-02-16'],
    ['February', '2031-02'],
    ['november', '2030-11'],
    ['5 March', '2031-03-05'],
    ['6 March', '2030-03-06'],
    ['лютий', '2031-02'],
  ])('without a year is the last there was: %j', (typed, date) => {
    expect(read(typed)).toBe(date);
  });

  it.each([
    ['today', '2031-03-05'],
    ['Yesterday', '2031-03-04'],
    ['3 days', '2031-03-02'],
    ['5 days ago', '2031-02-28'],
    ['2 weeks', '2031-02-19'],
    ['last week', '2031-02-26'],
    ['last month', '2031-02'],
    ['3 months', '2030-12'],
    ['this year', '2031'],
    ['2 years ago', '2029'],
    ['gestern', '2031-03-04'],
    ['vor 2 Wochen', '2031-02-19'],
    ['hier', '2031-03-04'],
    ["aujourd'hui", '2031-03-05'],
    ['el mes pasado', '2031-02'],
    ['hace 3 días', '2031-03-02'],
    ['вчора', '2031-03-04'],
    ['2 тижні', '2031-02-19'],
    ['a week', '2031-02-26'],
    ['a week ago', '2031-02-26'],
    ['week', '2031-02-26'],
    ['a month', '2031-02'],
    ['vor einer Woche', '2031-02-26'],
    ['eine Woche', '2031-02-26'],
    ['il y a une semaine', '2031-02-26'],
    ['hace una semana', '2031-02-26'],
    ['тиждень', '2031-02-26'],
    ['7d', '2031-02-26'],
    ['24h', '2031-03-04'],
    ['48 hours', '2031-03-03'],
    ['2w', '2031-02-19'],
    // A Wednesday.
    ['wednesday', '2031-03-05'],
    ['Monday', '2031-03-03'],
    ['Thursday', '2031-02-27'],
    ['montag', '2031-03-03'],
    ['понеділок', '2031-03-03'],
  ])('may be told by how long ago it is, months and years whole: %j', (typed, date) => {
    expect(read(typed)).toBe(date);
  });

  it.each([
    '',
    '25',
    '20250216',
    '2025-13',
    '2025-00',
    '2025-02-30',
    '30 Feb 2025',
    '29 Feb 2025',
    '3/2/2025',
    '13/13/2025',
    '16 17 Feb',
    'a 3 days',
    '16 Fex 2025',
    'jui 2025',
    'Ma 2025',
    '2025 2024 Feb',
    'Feb March 2025',
    'this week',
    'tomorrow',
    '1234 days',
    '-3 days',
    'three days',
    '5000',
    '__proto__',
  ])('is not %j', (typed) => {
    expect(read(typed)).toBeUndefined();
  });

  it('is understood as our own replies write it, in every language', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(LANGUAGES)), day, ({ set }, date) => {
        const iso = date.toISOString().slice(0, 10);
        expect(read(set.date(iso))).toBe(iso);
        expect(read(set.date(iso.slice(0, 7)))).toBe(iso.slice(0, 7));
      }),
      { numRuns: 200 },
    );
  });

  it('whatever is typed, is the beginning of an ISO date of a day that there is, or none', () => {
    const piece = fc.constantFrom(
      '16',
      '2',
      '31',
      '2025',
      'Feb',
      'de',
      'days',
      'last',
      'month',
      '-',
      '.',
      'ago',
    );
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(' ')),
      fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const date = read(text);
        if (date === undefined) return;
        expect(date).toMatch(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/);
        expect(new Date(date).toISOString().startsWith(date)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
