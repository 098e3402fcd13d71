import type { ArticlesWords, Scope } from '../words.ts';
import { counted, of, quoted, SETTING } from './words.ts';

/** "depuis le 1er mars 2025", "depuis mars 2025". */
const from = (date: string): string => `depuis ${date.length < 10 ? '' : 'le '}${SETTING.date(date)}`;
/** "jusqu’au 1er mars 2025", "jusqu’en mars 2025". */
const to = (date: string): string => `jusqu’${date.length < 10 ? 'en' : 'au'} ${SETTING.date(date)}`;

/** " de The Port Courier depuis le 1er mars 2025"; nothing where all articles are looked in. */
export const limits = ({ publisher, since, until }: Scope): string =>
  [
    publisher === undefined ? '' : ` ${of(publisher)}`,
    since === undefined ? '' : ` ${from(since)}`,
    until === undefined ? '' : ` ${to(until)}`,
  ].join('');

export const ARTICLES: ArticlesWords = {
  none: 'Il n’y a pas encore d’articles. La personne qui gère le bot les ajoute au dossier du corpus.',
  sections: 'Sections',
  notOne: (typed, several) =>
    `Il faut le nom d’un seul article, et non ${quoted(typed)}. ${several ? 'Plusieurs correspondent\u00a0:' : 'Il y a\u00a0:'}`,
  notOnePublisher: (typed, several) =>
    `Il faut le nom d’un seul média, et non ${quoted(typed)}. ${several ? 'Plusieurs correspondent\u00a0:' : 'Il y a\u00a0:'}`,
  notADate: (option, typed) =>
    `${option}\u00a0: il faut une date comme 2025, 2025-02, 16 févr. 2025, hier ou 2 semaines, et non ${quoted(typed)}.`,
  swapped: (since, until) =>
    `depuis (${SETTING.date(since)}) vient après jusque (${SETTING.date(until)}). Échangez les deux.`,
  noneOf: (scope) =>
    `Aucun article${scope.headline === undefined ? '' : ` intitulé ${quoted(scope.headline)}`}${limits(scope)}.`,
  onlyIn: (scope) =>
    scope.headline === undefined
      ? `Recherche limitée aux articles${limits(scope)}.`
      : `Recherche limitée à ${quoted(scope.headline)}.`,
  undated: (count) =>
    counted(count, {
      one: 'article sans date a été laissé de côté.',
      other: 'articles sans date ont été laissés de côté.',
    }),
  outside: (headline, published, { since, until }) =>
    `${quoted(headline)} ${published === undefined ? 'n’a pas de date' : `date du ${SETTING.date(published)}`} et n’est donc pas parmi les articles${limits({ since, until })}.`,
};
