import type { CorpusWords, Fate } from '../corpus-words.ts';
import { REASONS } from './refusals.ts';
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

const PROPOSED: Readonly<Record<Exclude<Fate, 'gone'>, readonly [one: string, other: string]>> = {
  added: ['nouveau', 'nouveaux'],
  updated: ['mise à jour', 'mises à jour'],
  unchanged: ['déjà présent', 'déjà présents'],
  refused: ['refusé', 'refusés'],
};
const named = (headline: string, publisher: string | undefined): string =>
  publisher === undefined ? quoted(headline) : `${quoted(headline)} (${publisher})`;

export const CORPUS: CorpusWords = {
  notHere:
    'Les articles ne peuvent pas être modifiés d’ici. La personne qui gère le bot indique où c’est possible avec CORPUS_SERVERS.',
  oneOfBoth: 'Donnez soit l’adresse d’une page ou d’un flux, soit un fichier.',
  busy: 'Des articles sont déjà en cours d’ajout ou d’actualisation. Réessayez quand ce sera fini.',
  reading: 'Lecture…',
  wouldAdd: 'Nouveau\u00a0: cet article n’y est pas encore.',
  isThere: 'Déjà présent\u00a0: un article avec ce texte ou cette adresse.',
  understood: 'Ce qui a été compris',
  byline: 'Signature',
  standfirst: 'Chapeau',
  noDate: 'aucune date trouvée',
  noPublisher: 'aucun média trouvé',
  nothing: 'Il n’y a pas d’articles dedans.',
  acceptedBefore: 'C’est déjà ajouté.',
  discardedBefore: 'Cela a été annulé. Pour l’ajouter quand même, redonnez l’adresse ou le fichier.',
  unknownProposal:
    'Cette proposition date de plus d’un jour et a été oubliée. Redonnez l’adresse ou le fichier.',
  nothingChanged: 'Annulé\u00a0: rien n’a été modifié.',
  noAddress: 'Aucun des articles n’a d’adresse où le vérifier.',
  sureToRemove: 'Supprimer cet article\u00a0? Son fichier le sera aussi.',
  leftOut: 'Fichiers laissés de côté',
  goneButKept: 'Plus publiés, gardés tels quels',
  labels: {
    add: 'Ajouter',
    addFeed: 'Ajouter le flux',
    update: 'Actualiser',
    again: 'Réessayer',
    cancel: 'Annuler',
    remove: 'Supprimer',
    outline: 'Plan',
    addAll: (count) => `Ajouter les ${count}`,
    updateAll: (count) => `Actualiser les ${count}`,
  },
  noAddressOf: (headline) => `${quoted(headline)} n’a pas d’adresse où le vérifier.`,
  fetching: (host) => `Récupération depuis ${host}…`,
  doneOf: (done, total) => `${done} sur ${counted(total, { one: 'article', other: 'articles' })}…`,
  changed,
  wouldUpdate: (count) => `Actualise un article présent\u00a0: ${changed(count)}.`,
  isThereAs: (headline, publisher) =>
    `Déjà présent\u00a0: ${named(headline, publisher)} a ce texte ou cette adresse.`,
  thereAs: (headline, publisher) => `sous le titre ${named(headline, publisher)}`,
  refused: (why) => `Refusé\u00a0: ${why}`,
  reason: (code, why) => (code === undefined ? why : REASONS[code]),
  removeFirst:
    'Pour prendre le nouveau texte, supprimez d’abord l’article avec /corpus supprimer, puis ajoutez-le de nouveau.',
  added: (headline) => `Ajouté\u00a0: ${quoted(headline)}.`,
  updated: (headline, count) => `Actualisé\u00a0: ${quoted(headline)}, ${changed(count)}.`,
  removed: (headline, file) => `Supprimé\u00a0: ${quoted(headline)}. Son fichier était ${file}.`,
  count: (fate, count) => counted(count, { one: FATES[fate][0], other: FATES[fate][1] }),
  proposed: (fate, count) => counted(count, { one: PROPOSED[fate][0], other: PROPOSED[fate][1] }),
  ofFeed: ({ entries, there, left }) =>
    [
      `Le flux compte ${counted(entries, { one: 'entrée', other: 'entrées' })}`,
      ...(there === 0 ? [] : [`, dont ${counted(there, { one: 'déjà présente', other: 'déjà présentes' })}`]),
      left === 0
        ? '.'
        : `. Il en reste ${left} pour la prochaine fois\u00a0: redonnez le flux quand celles-ci seront ajoutées.`,
    ].join(''),
  onlySome: (asked, of) =>
    `${asked} articles sur ${of} ont été vérifiés, en commençant par ceux qui ne l’avaient pas été depuis le plus longtemps. Relancez la commande pour les autres.`,
  fetched: (day) => `récupéré le ${day}`,
  moreSections: (count) => `et ${counted(count, { one: 'autre section', other: 'autres sections' })}`,
};
