import type { ArticlesWords, Scope } from '../words.ts';
import { counted, quoted, SETTING } from './words.ts';

/** " von The Port Courier ab 1. März 2025"; nothing where all articles are looked in. */
export const limits = ({ publisher, since, until }: Scope): string =>
  [
    publisher === undefined ? '' : ` von ${publisher}`,
    since === undefined ? '' : ` ab ${SETTING.date(since)}`,
    until === undefined ? '' : ` bis ${SETTING.date(until)}`,
  ].join('');

export const ARTICLES: ArticlesWords = {
  none: 'Es gibt noch keine Artikel. Wer den Bot betreibt, legt sie in den Artikelordner.',
  sections: 'Abschnitte',
  notOne: (typed, several) =>
    `Gesucht ist der Name eines Artikels, eingegeben wurde ${quoted(typed)}. ${several ? 'Mehrere passen:' : 'Es gibt:'}`,
  notOnePublisher: (typed, several) =>
    `Gesucht ist der Name eines Mediums, eingegeben wurde ${quoted(typed)}. ${several ? 'Mehrere passen:' : 'Es gibt:'}`,
  notADate: (option, typed) =>
    `${option}: Erwartet wird ein Datum wie 2025, 2025-02, 16. Feb. 2025, gestern oder 2 Wochen, eingegeben wurde ${quoted(typed)}.`,
  swapped: (since, until) =>
    `ab (${SETTING.date(since)}) liegt nach bis (${SETTING.date(until)}). Vertausche die beiden.`,
  noneOf: (scope) =>
    `Kein Artikel${scope.headline === undefined ? '' : ` namens ${quoted(scope.headline)}`}${limits(scope)}.`,
  onlyIn: (scope) =>
    scope.headline === undefined
      ? `Gesucht wurde nur in Artikeln${limits(scope)}.`
      : `Gesucht wurde nur in ${quoted(scope.headline)}.`,
  undated: (count) =>
    counted(count, {
      one: 'Artikel ohne Datum wurde ausgelassen.',
      other: 'Artikel ohne Datum wurden ausgelassen.',
    }),
  outside: (headline, published, { since, until }) =>
    `${quoted(headline)} ${published === undefined ? 'hat kein Datum' : `ist vom ${SETTING.date(published)}`} und gehört darum nicht zu den Artikeln${limits({ since, until })}.`,
};
