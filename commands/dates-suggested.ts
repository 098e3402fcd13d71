import type { Suggestion } from '../src/newsroom.ts';
import { languageOf } from '../src/words/locales.ts';
import type { Words } from '../src/words/words.ts';
import { dateTyped } from './date-typed.ts';
import { before, folded, type Unit } from './time-gone-by.ts';

interface Usual {
  readonly count: number;
  readonly unit: Unit;
  /** *auto*: "yesterday"; *always*: "1 week ago". */
  readonly numeric: 'auto' | 'always';
}

const USUAL: readonly Usual[] = [
  { count: 1, unit: 'day', numeric: 'auto' },
  { count: 1, unit: 'week', numeric: 'always' },
  { count: 1, unit: 'month', numeric: 'always' },
  { count: 0, unit: 'year', numeric: 'auto' },
];

/** How what was typed is read, and what most people mean; the value is the beginning of an ISO date. */
export function datesSuggested(typed: string, today: string, words: Words): readonly Suggestion[] {
  const { date } = words.set;
  const read = dateTyped(typed, today);
  const wanted = folded(typed).trim();
  const usual = USUAL.map(({ count, unit, numeric }): Suggestion => {
    const value = before(today, count, unit);
    const way = new Intl.RelativeTimeFormat(languageOf(words), { numeric }).format(-count, unit);
    return { label: `${way} · ${date(value)}`, value };
  }).filter(({ label, value }) => value !== read && folded(label).includes(wanted));
  return [...(read === undefined ? [] : [{ label: date(read), value: read }]), ...usual];
}
