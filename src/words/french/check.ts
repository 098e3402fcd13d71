import type { CheckWords } from '../words.ts';
import { of, quoted } from './words.ts';

const these = (nearly: boolean): string => (nearly ? 'presque ces mots' : 'ces mots');

export const CHECK: CheckWords = {
  exact: {
    whole: 'Exact, mot pour mot.',
    part: 'Exact, mot pour mot\u00a0: une partie d’une citation plus longue.',
    cut: 'Exact, avec des mots omis.',
  },
  altered: 'Modifié\u00a0: les mots de l’article sont différents.',
  notFound: 'Introuvable\u00a0: aucune citation ne contient ces mots.',
  nearestSaysElse: 'La citation la plus proche dit autre chose.',
  sameWords: 'Les mêmes mots dans',
  nobodys: 'L’article ne dit pas clairement de qui sont ces mots.',
  noWords: (quote) =>
    `Il n’y a aucun mot dans ${quoted(quote)}. Écrivez ce que quelqu’un est censé avoir dit.`,
  more: (count) => `${count} de plus`,
  by: (name) => `L’article attribue ces mots à ${name}.`,
  notClearlyBy: (asked) => `L’article ne dit pas clairement si ces mots sont de ${quoted(asked)}.`,
  mind: (word, place) =>
    `Attention à ${quoted(word)} dans ${place === 'left-out' ? 'ce qui est omis' : 'le reste de la phrase'}.`,
  somebodyElses: (by, asked, nearly) =>
    `De quelqu’un d’autre\u00a0: ${these(nearly)} sont ${of(by ?? 'quelqu’un d’autre')}, et non de ${quoted(asked)}.`,
  perhapsSomebodyElses: (by, asked, nearly, pronoun) =>
    pronoun === null
      ? `Sans doute de quelqu’un d’autre\u00a0: ${these(nearly)} semblent être ${of(by)}, et non de ${quoted(asked)}, mais l’article ne le dit pas expressément.`
      : `Sans doute de quelqu’un d’autre\u00a0: l’article attribue ${these(nearly)} à ${quoted(pronoun)}, qui semble désigner ${by}, et non ${quoted(asked)}.`,
  reportedOnly: (by, nearly) =>
    `Pas une citation\u00a0: l’article rapporte ${these(nearly)} sans guillemets, comme les propos de ${by ?? 'quelqu’un qu’il ne nomme pas'}.`,
  partlyQuoted: (nearly) =>
    nearly
      ? 'Pas une citation telle quelle\u00a0: l’article contient presque ces mots, mais une partie seulement entre guillemets\u00a0; les autres sont les siens.'
      : 'Pas une citation telle quelle\u00a0: une partie seulement de ces mots est entre guillemets\u00a0; les autres sont ceux de l’article.',
  articlesOwn: (nearly) =>
    nearly
      ? 'Pas une citation\u00a0: l’article contient presque ces mots, mais ce sont les siens\u00a0; il ne cite personne ainsi.'
      : 'Pas une citation\u00a0: ces mots sont ceux de l’article, qui ne cite personne ainsi.',
};
