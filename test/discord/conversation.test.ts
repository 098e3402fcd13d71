import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { openNewsroom } from '../../src/open.ts';
import { type RunningBot, startBot } from './in-process.ts';
import type { Saying } from './loopback/discord.ts';
import type { Message, User } from './loopback/shapes.ts';
import { wordsOf } from './reading.ts';

/** Mentions, replies and direct messages, with the articles that come with the program. */

const WHO = 'Who is Dmytro Kuleba?';
const FOLLOW_UP = 'what did he tell Politico?';
const UNDERSTOOD = '↳ what did Dmytro Kuleba tell Politico?';

let bot: RunningBot;
let people = 0;
/** Each test's own: conversations are remembered. */
const somebody = (): User => {
  people += 1;
  return { id: `3100000000000000${String(people).padStart(2, '0')}`, username: `person-${people}` };
};
let ada: User;
let ben: User;

beforeAll(async () => {
  const { newsroom } = await openNewsroom();
  bot = await startBot({ newsroom, commands });
});
afterAll(() => bot.close());
beforeEach(() => {
  [ada, ben] = [somebody(), somebody()];
});
afterEach(() => expect(bot.discord.violations).toEqual([]));

const mentioning = (words: string): string => `<@${bot.discord.bot.id}> ${words}`;
const answered = async (words: string, saying: Saying): Promise<Message> => {
  const { answers } = await bot.discord.say(words, { atLeast: 1, ...saying });
  return answers.at(-1)!;
};

describe('a mention', () => {
  test('is answered in reply to the message, after a sign of typing, and pings nobody', async () => {
    const typedBefore = bot.discord.typed.length;
    const seenBefore = bot.discord.requests.length;
    const { message, answers } = await bot.discord.say(mentioning(WHO), { user: ada, atLeast: 1 });
    expect(answers).toHaveLength(1);
    expect(answers[0]).toMatchObject({
      message_reference: { message_id: message.id, channel_id: message.channel_id },
      mentions: [],
    });
    expect(wordsOf(answers[0])).toContain('Dmytro Kuleba, a former foreign minister of Ukraine');
    expect(bot.discord.typed.slice(typedBefore)).toMatchObject([{ channelId: message.channel_id }]);
    const calls = bot.discord.requests.slice(seenBefore).map(({ path }) => path.split('/').at(-1));
    expect(calls).toEqual(['typing', 'messages']);
    expect(bot.discord.requests.at(-1)?.body).toMatchObject({
      allowed_mentions: { parse: [], replied_user: false },
      message_reference: { fail_if_not_exists: false },
    });
  });

  test('without words is answered with what can be asked', async () => {
    expect(wordsOf(await answered(mentioning('?!'), { user: ada }))).toMatch(/ask/i);
    expect(bot.log.lines.findLast(({ message }) => message === 'interaction')?.fields).toMatchObject({
      kind: 'message',
      command: 'help',
      outcome: 'answered',
    });
  });

  test('in reply to somebody’s question asks that question', async () => {
    const question = bot.discord.sayAndForget(`${WHO} <@${bot.discord.bot.id}>`, { user: ben });
    const reply = await answered(mentioning(''), { user: ada, replyTo: question });
    expect(wordsOf(reply)).toContain('former foreign minister');
  });
});

describe('a follow-up', () => {
  test('by a second mention is understood, and shown as it was', async () => {
    await answered(mentioning(WHO), { user: ada });
    const words = wordsOf(await answered(mentioning(FOLLOW_UP), { user: ada }));
    expect(words).toContain(UNDERSTOOD);
    expect(words).toContain('Kuleba told Politico');
  });

  test('by a reply needs no mention', async () => {
    const answer = await answered(mentioning(WHO), { user: ada });
    const words = wordsOf(await answered(FOLLOW_UP, { user: ada, replyTo: answer }));
    expect(words).toContain(UNDERSTOOD);
  });

  test('of somebody else who replies takes the conversation up', async () => {
    const answer = await answered(mentioning(WHO), { user: ada });
    const words = wordsOf(await answered(FOLLOW_UP, { user: ben, replyTo: answer }));
    expect(words).toContain(UNDERSTOOD);
  });

  test('of somebody else who only mentions the bot begins anew', async () => {
    await answered(mentioning(WHO), { user: ada });
    const words = wordsOf(await answered(mentioning(FOLLOW_UP), { user: ben }));
    expect(words).not.toContain('↳');
  });

  test('goes on from a command that was used in the same channel', async () => {
    await bot.discord.slash('ask', { question: WHO }, { user: ada });
    expect(wordsOf(await answered(mentioning(FOLLOW_UP), { user: ada }))).toContain(UNDERSTOOD);
  });

  test('in another channel begins anew', async () => {
    await answered(mentioning(WHO), { user: ada });
    const elsewhere = { user: ada, channelId: '500000000000000077' };
    expect(wordsOf(await answered(mentioning(FOLLOW_UP), elsewhere))).not.toContain('↳');
  });
});

describe('in direct messages', () => {
  test('no mention is needed, and the conversation goes on', async () => {
    const dm = { user: ada, dm: true, channelId: '600000000000000071' };
    expect(wordsOf(await answered(WHO, dm))).toContain('former foreign minister');
    expect(wordsOf(await answered(FOLLOW_UP, dm))).toContain(UNDERSTOOD);
  });

  test('what has no words is answered with what can be asked', async () => {
    const dm = { user: ben, dm: true, channelId: '600000000000000072' };
    expect(wordsOf(await answered('👋', dm))).toMatch(/ask/i);
  });
});
