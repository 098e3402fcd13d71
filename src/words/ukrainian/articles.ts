import type { ArticlesWords, Scope } from '../words.ts';
import { counted, quoted, SETTING } from './words.ts';

/** " видання The Port Courier з 1 бер. 2025"; nothing where all articles are looked in. */
export const limits = ({ publisher, since, until }: Scope): string =>
  [
    publisher === undefined ? '' : ` видання ${publisher}`,
    since === undefined ? '' : ` з ${SETTING.date(since)}`,
    until === undefined ? '' : ` до ${SETTING.date(until)}`,
  ].join('');

export const ARTICLES: ArticlesWords = {
  none: 'Статей ще немає. Їх додає до теки корпусу той, хто утримує бота.',
  sections: 'Розділи',
  notOne: (typed, several) =>
    `Потрібна назва однієї статті, а введено ${quoted(typed)}. ${several ? 'Підходять кілька:' : 'Є такі:'}`,
  notOnePublisher: (typed, several) =>
    `Потрібна назва одного видання, а введено ${quoted(typed)}. ${several ? 'Підходять кілька:' : 'Є такі:'}`,
  notADate: (option, typed) =>
    `${option}: потрібна дата, як-от 2025, 2025-02, 16 лют. 2025, учора чи 2 тижні, а введено ${quoted(typed)}.`,
  swapped: (since, until) =>
    `від (${SETTING.date(since)}) пізніше, ніж до (${SETTING.date(until)}). Поміняйте їх місцями.`,
  noneOf: (scope) =>
    `Немає ${scope.headline === undefined ? 'статей' : `статті ${quoted(scope.headline)}`}${limits(scope)}.`,
  onlyIn: (scope) =>
    scope.headline === undefined
      ? `Пошук був лише у статтях${limits(scope)}.`
      : `Пошук був лише у статті ${quoted(scope.headline)}.`,
  undated: (count) =>
    `Без дати, тож пропущено: ${counted(count, { one: 'стаття', few: 'статті', other: 'статей' })}.`,
  outside: (headline, published, { since, until }) =>
    `Стаття ${quoted(headline)} ${published === undefined ? 'не має дати' : `датована ${SETTING.date(published)}`}, тож вона не належить до статей${limits({ since, until })}.`,
};
