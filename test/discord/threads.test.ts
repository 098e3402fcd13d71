import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Newsroom } from '../../src/newsroom.ts';
import { openNewsroom } from '../../src/open.ts';
import { type RunningBot, startBot } from './in-process.ts';
import { isEphemeral, type LoopbackDiscord, startLoopbackDiscord } from './loopback/discord.ts';
import { INTENTS } from './loopback/intents.ts';
import { buttonsOf, type Message, type User } from './loopback/shapes.ts';
import { wordsOf } from './reading.ts';

/** Conversations that go on in a thread of their own, where everybody shares them. */

const BUTTON = 'Go on in a thread';
const WHO = 'Who is Dmytro Kuleba?';
const FOLLOW_UP = 'what did he tell Politico?';
const AGAIN = 'and what did he say about Europe?';
const UNDERSTOOD = '↳ what did Dmytro Kuleba tell Politico?';
const HINT = /^Discord shows me only messages that mention me\. Begin your question with @verbatim-test/;

let newsroom: Newsroom;
let discord: LoopbackDiscord;
let bot: RunningBot;
let stateDir: string;
let people = 0;
let ada: User;
let ben: User;

const somebody = (): User => {
  people += 1;
  return { id: `3200000000000000${String(people).padStart(2, '0')}`, username: `person-${people}` };
};
const start = (discordChat: 'mentions' | 'everything' = 'mentions', from = newsroom) =>
  startBot({ at: discord, newsroom: from, commands, environment: { stateDir, discordChat } });
const restart = async (...args: Parameters<typeof start>): Promise<void> => {
  await bot.stop();
  await bot.close();
  bot = await start(...args);
};

beforeAll(async () => {
  ({ newsroom } = await openNewsroom());
  stateDir = mkdtempSync(join(tmpdir(), 'verbatim-state-'));
  discord = await startLoopbackDiscord({ privilegedIntents: INTENTS.messageContent });
  bot = await start();
});
afterAll(async () => {
  await bot.close();
  await discord.close();
  rmSync(stateDir, { recursive: true });
});
beforeEach(() => {
  [ada, ben] = [somebody(), somebody()];
});
afterEach(() => {
  discord.faults.clear();
  expect(discord.violations).toEqual([]);
});

const mentioning = (words: string): string => `<@${discord.bot.id}> ${words}`;
const labels = (message: Message | undefined) =>
  buttonsOf(message ?? { components: [] }).map(({ label }) => label);
const answerTo = async (content: string, saying: Parameters<LoopbackDiscord['say']>[1]): Promise<Message> =>
  (await discord.say(content, { atLeast: 1, ...saying })).answers.at(-1)!;
/** The second answer of a conversation. */
const followed = async (user: User): Promise<Message> => {
  await answerTo(mentioning(WHO), { user });
  return answerTo(mentioning(FOLLOW_UP), { user });
};
const said = (channelId: string) => discord.posted.filter(({ channel_id }) => channel_id === channelId);
const outcome = () => bot.log.lines.findLast(({ message }) => message === 'interaction')?.fields.outcome;

/** Until all that comes of it has come; the message stays as it is. */
const press = async (answer: Message, user: User) => {
  const count = () => bot.log.lines.filter(({ fields: { command } }) => command === 'thread').length;
  const before = count();
  const exchange = discord.sendClick(BUTTON, answer, { user });
  await discord.until(() => count() > before, 'the button to have its effect');
  return exchange;
};
/** The thread's id. */
const opened = async (user: User): Promise<string> => {
  const answer = await followed(user);
  await press(answer, user);
  return answer.id;
};

