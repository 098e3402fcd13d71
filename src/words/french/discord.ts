import type { DiscordWords } from '../discord-words.ts';
import { counter } from '../setting.ts';

const counted = counter('fr');

export const DISCORD: DiscordWords = {
  oldButton: 'Ce bouton vient d’une version plus ancienne. Veuillez reposer la question.',
  oldCommand: 'Cette commande a été mise à jour. Veuillez reposer la question dans une minute.',
  restarting: 'Je redémarre. Veuillez reposer la question dans un instant.',
  tooLate:
    'Une réponse a pris plus que les quinze minutes permises par Discord. Veuillez relancer la commande.',
  goesOn:
    'La réponse continue, mais Discord ne me permet plus de messages ici. Sur un serveur où l’on m’a ajouté, vous pouvez la lire en entier.',
  dismissRefused: 'Seule la personne qui a posé la question, ou la modération, peut masquer cette réponse.',
  share: 'Partager',
  dismiss: 'Masquer',
  openThread: 'Continuer dans un fil',
  nothingToShow: 'Il n’y a rien à afficher.',
  threadName: 'Questions aux articles',
  noText: 'Ce message ne contient aucun mot que je puisse chercher.',
  mentions: {
    everywhere: 'Je réponds aux mentions sur tout le serveur.',
    nowhere: 'Je ne réponds pas aux mentions sur ce serveur.',
    everywhereBut: (channels) => `Je réponds aux mentions sur tout le serveur, sauf dans ${channels}.`,
    onlyIn: (channels) => `Je réponds aux mentions seulement dans ${channels}.`,
  },
  apology: (reference) =>
    `Désolé, une erreur s’est produite de notre côté\u00a0; votre question n’y est pour rien. La référence est ${reference}.`,
  forbidden: (missing) =>
    missing.length === 0
      ? 'Discord ne me laisse pas répondre ici. Demandez à la modération de vérifier ce qui m’est permis dans ce salon.'
      : `Discord ne me laisse pas répondre ici. Demandez à la modération de me permettre dans ce salon\u00a0: ${missing.join(', ')}.`,
  noThread: (missing) =>
    missing.length === 0
      ? 'Je n’ai pas pu ouvrir de fil ici.'
      : `Je n’ai pas pu ouvrir de fil ici. Demandez à la modération de me permettre dans ce salon\u00a0: ${missing.join(', ')}.`,
  tooFast: (seconds) =>
    `C’était rapide\u00a0! Veuillez attendre ${counted(seconds, { one: 'seconde', other: 'secondes' })} avant de reposer une question.`,
  askMe: (name) =>
    `Mentionnez-moi et écrivez votre question en anglais\u00a0: «\u00a0@${name} who said what?\u00a0»`,
  mentionMe: (name) =>
    `Discord ne me montre que les messages qui me mentionnent. Commencez votre question par @${name}, ou répondez à l’une de mes réponses.`,
  tooLong: (most) => `Ce message est trop long pour être cherché\u00a0: ${most} caractères au plus.`,
};
