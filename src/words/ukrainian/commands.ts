import type { Words } from '../words.ts';

const PRIVATE = { name: 'приватно', description: 'Показати відповідь лише вам' };
const ONLY_IN = { name: 'стаття', description: 'Шукати лише в цій статті' };
const PUBLISHER = { name: 'видання', description: 'Лише статті цього видання' };
const SINCE = {
  name: 'від',
  description: 'Лише статті відтоді: 2025, 2025-02, 16 лют. 2025, учора, 2 тижні',
};
const UNTIL = {
  name: 'до',
  description: 'Лише статті дотоді: 2025, 2025-02, 16 лют. 2025, учора, 2 тижні',
};

export const COMMANDS: Words['commands'] = {
  ask: {
    name: 'запитати',
    description: 'Відповідає на запитання словами самих статей або каже, що в них цього немає',
    menu: 'Шукати у статтях',
    options: {
      question: { name: 'запитання', description: 'Що ви хочете дізнатися? (англійською)' },
      article: ONLY_IN,
      publisher: PUBLISHER,
      since: SINCE,
      until: UNTIL,
      private: PRIVATE,
    },
  },
  quote: {
    name: 'цитата',
    description: 'Показує дослівно, хто що сказав',
    options: {
      speaker: { name: 'хто', description: 'Хто це сказав' },
      about: { name: 'тема', description: 'Про що йдеться (англійською)' },
      article: ONLY_IN,
      publisher: PUBLISHER,
      since: SINCE,
      until: UNTIL,
      page: { name: 'сторінка', description: 'Яка сторінка' },
      private: PRIVATE,
    },
  },
  check: {
    name: 'перевірити',
    description: 'Перевіряє дослівно, чи справжня цитата',
    menu: 'Перевірити цю цитату',
    options: {
      quote: { name: 'цитата', description: 'Слова, які треба перевірити' },
      speaker: { name: 'хто', description: 'Хто начебто це сказав' },
      private: PRIVATE,
    },
  },
  articles: {
    name: 'статті',
    description: 'Показує перелік статей або будову однієї з них',
    options: {
      article: { name: 'стаття', description: 'Стаття, будову якої показати' },
      page: { name: 'сторінка', description: 'Яка сторінка' },
      private: PRIVATE,
    },
  },
  why: {
    name: 'чому',
    description: 'Пояснює останню відповідь: які слова збіглися і що вирішило',
    options: { private: PRIVATE },
  },
  help: {
    name: 'довідка',
    description: 'Що можна запитати, з прикладами',
    options: { private: PRIVATE },
  },
  corpus: { name: 'корпус', description: 'Додавати, вилучати й оновлювати статті', options: {} },
  'corpus add': {
    name: 'додати',
    description: 'Додає сторінку, стрічку новин або файл; спершу показує, що вдалося розпізнати',
    options: {
      address: { name: 'адреса', description: 'Адреса сторінки або стрічки новин' },
      file: { name: 'файл', description: 'Замість адреси: стаття у файлі' },
    },
  },
  'corpus remove': {
    name: 'вилучити',
    description: 'Вилучає статтю, спершу перепитавши',
    options: { article: { name: 'стаття', description: 'Стаття, яку вилучити' } },
  },
  'corpus refresh': {
    name: 'оновити',
    description: 'Перевіряє, чи змінилися статті там, де їх опубліковано',
    options: { article: { name: 'стаття', description: 'Лише цю статтю' } },
  },
  'corpus list': {
    name: 'перелік',
    description: 'Звідки взялися статті та які файли пропущено',
    options: { page: { name: 'сторінка', description: 'Яка сторінка' } },
  },
  mentions: {
    name: 'згадки',
    description: 'Чи відповідати, коли хтось згадує мене на цьому сервері',
    options: {
      answered: { name: 'відповідати', description: 'Чи відповідати на згадки' },
      channel: { name: 'канал', description: 'Лише в цьому каналі; без нього — на всьому сервері' },
    },
  },
};
