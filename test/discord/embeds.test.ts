import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageFlags } from 'discord.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RunningBot, startBot } from './in-process.ts';
import { isEphemeral, type LoopbackDiscord, startLoopbackDiscord } from './loopback/discord.ts';
import { type Body, buttonsOf, type Message, textsOf } from './loopback/shapes.ts';
import { type Line, readMarkdown } from './markdown-reader.ts';

/** DISCORD_CARDS: answers as embeds, for where the newer kind of message is not shown. */

type Cards = 'components' | 'embeds';
const QUESTION = { question: 'How long?' };

let discord: LoopbackDiscord;
let bot: RunningBot;
let stateDir: string;
const start = (discordCards: Cards) => startBot({ at: discord, environment: { stateDir, discordCards } });
const restart = async (cards: Cards): Promise<void> => {
  await bot.close();
  bot = await start(cards);
};

beforeAll(async () => {
  stateDir = mkdtempSync(join(tmpdir(), 'verbatim-state-'));
  discord = await startLoopbackDiscord();
});
afterAll(async () => {
  await discord.close();
  rmSync(stateDir, { recursive: true });
});
beforeEach(async () => {
  bot = await start('embeds');
});
afterEach(async () => {
  await bot.close();
  expect(discord.violations).toEqual([]);
});

const styleOf = ({ flags, embeds }: Message): string =>
  (flags & MessageFlags.IsComponentsV2) !== 0 ? 'components' : embeds.length > 0 ? 'embeds' : 'neither';
const linesOf = (message: Message): readonly Line[] =>
  [...textsOf(message), ...message.embeds.map((embed) => String((embed as Body).description))].flatMap(
    readMarkdown,
  );
const words = (message: Message): string =>
  linesOf(message)
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join('\n');
const labels = (message: Message) => buttonsOf(message).map(({ label }) => label);
const ask = async (options = {}): Promise<Message> =>
  (await discord.slash('ask', { ...QUESTION, ...options })).messages[0]!;

describe('as embeds', () => {
  test('answers have the words and the buttons that cards have, and nothing comes alive', async () => {
    const embed = await ask();
    expect(styleOf(embed)).toBe('embeds');
    expect(embed.content).toBe('');
    expect(linesOf(embed).flatMap(({ alive }) => alive)).toEqual([]);
    await restart('components');
    const card = await ask();
    expect(styleOf(card)).toBe('components');
    expect(words(embed)).toBe(words(card));
    expect(labels(embed)).toEqual(labels(card));
  });

  test('a long answer goes on in other messages, all of it and in order', async () => {
    const { messages } = await discord.slash('long', { notes: 5 });
    expect(messages.length).toBeGreaterThan(1);
    expect(new Set(messages.map(styleOf))).toEqual(new Set(['embeds']));
    expect(messages.map(words).join('\n').match(/\d\./g)).toEqual(['1.', '2.', '3.', '4.', '5.']);
  });

  test('mistakes, and what must be waited for, are told so too', async () => {
    const { messages } = await discord.slash('fail', { how: 'user' });
    expect(messages.map(styleOf)).toEqual(['embeds']);
    expect(messages.map(isEphemeral)).toEqual([true]);
    expect(words(messages[0]!)).toBe('speaker: expected a name, got “*”. Try another.');
  });

  test('mentions are answered', async () => {
    const { answers } = await discord.say(`<@${discord.bot.id}> How long?`, { atLeast: 1 });
    expect(answers.map(styleOf)).toEqual(['embeds']);
    expect(words(answers[0]!)).toContain('nine weeks');
  });

  test('an answer can be dismissed by who asked', async () => {
    expect((await discord.click('Dismiss', await ask())).messages).toEqual([]);
  });
});

describe.each<[Cards, Cards]>([
  ['embeds', 'embeds'],
  ['embeds', 'components'],
  ['components', 'embeds'],
])('a message made of %s, once answers are made of %s', (then, now) => {
  const made = async (options = {}): Promise<Message> => {
    await restart(then);
    const message = await ask(options);
    expect(styleOf(message)).toBe(then);
    await restart(now);
    return message;
  };

  test('stays what it is when a button changes it', async () => {
    const message = await made();
    const { messages } = await discord.click('More context', message);
    expect(messages.map(({ id }) => id)).toEqual([message.id]);
    expect(messages.map(styleOf)).toEqual([then]);
    expect(words(messages[0]!)).toContain('Buses will run along Mill Lane.');
    expect(labels(messages[0]!)).toContain('More');
  });

  test('is answered below by a message of today’s kind', async () => {
    const { messages } = await discord.click('Again', await made());
    expect(messages.map(styleOf)).toEqual([now]);
  });

  test('is shared as it is, to be dismissed by who shared it', async () => {
    const own = await made({ private: true });
    const { messages } = await discord.click('Share', own);
    expect(messages.map(isEphemeral)).toEqual([false]);
    expect(messages.map(styleOf)).toEqual([then]);
    expect(words(messages[0]!)).toBe(words(own));
    expect(labels(messages[0]!)).toEqual(labels(own).map((label) => label?.replace('Share', 'Dismiss')));
    expect((await discord.click('Dismiss', messages[0]!)).messages).toEqual([]);
  });
});
