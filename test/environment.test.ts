import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { UserError } from '../src/command.ts';
import { type Environment, loadEnvironment, readEnvironment } from '../src/environment.ts';

const DEFAULTS: Environment = {
  discordChat: 'mentions',
  discordCards: 'components',
  corpusServers: [],
  host: '127.0.0.1',
  port: 8080,
  questionsPerMinute: 20,
  stateDir: 'state',
  logLevel: 'info',
  logQuestions: false,
};

/** Every variable that is read for an operator; of processes that are one of several discord.js sets more. */
const namesRead = (): readonly string[] => {
  const names: string[] = [];
  const noted = new Proxy<Record<string, string>>({}, { get: (_, name) => void names.push(String(name)) });
  readEnvironment(noted);
  return names.filter((name) => !name.startsWith('SHARD'));
};

const problemsOf = (variables: Record<string, string>): string => {
  try {
    readEnvironment(variables);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  throw new Error('nothing was wrong');
};

describe('the environment', () => {
  test('is all defaults where nothing is set', () => {
    expect(readEnvironment({})).toEqual(DEFAULTS);
  });

  test('counts an empty variable as unset', () => {
    for (const empty of ['', ' ']) {
      const variables = Object.fromEntries(namesRead().map((name) => [name, empty]));
      expect(readEnvironment(variables)).toEqual(DEFAULTS);
    }
  });

  test.each([
    ['none, where nothing says otherwise', {}, []],
    [
      'the one where commands are registered',
      { DISCORD_GUILD_ID: '123456789012345678' },
      ['123456789012345678'],
    ],
    ['none, where that is said', { DISCORD_GUILD_ID: '123456789012345678', CORPUS_SERVERS: 'None' }, []],
    ['all, where that is said', { DISCORD_GUILD_ID: '123456789012345678', CORPUS_SERVERS: 'ALL' }, 'all'],
  ])('the servers from which articles may be changed are %s', (_which, variables, servers) => {
    expect(readEnvironment(variables).corpusServers).toEqual(servers);
  });

  test('is read whole', () => {
    expect(
      readEnvironment({
        DISCORD_TOKEN: 'Bot abc.def-ghi_jkl',
        DISCORD_GUILD_ID: '123456789012345678',
        DISCORD_API_URL: 'http://127.0.0.1:8080/api/',
        DISCORD_PUBLIC_KEY: 'AB'.repeat(32),
        DISCORD_CHAT: 'Everything',
        DISCORD_CARDS: 'embeds',
        CORPUS_SERVERS: '223456789012345678, 323456789012345678,223456789012345678',
        HOST: '0.0.0.0',
        PORT: '0',
        METRICS_PORT: '9464',
        QUESTIONS_PER_MINUTE: '0',
        CORPUS_DIR: './articles',
        STATE_DIR: '/var/lib/verbatim',
        LOG_LEVEL: 'DEBUG',
        LOG_QUESTIONS: 'on',
        PATH: '/usr/bin',
      }),
    ).toEqual({
      discordToken: 'abc.def-ghi_jkl',
      discordGuildId: '123456789012345678',
      discordApiUrl: 'http://127.0.0.1:8080/api',
      discordPublicKey: 'ab'.repeat(32),
      discordChat: 'everything',
      discordCards: 'embeds',
      corpusServers: ['223456789012345678', '323456789012345678'],
      host: '0.0.0.0',
      port: 0,
      metricsPort: 9464,
      questionsPerMinute: 0,
      corpusDir: './articles',
      stateDir: '/var/lib/verbatim',
      logLevel: 'debug',
      logQuestions: true,
    });
  });

  test.each([
    [
      { DISCORD_GUILD_ID: '12ab' },
      /DISCORD_GUILD_ID: expected a server id of 17 to 20 digits; got "12ab"\. Please/,
    ],
    [{ DISCORD_API_URL: 'ftp://a.example' }, /DISCORD_API_URL: expected an http or https address/],
    [{ DISCORD_API_URL: 'not one' }, /got "not one"/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL: expected one of trace, debug, .* silent; got "loud"/],
    [{ CORPUS_DIR: 'a\0b' }, /CORPUS_DIR: expected the path of a folder/],
    [{ STATE_DIR: 'a\0b' }, /STATE_DIR: expected the path of a folder/],
    [{ DISCORD_CHAT: 'on' }, /DISCORD_CHAT: expected one of off, mentions, everything; got "on"/],
    [{ DISCORD_CARDS: 'v2' }, /DISCORD_CARDS: expected one of components, embeds; got "v2"/],
    [{ DISCORD_PUBLIC_KEY: 'ab' }, /DISCORD_PUBLIC_KEY: expected a public key of 64 hex digits; got 2 char/],
    [
      { CORPUS_SERVERS: '223456789012345678;323456789012345678' },
      /CORPUS_SERVERS: expected “all”, “none”, or server ids .* got "2/,
    ],
    [{ CORPUS_SERVERS: ',' }, /CORPUS_SERVERS: expected “all”/],
    [{ PORT: '65536' }, /PORT: expected a whole number from 0 to 65535; got "65536"\. .* 8080/],
    [{ PORT: '-1' }, /got "-1"/],
    [{ PORT: '80.5' }, /got "80.5"/],
    [{ PORT: 'tcp://10.0.0.1:80' }, /PORT: expected a whole number/],
    [{ METRICS_PORT: '0' }, /METRICS_PORT: expected a whole number from 1 to 65535; got "0"/],
    [
      { QUESTIONS_PER_MINUTE: '601' },
      /QUESTIONS_PER_MINUTE: expected a whole number from 0 to 600; got "601"/,
    ],
    [{ LOG_QUESTIONS: 'maybe' }, /LOG_QUESTIONS: expected on or off; got "maybe"/],
    [{ HOST: 'http://a.example' }, /HOST: expected a host name or an IP address of this machine; got "http/],
    [{ HOST: '127.0.0.1:80' }, /got "127\.0\.0\.1:80"/],
    [{ HOST: 'a b' }, /got "a b"/],
  ])('that is wrong is named with what was expected, got, and what to do: %j', (variables, message) => {
    expect(problemsOf(variables as Record<string, string>)).toMatch(message);
  });

  test.each(['localhost', 'bot.example.org', '192.0.2.1', '::1', '::', 'x86_64-conda-linux-gnu'])(
    'may name the host %s',
    (host) => {
      expect(readEnvironment({ HOST: host }).host).toBe(host);
    },
  );

  test.each([
    ['on', true],
    ['TRUE', true],
    ['1', true],
    ['Off', false],
    ['false', false],
    ['0', false],
  ])('may say %s', (said, meant) => {
    expect(readEnvironment({ LOG_QUESTIONS: said }).logQuestions).toBe(meant);
  });

  test('is explained whole in .env.example, where nothing is set', () => {
    const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
    const names = [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => {
      expect(value).toBe('');
      return name;
    });
    expect(names.sort()).toEqual([...namesRead()].sort());
  });

  test('tells a process that is one of several which share of the servers is its own', () => {
    const shards = { SHARDS: '3,4', SHARD_COUNT: '16' };
    const own = readEnvironment({ ...shards, SHARDING_MANAGER: 'true' }).shards;
    expect(own).toEqual({ ids: [3, 4], count: 16 });
    expect(readEnvironment(shards).shards).toBeUndefined();
  });

  test('never repeats a token', () => {
    const message = problemsOf({ DISCORD_TOKEN: 'se cret' });
    expect(message).toMatch(/DISCORD_TOKEN: expected a bot token.*got 7 characters/);
    expect(message).not.toContain('cret"');
    expect(message).not.toContain('se cret');
    expect(problemsOf({ DISCORD_PUBLIC_KEY: 'se cret' })).not.toContain('cret');
  });

  test('says all that is wrong at once', () => {
    const message = problemsOf({ DISCORD_GUILD_ID: 'x', LOG_LEVEL: 'y' });
    expect(message.split('\n')).toHaveLength(3);
  });
});

describe('.env', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });

  test('is read from the working directory, and the process’s own variables win', () => {
    const folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
    writeFileSync(join(folder, '.env'), 'LOG_LEVEL=warn\nCORPUS_DIR=from-file\nDISCORD_TOKEN=abc\n');
    vi.spyOn(process, 'cwd').mockReturnValue(folder);
    for (const name of namesRead()) vi.stubEnv(name, undefined);
    vi.stubEnv('SHARDING_MANAGER', undefined);
    vi.stubEnv('CORPUS_DIR', 'from-process');
    vi.stubEnv('DISCORD_TOKEN', '');
    const printed = vi.spyOn(console, 'log');
    try {
      expect(loadEnvironment({ serving: true })).toEqual({
        ...DEFAULTS,
        corpusDir: 'from-process',
        logLevel: 'warn',
      });
      expect(printed).not.toHaveBeenCalled();
      expect(process.env.LOG_LEVEL).toBeUndefined();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

test('what other programs mean by HOST and PORT concerns only what listens there', () => {
  const others = { HOST: 'a b', PORT: 'tcp://10.0.0.1:80' };
  expect(readEnvironment(others, { serving: false })).toEqual(DEFAULTS);
  expect(() => readEnvironment(others, { serving: true })).toThrow(UserError);
});
