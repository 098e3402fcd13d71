import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { UserError } from '../src/command.ts';
import { loadEnvironment, readEnvironment } from '../src/environment.ts';

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
    expect(readEnvironment({})).toEqual({ logLevel: 'info' });
  });

  test('counts an empty variable as unset', () => {
    const empty = {
      DISCORD_TOKEN: '',
      DISCORD_GUILD_ID: ' ',
      CORPUS_DIR: '',
      LOG_LEVEL: '',
      DISCORD_API_URL: '',
    };
    expect(readEnvironment(empty)).toEqual({ logLevel: 'info' });
  });

  test('is read whole', () => {
    expect(
      readEnvironment({
        DISCORD_TOKEN: 'Bot abc.def-ghi_jkl',
        DISCORD_GUILD_ID: '123456789012345678',
        DISCORD_API_URL: 'http://127.0.0.1:8080/api/',
        CORPUS_DIR: './articles',
        LOG_LEVEL: 'DEBUG',
        PATH: '/usr/bin',
      }),
    ).toEqual({
      discordToken: 'abc.def-ghi_jkl',
      discordGuildId: '123456789012345678',
      discordApiUrl: 'http://127.0.0.1:8080/api',
      corpusDir: './articles',
      logLevel: 'debug',
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
  ])('that is wrong is named with what was expected, got, and what to do: %j', (variables, message) => {
    expect(problemsOf(variables as Record<string, string>)).toMatch(message);
  });

  test('never repeats a token', () => {
    const message = problemsOf({ DISCORD_TOKEN: 'se cret' });
    expect(message).toMatch(/DISCORD_TOKEN: expected a bot token.*got 7 characters/);
    expect(message).not.toContain('cret"');
    expect(message).not.toContain('se cret');
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
    vi.stubEnv('CORPUS_DIR', 'from-process');
    vi.stubEnv('LOG_LEVEL', undefined);
    vi.stubEnv('DISCORD_TOKEN', '');
    vi.stubEnv('DISCORD_GUILD_ID', undefined);
    vi.stubEnv('DISCORD_API_URL', undefined);
    const printed = vi.spyOn(console, 'log');
    try {
      expect(loadEnvironment()).toEqual({ corpusDir: 'from-process', logLevel: 'warn' });
      expect(printed).not.toHaveBeenCalled();
      expect(process.env.LOG_LEVEL).toBeUndefined();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
