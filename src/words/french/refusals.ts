import type { RefusalCode } from '../../librarian.ts';

export const REASONS: Readonly<Record<RefusalCode, string>> = {
  'not-found': 'Il n’y a pas (ou plus) de page à cette adresse. Vérifiez l’adresse.',
  'not-shown':
    'Le serveur ne nous montre pas la page\u00a0: il faut une connexion ou un abonnement, ou il refuse les programmes. Si vous pouvez la lire, enregistrez-la dans votre navigateur et ajoutez le fichier.',
  'server-error': 'Le serveur a un problème en ce moment. Réessayez plus tard.',
  'timed-out': 'Le serveur n’a pas répondu à temps. Réessayez plus tard.',
  'no-such-host': 'Le nom de ce serveur est introuvable. Vérifiez l’orthographe ou réessayez plus tard.',
  inside:
    'Cette adresse n’est pas sur l’Internet public. Donnez l’adresse publique de l’article, ou ajoutez-le en fichier.',
  paywall:
    'Sans abonnement, seul le début de l’article est lisible. Enregistrez l’article entier en .md ou .txt et ajoutez le fichier.',
  'needs-script':
    'La page n’affiche son article qu’avec JavaScript. Enregistrez l’article en .md ou .txt et ajoutez le fichier.',
  'not-english': 'Le texte n’est pas en anglais\u00a0; pour l’instant, Verbatim ne lit que l’anglais.',
  'too-short': 'Le texte est trop court pour un article.',
  'unknown-format':
    'Ce format ne peut pas être lu. Enregistrez l’article en PDF ou en texte et ajoutez le fichier.',
  'no-address': 'Il faut l’adresse d’une page web, par exemple courier.example/ferry.',
  'several-addresses': 'Il faut une seule adresse. Donnez-les l’une après l’autre.',
  corrected: 'L’article a été corrigé à la main, et sa page a changé aussi.',
  'written-by-hand': 'L’article a été écrit à la main, et son texte est différent.',
  'broken-file': 'Le fichier de l’article est illisible dans son état actuel, et sa page a changé.',
  'not-rewritten': 'L’article est gardé dans un format qui n’est pas réécrit.',
  'other-article': 'Un autre article se trouve maintenant à cette adresse\u00a0; l’ancien est gardé.',
  'only-part': 'On n’y lit plus qu’une partie de l’article\u00a0; l’article entier est gardé.',
};
