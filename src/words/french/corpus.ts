import type { CorpusWords, Fate } from '../corpus-words.ts';
import { counted, quoted } from './words.ts';

const changed = (count: number): string =>
  count === 0
    ? 'titre, date ou noms modifiés'
    : counted(count, { one: 'paragraphe modifié', other: 'paragraphes modifiés' });

const FATES: Readonly<Record<Fate, readonly [one: string, other: string]>> = {
  added: ['ajouté', 'ajoutés'],
  updated: ['actualisé', 'actualisés'],
  unchanged: ['inchangé', 'inchangés'],
  gone: ['n’est plus publié', 'ne sont plus publiés'],
  refused: ['refusé', 'refusés'],
};

export const CORPUS: CorpusWords = {
  notHere:
    'Les articles ne peuvent pas être modifiés d’ici. La personne qui gère le bot indique où c’est possible avec CORPUS_SERVERS.',
  oneOfBoth: 'Donnez soit l’adresse d’une page ou d’un flux, soit un fichier.',
  busy: 'Des articles sont déjà en cours d’ajout ou d’actualisation. Réessayez quand ce sera fini.',
  reading: 'Lecture…',
  wouldAdd: 'Nouveau\u00a0: cet article n’y est pas encore.',
  isThere: 'Déjà présent\u00a0: un article avec ce texte ou cette adresse.',
  understood: 'Ce qui a été compris',
  nothing: 'Il n’y a pas d’articles dedans.',
  acceptedBefore: 'C’est déjà ajouté.',
  discardedBefore: 'Cela a été annulé. Pour l’ajouter quand même, redonnez l’adresse ou le fichier.',
  unknownProposal:
    'Cette proposition date de plus d’un jour et a été oubliée. Redonnez l’adresse ou le fichier.',
  nothingChanged: 'Annulé\u00a0: rien n’a été modifié.',
  noAddress: 'Aucun des articles n’a d’adresse où le vérifier.',
  sureToRemove: 'Retirer cet article\u00a0? Son fichier sera supprimé.',
  leftOut: 'Fichiers laissés de côté',
  goneButKept: 'Plus publiés, gardés tels quels',
  labels: {
    add: 'Ajouter',
    cancel: 'Annuler',
    remove: 'Retirer',
    outline: 'Plan',
    addAll: (count) => `Ajouter les ${count}`,
  },
  noAddressOf: (headline) => `${quoted(headline)} n’a pas d’adresse où le vérifier.`,
  fetching: (host) => `Récupération depuis ${host}…`,
  doneOf: (done, total) => `${done} sur ${total}…`,
  changed,
  wouldUpdate: (count) => `Actualise un article présent\u00a0: ${changed(count)}.`,
  refused: (why) => `Refusé\u00a0: ${why}`,
  added: (headline) => `Ajouté\u00a0: ${quoted(headline)}.`,
  updated: (headline, count) => `Actualisé\u00a0: ${quoted(headline)}, ${changed(count)}.`,
  removed: (headline, file) => `Retiré\u00a0: ${quoted(headline)}. Son fichier était ${file}.`,
  count: (fate, count) => counted(count, { one: FATES[fate][0], other: FATES[fate][1] }),
  onlySome: (asked, of) =>
    `${asked} articles sur ${of} ont été vérifiés, en commençant par ceux qui ne l’avaient pas été depuis le plus longtemps. Relancez la commande pour les autres.`,
  fetched: (day) => `récupéré le ${day}`,
  moreSections: (count) => `et ${counted(count, { one: 'autre section', other: 'autres sections' })}`,
};
