import type { CheckWords } from '../words.ts';

const these = (nearly: boolean): string => (nearly ? 'nearly these words' : 'these words');

export const CHECK: CheckWords = {
  exact: {
    whole: 'Exact, word for word.',
    part: 'Exact, word for word: part of a longer quotation.',
    cut: 'Exact, with words left out.',
  },
  altered: 'Altered: the article’s words differ.',
  notFound: 'Not found: the articles quote nobody with these words.',
  nearestSaysElse: 'The nearest quotation says something else.',
  sameWords: 'The same words in',
  nobodys: 'The article does not make clear whose words these are.',
  noWords: (quote) => `There are no words in “${quote}”. Type what somebody is said to have said.`,
  more: (count) => `${count} more`,
  by: (name) => `The article attributes the words to ${name}.`,
  notClearlyBy: (asked) => `The article does not make clear whether the words are “${asked}”’s.`,
  mind: (word, place) =>
    `Note the “${word}” in ${place === 'left-out' ? 'what is left out' : 'the rest of the sentence'}.`,
  somebodyElses: (by, asked, nearly) =>
    `Somebody else’s: ${these(nearly)} are by ${by ?? 'another'}, not by “${asked}”.`,
  perhapsSomebodyElses: (by, asked, nearly, pronoun) =>
    pronoun === null
      ? `Probably somebody else’s: ${these(nearly)} seem to be by ${by}, not by “${asked}”, but the article does not say so outright.`
      : `Probably somebody else’s: ${these(nearly)} are by “${pronoun}”, who seems to be ${by}, not “${asked}”.`,
  reportedOnly: (by, nearly) =>
    `Not a quotation: the article reports ${these(nearly)} without quotation marks, as said by ${by ?? 'somebody it does not name'}.`,
  partlyQuoted: (nearly) =>
    `Not a quotation as it stands: only some of ${these(nearly)} are between quotation marks, the others are the article’s own.`,
  articlesOwn: (nearly) =>
    `Not a quotation: ${these(nearly)} are the article’s own, and it quotes nobody with them.`,
};
