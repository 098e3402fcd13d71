import type { QuoteWords, Sought } from '../words.ts';
import { limits } from './articles.ts';
import { counted, listed, quoted } from './words.ts';

const theyQuote = (sought: Sought, not: string): string =>
  sought.headline === undefined
    ? `Los artículos${limits(sought)} ${not}citan a`
    : `${quoted(sought.headline)} ${not}cita a`;

export const QUOTE: QuoteWords = {
  speakers: 'A quién se cita',
  noSpeakers: 'En los artículos no se cita a nadie.',
  perhaps: 'Quizá buscas a',
  amongOthers: 'Se cita, entre otros, a',
  moreSpeakers: (count) => counted(count, { one: 'persona más', other: 'personas más' }),
  nobody(sought) {
    const { speaker, about } = sought;
    const called = speaker === undefined ? '' : ` con el nombre ${quoted(speaker)}`;
    return `${theyQuote(sought, 'no ')} nadie${called}${about === undefined ? '' : ` sobre ${quoted(about)}`}.`;
  },
  notOn: (sought) =>
    `${theyQuote(sought, '')} ${quoted(sought.speaker)}, pero no sobre ${quoted(sought.about)}.`,
  anyOf(typed, names, others) {
    const all = others === 0 ? names : [...names, `${others} más`];
    return `${quoted(typed)} puede ser cualquiera de estas ${names.length + others} personas: ${listed(all)}.`;
  },
};
