import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Program, verbatim } from './executable.ts';
import { isEphemeral, type LoopbackDiscord, startLoopbackDiscord } from './loopback/discord.ts';
import { buttonsOf, type Message, textsOf } from './loopback/shapes.ts';
import { until } from './loopback/waiting.ts';
import { readMarkdown } from './markdown-reader.ts';

const CORPUS = new URL('../../corpus/', import.meta.url);
const QUESTION = 'Why did Zelensky reject the deal?';

let discord: LoopbackDiscord;
const programs: Program[] = [];

beforeEach(async () => {
  discord = await startLoopbackDiscord();
});
afterEach(async () => {
  for (const program of programs.splice(0)) {
    program.kill('SIGKILL');
    await program.exited;
  }
  expect(discord.violations).toEqual([]);
  await discord.close();
});

function start(args: readonly string[], variables: Record<string, string> = {}): Program {
  const program = verbatim(args, {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    ...variables,
  });
  programs.push(program);
  return program;
}

async function startBot(variables: Record<string, string> = {}): Promise<Program> {
  const program = start(['bot'], variables);
  await until(() => /"commands (registered|unchanged)"/.test(program.output()), 'the bot to be ready');
  return program;
}

const linesOf = (message: Message) => textsOf(message).flatMap(readMarkdown);

/** The articles' paragraphs, with white space made even. */
const articles = (): string =>
  readdirSync(CORPUS)
    .filter((file) => file !== 'README.md')
    .map((file) => readFileSync(new URL(file, CORPUS), 'utf8'))
    .join('\n')
    .replace(/\s+/g, ' ');

describe('the executable', () => {
  test('logs in, registers its commands, and says who it is and how to invite it', async () => {
    const program = await startBot();
    expect(program.output()).toContain('logged in as verbatim-test');
    expect(program.output()).toContain(`oauth2/authorize?client_id=${discord.bot.id}`);
    expect(discord.commands().map(({ name }) => name)).toEqual(
      expect.arrayContaining(['ask', 'quote', 'help']),
    );
    expect(program.output()).not.toContain(discord.token);
  });

  test('answers in the articles’ own words, to the letter', async () => {
    await startBot();
    const { messages, acknowledgedWith } = await discord.slash('ask', { question: QUESTION });
    expect(acknowledgedWith).toBe(5);
    const lines = messages.flatMap(linesOf);
    expect(lines.flatMap(({ alive }) => alive)).toEqual([]);
    const quoted = lines.filter(({ kind, text }) => kind === 'quote' && text.trim() !== '');
    expect(quoted.length).toBeGreaterThan(0);
    const corpus = articles();
    for (const { text } of quoted) {
      const words = text.replace(/\s+/g, ' ').trim();
      expect(corpus.includes(words) || corpus.includes(words.replace(/^“|”$/g, '')), words).toBe(true);
    }
    expect(quoted.flatMap(({ bold }) => bold).join(' ')).not.toBe('');
  });

  test('answers in private when asked to', async () => {
    await startBot();
    const { messages } = await discord.slash('ask', { question: QUESTION, private: true });
    expect(messages.every(isEphemeral)).toBe(true);
  });

  test('suggests articles and speakers', async () => {
    await startBot();
    const articlesOffered = await discord.autocomplete('ask', 'article', '', { question: QUESTION });
    const speakersOffered = await discord.autocomplete('quote', 'speaker', 'zel');
    expect(articlesOffered?.length).toBeGreaterThan(0);
    expect(speakersOffered?.[0]?.name).toMatch(/Zelensky/);
  });

  test('answers a button, also one from before it was started again', async () => {
    const first = await startBot();
    const { messages } = await discord.slash('ask', { question: QUESTION });
    const message = messages.at(-1)!;
    const button = buttonsOf(message).find(({ custom_id }) => custom_id !== undefined);
    expect(button).toBeDefined();
    const before = await discord.click(button!.custom_id!, message);
    first.kill('SIGTERM');
    await first.exited;
    const second = await startBot();
    expect(second.output()).toContain('"commands unchanged"');
    const after = await discord.click(button!.custom_id!, message);
    expect(after.messages.map(linesOf)).toEqual(before.messages.map(linesOf));
    expect(after.messages.flatMap(linesOf).length).toBeGreaterThan(0);
  });

  test('resumes a broken connection and answers what was asked meanwhile', async () => {
    await startBot();
    discord.dropConnection();
    const missed = discord.sendSlash('ask', { question: QUESTION });
    const { messages } = await discord.settled(missed);
    expect(messages.length).toBeGreaterThan(0);
    expect(discord.gateway).toMatchObject({ identified: 1, resumed: 1 });
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('ends cleanly on %s', async (signal) => {
    const program = await startBot();
    program.kill(signal);
    expect(await program.exited).toEqual({ code: 0, signal: null });
    expect(program.output()).toContain('"stopped"');
    expect(discord.gateway.isConnected).toBe(false);
  });

  test('with a wrong token ends with what to do and no stack', async () => {
    const program = start(['bot'], { DISCORD_TOKEN: 'wrong.token' });
    expect(await program.exited).toEqual({ code: 2, signal: null });
    expect(program.output()).toMatch(/DISCORD_TOKEN: Discord does not know this token\. Copy it again/);
    expect(program.output()).not.toMatch(/\n\s+at /);
    expect(program.output()).not.toContain('wrong.token');
  });

  test('waits for Discord while it is down', async () => {
    const { port, token } = discord;
    await discord.close();
    const program = start(['bot']);
    await until(
      () => program.output().includes('Discord cannot be reached; trying again'),
      'an attempt to fail',
    );
    discord = await startLoopbackDiscord({ port, token });
    await until(() => program.output().includes('"commands registered"'), 'the bot to log in');
    expect((await discord.slash('help')).messages.length).toBeGreaterThan(0);
  });

  test('ends while it waits for Discord', async () => {
    const { token, port } = discord;
    await discord.close();
    const program = start(['bot']);
    await until(() => program.output().includes('trying again'), 'an attempt to fail');
    program.kill('SIGTERM');
    expect(await program.exited).toEqual({ code: 0, signal: null });
    discord = await startLoopbackDiscord({ token, port });
  });

  test('deploys the commands', async () => {
    const program = start(['deploy'], { DISCORD_GUILD_ID: discord.guildId });
    expect(await program.exited).toEqual({ code: 0, signal: null });
    expect(program.output()).toMatch(/^Registered in server \d+: \/ask .*\nInvite the bot: https:\/\//m);
    expect(discord.commands(discord.guildId).length).toBeGreaterThan(0);
  });

  test('with a variable that makes no sense names it', async () => {
    const program = start(['bot'], { DISCORD_GUILD_ID: 'my server' });
    expect(await program.exited).toEqual({ code: 2, signal: null });
    expect(program.output()).toMatch(
      /DISCORD_GUILD_ID: expected a server id of 17 to 20 digits; got "my server"/,
    );
  });
});
