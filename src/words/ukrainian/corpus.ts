import type { CorpusWords } from '../corpus-words.ts';
import { REASONS } from './refusals.ts';
import { counted, quoted } from './words.ts';

const paragraphs = (count: number): string =>
  counted(count, { one: 'абзац', few: 'абзаци', other: 'абзаців' });
const changed = (count: number): string =>
  count === 0 ? 'змінено заголовок, дату чи імена' : `змінено ${paragraphs(count)}`;

const FATES = {
  added: 'Додано',
  updated: 'Оновлено',
  unchanged: 'Без змін',
  gone: 'Більше не опубліковано',
  refused: 'Не взято',
} as const;

const PROPOSED = { added: 'Нових', updated: 'Оновлень', unchanged: 'Уже є', refused: 'Не взято' } as const;
const named = (headline: string, publisher: string | undefined): string =>
  publisher === undefined ? quoted(headline) : `${quoted(headline)} (${publisher})`;

export const CORPUS: CorpusWords = {
  notHere:
    'Звідси змінювати статті не можна. Де можна, визначає той, хто утримує бота, змінною CORPUS_SERVERS.',
  oneOfBoth: 'Дайте або адресу сторінки чи стрічки новин, або файл.',
  busy: 'Статті вже саме додаються або оновлюються. Спробуйте ще раз, коли це скінчиться.',
  reading: 'Читаю…',
  wouldAdd: 'Нова: такої статті ще немає.',
  isThere: 'Уже є: стаття з таким текстом або такою адресою.',
  understood: 'Що вдалося розпізнати',
  byline: 'Автор',
  standfirst: 'Підзаголовок',
  noDate: 'дату не знайдено',
  noPublisher: 'видання не знайдено',
  nothing: 'Статей там немає.',
  acceptedBefore: 'Це вже додано.',
  discardedBefore: 'Це було скасовано. Щоб усе ж додати, дайте адресу або файл ще раз.',
  unknownProposal: 'Цю пропозицію зроблено понад добу тому, її забуто. Дайте адресу або файл ще раз.',
  nothingChanged: 'Скасовано: нічого не змінено.',
  noAddress: 'У жодної зі статей немає адреси, за якою її можна перевірити.',
  sureToRemove: 'Вилучити цю статтю? Її файл буде видалено.',
  leftOut: 'Файли, які пропущено',
  goneButKept: 'Більше не опубліковано; збережено, як було',
  labels: {
    add: 'Додати',
    addFeed: 'Додати стрічку новин',
    update: 'Оновити',
    again: 'Спробувати ще раз',
    cancel: 'Скасувати',
    remove: 'Вилучити',
    outline: 'Будова статті',
    addAll: (count) => `Додати всі: ${count}`,
    updateAll: (count) => `Оновити всі: ${count}`,
  },
  noAddressOf: (headline) => `Стаття ${quoted(headline)} не має адреси, за якою її можна перевірити.`,
  fetching: (host) => `Завантажую з ${host}…`,
  doneOf: (done, total) => `${done} з ${counted(total, { one: 'статті', other: 'статей' })}…`,
  changed,
  wouldUpdate: (count) => `Оновлює статтю, яка вже є: ${changed(count)}.`,
  isThereAs: (headline, publisher) =>
    `Уже є: стаття ${named(headline, publisher)} має такий текст або таку адресу.`,
  thereAs: (headline, publisher) => `як ${named(headline, publisher)}`,
  refused: (why) => `Не взято: ${why}`,
  reason: (code, why) => (code === undefined ? why : REASONS[code]),
  removeFirst:
    'Щоб узяти новий текст, спершу вилучіть статтю командою /корпус вилучити, а тоді додайте її ще раз.',
  added: (headline) => `Додано: ${quoted(headline)}.`,
  updated: (headline, count) => `Оновлено: ${quoted(headline)}, ${changed(count)}.`,
  removed: (headline, file) => `Вилучено: ${quoted(headline)}. Її файл був ${file}.`,
  count: (fate, count) => `${FATES[fate]}: ${count}`,
  proposed: (fate, count) => `${PROPOSED[fate]}: ${count}`,
  ofFeed: ({ entries, there, left }) =>
    [
      `У стрічці ${counted(entries, { one: 'запис', few: 'записи', other: 'записів' })}`,
      ...(there === 0 ? [] : [`, з них уже є ${there}`]),
      left === 0 ? '.' : `. Ще ${left} лишається на наступний раз: дайте стрічку знову, коли ці буде додано.`,
    ].join(''),
  onlySome: (asked, of) =>
    `Перевірено статей: ${asked} з ${of}, спершу ті, які найдовше не перевірялися. Для решти виконайте команду ще раз.`,
  fetched: (day) => `завантажено ${day}`,
  moreSections: (count) => `і ще ${counted(count, { one: 'розділ', few: 'розділи', other: 'розділів' })}`,
};
