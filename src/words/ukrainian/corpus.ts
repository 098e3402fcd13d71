import type { CorpusWords } from '../corpus-words.ts';
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

export const CORPUS: CorpusWords = {
  notHere:
    'Звідси змінювати статті не можна. Де можна, визначає той, хто утримує бота, змінною CORPUS_SERVERS.',
  oneOfBoth: 'Дайте або адресу сторінки чи стрічки новин, або файл.',
  busy: 'Статті вже саме додаються або оновлюються. Спробуйте ще раз, коли це скінчиться.',
  reading: 'Читаю…',
  wouldAdd: 'Нова: такої статті ще немає.',
  isThere: 'Уже є: стаття з таким текстом або такою адресою.',
  understood: 'Що вдалося розпізнати',
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
    cancel: 'Скасувати',
    remove: 'Вилучити',
    outline: 'Будова статті',
    addAll: (count) => `Додати всі: ${count}`,
  },
  noAddressOf: (headline) => `Стаття ${quoted(headline)} не має адреси, за якою її можна перевірити.`,
  fetching: (host) => `Завантажую з ${host}…`,
  doneOf: (done, total) => `${done} з ${total}…`,
  changed,
  wouldUpdate: (count) => `Оновлює статтю, яка вже є: ${changed(count)}.`,
  refused: (why) => `Не взято: ${why}`,
  added: (headline) => `Додано: ${quoted(headline)}.`,
  updated: (headline, count) => `Оновлено: ${quoted(headline)}, ${changed(count)}.`,
  removed: (headline, file) => `Вилучено: ${quoted(headline)}. Її файл був ${file}.`,
  count: (fate, count) => `${FATES[fate]}: ${count}`,
  onlySome: (asked, of) =>
    `Перевірено статей: ${asked} з ${of}, спершу ті, які найдовше не перевірялися. Для решти виконайте команду ще раз.`,
  fetched: (day) => `завантажено ${day}`,
  moreSections: (count) => `і ще ${counted(count, { one: 'розділ', few: 'розділи', other: 'розділів' })}`,
};
