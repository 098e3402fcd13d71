import type { CheckWords } from '../words.ts';

export const CHECK: CheckWords = {
  exact: {
    whole: 'Exakt, Wort für Wort.',
    part: 'Exakt, Wort für Wort: Teil eines längeren Zitats.',
    cut: 'Exakt, mit Auslassungen.',
  },
  altered: 'Verändert: Im Artikel stehen andere Worte.',
  notFound: 'Nicht gefunden: Mit diesen Worten wird in den Artikeln niemand zitiert.',
  nearestSaysElse: 'Das nächstliegende Zitat sagt etwas anderes.',
  sameWords: 'Dieselben Worte in',
  nobodys: 'Aus dem Artikel geht nicht hervor, von wem die Worte stammen.',
  noWords: (quote) => `„${quote}“ enthält keine Wörter. Schreib, was jemand gesagt haben soll.`,
  more: (count) => `${count} weitere`,
  by: (name) => `Laut Artikel stammen die Worte von ${name}.`,
  notClearlyBy: (asked) => `Aus dem Artikel geht nicht hervor, ob die Worte von „${asked}“ stammen.`,
  mind: (word, place) =>
    `Achte auf „${word}“ ${place === 'left-out' ? 'in dem, was ausgelassen ist' : 'im Rest des Satzes'}.`,
  somebodyElses: (by, asked, nearly) =>
    `Von jemand anderem: ${nearly ? 'Fast diese' : 'Diese'} Worte stammen von ${by ?? 'einer anderen Person'}, nicht von „${asked}“.`,
  perhapsSomebodyElses: (by, asked, nearly, pronoun) =>
    pronoun === null
      ? `Wohl von jemand anderem: ${nearly ? 'Fast diese' : 'Diese'} Worte scheinen von ${by} zu stammen, nicht von „${asked}“; ausdrücklich sagt der Artikel das nicht.`
      : `Wohl von jemand anderem: ${nearly ? 'Fast diese' : 'Diese'} Worte stammen von „${pronoun}“, und damit scheint ${by} gemeint zu sein, nicht „${asked}“.`,
  reportedOnly: (by, nearly) =>
    `Kein Zitat: Der Artikel gibt ${nearly ? 'fast ' : ''}diese Worte ohne Anführungszeichen wieder, als Äußerung von ${by ?? 'jemandem, den er nicht nennt'}.`,
  partlyQuoted: (nearly) =>
    nearly
      ? 'So kein Zitat: Fast diese Worte stehen im Artikel, aber nur ein Teil davon in Anführungszeichen; die übrigen sind die des Artikels.'
      : 'So kein Zitat: Nur ein Teil dieser Worte steht in Anführungszeichen, die übrigen sind die des Artikels.',
  articlesOwn: (nearly) =>
    nearly
      ? 'Kein Zitat: Fast diese Worte stehen im Artikel, aber es sind seine eigenen; er zitiert damit niemanden.'
      : 'Kein Zitat: Diese Worte sind die des Artikels; er zitiert damit niemanden.',
};
