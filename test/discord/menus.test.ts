import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { openNewsroom } from '../../src/open.ts';
import { type RunningBot, startBot } from './in-process.ts';
import { isEphemeral } from './loopback/discord.ts';
import { buttonsOf, type Message } from './loopback/shapes.ts';
import { wordsOf } from './reading.ts';

/** What can be done with a message that somebody wrote, with the articles that come with the program. */

const ASK = 'Ask the articles';
const CHECK = 'Check this quote';
const QUESTION = 'Who is Dmytro Kuleba?';
const QUOTE = 'Why should Europe give away the resources that should fuel its own economy to America?';

let bot: RunningBot;
beforeAll(async () => {
  const { newsroom } = await openNewsroom();
  bot = await startBot({ newsroom, commands });
});
afterAll(() => bot.close());
afterEach(() => expect(bot.discord.violations).toEqual([]));

const chosen = async (menu: string, content: string, more: Partial<Message> = {}) => {
  const { messages, acknowledgedWith } = await bot.discord.menu(menu, { ...more, content });
  expect(messages.map(isEphemeral)).toEqual([true]);
  return { message: messages[0]!, words: wordsOf(messages[0]), acknowledgedWith };
};
const labels = (message: Message) => buttonsOf(message).map(({ label }) => label);

describe('a message’s menu', () => {
  test('offers to ask and to check, wherever commands are', () => {
    const offered = bot.discord.commands().filter(({ type }) => type === 3);
    expect(offered.map(({ name }) => name)).toEqual(expect.arrayContaining([ASK, CHECK]));
    for (const menu of offered)
      expect(menu).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] });
  });

  test('asks what the message asks, for whoever chose it alone, who may share it', async () => {
    const { message, words, acknowledgedWith } = await chosen(ASK, QUESTION);
    expect(acknowledgedWith).toBe(5);
    expect(words).toContain('Dmytro Kuleba, a former foreign minister of Ukraine');
    expect(labels(message)).toContain('Share');
    const { messages: shared } = await bot.discord.click('Share', message);
    expect(shared.map(isEphemeral)).toEqual([false]);
    expect(wordsOf(shared[0])).toContain('Dmytro Kuleba, a former foreign minister of Ukraine');
  });

  test('checks what the message quotes', async () => {
    const { message, words } = await chosen(CHECK, `“${QUOTE}”`);
    expect(words).toContain('Kuleba');
    expect(words).toContain(QUOTE);
    expect(labels(message)).toContain('Share');
    expect(bot.log.lines.findLast((line) => line.message === 'interaction')?.fields).toMatchObject({
      kind: 'menu',
      command: 'check',
      outcome: 'answered',
    });
  });

  test('does not look for the message’s marks and mentions', async () => {
    const plain = await chosen(CHECK, QUOTE);
    const marked = `> **Why should** <@300000000000000009> Europe ~~give away~~ the [resources](https://a.example/) that should fuel ||its own|| economy to _America_?`;
    expect((await chosen(CHECK, marked)).words).toBe(plain.words);
  });

  test.each([
    ['no words', '👋 !!'],
    ['nothing but a picture', ''],
    ['nothing but mentions', '<@300000000000000009> <#500000000000000001>'],
  ])('says kindly where there is %s to look for', async (_what, content) => {
    const { words, acknowledgedWith } = await chosen(ASK, content);
    expect(words).toBe('That message has no words that I could look for.');
    expect(acknowledgedWith).toBe(4);
  });

  test('says kindly where the message is too long', async () => {
    const { words } = await chosen(ASK, 'why '.repeat(300));
    expect(words).toBe('That message is too long to be looked up: at most 1000 characters.');
  });

  test('works on what a bot shows in a card, and in embeds', async () => {
    const container = { type: 17, components: [{ type: 10, content: `### ${QUESTION}` }] };
    const author = { id: '300000000000000002', username: 'other-bot', bot: true };
    const card = await chosen(ASK, '', { author, flags: 32768, components: [container] });
    expect(card.words).toContain('former foreign minister');
    const embed = await chosen(ASK, '', { author, embeds: [{ type: 'rich', description: QUESTION }] });
    expect(embed.words).toContain('former foreign minister');
  });

  test('of another version says that it was updated', async () => {
    expect((await chosen('Translate this', QUESTION)).words).toMatch(/^This command was updated/);
  });
});
