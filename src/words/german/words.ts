import { QUESTIONS } from '../questions.ts';
import { counter, dater, lister, statementCounter, withComma } from '../setting.ts';
import type { AroundWords, AskWords, HelpWords, Labels, PageWords, PassageWords, Setting } from '../words.ts';

export const quoted = (text: string): string => `„${text}“`;
export const listed = lister(' und ');
const anyOf = lister(' oder ');
export const counted = counter('de');

const MONTHS = [
  'Jan.',
  'Feb.',
  'März',
  'Apr.',
  'Mai',
  'Juni',
  'Juli',
  'Aug.',
  'Sept.',
  'Okt.',
  'Nov.',
  'Dez.',
];

export const SETTING: Setting = {
  quoted,
  listed,
  date: dater(MONTHS, (day, month, year) => `${day}. ${month} ${year}`),
  decimal: withComma,
  articles: (count) => counted(count, { other: 'Artikel' }),
  paragraphs: (count) => counted(count, { one: 'Absatz', other: 'Absätze' }),
  statements: statementCounter(
    (count) => counted(count, { one: 'Zitat', other: 'Zitate' }),
    (count) => `${count} indirekt`,
  ),
};

export const LABELS: Labels = {
  moreContext: 'Mehr Kontext',
  nextPassage: 'Nächste Stelle',
  previousPassage: 'Vorige Stelle',
  readArticle: 'Artikel lesen',
  quotesOnThis: 'Zitate dazu',
  allArticles: 'In allen Artikeln suchen',
  previous: 'Zurück',
  next: 'Weiter',
  quotesBy: (name) => `Zitate von ${name}`,
  allBy: (name) => `Alles von ${name}`,
};

export const AROUND: AroundWords = {
  strength: {
    strong: 'hohe Übereinstimmung',
    fair: 'mittlere Übereinstimmung',
    weak: 'geringe Übereinstimmung',
    nearest: 'nächstliegende Stelle, keine Antwort',
  },
  looks: { missing: 'fehlt in deiner Fassung', added: 'steht nicht im Artikel' },
  reported: 'indirekte Rede',
  readThere: 'im Artikel lesen',
  alsoIn: 'auch in:',
  andMore: (count) => `und ${count} weitere`,
  grade(grade, mention) {
    switch (grade) {
      case 'named':
        return 'namentlich';
      case 'pronoun':
        return mention === undefined ? 'über ein Pronomen' : `über ein Pronomen (${quoted(mention)})`;
      case 'inferred':
        return 'erschlossen';
      case 'unknown':
        return 'unklar, von wem';
    }
  },
};

export const ASK: AskWords = {
  noWords:
    'Die Frage enthält keine Wörter. Schreib auf Englisch, was du wissen möchtest, zum Beispiel: who said what?',
  noAnswer(reason, isPart = false) {
    switch (reason.kind) {
      case 'no-articles':
        return 'Es gibt noch keine Artikel, also auch nichts, woraus sich antworten ließe.';
      case 'names-nothing':
        return 'Die Frage nennt nichts, wonach sich suchen ließe. Nenne eine Person, einen Ort oder eine Sache.';
      case 'unknown-subject':
        return isPart
          ? `Dort steht nichts über ${anyOf(reason.words.map(quoted))}. Die Artikel sind auf Englisch: Frag auch auf Englisch.`
          : `Die Artikel sagen nichts über ${anyOf(reason.words.map(quoted))}. Sie sind auf Englisch: Frag auch auf Englisch.`;
      case 'unknown-words':
        return isPart
          ? `Dort steht es nicht. Nirgends dort kommt ${anyOf(reason.words.map(quoted))} vor. Frag am besten auf Englisch.`
          : `Die Artikel sagen es nicht. In keinem steht ${anyOf(reason.words.map(quoted))}. Frag am besten auf Englisch.`;
      case 'no-sentence':
        return isPart
          ? 'Kein Satz dort beantwortet die Frage.'
          : 'Die Wörter stehen in den Artikeln, aber kein Satz, der die Frage beantwortet.';
    }
  },
  newest: (published) => `neuester Artikel: ${SETTING.date(published)}`,
};

export const PASSAGE: PassageWords = {
  gone: 'Dieser Artikel wurde inzwischen geändert oder entfernt. Frag noch einmal, um ihn zu sehen, wie er jetzt ist.',
  numbered: (number, count) => `Stelle ${number} von ${count}`,
  notAPlace: (typed) => `Erwartet wird eine Stelle wie article#120-240, eingegeben wurde ${quoted(typed)}.`,
};

export const PAGES: PageWords = {
  numbered: (page, pages) => `Seite ${page} von ${pages}`,
  noSuch: (page, pages) =>
    pages === 1
      ? `Es gibt nur eine Seite, gefragt war nach Seite ${page}.`
      : `Es gibt die Seiten 1 bis ${pages}, gefragt war nach Seite ${page}.`,
};

export const HELP: HelpWords = {
  intro:
    'Frag mit eigenen Worten, und zwar auf Englisch wie die Artikel. Die Antwort besteht aus den Worten der Artikel, mit der Stelle, an der sie stehen. Steht in den Artikeln nichts dazu, sage ich es dir.',
  examples: 'Zum Beispiel',
  commands: 'Befehle',
  ...QUESTIONS,
};
