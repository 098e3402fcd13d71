import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type RunningBot, startBot } from './in-process.ts';
import { isEphemeral } from './loopback/discord.ts';
import { buttonsOf, type Message, type User } from './loopback/shapes.ts';
import { wordsOf } from './reading.ts';

/** Direct messages, and channels among friends that the bot is not in. */

const ben: User = { id: '350000000000000002', username: 'ben' };
const MOST_FOLLOW_UPS = 5;

let bot: RunningBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());
afterEach(() => {
  bot.discord.interactions.userInstalled = false;
  expect(bot.discord.violations).toEqual([]);
});

const labels = (message: Message) => buttonsOf(message).map(({ label }) => label);
const outcome = () => bot.log.lines.findLast(({ message }) => message === 'interaction')?.fields.outcome;

describe.each([
  ['in direct messages', { context: 'dm' as const }, false],
  ['in a channel that the bot is not in', { context: 'elsewhere' as const }, true],
])('%s', (_where, place, hasOthers) => {
  const ask = async (options = {}) =>
    (await bot.discord.slash('ask', { question: 'How long?', ...options }, place)).messages;

  test('a command is answered', async () => {
    const messages = await ask();
    expect(messages.map(isEphemeral)).toEqual([false]);
    expect(wordsOf(messages[0])).toContain('nine weeks');
    expect(labels(messages[0]!)).toContain('Dismiss');
  });

  test('a private answer can be shared where there are others, and dismissed by who shared it', async () => {
    const own = await ask({ private: true });
    expect(own.map(isEphemeral)).toEqual([true]);
    expect(labels(own[0]!).includes('Share')).toBe(hasOthers);
    if (!hasOthers) return;
    const { messages: shared } = await bot.discord.click('Share', own[0]!, place);
    expect(shared.map(isEphemeral)).toEqual([false]);
    expect((await bot.discord.click('Dismiss', shared[0]!, place)).messages).toEqual([]);
  });

  test('buttons change their message, and ask anew', async () => {
    const [message] = await ask();
    const { messages: changed } = await bot.discord.click('More context', message!, place);
    expect(changed.map(({ id }) => id)).toEqual([message!.id]);
    expect(wordsOf(changed[0])).toContain('Buses will run along Mill Lane.');
    const { messages: again } = await bot.discord.click('Again', message!, place);
    expect(wordsOf(again[0])).toContain('nine weeks');
  });

  test('what goes wrong is told to the asker alone', async () => {
    const { messages } = await bot.discord.slash('fail', { how: 'user' }, place);
    expect(messages.map(isEphemeral)).toEqual([true]);
  });

  test('an article is suggested', async () => {
    expect(await bot.discord.autocomplete('ask', 'article', 'har', {}, place)).toHaveLength(1);
  });

  test('conversations are of one person in one channel', async () => {
    const { messages } = await bot.discord.slash('where', {}, { ...place, user: ben });
    expect(wordsOf(messages[0])).toBe(`${messages[0]?.channel_id}:${ben.id}`);
  });
});

describe('among friends, only who asked', () => {
  test('can dismiss an answer', async () => {
    const place = { context: 'elsewhere' as const };
    const { messages } = await bot.discord.slash('ask', { question: 'How long?' }, place);
    const { messages: refused } = await bot.discord.click('Dismiss', messages[0]!, { ...place, user: ben });
    expect(wordsOf(refused[0])).toBe('Only the person who asked, or a moderator, can dismiss this answer.');
    expect(refused.map(isEphemeral)).toEqual([true]);
  });
});

describe('an answer of many messages', () => {
  const GOES_ON = /^The answer goes on, but Discord allows me no more messages here\./;
  const long = (notes: number, place = {}) => bot.discord.slash('long', { notes }, place);

  test.each([
    ['where the bot is not', { context: 'elsewhere' as const }, false],
    ['where only the asker installed it', {}, true],
  ])('keeps to what Discord allows %s, and says that it goes on', async (_where, place, userInstalled) => {
    bot.discord.interactions.userInstalled = userInstalled;
    const { messages } = await long(9, place);
    expect(messages).toHaveLength(1 + MOST_FOLLOW_UPS);
    expect(wordsOf(messages.at(-1))).toMatch(GOES_ON);
    expect(outcome()).toBe('answered');
  });

  test('is whole there where it just fits', async () => {
    const { messages } = await long(1 + MOST_FOLLOW_UPS, { context: 'elsewhere' });
    expect(messages.map((message) => wordsOf(message).slice(0, 2))).toEqual([
      '1.',
      '2.',
      '3.',
      '4.',
      '5.',
      '6.',
    ]);
  });

  test('is whole in a server that the bot was added to', async () => {
    expect((await long(9)).messages).toHaveLength(9);
  });
});
