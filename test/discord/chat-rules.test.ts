import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { openNewsroom } from '../../src/open.ts';
import { hostileText } from './hostile.ts';
import { type RunningBot, startBot } from './in-process.ts';
import type { Saying } from './loopback/discord.ts';
import { newMessage } from './loopback/messages.ts';
import { textsOf } from './loopback/shapes.ts';
import { readMarkdown } from './markdown-reader.ts';
import { wordsOf } from './reading.ts';

/** What is answered, what is not, and what happens where something is in the way. */

const QUESTION = 'Who is Dmytro Kuleba?';

let bot: RunningBot;
beforeAll(async () => {
  const { newsroom } = await openNewsroom();
  bot = await startBot({ newsroom, commands });
});
afterAll(() => bot.close());
beforeEach(() => {
  bot.log.lines.length = 0;
});
afterEach(() => {
  bot.discord.faults.clear();
  expect(bot.discord.violations).toEqual([]);
});

const mentioning = (words: string): string => `<@${bot.discord.bot.id}> ${words}`;
const outcomes = () =>
  bot.log.lines.filter(({ message }) => message === 'interaction').map(({ fields }) => fields.outcome);

describe('a message is never answered', () => {
  /** After it somebody asks something, so that nothing has to be waited for that does not come. */
  const isLeftAlone = async (): Promise<void> => {
    const before = bot.discord.posted.length;
    const { message } = await bot.discord.say(mentioning(QUESTION), { atLeast: 1 });
    expect(bot.discord.posted.slice(before).map((posted) => posted.message_reference)).toMatchObject([
      { message_id: message.id },
    ]);
    expect(outcomes()).toEqual(['answered']);
  };

  test.each<[string, Saying]>([
    ['another bot', { bot: true }],
    ['another bot, in direct messages', { bot: true, dm: true, channelId: '600000000000000081' }],
    ['the bot itself', { user: { id: '200000000000000001', username: 'verbatim-test', bot: true } }],
  ])('of %s', async (_who, saying) => {
    bot.discord.sayAndForget(mentioning(QUESTION), saying);
    await isLeftAlone();
  });

  test('of a webhook', async () => {
    const { channelId } = bot.discord;
    const author = { id: '300000000000000005', username: 'a feed' };
    const mentions = [{ id: bot.discord.bot.id }];
    const body = { content: mentioning(QUESTION) };
    const webhook = { webhook_id: author.id, mentions };
    bot.discord.channels.add(newMessage({ channelId, author, type: 0 }, body, webhook));
    await isLeftAlone();
  });

  test('that mentions somebody else, or nobody', async () => {
    bot.discord.sayAndForget(`<@300000000000000009> ${QUESTION}`);
    bot.discord.sayAndForget(QUESTION);
    await isLeftAlone();
  });
});

describe('a message', () => {
  test('that is longer than a question can be is told so', async () => {
    const { answers } = await bot.discord.say(mentioning('why '.repeat(260)), { atLeast: 1 });
    expect(answers.map(wordsOf)).toEqual([
      'That message is too long to be looked up: at most 1000 characters.',
    ]);
    expect(outcomes()).toEqual(['user error']);
  });

  test('in a channel where the bot may not write is left, and the log says why', async () => {
    const channelId = '500000000000000081';
    bot.discord.forbiddenChannels.add(channelId);
    bot.discord.sayAndForget(mentioning(QUESTION), { channelId });
    await bot.discord.until(() => outcomes().length === 1);
    expect(outcomes()).toEqual(['forbidden']);
    expect(bot.log.lines.map(({ level }) => level)).not.toContain('error');
    expect((await bot.discord.say(mentioning(QUESTION), { atLeast: 1 })).answers).toHaveLength(1);
  });

  test('full of marks is answered without any of them coming alive', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText({ maxLength: 12 }), async (hostile) => {
        const content = mentioning(`What did ${hostile} Kuleba say? ${hostile}`);
        const { answers } = await bot.discord.say(content, { atLeast: 1 });
        const lines = answers.flatMap(textsOf).flatMap(readMarkdown);
        expect(lines.flatMap(({ alive }) => alive)).toEqual([]);
        expect(answers.flatMap(({ mentions }) => mentions)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });
});

describe('an answer whose connection breaks', () => {
  test.each(['lost request', 'lost answer'] as const)('is posted, and posted once: %s', async (mishap) => {
    bot.discord.faults.next(/POST .*\/messages$/, mishap);
    const before = bot.discord.posted.length;
    const { answers } = await bot.discord.say(mentioning(QUESTION), { atLeast: 1 });
    await bot.discord.until(() => outcomes().length === 1);
    expect(outcomes()).toEqual(['answered']);
    expect(answers).toHaveLength(1);
    expect(bot.discord.posted.length - before).toBe(1);
  });

  test('while the bot begins to type is given nonetheless', async () => {
    bot.discord.faults.next(/POST .*\/typing$/, 'lost request', 2);
    const { answers } = await bot.discord.say(mentioning(QUESTION), { atLeast: 1 });
    expect(answers).toHaveLength(1);
    expect(wordsOf(answers[0])).toContain('former foreign minister');
  });

  test('for good is in the log', async () => {
    bot.discord.faults.next(/POST .*\/messages$/, 'lost request', 100);
    bot.discord.sayAndForget(mentioning(QUESTION));
    await bot.discord.until(() => outcomes().length === 1);
    bot.discord.faults.clear();
    expect(outcomes()).toEqual(['undelivered']);
    expect(bot.log.lines.some(({ level }) => level === 'error')).toBe(true);
  });
});
