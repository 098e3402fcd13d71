import { QUESTIONS } from '../questions.ts';
import { counter, dater, lister, statementCounter, withComma } from '../setting.ts';
import type { AroundWords, AskWords, HelpWords, Labels, PageWords, PassageWords, Setting } from '../words.ts';

export const quoted = (text: string): string => `«${text}»`;
/** "Ana e Irina", "siete u ocho". */
export const listed = lister((next) => (/^«?[ií]/i.test(next) ? ' e ' : ' y '));
const anyOf = lister((next) => (/^«?[oó]/i.test(next) ? ' u ' : ' o '));
export const counted = counter('es');

const MONTHS = ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sept', 'oct', 'nov', 'dic'];

export const SETTING: Setting = {
  quoted,
  listed,
  date: dater(MONTHS),
  decimal: withComma,
  articles: (count) => counted(count, { one: 'artículo', other: 'artículos' }),
  paragraphs: (count) => counted(count, { one: 'párrafo', other: 'párrafos' }),
  statements: statementCounter(
    (count) => counted(count, { one: 'cita', other: 'citas' }),
    (count) => counted(count, { one: 'indirecta', other: 'indirectas' }),
  ),
};

export const LABELS: Labels = {
  moreContext: 'Más contexto',
  nextPassage: 'Pasaje siguiente',
  previousPassage: 'Pasaje anterior',
  readArticle: 'Leer el artículo',
  quotesOnThis: 'Citas sobre esto',
  allArticles: 'Buscar en todos los artículos',
  previous: 'Anterior',
  next: 'Siguiente',
  quotesBy: (name) => `Citas de ${name}`,
  allBy: (name) => `Todo de ${name}`,
};

export const AROUND: AroundWords = {
  strength: {
    strong: 'coincidencia alta',
    fair: 'coincidencia media',
    weak: 'coincidencia baja',
    nearest: 'el pasaje más cercano, no una respuesta',
  },
  looks: { missing: 'falta en tu versión', added: 'no está en el artículo' },
  reported: 'estilo indirecto',
  readThere: 'leer en el artículo',
  alsoIn: 'también en:',
  andMore: (count) => `y ${count} más`,
  grade(grade, mention) {
    switch (grade) {
      case 'named':
        return 'por su nombre';
      case 'pronoun':
        return mention === undefined ? 'por un pronombre' : `por un pronombre (${quoted(mention)})`;
      case 'inferred':
        return 'por deducción';
      case 'unknown':
        return 'no se sabe de quién';
    }
  },
};

export const ASK: AskWords = {
  noWords: 'La pregunta no tiene palabras. Escribe en inglés qué quieres saber; por ejemplo: who said what?',
  noAnswer(reason, isPart = false) {
    switch (reason.kind) {
      case 'no-articles':
        return 'Todavía no hay artículos, así que no hay de dónde sacar una respuesta.';
      case 'names-nothing':
        return 'La pregunta no nombra nada que buscar. Prueba a nombrar a una persona, un lugar o una cosa.';
      case 'unknown-subject':
        return isPart
          ? `Ahí no se dice nada sobre ${anyOf(reason.words.map(quoted))}. Los artículos están en inglés: pregunta también en inglés.`
          : `Los artículos no dicen nada sobre ${anyOf(reason.words.map(quoted))}. Están en inglés: pregunta también en inglés.`;
      case 'unknown-words':
        return isPart
          ? `Ahí no se dice. No aparece ${anyOf(reason.words.map(quoted))}. Es mejor preguntar en inglés.`
          : `Los artículos no lo dicen. En ninguno aparece ${anyOf(reason.words.map(quoted))}. Es mejor preguntar en inglés.`;
      case 'no-sentence':
        return isPart
          ? 'Ahí ninguna frase responde a la pregunta.'
          : 'Los artículos contienen estas palabras, pero ninguna frase que responda a la pregunta.';
    }
  },
  newest: (published) => `artículo más reciente: ${SETTING.date(published)}`,
};

export const PASSAGE: PassageWords = {
  gone: 'Ese artículo ha cambiado o ya no está desde que se mostró esto. Vuelve a preguntar para verlo como está ahora.',
  numbered: (number, count) => `Pasaje ${number} de ${count}`,
  notAPlace: (typed) => `Se esperaba un lugar como article#120-240 y se recibió ${quoted(typed)}.`,
};

export const PAGES: PageWords = {
  numbered: (page, pages) => `Página ${page} de ${pages}`,
  noSuch: (page, pages) =>
    pages === 1
      ? `Solo hay una página y has pedido la ${page}.`
      : `Las páginas van de la 1 a la ${pages} y has pedido la ${page}.`,
};

export const HELP: HelpWords = {
  intro:
    'Pregunta con tus propias palabras, en inglés como los artículos. Te respondo con las palabras exactas de los artículos y te indico dónde están. Si los artículos no lo dicen, te aviso.',
  examples: 'Por ejemplo',
  commands: 'Comandos',
  ...QUESTIONS,
};
