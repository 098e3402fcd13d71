import type { Words } from '../words.ts';

const PRIVATE = { name: 'privat', description: 'Die Antwort nur dir zeigen' };
const ONLY_IN = { name: 'artikel', description: 'Nur in diesem Artikel suchen' };
const PUBLISHER = { name: 'medium', description: 'Nur Artikel dieses Mediums' };
const SINCE = {
  name: 'ab',
  description: 'Nur Artikel ab dann: 2025, 2025-02, 16. Feb. 2025, gestern, 2 Wochen',
};
const UNTIL = {
  name: 'bis',
  description: 'Nur Artikel bis dahin: 2025, 2025-02, 16. Feb. 2025, gestern, 2 Wochen',
};

export const COMMANDS: Words['commands'] = {
  ask: {
    name: 'fragen',
    description: 'Beantwortet eine Frage mit den Worten der Artikel oder sagt, dass nichts dazu drinsteht',
    menu: 'Die Artikel fragen',
    options: {
      question: { name: 'frage', description: 'Was möchtest du wissen? (auf Englisch)' },
      article: ONLY_IN,
      publisher: PUBLISHER,
      since: SINCE,
      until: UNTIL,
      private: PRIVATE,
    },
  },
  quote: {
    name: 'zitat',
    description: 'Schlägt nach, wer was gesagt hat, Wort für Wort',
    options: {
      speaker: { name: 'person', description: 'Wer es gesagt hat' },
      about: { name: 'thema', description: 'Worum es geht (auf Englisch)' },
      article: ONLY_IN,
      publisher: PUBLISHER,
      since: SINCE,
      until: UNTIL,
      page: { name: 'seite', description: 'Welche Seite' },
      private: PRIVATE,
    },
  },
  check: {
    name: 'prüfen',
    description: 'Prüft Wort für Wort, ob ein Zitat echt ist',
    menu: 'Dieses Zitat prüfen',
    options: {
      quote: { name: 'zitat', description: 'Die Worte, die zu prüfen sind' },
      speaker: { name: 'person', description: 'Wer es gesagt haben soll' },
      private: PRIVATE,
    },
  },
  articles: {
    name: 'artikel',
    description: 'Listet die Artikel auf oder zeigt den Aufbau von einem',
    options: {
      article: { name: 'artikel', description: 'Der Artikel, dessen Aufbau gezeigt wird' },
      page: { name: 'seite', description: 'Welche Seite' },
      private: PRIVATE,
    },
  },
  why: {
    name: 'warum',
    description: 'Erklärt die letzte Antwort: welche Wörter passten und was den Ausschlag gab',
    options: { private: PRIVATE },
  },
  help: {
    name: 'hilfe',
    description: 'Was man fragen kann, mit Beispielen',
    options: { private: PRIVATE },
  },
  corpus: { name: 'korpus', description: 'Artikel aufnehmen, löschen, aktualisieren', options: {} },
  'corpus add': {
    name: 'aufnehmen',
    description: 'Nimmt eine Seite, einen Feed oder eine Datei auf; zeigt vorher, was erkannt wurde',
    options: {
      address: { name: 'adresse', description: 'Adresse einer Seite oder eines Feeds' },
      file: { name: 'datei', description: 'Statt einer Adresse: ein Artikel als Datei' },
    },
  },
  'corpus remove': {
    name: 'löschen',
    description: 'Löscht einen Artikel, nach Rückfrage',
    options: { article: { name: 'artikel', description: 'Der Artikel, der gelöscht wird' } },
  },
  'corpus refresh': {
    name: 'aktualisieren',
    description: 'Prüft, ob sich Artikel dort geändert haben, wo sie erschienen sind',
    options: { article: { name: 'artikel', description: 'Nur diesen Artikel' } },
  },
  'corpus list': {
    name: 'bestand',
    description: 'Woher die Artikel kommen und welche Dateien ausgelassen wurden',
    options: { page: { name: 'seite', description: 'Welche Seite' } },
  },
  mentions: {
    name: 'erwähnungen',
    description: 'Ob ich antworte, wenn mich auf diesem Server jemand erwähnt',
    options: {
      answered: { name: 'antworten', description: 'Ob Erwähnungen beantwortet werden' },
      channel: { name: 'kanal', description: 'Nur in diesem Kanal; ohne ihn auf dem ganzen Server' },
    },
  },
};
