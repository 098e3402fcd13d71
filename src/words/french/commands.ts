import type { Words } from '../words.ts';

const PRIVATE = { name: 'privé', description: 'Ne montrer la réponse qu’à vous' };
const ONLY_IN = { name: 'article', description: 'Ne chercher que dans cet article' };
const PUBLISHER = { name: 'média', description: 'Seulement les articles de ce média' };
const SINCE = {
  name: 'depuis',
  description: 'Seulement les articles parus depuis\u00a0: 2025, 2025-02, 16 févr. 2025, hier, 2 semaines',
};
const UNTIL = {
  name: 'jusque',
  description: 'Seulement les articles parus jusque-là\u00a0: 2025, 2025-02, 16 févr. 2025, hier, 2 semaines',
};

export const COMMANDS: Words['commands'] = {
  ask: {
    name: 'demander',
    description: 'Répond avec les mots mêmes des articles, ou signale qu’ils n’en parlent pas',
    menu: 'Interroger les articles',
    options: {
      question: { name: 'question', description: 'Qu’aimeriez-vous savoir\u00a0? (en anglais)' },
      article: ONLY_IN,
      publisher: PUBLISHER,
      since: SINCE,
      until: UNTIL,
      private: PRIVATE,
    },
  },
  quote: {
    name: 'citation',
    description: 'Cherche qui a dit quoi, mot pour mot',
    options: {
      speaker: { name: 'personne', description: 'Qui l’a dit' },
      about: { name: 'sujet', description: 'De quoi il s’agit (en anglais)' },
      article: ONLY_IN,
      publisher: PUBLISHER,
      since: SINCE,
      until: UNTIL,
      page: { name: 'page', description: 'Quelle page' },
      private: PRIVATE,
    },
  },
  check: {
    name: 'vérifier',
    description: 'Vérifie si une citation est réelle, mot pour mot',
    menu: 'Vérifier cette citation',
    options: {
      quote: { name: 'citation', description: 'Les mots à vérifier' },
      speaker: { name: 'personne', description: 'Qui est censé l’avoir dit' },
      private: PRIVATE,
    },
  },
  articles: {
    name: 'articles',
    description: 'Liste les articles ou donne le plan de l’un d’eux',
    options: {
      article: { name: 'article', description: 'L’article dont afficher le plan' },
      page: { name: 'page', description: 'Quelle page' },
      private: PRIVATE,
    },
  },
  why: {
    name: 'pourquoi',
    description: 'Explique la dernière réponse\u00a0: quels mots correspondaient et ce qui a décidé',
    options: { private: PRIVATE },
  },
  help: {
    name: 'aide',
    description: 'Ce que l’on peut demander, avec des exemples',
    options: { private: PRIVATE },
  },
  corpus: { name: 'corpus', description: 'Ajouter, supprimer et actualiser des articles', options: {} },
  'corpus add': {
    name: 'ajouter',
    description: 'Ajoute une page, un flux ou un fichier, après avoir montré ce qui en a été compris',
    options: {
      address: { name: 'adresse', description: 'Adresse d’une page ou d’un flux' },
      file: { name: 'fichier', description: 'Au lieu d’une adresse\u00a0: un article dans un fichier' },
    },
  },
  'corpus remove': {
    name: 'supprimer',
    description: 'Supprime un article, après confirmation',
    options: { article: { name: 'article', description: 'L’article à supprimer' } },
  },
  'corpus refresh': {
    name: 'actualiser',
    description: 'Vérifie si des articles ont changé là où ils sont parus',
    options: { article: { name: 'article', description: 'Cet article seulement' } },
  },
  'corpus list': {
    name: 'liste',
    description: 'D’où viennent les articles, et quels fichiers sont laissés de côté',
    options: { page: { name: 'page', description: 'Quelle page' } },
  },
  mentions: {
    name: 'mentions',
    description: 'Si je réponds quand on me mentionne sur ce serveur',
    options: {
      answered: { name: 'répondre', description: 'S’il faut répondre aux mentions' },
      channel: {
        name: 'salon',
        description: 'Seulement dans ce salon\u00a0; sans lui, sur tout le serveur',
      },
    },
  },
};