describe('going on in a thread', () => {
  test('is offered once a conversation goes on, in a server’s channels', async () => {
    expect(labels(await answerTo(mentioning(WHO), { user: ada }))).not.toContain(BUTTON);
    expect(labels(await answerTo(mentioning(FOLLOW_UP), { user: ada }))).toContain(BUTTON);
  });

  test.each([
    ['direct messages', { dm: true, channelId: '600000000000000091' }],
    ['somebody’s thread', { thread: true, channelId: '700000000000000091' }],
  ])('is not offered in %s, which have no threads', async (_where, place) => {
    await answerTo(mentioning(WHO), { user: ada, ...place });
    const answer = await answerTo(mentioning(FOLLOW_UP), { user: ada, ...place });
    expect(wordsOf(answer)).toContain(UNDERSTOOD);
    expect(labels(answer)).not.toContain(BUTTON);
  });

  test('opens one at the answer, and says there how to', async () => {
    const answer = await followed(ada);
    const { callbackType } = await press(answer, ada);
    expect(callbackType).toBe(6);
    expect(discord.threads.filter(({ messageId }) => messageId === answer.id)).toMatchObject([
      { name: 'what did Dmytro Kuleba tell Politico?', channelId: answer.channel_id },
    ]);
    expect(said(answer.id).map(wordsOf)).toEqual([expect.stringMatching(HINT)]);
  });

  test('twice opens one, and says so once', async () => {
    const answer = await followed(ada);
    await press(answer, ada);
    await press(answer, ben);
    expect(outcome()).toBe('answered');
    expect(discord.threads.filter(({ messageId }) => messageId === answer.id)).toHaveLength(1);
    expect(said(answer.id)).toHaveLength(1);
  });

  test.each(['lost request', 'lost answer'] as const)(
    'survives a connection that breaks: %s',
    async (mishap) => {
      const answer = await followed(ada);
      discord.faults.next(/POST .*\/threads$/, mishap);
      await press(answer, ada);
      expect(said(answer.id).map(wordsOf)).toEqual([expect.stringMatching(HINT)]);
      expect(wordsOf(await answerTo(mentioning(AGAIN), { user: ben, channelId: answer.id }))).toContain('↳');
    },
  );

  test('in a thread that somebody opened at the answer is possible too', async () => {
    const answer = await followed(ada);
    discord.channels.openThread(answer.channel_id, answer.id, { name: 'Look at this' });
    await press(answer, ada);
    expect(wordsOf(await answerTo(mentioning(AGAIN), { user: ben, channelId: answer.id }))).toContain('↳');
  });

  test('where the bot may not is told to who pressed, with what is missing', async () => {
    const answer = await followed(ada);
    discord.faults.next(/POST .*\/threads$/, { status: 403, code: 50013 });
    const { messages } = await discord.click(BUTTON, answer, { user: ada, appPermissions: '2147486720' });
    const note = messages.at(-1)!;
    expect(isEphemeral(note)).toBe(true);
    expect(wordsOf(note)).toBe(
      'I could not open a thread here. Ask a moderator to allow me in this channel: Send Messages in Threads, Create Public Threads.',
    );
    expect(outcome()).toBe('forbidden');
  });

  test('where there can be none is told to who pressed', async () => {
    const answer = await followed(ada);
    discord.faults.next(/POST .*\/threads$/, { status: 400, code: 50024 });
    const { messages } = await discord.click(BUTTON, answer, { user: ada });
    expect(wordsOf(messages.at(-1))).toBe('I could not open a thread here.');
  });
});

describe('in the thread', () => {
  test('anybody goes on from the conversation that led there, and from what is asked there', async () => {
    const channelId = await opened(ada);
    const first = await answerTo(mentioning(AGAIN), { user: ben, channelId });
    expect(wordsOf(first)).toMatch(/↳ .*Dmytro Kuleba.*Europe/);
    expect(labels(first)).not.toContain(BUTTON);
    expect(wordsOf(await answerTo('why did he?', { user: ada, replyTo: first }))).toContain('↳');
  });

  test('the thread’s conversation is not taken for what was asked in the channel since', async () => {
    const channelId = await opened(ada);
    await answerTo(mentioning(AGAIN), { user: ben, channelId });
    await answerTo(mentioning('Who is Scott Bessent?'), { user: ada });
    const words = wordsOf(await answerTo(mentioning('what did he tell Politico?'), { user: ben, channelId }));
    expect(words).toContain(UNDERSTOOD);
  });

  test('people who talk with each other are left alone', async () => {
    const channelId = await opened(ada);
    const message = discord.sayAndForget(`<@${ben.id}> I knew it`, { user: ada, channelId });
    discord.sayAndForget('did you?', { user: ben, channelId, replyTo: message });
    discord.sayAndForget('no', { user: ben, channelId, replyTo: message, ping: false });
    const answer = await answerTo(mentioning(AGAIN), { user: ben, channelId });
    expect(said(channelId).slice(1).map(wordsOf)).toEqual([wordsOf(answer)]);
  });

  test('what Discord hides is asked to be said with a mention, once a minute at most', async () => {
    const channelId = await opened(ada);
    await discord.say(AGAIN, { user: ben, channelId, atLeast: 1 });
    const { answers } = await discord.say(AGAIN, { user: ada, channelId });
    expect(answers).toEqual([]);
    expect(said(channelId).map(wordsOf)).toEqual([expect.stringMatching(HINT), expect.stringMatching(HINT)]);
    expect(outcome()).toBe('not understood');
  });
});

describe('after a restart', () => {
  test('the thread is still known, and what it was about is not made up', async () => {
    const channelId = await opened(ada);
    await restart('mentions', (await openNewsroom()).newsroom);
    const { answers } = await discord.say(AGAIN, { user: ben, channelId, atLeast: 1 });
    expect(answers.map(wordsOf)).toEqual([expect.stringMatching(HINT)]);
    expect(wordsOf(await answerTo(mentioning(AGAIN), { user: ben, channelId }))).not.toContain('↳');
    await restart();
  });

  test('as a bot that reads everything, no mention is needed there, nor asked for', async () => {
    await restart('everything');
    const channelId = await opened(ada);
    expect(said(channelId)).toEqual([]);
    expect(wordsOf(await answerTo(AGAIN, { user: ben, channelId }))).toMatch(/↳ .*Dmytro Kuleba/);
    expect((await discord.say(AGAIN, { user: ben })).answers).toEqual([]);
    for (const noWords of ['👍', '', `<@${ada.id}> and you?`])
      expect((await discord.say(noWords, { user: ben, channelId })).answers).toEqual([]);
    await restart();
  });
});
