import type { Words } from '../words.ts';

const PRIVATE = { name: 'privado', description: 'Mostrarte la respuesta solo a ti' };
const ONLY_IN = { name: 'artículo', description: 'Buscar solo en este artículo' };
const PUBLISHER = { name: 'medio', description: 'Solo artículos de este medio' };
const SINCE = {
  name: 'desde',
  description: 'Solo artículos desde entonces: 2025, 2025-02, 16 feb 2025, ayer, 2 semanas',
};
const UNTIL = {
  name: 'hasta',
  description: 'Solo artículos hasta entonces: 2025, 2025-02, 16 feb 2025, ayer, 2 semanas',
};

export const COMMANDS: Words['commands'] = {
  ask: {
    name: 'preguntar',
    description: 'Responde con las palabras de los artículos o te avisa si no lo dicen',
    menu: 'Preguntar a los artículos',
    options: {
      question: { name: 'pregunta', description: '¿Qué quieres saber? (en inglés)' },
      article: ONLY_IN,
      publisher: PUBLISHER,
      since: SINCE,
      until: UNTIL,
      private: PRIVATE,
    },
  },
  quote: {
    name: 'cita',
    description: 'Busca quién dijo qué, palabra por palabra',
    options: {
      speaker: { name: 'persona', description: 'Quién lo dijo' },
      about: { name: 'tema', description: 'De qué trata (en inglés)' },
      article: ONLY_IN,
      publisher: PUBLISHER,
      since: SINCE,
      until: UNTIL,
      page: { name: 'página', description: 'Qué página' },
      private: PRIVATE,
    },
  },
  check: {
    name: 'verificar',
    description: 'Comprueba si una cita es real, palabra por palabra',
    menu: 'Verificar esta cita',
    options: {
      quote: { name: 'cita', description: 'Las palabras que hay que comprobar' },
      speaker: { name: 'persona', description: 'Quién lo habría dicho' },
      private: PRIVATE,
    },
  },
  articles: {
    name: 'artículos',
    description: 'Muestra la lista de artículos o el esquema de uno de ellos',
    options: {
      article: { name: 'artículo', description: 'El artículo cuyo esquema se muestra' },
      page: { name: 'página', description: 'Qué página' },
      private: PRIVATE,
    },
  },
  why: {
    name: 'por-qué',
    description: 'Explica la última respuesta: qué palabras coincidieron y qué decidió',
    options: { private: PRIVATE },
  },
  help: {
    name: 'ayuda',
    description: 'Qué se puede preguntar, con ejemplos',
    options: { private: PRIVATE },
  },
  corpus: { name: 'corpus', description: 'Añadir, quitar y actualizar artículos', options: {} },
  'corpus add': {
    name: 'añadir',
    description: 'Añade una página, una fuente (RSS) o un archivo; antes muestra lo que se ha entendido',
    options: {
      address: { name: 'dirección', description: 'Dirección de una página o de una fuente (RSS)' },
      file: { name: 'archivo', description: 'En lugar de una dirección: un artículo en un archivo' },
    },
  },
  'corpus remove': {
    name: 'quitar',
    description: 'Quita un artículo, previa confirmación',
    options: { article: { name: 'artículo', description: 'El artículo que se quita' } },
  },
  'corpus refresh': {
    name: 'actualizar',
    description: 'Comprueba si los artículos han cambiado donde se publicaron',
    options: { article: { name: 'artículo', description: 'Solo este artículo' } },
  },
  'corpus list': {
    name: 'lista',
    description: 'De dónde vienen los artículos y qué archivos se han dejado fuera',
    options: { page: { name: 'página', description: 'Qué página' } },
  },
  mentions: {
    name: 'menciones',
    description: 'Si respondo cuando alguien me menciona en este servidor',
    options: {
      answered: { name: 'responder', description: 'Si se responde a las menciones' },
      channel: { name: 'canal', description: 'Solo en este canal; sin él, en todo el servidor' },
    },
  },
};
