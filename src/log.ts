import type { LogLevel } from './environment.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What the rest of the house may ask of a log: a message, and what belongs to it. */
export interface Log {
  debug(message: string, fields?: Fields): void;
  info(message: string, fields?: Fields): void;
  warn(message: string, fields?: Fields): void;
  /** An `error` field is written with its name, message, stack and causes. */
  error(message: string, fields?: Fields): void;
}

interface LogOptions {
  readonly level: LogLevel;
  /** Words that never reach a log line, such as the bot's token. */
  readonly secrets?: readonly string[];
  /** Gets one line of JSON at a time, with its line end. Default: stderr. */
  readonly write?: (line: string) => void;
}

/** Interaction and webhook addresses carry a token that lets anybody answer in the bot's name. */
const TOKEN_IN_PATH = /\/(interactions|webhooks)\/(\d+)\/[^/\s"'\\?]+/g;

const withoutSecrets = (line: string, secrets: readonly string[]): string =>
  secrets
    .filter((secret) => secret !== '')
    .reduce((text, secret) => text.replaceAll(secret, '[secret]'), line)
    .replace(TOKEN_IN_PATH, '/$1/$2/[secret]');

/** JSON lines. Loads pino only when called: whoever opens no log does not wait for it. */
export async function openLog({ level, secrets = [], write }: LogOptions): Promise<Log> {
  const { pino, stdSerializers } = await import('pino');
  const emit = write ?? ((line: string) => process.stderr.write(line));
  const logger = pino(
    {
      level,
      base: null,
      messageKey: 'message',
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: stdSerializers.errWithCause },
    },
    { write: (line) => emit(withoutSecrets(line, secrets)) },
  );
  return {
    debug: (message, fields = {}) => logger.debug(fields, message),
    info: (message, fields = {}) => logger.info(fields, message),
    warn: (message, fields = {}) => logger.warn(fields, message),
    error: (message, fields = {}) => logger.error(fields, message),
  };
}

/** For faces and tests that keep no log. */
export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };
