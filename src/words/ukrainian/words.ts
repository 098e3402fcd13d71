import { QUESTIONS } from '../questions.ts';
import { counter, dater, lister, statementCounter, withComma } from '../setting.ts';
import type { AroundWords, AskWords, HelpWords, Labels, PageWords, PassageWords, Setting } from '../words.ts';

export const quoted = (text: string): string => `«${text}»`;
export const listed = lister(' і ');
const anyOf = lister(' чи ');
export const counted = counter('uk');

const MONTHS = [
  'січ.',
  'лют.',
  'бер.',
  'квіт.',
  'трав.',
  'черв.',
  'лип.',
  'серп.',
  'вер.',
  'жовт.',
  'лист.',
  'груд.',
];

export const SETTING: Setting = {
  quoted,
  listed,
  date: dater(MONTHS),
  decimal: withComma,
  articles: (count) => counted(count, { one: 'стаття', few: 'статті', other: 'статей' }),
  paragraphs: (count) => counted(count, { one: 'абзац', few: 'абзаци', other: 'абзаців' }),
  statements: statementCounter(
    (count) => counted(count, { one: 'цитата', few: 'цитати', other: 'цитат' }),
    (count) => `${count} у переказі`,
  ),
};

export const LABELS: Labels = {
  moreContext: 'Більше контексту',
  nextPassage: 'Наступний уривок',
  previousPassage: 'Попередній уривок',
  readArticle: 'Читати статтю',
  quotesOnThis: 'Цитати про це',
  allArticles: 'Шукати в усіх статтях',
  previous: 'Назад',
  next: 'Далі',
  quotesBy: (name) => `Цитати: ${name}`,
  allBy: (name) => `Усі цитати: ${name}`,
};

export const AROUND: AroundWords = {
  strength: {
    strong: 'висока відповідність',
    fair: 'середня відповідність',
    weak: 'низька відповідність',
    nearest: 'найближчий уривок, не відповідь',
  },
  looks: { missing: 'немає у вашому варіанті', added: 'немає у статті' },
  reported: 'непряма мова',
  readThere: 'читати у статті',
  alsoIn: 'також у:',
  andMore: (count) => `і ще ${count}`,
  grade(grade, mention) {
    switch (grade) {
      case 'named':
        return 'за іменем';
      case 'pronoun':
        return mention === undefined ? 'за займенником' : `за займенником (${quoted(mention)})`;
      case 'inferred':
        return 'за контекстом';
      case 'unknown':
        return 'невідомо, чиї слова';
    }
  },
};

export const ASK: AskWords = {
  noWords: 'У запитанні немає слів. Напишіть англійською, що ви хочете дізнатися, наприклад: who said what?',
  noAnswer(reason, isPart = false) {
    switch (reason.kind) {
      case 'no-articles':
        return 'Статей ще немає, тож відповідати немає з чого.';
      case 'names-nothing':
        return 'У запитанні не названо, що шукати. Спробуйте назвати особу, місце чи річ.';
      case 'unknown-subject':
        return isPart
          ? `Там нічого не сказано про ${anyOf(reason.words.map(quoted))}. Статті англійською, тож і запитуйте англійською.`
          : `У статтях нічого не сказано про ${anyOf(reason.words.map(quoted))}. Вони англійською, тож і запитуйте англійською.`;
      case 'unknown-words':
        return isPart
          ? `Там про це не сказано, немає ${reason.words.length === 1 ? 'слова' : 'слів'} ${anyOf(reason.words.map(quoted))}. Найкраще запитувати англійською.`
          : `У статтях про це не сказано. У жодній немає ${reason.words.length === 1 ? 'слова' : 'слів'} ${anyOf(reason.words.map(quoted))}. Найкраще запитувати англійською.`;
      case 'no-sentence':
        return isPart
          ? 'Жодне речення там не відповідає на запитання.'
          : 'У статтях є ці слова, але немає речення, яке відповідає на запитання.';
    }
  },
  newest: (published) => `найновіша стаття: ${SETTING.date(published)}`,
};

export const PASSAGE: PassageWords = {
  gone: 'Цю статтю змінено або вилучено, відколи це показано. Запитайте ще раз, щоб побачити її теперішню.',
  numbered: (number, count) => `Уривок ${number} з ${count}`,
  notAPlace: (typed) => `Потрібне місце на зразок article#120-240, а введено ${quoted(typed)}.`,
};

export const PAGES: PageWords = {
  numbered: (page, pages) => `Сторінка ${page} з ${pages}`,
  noSuch: (page, pages) =>
    pages === 1
      ? `Є лише одна сторінка, сторінки ${page} немає.`
      : `Є сторінки від 1 до ${pages}, сторінки ${page} немає.`,
};

export const HELP: HelpWords = {
  intro:
    'Запитуйте своїми словами, але англійською, як у статтях. Відповідь — це слова самих статей із місцем, де вони стоять. Якщо у статтях цього немає, я так і скажу.',
  examples: 'Наприклад',
  commands: 'Команди',
  ...QUESTIONS,
};
