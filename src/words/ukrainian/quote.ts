import type { QuoteWords, Sought } from '../words.ts';
import { limits } from './articles.ts';
import { counted, listed, quoted } from './words.ts';

const there = (sought: Sought): string =>
  sought.headline === undefined ? `У статтях${limits(sought)}` : `У статті ${quoted(sought.headline)}`;

export const QUOTE: QuoteWords = {
  speakers: 'Кого цитують',
  noSpeakers: 'У статтях нікого не цитують.',
  perhaps: 'Можливо, ви мали на увазі',
  amongOthers: 'Серед інших цитують',
  moreSpeakers: (count) => `ще ${counted(count, { one: 'особа', few: 'особи', other: 'осіб' })}`,
  nobody(sought) {
    const { speaker, about } = sought;
    const called = speaker === undefined ? '' : ` на ім’я ${quoted(speaker)}`;
    return `${there(sought)} не цитують нікого${called}${about === undefined ? '' : ` про ${quoted(about)}`}.`;
  },
  notOn: (sought) =>
    `${there(sought)} є слова ${quoted(sought.speaker)}, але не про ${quoted(sought.about)}.`,
  anyOf(typed, names, others) {
    const all = others === 0 ? names : [...names, `ще ${others}`];
    const people = counted(names.length + others, { one: 'особи', other: 'осіб' });
    return `${quoted(typed)} може означати будь-кого з ${people}: ${listed(all)}.`;
  },
};
