/** How one variable is read, and what is said where it cannot be. */
export interface Variable<Value> {
  readonly expected: string;
  readonly advice: string;
  /** Its value is never repeated to anybody. */
  readonly secret?: true;
  /** The value as it is used; undefined when it is not what was expected. */
  readonly read: (raw: string) => Value | undefined;
}

const matching = (raw: string, pattern: RegExp): string | undefined => (pattern.test(raw) ? raw : undefined);

const oneOf = <const Value extends string>(values: readonly Value[], advice: string): Variable<Value> => ({
  expected: `one of ${values.join(', ')}`,
  advice,
  read: (raw) => values.find((value) => value === raw.toLowerCase()),
});

const integer = (min: number, max: number, advice: string): Variable<number> => ({
  expected: `a whole number from ${min} to ${max}`,
  advice,
  read: (raw) =>
    /^\d{1,9}$/.test(raw) && Number(raw) >= min && Number(raw) <= max ? Number(raw) : undefined,
});

const folder = (advice: string): Variable<string> => ({
  expected: 'the path of a folder',
  advice,
  read: (raw) => (raw.includes('\0') ? undefined : raw),
});

const isWebAddress = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '';
};

const HOST_NAME = /^(?=.{1,253}$)[a-z\d_](?:[a-z\d_-]*[a-z\d_])?(?:\.[a-z\d_](?:[a-z\d_-]*[a-z\d_])?)*$/i;
const isIPv6 = (text: string): boolean => text.includes(':') && URL.canParse(`http://[${text}]/`);

export const TOKEN: Variable<string> = {
  expected: 'a bot token: letters, digits, dots, dashes and underscores, without white space',
  advice: 'copy it from your application’s Bot page in the Discord developer portal',
  secret: true,
  read: (raw) => matching(raw.replace(/^Bot\s+/i, ''), /^[\w.-]+$/),
};

export const GUILD: Variable<string> = {
  expected: 'a server id of 17 to 20 digits',
  advice: 'right-click the server’s name with developer mode on and choose Copy Server ID, or leave it empty',
  read: (raw) => matching(raw, /^\d{17,20}$/),
};

/** The servers whose managers may change the articles. */
export type CorpusServers = 'all' | readonly string[];

export const CORPUS_SERVERS: Variable<CorpusServers> = {
  expected: '“all”, “none”, or server ids of 17 to 20 digits with commas between them',
  advice:
    'right-click a server’s name with developer mode on and choose Copy Server ID, or leave it empty for the server of DISCORD_GUILD_ID',
  read(raw) {
    if (/^all$/i.test(raw)) return 'all';
    if (/^none$/i.test(raw)) return [];
    const ids = raw
      .split(',')
      .map((id) => id.trim())
      .filter((id) => id !== '');
    return ids.length > 0 && ids.every((id) => /^\d{17,20}$/.test(id)) ? [...new Set(ids)] : undefined;
  },
};

export const API: Variable<string> = {
  expected: 'an http or https address such as http://127.0.0.1:8080/api',
  advice: 'correct it, or leave it empty to reach Discord itself',
  read: (raw) => (isWebAddress(raw) ? raw.replace(/\/+$/, '') : undefined),
};

export const PUBLIC_KEY: Variable<string> = {
  expected: 'a public key of 64 hex digits',
  advice: 'copy it from your application’s General Information page in the Discord developer portal',
  secret: true, // it is none, but what is pasted here by mistake may be one
  read: (raw) => matching(raw.toLowerCase(), /^[\da-f]{64}$/),
};

export const CHAT = oneOf(
  ['off', 'mentions', 'everything'],
  'correct it, or leave it empty to answer mentions, replies and direct messages',
);

export const CARDS = oneOf(['components', 'embeds'], 'correct it, or leave it empty for components');

export const HOST: Variable<string> = {
  expected: 'a host name or an IP address of this machine',
  advice: 'correct it, or leave it empty for 127.0.0.1; 0.0.0.0 is reached from outside',
  read: (raw) => (HOST_NAME.test(raw) || isIPv6(raw) ? raw : undefined),
};

export const PORT = integer(0, 65_535, 'correct it, or leave it empty for 8080');

export const METRICS_PORT = integer(1, 65_535, 'correct it, or leave it empty for no metrics');

export const QUESTIONS = integer(0, 600, 'correct it, or leave it empty for 20; 0 is no limit');

export const CORPUS = folder('correct it, or leave it empty for the corpus that comes with Verbatim');

export const STATE = folder('correct it, or leave it empty for “state” in the working directory');

export const LEVEL = oneOf(
  ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
  'correct it, or leave it empty for info',
);

export const LOG_QUESTIONS: Variable<boolean> = {
  expected: 'on or off',
  advice: 'correct it, or leave it empty for off',
  read: (raw) => {
    if (/^(?:on|true|1)$/i.test(raw)) return true;
    return /^(?:off|false|0)$/i.test(raw) ? false : undefined;
  },
};
