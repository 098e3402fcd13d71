import type { QuoteWords, Sought } from '../words.ts';
import { limits } from './articles.ts';
import { anyOf, counted, quoted } from './words.ts';

const theyQuote = (sought: Sought): string =>
  sought.headline === undefined ? `The articles${limits(sought)} quote` : `${quoted(sought.headline)} quotes`;

export const QUOTE: QuoteWords = {
  speakers: 'Who is quoted',
  noSpeakers: 'Nobody is quoted in the articles.',
  perhaps: 'Perhaps you meant',
  amongOthers: 'Some of the people quoted',
  moreSpeakers: (count) => counted(count, { one: 'more speaker', other: 'more speakers' }),
  nobody(sought) {
    const { speaker, about } = sought;
    const called = speaker === undefined ? '' : ` called ${quoted(speaker)}`;
    return `${theyQuote(sought)} nobody${called}${about === undefined ? '' : ` on ${quoted(about)}`}.`;
  },
  notOn: (sought) => `${theyQuote(sought)} ${quoted(sought.speaker)}, but not on ${quoted(sought.about)}.`,
  anyOf(typed, names, others) {
    const all = others === 0 ? names : [...names, counted(others, { one: 'other', other: 'others' })];
    return `${quoted(typed)} could be ${anyOf(all)}.`;
  },
};
