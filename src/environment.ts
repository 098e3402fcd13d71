import { config } from 'dotenv';
import { UserError } from './command.ts';
import {
  API,
  CARDS,
  CHAT,
  CORPUS,
  CORPUS_SERVERS,
  type CorpusServers,
  GUILD,
  HOST,
  LEVEL,
  LOG_QUESTIONS,
  METRICS_PORT,
  PORT,
  PUBLIC_KEY,
  QUESTIONS,
  STATE,
  TOKEN,
  type Variable,
} from './environment/variables.ts';

export type { CorpusServers };

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';

/** What the operator decides outside the code. Every variable is explained in `.env.example`. */
export interface Environment {
  readonly discordToken?: string;
  /** Commands are registered in this server only, where they change at once; otherwise everywhere. */
  readonly discordGuildId?: string;
  /** Without a version and without a closing slash: `http://127.0.0.1:8080/api`. */
  readonly discordApiUrl?: string;
  /** 64 hex digits in lower case. */
  readonly discordPublicKey?: string;
  /** Which messages are answered, beside commands; `everything`: also those without a mention in the bot's threads. */
  readonly discordChat: 'off' | 'mentions' | 'everything';
  readonly discordCards: 'components' | 'embeds';
  /** From where the articles may be changed. */
  readonly corpusServers: CorpusServers;
  /** Where `verbatim serve` listens. */
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** On 127.0.0.1; without it there are no metrics. */
  readonly metricsPort?: number;
  /** Of one person; 0: no limit. */
  readonly questionsPerMinute: number;
  readonly corpusDir?: string;
  /** Where the bot keeps servers' settings. */
  readonly stateDir: string;
  readonly logLevel: LogLevel;
  /** Whether the log may hold what people ask. */
  readonly logQuestions: boolean;
  /** Set by whoever started this process as one of several (discord.js’s ShardingManager), not by the operator. */
  readonly shards?: Shards;
}

/** A process's share of the servers. */
export interface Shards {
  readonly ids: readonly number[];
  /** In all processes. */
  readonly count: number;
}

type Variables = Readonly<Record<string, string | undefined>>;

interface Purpose {
  /** Whether something is to listen at HOST and PORT: other programs give these names meanings of their own. */
  readonly serving?: boolean;
}

/** Pure. An empty variable counts as unset; all that is wrong is said in one `UserError`. */
export function readEnvironment(variables: Variables, { serving = true }: Purpose = {}): Environment {
  const problems: string[] = [];
  const read = <Value>(name: string, variable: Variable<Value>): Value | undefined => {
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
  const discordPublicKey = read('DISCORD_PUBLIC_KEY', PUBLIC_KEY);
  const metricsPort = read('METRICS_PORT', METRICS_PORT);
  const corpusDir = read('CORPUS_DIR', CORPUS);
  const shards = shardsIn(variables);
  const environment: Environment = {
    ...(discordToken !== undefined && { discordToken }),
    ...(discordGuildId !== undefined && { discordGuildId }),
    ...(discordApiUrl !== undefined && { discordApiUrl }),
    ...(discordPublicKey !== undefined && { discordPublicKey }),
    discordChat: read('DISCORD_CHAT', CHAT) ?? 'mentions',
    discordCards: read('DISCORD_CARDS', CARDS) ?? 'components',
    corpusServers:
      read('CORPUS_SERVERS', CORPUS_SERVERS) ?? (discordGuildId === undefined ? [] : [discordGuildId]),
    host: (serving ? read('HOST', HOST) : undefined) ?? '127.0.0.1',
    port: (serving ? read('PORT', PORT) : undefined) ?? 8080,
    ...(metricsPort !== undefined && { metricsPort }),
    questionsPerMinute: read('QUESTIONS_PER_MINUTE', QUESTIONS) ?? 20,
    ...(corpusDir !== undefined && { corpusDir }),
    stateDir: read('STATE_DIR', STATE) ?? 'state',
    logLevel: read('LOG_LEVEL', LEVEL) ?? 'info',
    logQuestions: read('LOG_QUESTIONS', LOG_QUESTIONS) ?? false,
    ...(shards !== undefined && { shards }),
  };
  if (problems.length > 0) throw new UserError(['In the environment or in .env:', ...problems].join('\n'));
  return environment;
}

function shardsIn({ SHARDING_MANAGER, SHARDS, SHARD_COUNT }: Variables): Shards | undefined {
  if (SHARDING_MANAGER === undefined || SHARDS === undefined) return undefined;
  const ids = SHARDS.split(',').map(Number);
  return { ids, count: Number(SHARD_COUNT) };
}

/** Reads `.env` in the working directory, then the process's own variables, which win. */
export function loadEnvironment(purpose: Purpose): Environment {
  const variables: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined) variables[name] = value;
  }
  config({ quiet: true, processEnv: variables });
  return readEnvironment(variables, purpose);
}
