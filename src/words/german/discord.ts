import type { DiscordWords } from '../discord-words.ts';
import { counter } from '../setting.ts';

const counted = counter('de');

export const DISCORD: DiscordWords = {
  oldButton: 'Dieser Button stammt aus einer älteren Version. Bitte frag noch einmal.',
  oldCommand: 'Dieser Befehl wurde inzwischen aktualisiert. Bitte frag in einer Minute noch einmal.',
  restarting: 'Ich starte gerade neu. Bitte frag gleich noch einmal.',
  tooLate:
    'Eine Antwort hat länger gedauert als die fünfzehn Minuten, die Discord erlaubt. Bitte gib den Befehl noch einmal ein.',
  goesOn:
    'Die Antwort geht weiter, aber mehr Nachrichten erlaubt mir Discord hier nicht. Auf einem Server, dem ich hinzugefügt wurde, kannst du sie ganz lesen.',
  dismissRefused: 'Nur wer gefragt hat oder wer moderiert, kann diese Antwort ausblenden.',
  share: 'Teilen',
  dismiss: 'Ausblenden',
  openThread: 'In einem Thread weiter',
  nothingToShow: 'Es gibt nichts zu zeigen.',
  threadName: 'Fragen an die Artikel',
  noText: 'Diese Nachricht enthält keine Wörter, nach denen ich suchen könnte.',
  mentions: {
    everywhere: 'Erwähnungen werden auf dem ganzen Server beantwortet.',
    nowhere: 'Erwähnungen werden auf diesem Server nicht beantwortet.',
    everywhereBut: (channels) =>
      `Erwähnungen werden auf dem ganzen Server beantwortet, außer in ${channels}.`,
    onlyIn: (channels) => `Erwähnungen werden nur in ${channels} beantwortet.`,
  },
  apology: (reference) =>
    `Entschuldige, bei uns ist etwas schiefgegangen; an deiner Frage lag es nicht. Das Kennzeichen dafür ist ${reference}.`,
  forbidden: (missing) =>
    missing.length === 0
      ? 'Discord lässt mich hier nicht antworten. Bitte die Moderation, zu prüfen, was ich in diesem Kanal darf.'
      : `Discord lässt mich hier nicht antworten. Bitte die Moderation, mir in diesem Kanal Folgendes zu erlauben: ${missing.join(', ')}.`,
  noThread: (missing) =>
    missing.length === 0
      ? 'Ich konnte hier keinen Thread eröffnen.'
      : `Ich konnte hier keinen Thread eröffnen. Bitte die Moderation, mir in diesem Kanal Folgendes zu erlauben: ${missing.join(', ')}.`,
  tooFast: (seconds) =>
    `Das ging schnell! Bitte warte ${counted(seconds, { one: 'Sekunde', other: 'Sekunden' })}, bevor du wieder fragst.`,
  askMe: (name) => `Erwähne mich und schreib deine Frage auf Englisch: „@${name} who said what?“`,
  mentionMe: (name) =>
    `Discord zeigt mir nur Nachrichten, die mich erwähnen. Beginne deine Frage mit @${name} oder antworte auf eine meiner Antworten.`,
  tooLong: (most) => `Diese Nachricht ist zum Nachschlagen zu lang: höchstens ${most} Zeichen.`,
};
