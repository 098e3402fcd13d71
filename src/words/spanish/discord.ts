import type { DiscordWords } from '../discord-words.ts';
import { counter } from '../setting.ts';

const counted = counter('es');

export const DISCORD: DiscordWords = {
  oldButton: 'Este botón es de una versión anterior. Vuelve a preguntar, por favor.',
  oldCommand: 'Este comando se ha actualizado. Vuelve a preguntar dentro de un minuto, por favor.',
  restarting: 'Me estoy reiniciando. Vuelve a preguntar en un momento, por favor.',
  tooLate:
    'Una respuesta tardó más de los quince minutos que permite Discord. Vuelve a usar el comando, por favor.',
  goesOn:
    'La respuesta sigue, pero Discord no me permite más mensajes aquí. En un servidor al que me hayan añadido puedes leerla entera.',
  dismissRefused: 'Solo quien preguntó, o alguien que modere, puede descartar esta respuesta.',
  share: 'Compartir',
  dismiss: 'Descartar',
  openThread: 'Seguir en un hilo',
  nothingToShow: 'No hay nada que mostrar.',
  threadName: 'Preguntas a los artículos',
  noText: 'Ese mensaje no tiene palabras que yo pueda buscar.',
  mentions: {
    everywhere: 'Se responde a las menciones en todo el servidor.',
    nowhere: 'No se responde a las menciones en este servidor.',
    everywhereBut: (channels) => `Se responde a las menciones en todo el servidor, excepto en ${channels}.`,
    onlyIn: (channels) => `Se responde a las menciones solo en ${channels}.`,
  },
  apology: (reference) =>
    `Lo siento, algo ha fallado por nuestra parte; no es culpa de tu pregunta. La referencia es ${reference}.`,
  forbidden: (missing) =>
    missing.length === 0
      ? 'Discord no me deja responder aquí. Pide a quien modere que revise qué se me permite en este canal.'
      : `Discord no me deja responder aquí. Pide a quien modere que me permita en este canal: ${missing.join(', ')}.`,
  noThread: (missing) =>
    missing.length === 0
      ? 'No he podido abrir un hilo aquí.'
      : `No he podido abrir un hilo aquí. Pide a quien modere que me permita en este canal: ${missing.join(', ')}.`,
  tooFast: (seconds) =>
    `¡Qué rapidez! Espera ${counted(seconds, { one: 'segundo', other: 'segundos' })} antes de volver a preguntar, por favor.`,
  askMe: (name) => `Mencióname y escribe tu pregunta en inglés: «@${name} who said what?»`,
  mentionMe: (name) =>
    `Discord solo me muestra los mensajes que me mencionan. Empieza tu pregunta con @${name} o responde a una respuesta mía.`,
  tooLong: (most) => `Ese mensaje es demasiado largo para buscarlo: como máximo, ${most} caracteres.`,
};
