import type { QuoteWords, Sought } from '../words.ts';
import { limits } from './articles.ts';
import { counted, listed, quoted } from './words.ts';

const there = (sought: Sought): string =>
  sought.headline === undefined ? `In den Artikeln${limits(sought)}` : `In ${quoted(sought.headline)}`;

export const QUOTE: QuoteWords = {
  speakers: 'Wer zitiert wird',
  noSpeakers: 'In den Artikeln wird niemand zitiert.',
  perhaps: 'Vielleicht meinst du',
  amongOthers: 'Zitiert werden unter anderem',
  moreSpeakers: (count) => counted(count, { one: 'weitere Person', other: 'weitere Personen' }),
  nobody(sought) {
    const { speaker, about } = sought;
    const called = speaker === undefined ? '' : ` namens ${quoted(speaker)}`;
    return `${there(sought)} wird niemand${called}${about === undefined ? '' : ` zu ${quoted(about)}`} zitiert.`;
  },
  notOn: (sought) =>
    `${there(sought)} wird ${quoted(sought.speaker)} zitiert, aber nicht zu ${quoted(sought.about)}.`,
  anyOf(typed, names, others) {
    const all = others === 0 ? names : [...names, `${others} weitere`];
    return `${quoted(typed)} kann eine von ${names.length + others} Personen sein: ${listed(all)}.`;
  },
};
