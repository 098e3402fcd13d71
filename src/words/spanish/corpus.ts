import type { CorpusWords, Fate } from '../corpus-words.ts';
import { counted, quoted } from './words.ts';

const changed = (count: number): string =>
  count === 0
    ? 'titular, fecha o nombres cambiados'
    : counted(count, { one: 'párrafo cambiado', other: 'párrafos cambiados' });

const FATES: Readonly<Record<Fate, readonly [one: string, other: string]>> = {
  added: ['añadido', 'añadidos'],
  updated: ['actualizado', 'actualizados'],
  unchanged: ['sin cambios', 'sin cambios'],
  gone: ['ya no publicado', 'ya no publicados'],
  refused: ['rechazado', 'rechazados'],
};

export const CORPUS: CorpusWords = {
  notHere:
    'Desde aquí no se pueden cambiar los artículos. Quien gestiona el bot indica dónde se puede con CORPUS_SERVERS.',
  oneOfBoth: 'Da la dirección de una página o de un canal, o bien un archivo.',
  busy: 'Ya se están añadiendo o actualizando artículos. Inténtalo de nuevo cuando termine.',
  reading: 'Leyendo…',
  wouldAdd: 'Nuevo: este artículo todavía no está.',
  isThere: 'Ya está: un artículo con este texto o esta dirección.',
  understood: 'Lo que se ha entendido',
  nothing: 'No contiene artículos.',
  acceptedBefore: 'Eso ya se ha añadido.',
  discardedBefore: 'Eso se canceló. Para añadirlo de todos modos, da otra vez la dirección o el archivo.',
  unknownProposal:
    'Esa propuesta tiene más de un día y se ha olvidado. Da otra vez la dirección o el archivo.',
  nothingChanged: 'Cancelado: no se ha cambiado nada.',
  noAddress: 'Ninguno de los artículos tiene una dirección donde consultarlo.',
  sureToRemove: '¿Quitar este artículo? Se borrará su archivo.',
  leftOut: 'Archivos que se han dejado fuera',
  goneButKept: 'Ya no publicados; se conservan como estaban',
  labels: {
    add: 'Añadir',
    cancel: 'Cancelar',
    remove: 'Quitar',
    outline: 'Esquema',
    addAll: (count) => `Añadir los ${count}`,
  },
  noAddressOf: (headline) => `${quoted(headline)} no tiene una dirección donde consultarlo.`,
  fetching: (host) => `Descargando de ${host}…`,
  doneOf: (done, total) => `${done} de ${total}…`,
  changed,
  wouldUpdate: (count) => `Actualiza un artículo que ya está: ${changed(count)}.`,
  refused: (why) => `Rechazado: ${why}`,
  added: (headline) => `Añadido: ${quoted(headline)}.`,
  updated: (headline, count) => `Actualizado: ${quoted(headline)}, ${changed(count)}.`,
  removed: (headline, file) => `Quitado: ${quoted(headline)}. Su archivo era ${file}.`,
  count: (fate, count) => counted(count, { one: FATES[fate][0], other: FATES[fate][1] }),
  onlySome: (asked, of) =>
    `Se han consultado ${asked} de ${of} artículos, primero los que llevaban más tiempo sin consultar. Repite el comando para los demás.`,
  fetched: (day) => `descargado el ${day}`,
  moreSections: (count) => `y ${counted(count, { one: 'sección más', other: 'secciones más' })}`,
};
