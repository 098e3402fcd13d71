import type { CorpusWords } from '../corpus-words.ts';
import { REASONS } from './refusals.ts';
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

const PROPOSED = { added: 'neu', unchanged: 'schon da', refused: 'nicht übernommen' } as const;
const named = (headline: string, publisher: string | undefined): string =>
  publisher === undefined ? quoted(headline) : `${quoted(headline)} (${publisher})`;

export const CORPUS: CorpusWords = {
  notHere:
    'Von hier aus lassen sich die Artikel nicht ändern. Wer den Bot betreibt, legt mit CORPUS_SERVERS fest, wo das geht.',
  oneOfBoth: 'Gib entweder die Adresse einer Seite oder eines Feeds an oder eine Datei.',
  busy: 'Es werden gerade schon Artikel aufgenommen oder aktualisiert. Versuch es noch einmal, wenn das fertig ist.',
  reading: 'Wird gelesen…',
  wouldAdd: 'Neu: Diesen Artikel gibt es noch nicht.',
  isThere: 'Schon da: ein Artikel mit diesem Wortlaut oder dieser Adresse.',
  understood: 'Was erkannt wurde',
  byline: 'Autorenzeile',
  standfirst: 'Vorspann',
  noDate: 'kein Datum gefunden',
  noPublisher: 'kein Medium gefunden',
  nothing: 'Darin sind keine Artikel.',
  acceptedBefore: 'Das wurde schon aufgenommen.',
  discardedBefore: 'Das wurde abgebrochen. Um es doch aufzunehmen, gib Adresse oder Datei noch einmal an.',
  unknownProposal:
    'Dieser Vorschlag ist mehr als einen Tag alt und vergessen. Gib Adresse oder Datei noch einmal an.',
  nothingChanged: 'Abgebrochen: Es wurde nichts geändert.',
  noAddress: 'Keiner der Artikel hat eine Adresse, unter der er abgefragt werden könnte.',
  sureToRemove: 'Diesen Artikel löschen? Auch seine Datei wird gelöscht.',
  leftOut: 'Ausgelassene Dateien',
  goneButKept: 'Nicht mehr veröffentlicht; hier unverändert behalten',
  labels: {
    add: 'Aufnehmen',
    addFeed: 'Feed aufnehmen',
    update: 'Aktualisieren',
    again: 'Noch einmal versuchen',
    cancel: 'Abbrechen',
    remove: 'Löschen',
    outline: 'Aufbau',
    addAll: (count) => `Alle ${count} aufnehmen`,
    updateAll: (count) => `Alle ${count} aktualisieren`,
  },
  noAddressOf: (headline) => `${quoted(headline)} hat keine Adresse, unter der nachgefragt werden könnte.`,
  fetching: (host) => `Wird von ${host} geholt…`,
  doneOf: (done, total) => `${done} von ${total} Artikeln…`,
  changed,
  wouldUpdate: (count) => `Aktualisiert einen vorhandenen Artikel: ${changed(count)}.`,
  isThereAs: (headline, publisher) =>
    `Schon da: ${named(headline, publisher)} hat diesen Wortlaut oder diese Adresse.`,
  thereAs: (headline, publisher) => `als ${named(headline, publisher)}`,
  refused: (why) => `Nicht übernommen: ${why}`,
  reason: (code, why) => (code === undefined ? why : REASONS[code]),
  removeFirst:
    'Um den neuen Text zu übernehmen, lösche den Artikel zuerst mit /korpus löschen und nimm ihn dann noch einmal auf.',
  added: (headline) => `Aufgenommen: ${quoted(headline)}.`,
  updated: (headline, count) => `Aktualisiert: ${quoted(headline)}, ${changed(count)}.`,
  removed: (headline, file) => `Gelöscht: ${quoted(headline)}. Die Datei war ${file}.`,
  count: (fate, count) => `${count} ${FATES[fate]}`,
  proposed: (fate, count) =>
    fate === 'updated'
      ? counted(count, { one: 'Aktualisierung', other: 'Aktualisierungen' })
      : `${count} ${PROPOSED[fate]}`,
  ofFeed: ({ entries, there, left }) =>
    [
      `Der Feed hat ${counted(entries, { one: 'Eintrag', other: 'Einträge' })}`,
      ...(there === 0 ? [] : [`, davon ${there} schon da`]),
      left === 0
        ? '.'
        : `. Für das nächste Mal bleiben ${left}: Gib den Feed noch einmal an, sobald diese aufgenommen sind.`,
    ].join(''),
  onlySome: (asked, of) =>
    `${asked} von ${of} Artikeln wurden abgefragt, die am längsten nicht abgefragten zuerst. Für die anderen führe den Befehl noch einmal aus.`,
  fetched: (day) => `geholt am ${day}`,
  moreSections: (count) =>
    `und ${counted(count, { one: 'weiterer Abschnitt', other: 'weitere Abschnitte' })}`,
};
