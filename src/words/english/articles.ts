import type { ArticlesWords, Scope } from '../words.ts';
import { counted, quoted, SETTING } from './words.ts';

/** " in The Port Courier since 1 Mar 2025"; nothing where all articles are looked in. */
export const limits = ({ publisher, since, until }: Scope): string =>
  [
    publisher === undefined ? '' : ` in ${publisher}`,
    since === undefined ? '' : ` since ${SETTING.date(since)}`,
    until === undefined ? '' : ` until ${SETTING.date(until)}`,
  ].join('');

export const ARTICLES: ArticlesWords = {
  none: 'There are no articles yet. The operator adds them to the corpus directory.',
  sections: 'Sections',
  notOne: (typed, several) =>
    `${several ? 'Several articles fit' : 'No single article is called'} ${quoted(typed)}. Choose from:`,
  notOnePublisher: (typed, several) =>
    `${several ? 'Several publishers fit' : 'No single publisher is called'} ${quoted(typed)}. Choose from:`,
  notADate: (option, typed) =>
    `${option}: expected a date such as 2025, 2025-02, 16 Feb 2025, yesterday or 2 weeks, got ${quoted(typed)}.`,
  swapped: (since, until) =>
    `since (${SETTING.date(since)}) is later than until (${SETTING.date(until)}). Swap the two.`,
  noneOf: (scope) =>
    `No article${scope.headline === undefined ? '' : ` called ${quoted(scope.headline)}`}${limits(scope)}.`,
  onlyIn: (scope) =>
    scope.headline === undefined
      ? `Looked only at articles${limits(scope)}.`
      : `Looked only in ${quoted(scope.headline)}.`,
  undated: (count) =>
    counted(count, {
      one: 'article without a date was left out.',
      other: 'articles without a date were left out.',
    }),
  outside: (headline, published, { since, until }) =>
    `${quoted(headline)} ${published === undefined ? 'has no date' : `is dated ${SETTING.date(published)}`}, so it is not among the articles${limits({ since, until })}.`,
};
