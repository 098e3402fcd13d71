import type { QuoteWords, Sought } from '../words.ts';
import { limits } from './articles.ts';
import { counted, listed, quoted } from './words.ts';

const theyQuote = (sought: Sought, not: string): string =>
  sought.headline === undefined
    ? `Les articles${limits(sought)} ${not}citent`
    : `${quoted(sought.headline)} ${not}cite`;

export const QUOTE: QuoteWords = {
  speakers: 'Qui est cité',
  noSpeakers: 'Personne n’est cité dans les articles.',
  perhaps: 'Vous cherchez peut-être',
  amongOthers: 'Sont cités, entre autres',
  moreSpeakers: (count) => counted(count, { one: 'autre personne', other: 'autres personnes' }),
  nobody(sought) {
    const { speaker, about } = sought;
    const called = speaker === undefined ? '' : ` du nom de ${quoted(speaker)}`;
    return `${theyQuote(sought, 'ne ')} personne${called}${about === undefined ? '' : ` sur ${quoted(about)}`}.`;
  },
  notOn: (sought) =>
    `${theyQuote(sought, '')} ${quoted(sought.speaker)}, mais pas sur ${quoted(sought.about)}.`,
  anyOf(typed, names, others) {
    const all = others === 0 ? names : [...names, counted(others, { one: 'autre', other: 'autres' })];
    return `${quoted(typed)} peut désigner ${names.length + others} personnes\u00a0: ${listed(all)}.`;
  },
};
