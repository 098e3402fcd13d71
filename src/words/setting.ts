import type { Setting } from './words.ts';

/** A noun by the plural rules of its language; `other` stands in for those that it does not name. */
export type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** "1 article", "2 articles". */
export function counter(locale: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(locale);
  return (count, forms) => `${count} ${forms[rules.select(count)] ?? forms.other}`;
}

/** @param and with its blanks: " and "; by the word that follows where it depends on that. */
export const lister =
  (and: string | ((next: string) => string)): Setting['listed'] =>
  (things) => {
    const last = things.at(-1) ?? '';
    if (things.length < 2) return last;
    return `${things.slice(0, -1).join(', ')}${typeof and === 'string' ? and : and(last)}${last}`;
  };

/** @param months January first. What cannot be read is given as it is. */
export const dater =
  (
    months: readonly string[],
    inOrder = (day: number, month: string, year: string) => `${day} ${month} ${year}`,
  ) =>
  (published: string): string => {
    const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?(?:T|\s|$)/.exec(published) ?? [];
    const name = months[Number(month) - 1];
    if (year === undefined || name === undefined) return published;
    return day === undefined ? `${name} ${year}` : inOrder(Number(day), name, year);
  };

/** With a decimal comma. */
export const withComma = (value: number): string => value.toFixed(1).replace('.', ',');

/** Reported ones are named only where there are any; where there is nothing else, they stand alone. */
export const statementCounter =
  (quotations: (count: number) => string, reported: (count: number) => string): Setting['statements'] =>
  (counts) =>
    [
      ...(counts.quotations === 0 && counts.reported > 0 ? [] : [quotations(counts.quotations)]),
      ...(counts.reported === 0 ? [] : [reported(counts.reported)]),
    ].join(' · ');
