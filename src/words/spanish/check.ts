import type { CheckWords } from '../words.ts';

const these = (nearly: boolean): string => (nearly ? 'casi estas palabras' : 'estas palabras');

export const CHECK: CheckWords = {
  exact: {
    whole: 'Exacta, palabra por palabra.',
    part: 'Exacta, palabra por palabra: parte de una cita más larga.',
    cut: 'Exacta, con palabras omitidas.',
  },
  altered: 'Alterada: las palabras del artículo son otras.',
  notFound: 'No encontrada: los artículos no citan a nadie con estas palabras.',
  nearestSaysElse: 'La cita más cercana dice otra cosa.',
  sameWords: 'Las mismas palabras en',
  nobodys: 'El artículo no deja claro de quién son las palabras.',
  noWords: (quote) => `No hay palabras en «${quote}». Escribe lo que alguien habría dicho.`,
  more: (count) => `${count} más`,
  by: (name) => `Según el artículo, las palabras son de ${name}.`,
  notClearlyBy: (asked) => `El artículo no deja claro si las palabras son de «${asked}».`,
  mind: (word, place) =>
    `Atención a «${word}» en ${place === 'left-out' ? 'lo que se ha omitido' : 'el resto de la frase'}.`,
  somebodyElses: (by, asked, nearly) =>
    `De otra persona: ${these(nearly)} son de ${by ?? 'otra persona'}, no de «${asked}».`,
  perhapsSomebodyElses: (by, asked, nearly, pronoun) =>
    pronoun === null
      ? `Probablemente de otra persona: ${these(nearly)} parecen ser de ${by}, no de «${asked}», pero el artículo no lo dice expresamente.`
      : `Probablemente de otra persona: el artículo atribuye ${these(nearly)} a «${pronoun}», que parece referirse a ${by}, no a «${asked}».`,
  reportedOnly: (by, nearly) =>
    `No es una cita: el artículo recoge ${these(nearly)} sin comillas, como dichas por ${by ?? 'alguien a quien no nombra'}.`,
  partlyQuoted: (nearly) =>
    nearly
      ? 'No es una cita tal como está: el artículo tiene casi estas palabras, pero solo una parte entre comillas; las demás son suyas.'
      : 'No es una cita tal como está: solo una parte de estas palabras va entre comillas; las demás son del artículo.',
  articlesOwn: (nearly) =>
    `No es una cita: ${these(nearly)} son del propio artículo, que no cita a nadie con ellas.`,
};
