import { config } from 'dotenv';
import { UserError } from './command.ts';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What the operator decides outside the code. Every variable is explained in `.env.example`. */
export interface Environment {
  readonly discordToken?: string;
  /** Commands are registered in this server only, where they change at once; otherwise everywhere. */
  readonly discordGuildId?: string;
  /** Without a version and without a closing slash: `http://127.0.0.1:8080/api`. */
  readonly discordApiUrl?: string;
  readonly corpusDir?: string;
  readonly logLevel: LogLevel;
}

interface Variable<Value extends string> {
  readonly expected: string;
  readonly advice: string;
  /** Its value is never repeated to anybody. */
  readonly secret?: true;
  /** The value as it is used; undefined when it is not what was expected. */
  readonly read: (raw: string) => Value | undefined;
}

const matching = (raw: string, pattern: RegExp): string | undefined => (pattern.test(raw) ? raw : undefined);

const isWebAddress = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '';
};

const TOKEN: Variable<string> = {
  expected: 'a bot token: letters, digits, dots, dashes and underscores, without white space',
  advice: 'copy it from your application’s Bot page in the Discord developer portal',
  secret: true,
  read: (raw) => matching(raw.replace(/^Bot\s+/i, ''), /^[\w.-]+$/),
};
const GUILD: Variable<string> = {
  expected: 'a server id of 17 to 20 digits',
  advice: 'right-click the server’s name with developer mode on and choose Copy Server ID, or leave it empty',
  read: (raw) => matching(raw, /^\d{17,20}$/),
};
const API: Variable<string> = {
  expected: 'an http or https address such as http://127.0.0.1:8080/api',
  advice: 'correct it, or leave it empty to reach Discord itself',
  read: (raw) => (isWebAddress(raw) ? raw.replace(/\/+$/, '') : undefined),
};
const CORPUS: Variable<string> = {
  expected: 'the path of a folder',
  advice: 'correct it, or leave it empty for the corpus that comes with Verbatim',
  read: (raw) => (raw.includes('\0') ? undefined : raw),
};
const LEVEL: Variable<LogLevel> = {
  expected: `one of ${LOG_LEVELS.join(', ')}`,
  advice: 'correct it, or leave it empty for info',
  read: (raw) => LOG_LEVELS.find((level) => level === raw.toLowerCase()),
};

type Variables = Readonly<Record<string, string | undefined>>;

/** Pure. An empty variable counts as unset; all that is wrong is said in one `UserError`. */
export function readEnvironment(variables: Variables): Environment {
  const problems: string[] = [];
  const read = <Value extends string>(name: string, variable: Variable<Value>): Value | undefined => {
    const raw = variables[name]?.trim();
    if (raw === undefined || raw === '') return undefined;
    const value = variable.read(raw);
    if (value !== undefined) return value;
    const got = variable.secret ? `${raw.length} characters that are not one` : JSON.stringify(raw);
    problems.push(`${name}: expected ${variable.expected}; got ${got}. Please ${variable.advice}.`);
    return undefined;
  };

  const discordToken = read('DISCORD_TOKEN', TOKEN);
  const discordGuildId = read('DISCORD_GUILD_ID', GUILD);
  const discordApiUrl = read('DISCORD_API_URL', API);
  const corpusDir = read('CORPUS_DIR', CORPUS);
  const logLevel = read('LOG_LEVEL', LEVEL);
  if (problems.length > 0) throw new UserError(['In the environment or in .env:', ...problems].join('\n'));
  return {
    ...(discordToken !== undefined && { discordToken }),
    ...(discordGuildId !== undefined && { discordGuildId }),
    ...(discordApiUrl !== undefined && { discordApiUrl }),
    ...(corpusDir !== undefined && { corpusDir }),
    logLevel: logLevel ?? 'info',
  };
}

/** Reads `.env` in the working directory, then the process's own variables, which win. */
export function loadEnvironment(): Environment {
  const variables: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined) variables[name] = value;
  }
  config({ quiet: true, processEnv: variables });
  return readEnvironment(variables);
}
