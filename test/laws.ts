import { type Import, importsOf, type SourceFile } from './imports.ts';

/*
 * The laws of the house, as tables. Data flows one way and imports point against it:
 *
 *   news ← search ← answer, check ← newsroom ← command ← commands ← discord | terminal ← main
 */

type Room =
  | 'news'
  | 'search'
  | 'answer'
  | 'check'
  | 'newsroom'
  | 'command'
  | 'commands'
  | 'fetching'
  | 'intake'
  | 'opening'
  | 'desk'
  | 'operating'
  | 'discord'
  | 'terminal'
  | 'main';

const ROOMS: readonly (readonly [Room, RegExp])[] = [
  ['news', /^src\/news\//],
  ['search', /^src\/search\//],
  ['answer', /^src\/answer\//],
  ['check', /^src\/check\//],
  ['newsroom', /^src\/(?:people\/.+|newsroom\/.+|newsroom|speakers|suggestions|beginnings|article-key)\.ts$/],
  ['command', /^src\/(?:command|librarian|reply|news-desk|comparison|emphasis|wording|words\/.+)\.ts$/],
  ['commands', /^commands\//],
  ['fetching', /^src\/fetching\//],
  ['intake', /^src\/intake\//],
  ['opening', /^src\/(?:corpus\/.+|corpus|open|shipped|snapshot|vectors)\.ts$/],
  ['desk', /^src\/desk\//],
  ['operating', /^src\/(?:(?:environment|log|http-server|metrics|observation)\.ts$|environment\/|http\/)/],
  ['discord', /^src\/discord\//],
  ['terminal', /^src\/terminal\//],
  ['main', /^src\/main(?:\.ts$|\/)/],
];

const NEIGHBOURS: Readonly<Record<Room, readonly Room[]>> = {
  news: [],
  search: ['news'],
  answer: ['news', 'search'],
  check: ['news', 'search'],
  newsroom: ['news', 'search', 'answer', 'check'],
  command: ['news', 'answer', 'check', 'newsroom'],
  commands: ['news', 'answer', 'check', 'newsroom', 'command'],
  fetching: [],
  intake: ['news', 'fetching', 'command'],
  opening: ['news', 'search', 'answer', 'newsroom', 'command', 'intake'],
  desk: ['news', 'newsroom', 'command', 'commands', 'intake', 'opening'],
  operating: ['command'],
  discord: ['news', 'newsroom', 'command', 'commands', 'operating'],
  terminal: ['news', 'intake', 'answer', 'check', 'newsroom', 'command', 'commands', 'operating'],
  main: ['newsroom', 'command', 'commands', 'intake', 'opening', 'desk', 'operating', 'discord', 'terminal'],
};

/** What of Node a room may use. Faces may use anything that is not another room's business. */
const NODE: Readonly<Record<Room, RegExp>> = {
  news: /^node:module$/,
  search: /^node:module$/,
  answer: /^node:module$/,
  check: /^$/,
  newsroom: /^node:crypto$/,
  command: /^$/,
  commands: /^$/,
  fetching: /^node:(?:dns\/promises|net|timers\/promises|util|zlib)$/,
  intake: /^node:(?:crypto|fs|fs\/promises|path|url|module|worker_threads)$/,
  opening: /^node:(?:crypto|fs|fs\/promises|path|module|v8)$/,
  desk: /^node:(?:module|path|worker_threads)$/,
  operating: /^node:(?:path|process)$/,
  discord: /^node:(?!fs|readline|child_process|net|http|https|tls|dgram)/,
  terminal: /^node:(?!child_process|net|http|https|tls|dgram|worker_threads)/,
  main: /^node:(?:fs|process|url|path)$/,
};

/** What of Node a file may use beyond its room. */
const NODE_BEYOND: readonly (readonly [file: RegExp, node: RegExp])[] = [
  [/^src\/http(?:-server\.ts|\/)/, /^node:(?:http|net|stream)$/],
  [/^src\/discord\/server-settings\.ts$/, /^node:fs\/promises$/],
];

/** The one importer of each package; `#…` are files of our own that are not code. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
  'discord.js': /^src\/discord\//,
  undici: /^src\/(?:discord\/wire|fetching\/requests)\.ts$/,
  'ipaddr.js': /^src\/fetching\/addresses\.ts$/,
  'robots-parser': /^src\/fetching\/robots\.ts$/,
  '@mozilla/readability': /^src\/news\/parse\/html\//,
  linkedom: /^src\/news\/parse\/html\//,
  unpdf: /^src\/news\/parse\/pdf/,
  feedsmith: /^src\/news\/parse\/feed/,
  minisearch: /^src\/search\/minisearch\.ts$/,
  natural: /^src\/search\/terms\.ts$/,
  dotenv: /^src\/environment\.ts$/,
  pino: /^src\/log\.ts$/,
  'prom-client': /^src\/metrics\.ts$/,
  tldts: /^src\/news\/site\.ts$/,
  'js-yaml': /^src\/news\/(?:parse\/yaml|write\/markdown)\.ts$/,
  mdast: /^src\/news\/(?:parse|write)\/markdown\.ts$/,
  'mdast-util-from-markdown': /^src\/news\/parse\/markdown\.ts$/,
  'mdast-util-to-markdown': /^src\/news\/write\/markdown\.ts$/,
  'mdast-util-to-string': /^src\/news\/parse\/markdown\.ts$/,
  '#weights': /^src\/answer\//,
  '#quotation-weights': /^src\/news\/quotations\/models\.ts$/,
  '#reporting-verbs': /^src\/news\/quotations\/verbs\.ts$/,
  '#frequencies': /^src\/search\//,
  '#vectors': /^src\/vectors\.ts$/,
  '#desk-thread': /^src\/desk\/host\.ts$/,
  '#reading-worker': /^src\/intake\/reading\.ts$/,
  '#package': /^src\/shipped\.ts$/,
};

/** What main.ts needs before it knows which face is wanted. */
const READ_BEFORE_A_FACE = /^src\/terminal\/(?:arguments|printable)\.ts$/;

export const roomOf = (path: string): Room | undefined => ROOMS.find(([, files]) => files.test(path))?.[0];

/** Each broken law in a sentence: the file, what it imports, which law. */
export const violations = (files: readonly SourceFile[]): readonly string[] =>
  files.flatMap((file) => {
    if (roomOf(file.path) === undefined)
      return [`${file.path} is in no room: give it one in test/laws.ts and in the architecture.`];
    return [...importsOf(file).flatMap(brokenBy), ...touchedBy(file)];
  });

function brokenBy(one: Import): readonly string[] {
  const room = roomOf(one.file)!;
  const broken = (law: string): readonly string[] => [`${one.file} imports "${one.specifier}": ${law}.`];
  if (one.kind === 'node')
    return NODE[room].test(one.target) || beyond(one) ? [] : broken(`${room} may not use this part of Node`);
  if (one.kind === 'package') {
    const home = PACKAGES[one.target];
    if (home === undefined) return broken('a package or path without a home in test/laws.ts');
    return home.test(one.file) ? [] : broken(`only ${home.source.replaceAll('\\', '')} may import it`);
  }
  const other = roomOf(one.target);
  if (other === undefined) return broken('it leads out of src/ and commands/');
  if (other !== room && !NEIGHBOURS[room].includes(other))
    return broken(`${room} may import ${NEIGHBOURS[room].join(', ') || 'no other room'}, not ${other}`);
  const face = other === 'discord' || other === 'terminal';
  if (room === 'main' && face && /static|required/.test(one.how) && !READ_BEFORE_A_FACE.test(one.target))
    return broken('main loads a face only when it is wanted, by import()');
  return [];
}

const beyond = ({ file, target }: Import): boolean =>
  NODE_BEYOND.some(([files, node]) => files.test(file) && node.test(target));

/** Reached without an import. */
function touchedBy({ path, source }: SourceFile): readonly string[] {
  const room = roomOf(path)!;
  const pure =
    room === 'news' || room === 'search' || room === 'answer' || room === 'check' || room === 'commands';
  return [
    ...(/\bprocess\s*\.\s*env\b/.test(source) && path !== 'src/environment.ts'
      ? [`${path} reads process.env: only src/environment.ts may.`]
      : []),
    ...(pure && /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bfetch\(/.test(source)
      ? [`${path} uses the clock, chance or the network: ${room} may not.`]
      : []),
  ];
}
