import type { CorpusWords } from '../corpus-words.ts';
import { counted, quoted } from './words.ts';

const paragraphs = (count: number): string => counted(count, { one: 'Absatz', other: 'Absätze' });
const changed = (count: number): string =>
  count === 0 ? 'Titel, Datum oder Namen geändert' : `${paragraphs(count)} geändert`;

const FATES = {
  added: 'aufgenommen',
  updated: 'aktualisiert',
  unchanged: 'unverändert',
  gone: 'nicht mehr veröffentlicht',
  refused: 'nicht übernommen',
} as const;

export const CORPUS: CorpusWords = {
  notHere:
    'Von hier aus lassen sich die Artikel nicht ändern. Wer den Bot betreibt, legt mit CORPUS_SERVERS fest, wo das geht.',
  oneOfBoth: 'Gib entweder die Adresse einer Seite oder eines Feeds an oder eine Datei.',
  busy: 'Es werden gerade schon Artikel aufgenommen oder aktualisiert. Versuch es noch einmal, wenn das fertig ist.',
  reading: 'Wird gelesen…',
  wouldAdd: 'Neu: Diesen Artikel gibt es noch nicht.',
  isThere: 'Schon da: ein Artikel mit diesem Wortlaut oder dieser Adresse.',
  understood: 'Was erkannt wurde',
  nothing: 'Darin sind keine Artikel.',
  acceptedBefore: 'Das wurde schon aufgenommen.',
  discardedBefore: 'Das wurde abgebrochen. Um es doch aufzunehmen, gib Adresse oder Datei noch einmal an.',
  unknownProposal:
    'Dieser Vorschlag ist mehr als einen Tag alt und vergessen. Gib Adresse oder Datei noch einmal an.',
  nothingChanged: 'Abgebrochen: Es wurde nichts geändert.',
  noAddress: 'Keiner der Artikel hat eine Adresse, unter der er abgefragt werden könnte.',
  sureToRemove: 'Diesen Artikel entfernen? Seine Datei wird gelöscht.',
  leftOut: 'Dateien, die fehlen',
  goneButKept: 'Nicht mehr veröffentlicht; hier unverändert behalten',
  labels: {
    add: 'Aufnehmen',
    cancel: 'Abbrechen',
    remove: 'Entfernen',
    outline: 'Aufbau',
    addAll: (count) => `Alle ${count} aufnehmen`,
  },
  noAddressOf: (headline) => `${quoted(headline)} hat keine Adresse, unter der nachgefragt werden könnte.`,
  fetching: (host) => `Wird von ${host} geholt…`,
  doneOf: (done, total) => `${done} von ${total}…`,
  changed,
  wouldUpdate: (count) => `Aktualisiert einen vorhandenen Artikel: ${changed(count)}.`,
  refused: (why) => `Nicht übernommen: ${why}`,
  added: (headline) => `Aufgenommen: ${quoted(headline)}.`,
  updated: (headline, count) => `Aktualisiert: ${quoted(headline)}, ${changed(count)}.`,
  removed: (headline, file) => `Entfernt: ${quoted(headline)}. Die Datei war ${file}.`,
  count: (fate, count) => `${count} ${FATES[fate]}`,
  onlySome: (asked, of) =>
    `${asked} von ${of} Artikeln wurden abgefragt, die am längsten nicht abgefragten zuerst. Für die anderen führe den Befehl noch einmal aus.`,
  fetched: (day) => `geholt am ${day}`,
  moreSections: (count) =>
    `und ${counted(count, { one: 'weiterer Abschnitt', other: 'weitere Abschnitte' })}`,
};
