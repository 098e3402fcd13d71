import type { CorpusWords, Fate } from '../corpus-words.ts';
import { REASONS } from './refusals.ts';
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

const PROPOSED: Readonly<Record<Exclude<Fate, 'gone'>, readonly [one: string, other: string]>> = {
  added: ['nuevo', 'nuevos'],
  updated: ['actualización', 'actualizaciones'],
  unchanged: ['ya está', 'ya están'],
  refused: ['rechazado', 'rechazados'],
};
const named = (headline: string, publisher: string | undefined): string =>
  publisher === undefined ? quoted(headline) : `${quoted(headline)} (${publisher})`;

export const CORPUS: CorpusWords = {
  notHere:
    'Desde aquí no se pueden cambiar los artículos. Quien gestiona el bot indica dónde se puede con CORPUS_SERVERS.',
  oneOfBoth: 'Da la dirección de una página o de una fuente (RSS), o bien un archivo.',
  busy: 'Ya se están añadiendo o actualizando artículos. Inténtalo de nuevo cuando termine.',
  reading: 'Leyendo…',
  wouldAdd: 'Nuevo: este artículo todavía no está.',
  isThere: 'Ya está: un artículo con este texto o esta dirección.',
  understood: 'Lo que se ha entendido',
  byline: 'Firma',
  standfirst: 'Entradilla',
  noDate: 'no se ha encontrado la fecha',
  noPublisher: 'no se ha encontrado el medio',
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
    addFeed: 'Añadir la fuente RSS',
    update: 'Actualizar',
    again: 'Reintentar',
    cancel: 'Cancelar',
    remove: 'Quitar',
    outline: 'Esquema',
    addAll: (count) => `Añadir los ${count}`,
    updateAll: (count) => `Actualizar los ${count}`,
  },
  noAddressOf: (headline) => `${quoted(headline)} no tiene una dirección donde consultarlo.`,
  fetching: (host) => `Descargando de ${host}…`,
  doneOf: (done, total) => `${done} de ${counted(total, { one: 'artículo', other: 'artículos' })}…`,
  changed,
  wouldUpdate: (count) => `Actualiza un artículo que ya está: ${changed(count)}.`,
  isThereAs: (headline, publisher) =>
    `Ya está: ${named(headline, publisher)} tiene este texto o esta dirección.`,
  thereAs: (headline, publisher) => `como ${named(headline, publisher)}`,
  refused: (why) => `Rechazado: ${why}`,
  reason: (code, why) => (code === undefined ? why : REASONS[code]),
  removeFirst:
    'Para tomar el texto nuevo, borra antes el artículo con /corpus quitar y después vuelve a añadirlo.',
  added: (headline) => `Añadido: ${quoted(headline)}.`,
  updated: (headline, count) => `Actualizado: ${quoted(headline)}, ${changed(count)}.`,
  removed: (headline, file) => `Quitado: ${quoted(headline)}. Su archivo era ${file}.`,
  count: (fate, count) => counted(count, { one: FATES[fate][0], other: FATES[fate][1] }),
  proposed: (fate, count) => counted(count, { one: PROPOSED[fate][0], other: PROPOSED[fate][1] }),
  ofFeed: ({ entries, there, left }) =>
    [
      `La fuente tiene ${counted(entries, { one: 'entrada', other: 'entradas' })}`,
      ...(there === 0 ? [] : [`, de las que ${there} ya están`]),
      left === 0
        ? '.'
        : `. Quedan ${left} para la próxima vez: vuelve a dar la fuente cuando estas se hayan añadido.`,
    ].join(''),
  onlySome: (asked, of) =>
    `Se han consultado ${asked} de ${of} artículos, primero los que llevaban más tiempo sin consultar. Repite el comando para los demás.`,
  fetched: (day) => `descargado el ${day}`,
  moreSections: (count) => `y ${counted(count, { one: 'sección más', other: 'secciones más' })}`,
};
