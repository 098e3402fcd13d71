import type { RefusalCode } from '../../librarian.ts';

export const REASONS: Readonly<Record<RefusalCode, string>> = {
  'not-found': 'Unter dieser Adresse gibt es keine Seite (mehr). Prüf die Adresse.',
  'not-shown':
    'Der Server zeigt uns die Seite nicht: Sie verlangt eine Anmeldung oder ein Abo, oder sie will keine Programme. Wenn du sie lesen darfst, speichere sie im Browser und nimm die Datei auf.',
  'server-error': 'Mit dem Server stimmt gerade etwas nicht. Versuch es später noch einmal.',
  'timed-out': 'Der Server hat nicht rechtzeitig geantwortet. Versuch es später noch einmal.',
  'no-such-host':
    'Der Name dieses Servers ist nicht zu finden. Prüf die Schreibweise, oder versuch es später noch einmal.',
  inside:
    'Diese Adresse liegt nicht im öffentlichen Internet. Nimm die öffentliche Adresse des Artikels, oder nimm ihn als Datei auf.',
  paywall:
    'Ohne Abo ist nur der Anfang des Artikels zu lesen. Speichere den ganzen Artikel als .md oder .txt und nimm die Datei auf.',
  'needs-script':
    'Die Seite zeigt ihren Artikel nur mit JavaScript. Speichere den Artikel als .md oder .txt und nimm die Datei auf.',
  'not-english': 'Der Text ist nicht auf Englisch; bisher liest Verbatim nur Englisch.',
  'too-short': 'Für einen Artikel ist der Text zu kurz.',
  'unknown-format':
    'Dieses Format kann nicht gelesen werden. Speichere den Artikel als PDF oder als Text und nimm die Datei auf.',
  'no-address': 'Erwartet wird die Adresse einer Webseite, zum Beispiel courier.example/ferry.',
  'several-addresses': 'Erwartet wird eine einzige Adresse. Gib eine nach der anderen an.',
  corrected: 'Der Artikel wurde von Hand korrigiert, und auch seine Seite hat sich geändert.',
  'written-by-hand': 'Der Artikel wurde von Hand geschrieben und lautet anders.',
  'broken-file':
    'Die Datei des Artikels lässt sich so, wie sie jetzt ist, nicht lesen, und seine Seite hat sich geändert.',
  'not-rewritten': 'Der Artikel liegt in einem Format vor, das nicht überschrieben wird.',
  'other-article': 'Unter dieser Adresse steht jetzt ein anderer Artikel; der bisherige bleibt.',
  'only-part': 'Dort ist nur noch ein Teil des Artikels zu lesen; der ganze bleibt.',
};
