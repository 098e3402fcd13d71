import { parseArgs } from 'node:util';
import { UserError } from '../command.ts';
import { nearest } from './nearest.ts';

/** What each option takes after its name; null for a switch. */
const TAKES = {
  corpus: 'DIR',
  article: 'ARTICLE',
  speaker: 'NAME',
  about: 'TEXT',
  publisher: 'NAME',
  since: 'DATE',
  until: 'DATE',
  report: 'FILE',
  limit: 'N',
  json: null,
  batch: null,
  'dry-run': null,
  force: null,
  'allow-loopback': null,
  help: null,
  version: null,
} as const satisfies Readonly<Record<string, string | null>>;

export type OptionName = keyof typeof TAKES;
const OPTION_NAMES = Object.keys(TAKES) as readonly OptionName[];
const SHORT: Readonly<Record<string, OptionName>> = { h: 'help', V: 'version' };

/** What a subcommand understands: a row of the executable's table. */
export interface Usage {
  readonly name: string;
  /** What stands after the options: `QUESTION`, `[FILE]`. Empty when nothing may. */
  readonly operands: string;
  readonly summary: string;
  readonly options: readonly OptionName[];
  /** Lines of its own help, below the summary. */
  readonly details?: readonly string[];
}

export interface Options {
  readonly corpus?: string;
  readonly article?: string;
  readonly speaker?: string;
  readonly about?: string;
  readonly publisher?: string;
  readonly since?: string;
  readonly until?: string;
  readonly report?: string;
  readonly limit?: string;
  readonly json: boolean;
  readonly batch: boolean;
  readonly dryRun?: boolean;
  readonly force?: boolean;
  readonly allowLoopback?: boolean;
}

/** What the arguments ask for. */
export type Call<Row extends Usage> =
  | { readonly kind: 'version' }
  | { readonly kind: 'help'; readonly row: Row | null }
  /** Neither a subcommand nor a question: the bot or the prompt, whichever can be opened. */
  | { readonly kind: 'open'; readonly options: Options }
  | {
      readonly kind: 'run';
      readonly row: Row;
      readonly operands: readonly string[];
      readonly options: Options;
    };

/** Reads what follows the executable's name. Throws `UserError` for what no row of the table understands. */
export function readArguments<Row extends Usage>(given: readonly string[], table: readonly Row[]): Call<Row> {
  const { switches, values, operands } = sort(given);
  if (switches.has('version')) return { kind: 'version' };
  const [name, ...rest] = operands;
  if (name === 'help') return { kind: 'help', row: rest[0] === undefined ? null : rowOf(rest[0], table) };
  const row = name === undefined ? null : rowOf(name, table);
  if (switches.has('help')) return { kind: 'help', row };
  const options: Options = {
    ...Object.fromEntries(values),
    json: switches.has('json'),
    batch: switches.has('batch'),
    ...(switches.has('dry-run') && { dryRun: true }),
    ...(switches.has('force') && { force: true }),
    ...(switches.has('allow-loopback') && { allowLoopback: true }),
  };
  const understood: readonly OptionName[] = row === null ? ['corpus'] : row.options;
  const where = row === null ? '“verbatim” alone' : `“verbatim ${row.name}”`;
  for (const option of [...values.keys(), ...switches]) {
    if (!understood.includes(option)) throw new UserError(misplaced(option, where, table));
  }
  if (row === null) return { kind: 'open', options };
  if (row.operands === '' && rest.length > 0) {
    throw new UserError(`${where} takes nothing but options; got “${rest.join(' ')}”. ${seeHelp(row.name)}`);
  }
  return { kind: 'run', row, operands: rest, options };
}

interface Sorted {
  readonly switches: ReadonlySet<OptionName>;
  readonly values: ReadonlyMap<OptionName, string>;
  readonly operands: readonly string[];
}

