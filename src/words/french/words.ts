import { QUESTIONS } from '../questions.ts';
import { counter, dater, lister, statementCounter, withComma } from '../setting.ts';
import type { AroundWords, AskWords, HelpWords, Labels, PageWords, PassageWords, Setting } from '../words.ts';

export const quoted = (text: string): string => `«\u00a0${text}\u00a0»`;
/** "d’Ada", "de Bo", "de Yermak": the names are mostly English ones, whose h and y begin like consonants. */
export const of = (name: string): string =>
  /^[aeiouàâäéèêëîïôöùûü]/i.test(name) ? `d’${name}` : `de ${name}`;
export const listed = lister(' et ');
const anyOf = lister(' ou ');
export const counted = counter('fr');

const MONTHS = [
  'janv.',
  'févr.',
  'mars',
  'avr.',
  'mai',
  'juin',
  'juil.',
  'août',
  'sept.',
  'oct.',
  'nov.',
  'déc.',
];

export const SETTING: Setting = {
  quoted,
  listed,
  date: dater(MONTHS, (day, month, year) => `${day === 1 ? '1er' : day} ${month} ${year}`),
  decimal: withComma,
  articles: (count) => counted(count, { one: 'article', other: 'articles' }),
  paragraphs: (count) => counted(count, { one: 'paragraphe', other: 'paragraphes' }),
  statements: statementCounter(
    (count) => counted(count, { one: 'citation', other: 'citations' }),
    (count) => counted(count, { one: 'indirecte', other: 'indirectes' }),
  ),
};

export const LABELS: Labels = {
  moreContext: 'Plus de contexte',
  nextPassage: 'Passage suivant',
  previousPassage: 'Passage précédent',
  readArticle: 'Lire l’article',
  quotesOnThis: 'Citations à ce sujet',
  allArticles: 'Chercher dans tous les articles',
  previous: 'Précédent',
  next: 'Suivant',
  quotesBy: (name) => `Citations ${of(name)}`,
  allBy: (name) => `Tout ce qu’a dit ${name}`,
};

export const AROUND: AroundWords = {
  strength: {
    strong: 'correspondance forte',
    fair: 'correspondance moyenne',
    weak: 'correspondance faible',
    nearest: 'passage le plus proche, pas une réponse',
  },
  looks: { missing: 'absent de votre version', added: 'absent de l’article' },
  reported: 'discours indirect',
  readThere: 'lire dans l’article',
  alsoIn: 'aussi dans\u00a0:',
  andMore: (count) => `et ${counted(count, { one: 'autre', other: 'autres' })}`,
  grade(grade, mention) {
    switch (grade) {
      case 'named':
        return 'nommément';
      case 'pronoun':
        return mention === undefined ? 'par un pronom' : `par un pronom (${quoted(mention)})`;
      case 'inferred':
        return 'par déduction';
      case 'unknown':
        return 'on ignore de qui';
    }
  },
};

export const ASK: AskWords = {
  noWords:
    'La question ne contient aucun mot. Écrivez en anglais ce que vous aimeriez savoir, par exemple\u00a0: who said what?',
  noAnswer(reason, isPart = false) {
    switch (reason.kind) {
      case 'no-articles':
        return 'Il n’y a pas encore d’articles, donc rien d’où tirer une réponse.';
      case 'names-nothing':
        return 'La question ne nomme rien à chercher. Essayez de nommer une personne, un lieu ou une chose.';
      case 'unknown-subject':
        return isPart
          ? `Il n’y est rien dit sur ${anyOf(reason.words.map(quoted))}. Les articles sont en anglais\u00a0: posez aussi vos questions en anglais.`
          : `Les articles ne disent rien sur ${anyOf(reason.words.map(quoted))}. Ils sont en anglais\u00a0: posez aussi vos questions en anglais.`;
      case 'unknown-words':
        return isPart
          ? `Cela n’y est pas dit. On n’y trouve pas ${anyOf(reason.words.map(quoted))}. Mieux vaut poser la question en anglais.`
          : `Les articles ne le disent pas. Aucun ne contient ${anyOf(reason.words.map(quoted))}. Mieux vaut poser la question en anglais.`;
      case 'no-sentence':
        return isPart
          ? 'Aucune phrase n’y répond à la question.'
          : 'Les articles contiennent ces mots, mais aucune phrase qui réponde à la question.';
    }
  },
  newest: (published) => `article le plus récent\u00a0: ${SETTING.date(published)}`,
};

export const PASSAGE: PassageWords = {
  gone: 'Cet article a changé ou disparu depuis que ceci a été affiché. Posez de nouveau la question pour le voir tel qu’il est maintenant.',
  numbered: (number, count) => `Passage ${number} sur ${count}`,
  notAPlace: (typed) => `Il faut un endroit comme article#120-240, et non ${quoted(typed)}.`,
};

export const PAGES: PageWords = {
  numbered: (page, pages) => `Page ${page} sur ${pages}`,
  noSuch: (page, pages) =>
    pages === 1
      ? 'Il n’y a qu’une seule page.'
      : `Les pages vont de 1 à ${pages}\u00a0: il n’y a pas de page ${page}.`,
};

export const HELP: HelpWords = {
  intro:
    'Posez une question avec vos propres mots, en anglais comme les articles. La réponse, ce sont les mots des articles, avec l’endroit où ils se trouvent. Si les articles ne le disent pas, je vous le signale.',
  examples: 'Par exemple',
  commands: 'Commandes',
  ...QUESTIONS,
};
