import type { ArticlesWords, Scope } from '../words.ts';
import { counted, quoted, SETTING } from './words.ts';

/** "el 1 mar 2025", "mar 2025". */
const when = (date: string): string => `${date.length < 10 ? '' : 'el '}${SETTING.date(date)}`;

/** " de The Port Courier desde el 1 mar 2025"; nothing where all articles are looked in. */
export const limits = ({ publisher, since, until }: Scope): string =>
  [
    publisher === undefined ? '' : ` de ${publisher}`,
    since === undefined ? '' : ` desde ${when(since)}`,
    until === undefined ? '' : ` hasta ${when(until)}`,
  ].join('');

export const ARTICLES: ArticlesWords = {
  none: 'Todavía no hay artículos. Quien gestiona el bot los añade al directorio del corpus.',
  sections: 'Secciones',
  notOne: (typed, several) =>
    `Se esperaba el nombre de un artículo y has escrito ${quoted(typed)}. ${several ? 'Coinciden varios:' : 'Hay estos:'}`,
  notOnePublisher: (typed, several) =>
    `Se esperaba el nombre de un medio y has escrito ${quoted(typed)}. ${several ? 'Coinciden varios:' : 'Hay estos:'}`,
  notADate: (option, typed) =>
    `${option}: se esperaba una fecha como 2025, 2025-02, 16 feb 2025, ayer o 2 semanas y has escrito ${quoted(typed)}.`,
  swapped: (since, until) =>
    `desde (${SETTING.date(since)}) es posterior a hasta (${SETTING.date(until)}). Intercámbialos.`,
  noneOf: (scope) =>
    `Ningún artículo${scope.headline === undefined ? '' : ` titulado ${quoted(scope.headline)}`}${limits(scope)}.`,
  onlyIn: (scope) =>
    scope.headline === undefined
      ? `Solo se ha buscado en artículos${limits(scope)}.`
      : `Solo se ha buscado en ${quoted(scope.headline)}.`,
  undated: (count) =>
    counted(count, {
      one: 'artículo sin fecha se ha dejado fuera.',
      other: 'artículos sin fecha se han dejado fuera.',
    }),
  outside: (headline, published, { since, until }) =>
    `${quoted(headline)} ${published === undefined ? 'no tiene fecha' : `es del ${SETTING.date(published)}`}, así que no está entre los artículos${limits({ since, until })}.`,
};