function sort(given: readonly string[]): Sorted {
  const switches = new Set<OptionName>();
  const values = new Map<OptionName, string>();
  const operands: string[] = [];
  const { tokens } = parseArgs({
    args: [...given],
    options: parseArgsOptions(),
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const name = optionName(token.name, token.rawName);
    const takes = TAKES[name];
    if (takes === null) {
      if (token.value !== undefined) {
        throw new UserError(`--${name} takes no value; got “${token.value}”. Leave “=${token.value}” out.`);
      }
      switches.add(name);
      continue;
    }
    if (values.has(name)) throw new UserError(`--${name} is given twice. Give it once.`);
    values.set(name, valueGiven(name, takes, token.value, token.inlineValue ?? false));
  }
  return { switches, values, operands };
}

const parseArgsOptions = () =>
  Object.fromEntries(
    OPTION_NAMES.map((name) => {
      const short = Object.keys(SHORT).find((letter) => SHORT[letter] === name);
      const type: 'boolean' | 'string' = TAKES[name] === null ? 'boolean' : 'string';
      return [name, short === undefined ? { type } : { type, short }];
    }),
  );

function optionName(name: string, raw: string): OptionName {
  const known = OPTION_NAMES.find((each) => each === name);
  if (known !== undefined) return known;
  const near = nearest(name, OPTION_NAMES);
  const hint = near === null ? 'See verbatim --help.' : `Did you mean --${near}?`;
  throw new UserError(`There is no option ${raw}. ${hint} (Words that begin with a dash go after “--”.)`);
}

function valueGiven(name: OptionName, takes: string, value: string | undefined, inline: boolean): string {
  if (value === undefined || value.trim() === '') {
    throw new UserError(`--${name} needs a value: --${name} ${takes}.`);
  }
  if (!inline && value.startsWith('-')) {
    throw new UserError(
      `--${name} needs a value (--${name} ${takes}), but “${value}” follows it. ` +
        `If that is the value, write --${name}=${value}.`,
    );
  }
  return value;
}

function rowOf<Row extends Usage>(name: string, table: readonly Row[]): Row {
  const row = table.find((each) => each.name === name);
  if (row !== undefined) return row;
  const names = [...table.map((each) => each.name), 'help'];
  if (/\s/.test(name.trim())) {
    throw new UserError(`“${name}” is not a subcommand. To ask it: verbatim ask "${name}"`);
  }
  const near = nearest(name, names);
  const hint = near === null ? `There are ${names.join(', ')}.` : `Did you mean “${near}”?`;
  throw new UserError(`There is no subcommand “${name}”. ${hint}`);
}

function misplaced(option: OptionName, where: string, table: readonly Usage[]): string {
  const rows = table.filter((row) => row.options.includes(option)).map((row) => `“verbatim ${row.name}”`);
  return `--${option} is not an option of ${where}. It belongs to ${rows.join(', ') || 'none'}.`;
}

const seeHelp = (name: string): string => `See verbatim ${name} --help.`;

/** One row's help, or the whole table's. */
export function helpText(row: Usage | null, table: readonly Usage[]): string {
  if (row !== null) {
    const { summary, details = [] } = row;
    return [`Usage: ${usageLine(row)}`, '', summary, ...(details.length > 0 ? ['', ...details] : [])].join(
      '\n',
    );
  }
  const widest = Math.max(...table.map((each) => each.name.length));
  return [
    'Usage: verbatim SUBCOMMAND [OPTIONS]',
    '',
    'Answers questions from news articles in the articles’ own words.',
    'Alone: the Discord bot when DISCORD_TOKEN is set, otherwise a prompt.',
    '',
    ...table.map((each) => `  ${each.name.padEnd(widest)}  ${each.summary}`),
    '',
    ...table.filter((each) => each.options.length > 0).map((each) => `  ${usageLine(each)}`),
    '',
    '--corpus DIR comes before CORPUS_DIR, which comes before the articles that come with Verbatim.',
    'Exit codes: 0 it ran, 2 it was asked wrongly, 1 something broke.',
  ].join('\n');
}

const usageLine = (row: Usage): string =>
  ['verbatim', row.name, row.operands, ...row.options.map(optionUsage)]
    .filter((word) => word !== '')
    .join(' ');

const optionUsage = (name: OptionName): string => {
  const takes = TAKES[name];
  return takes === null ? `[--${name}]` : `[--${name} ${takes}]`;
};
