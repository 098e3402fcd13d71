import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { openNewsroom } from '../../src/open.ts';
import { type RunningBot, startBot } from './in-process.ts';
import { isEphemeral, type LoopbackDiscord, startLoopbackDiscord } from './loopback/discord.ts';
import { type Body, buttonsOf, isBody, type Message, textsOf, type User } from './loopback/shapes.ts';
import { type Line, readMarkdown } from './markdown-reader.ts';
import { wordsOf } from './reading.ts';

/** Our own words in the asker's language, the articles' in their own. */

const GERMAN = { locale: 'de' };
const QUESTION = 'Who is Dmytro Kuleba?';
const OURS = 'Kuleba, a former foreign minister of Ukraine, also spoke against the offer';
const { newsroom } = await openNewsroom();

let discord: LoopbackDiscord;
let bot: RunningBot;
const start = () => startBot({ at: discord, newsroom, commands });
beforeEach(async () => {
  discord = await startLoopbackDiscord();
  bot = await start();
});
afterEach(async () => {
  await bot.close();
  await discord.close();
  expect(discord.violations).toEqual([]);
});

const lines = (message: Message): readonly Line[] => textsOf(message).flatMap(readMarkdown);
const quoted = (message: Message) => lines(message).filter(({ kind }) => kind === 'quote');
const labels = (message: Message) => buttonsOf(message).map(({ label }) => label);
const ask = async (place = {}, options = {}): Promise<Message> =>
  (await discord.slash('ask', { question: QUESTION, ...options }, place)).messages[0]!;

describe('a German asker', () => {
  test('reads our words in German and the article’s as they were written', async () => {
    const [english, german] = [await ask(), await ask(GERMAN)];
    expect(quoted(german)).toEqual(quoted(english));
    expect(wordsOf(german)).toContain(OURS);
    expect(wordsOf(german)).toMatch(/17\. Feb\. 2025/);
    expect(wordsOf(german)).not.toMatch(/\bmatch\b/);
  });

  test('reads buttons in German, the commands’ and Discord’s own', async () => {
    const [english, german] = [await ask(), await ask(GERMAN)];
    expect(labels(german)).toHaveLength(labels(english).length);
    expect(labels(german)).toContain('Ausblenden');
    expect(labels(german).filter((label) => labels(english).includes(label))).toEqual([]);
    expect(labels(await ask(GERMAN, { private: true }))).toContain('Teilen');
  });

  test('who presses a button is answered in German, whoever asked', async () => {
    const message = await ask({}, { private: true });
    const { messages } = await discord.click('Share', message, GERMAN);
    expect(labels(messages[0]!)).toContain('Ausblenden');
  });

  test('is told of mistakes in German, alone', async () => {
    const { messages } = await discord.slash('ask', { question: '?!' }, GERMAN);
    expect(messages.map(isEphemeral)).toEqual([true]);
    const { messages: english } = await discord.slash('ask', { question: '?!' });
    expect(wordsOf(messages[0])).not.toBe(wordsOf(english[0]));
  });

  test.each([['fr'], ['es-419'], ['uk']])('is not the only one: %s', async (locale) => {
    const [english, own] = [await ask(), await ask({ locale })];
    expect(quoted(own)).toEqual(quoted(english));
    expect(labels(own).filter((label) => labels(english).includes(label))).toEqual([]);
  });

  test('with a language that we do not speak reads English', async () => {
    const [english, polish] = [await ask(), await ask({ locale: 'pl' })];
    expect(wordsOf(polish)).toBe(wordsOf(english));
  });
});

describe('a mention', () => {
  const user: User = { id: '340000000000000001', username: 'gerda' };
  const mention = async () => {
    const { answers } = await discord.say(`<@${discord.bot.id}> ${QUESTION}`, { user, atLeast: 1 });
    return answers[0]!;
  };

  test('does not tell the language, and is answered in English until it is known', async () => {
    expect(labels(await mention())).toContain('Dismiss');
    await discord.slash('help', {}, { user, ...GERMAN });
    const german = await mention();
    expect(labels(german)).toContain('Ausblenden');
    expect(wordsOf(german)).toContain(OURS);
  });
});

describe('commands', () => {
  const withLocales = (value: unknown): readonly Body[] =>
    Array.isArray(value) ? value.filter(isBody).flatMap((one) => [one, ...withLocales(one.options)]) : [];

  test('are registered with their names and descriptions in every language', () => {
    const all = withLocales(discord.commands());
    expect(all.length).toBeGreaterThan(10);
    for (const { name, name_localizations, description, description_localizations } of all) {
      const languages = ['de', 'en-GB', 'en-US', 'es-419', 'es-ES', 'fr', 'uk'];
      expect(Object.keys((name_localizations ?? {}) as object).sort(), String(name)).toEqual(languages);
      if (description)
        // menus have none
        expect(Object.keys((description_localizations ?? {}) as object).sort()).toEqual(languages);
    }
    const named = (name: string) => discord.commands().find((one) => one.name === name);
    expect(named('ask')).toMatchObject({ name_localizations: { de: 'fragen', 'en-US': 'ask' } });
    expect(named('Ask the articles')).toMatchObject({ name_localizations: { de: 'Die Artikel fragen' } });
  });

  test('are not registered again by a second start', async () => {
    const registered = () => bot.log.lines.find(({ message }) => /^commands /.test(message))?.message;
    expect(registered()).toBe('commands registered');
    await bot.close();
    bot = await start();
    expect(registered()).toBe('commands unchanged');
    expect(discord.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });
});
