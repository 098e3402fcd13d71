import { config } from 'dotenv';
import * as v from 'valibot';
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

interface Variable {
  readonly expected: string;
  readonly advice: string;
  /** Its value is never repeated to anybody. */
  readonly secret?: true;
  readonly schema: v.GenericSchema<string, string>;
}

const isWebAddress = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '';
};

const VARIABLES = {
  DISCORD_TOKEN: {
    expected: 'a bot token: letters, digits, dots, dashes and underscores, without white space',
    advice: 'copy it from your application’s Bot page in the Discord developer portal',
    secret: true,
    schema: v.pipe(
      v.string(),
      v.transform((token) => token.replace(/^Bot\s+/i, '')),
      v.regex(/^[\w.-]+$/),
    ),
  },
  DISCORD_GUILD_ID: {
    expected: 'a server id of 17 to 20 digits',
    advice:
      'right-click the server’s name with developer mode on and choose Copy Server ID, or leave it empty',
    schema: v.pipe(v.string(), v.regex(/^\d{17,20}$/)),
  },
  DISCORD_API_URL: {
    expected: 'an http or https address such as http://127.0.0.1:8080/api',
    advice: 'correct it, or leave it empty to reach Discord itself',
    schema: v.pipe(
      v.string(),
      v.check(isWebAddress),
      v.transform((url) => url.replace(/\/+$/, '')),
    ),
  },
  CORPUS_DIR: {
    expected: 'the path of a folder',
    advice: 'correct it, or leave it empty for the corpus that comes with Verbatim',
    schema: v.pipe(
      v.string(),
      v.check((path) => !path.includes('\0')),
    ),
  },
  LOG_LEVEL: {
    expected: `one of ${LOG_LEVELS.join(', ')}`,
    advice: 'correct it, or leave it empty for info',
    schema: v.pipe(v.string(), v.toLowerCase(), v.picklist(LOG_LEVELS)),
  },
} as const satisfies Readonly<Record<string, Variable>>;

type Variables = Readonly<Record<string, string | undefined>>;

/** Pure. An empty variable counts as unset; all that is wrong is said in one `UserError`. */
export function readEnvironment(variables: Variables): Environment {
  const problems: string[] = [];
  const read = <Value extends string>(
    name: keyof typeof VARIABLES,
    schema: v.GenericSchema<string, Value>,
  ): Value | undefined => {
    const raw = variables[name]?.trim();
    if (raw === undefined || raw === '') return undefined;
    const result = v.safeParse(schema, raw);
    if (result.success) return result.output;
    const variable: Variable = VARIABLES[name];
    const got = variable.secret ? `${raw.length} characters that are not one` : JSON.stringify(raw);
    problems.push(`${name}: expected ${variable.expected}; got ${got}. Please ${variable.advice}.`);
    return undefined;
  };

  const discordToken = read('DISCORD_TOKEN', VARIABLES.DISCORD_TOKEN.schema);
  const discordGuildId = read('DISCORD_GUILD_ID', VARIABLES.DISCORD_GUILD_ID.schema);
  const discordApiUrl = read('DISCORD_API_URL', VARIABLES.DISCORD_API_URL.schema);
  const corpusDir = read('CORPUS_DIR', VARIABLES.CORPUS_DIR.schema);
  const logLevel = read('LOG_LEVEL', VARIABLES.LOG_LEVEL.schema);
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
