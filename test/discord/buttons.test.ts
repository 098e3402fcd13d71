import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { encodeCall } from '../../src/discord/custom-id.ts';
import { type RunningBot, startBot } from './in-process.ts';
import { isEphemeral } from './loopback/discord.ts';
import { buttonsOf, type Component, type Message } from './loopback/shapes.ts';
import { wordsOf } from './reading.ts';

let bot: RunningBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.close());
afterEach(() => expect(bot.discord.violations).toEqual([]));

describe('a button', () => {
  const asked = async (place = {}) => {
    const { messages } = await bot.discord.slash('ask', { question: 'How long?', ...place });
    return messages[0]!;
  };

  test('that continues an answer changes its message', async () => {
    const message = await asked();
    const { messages, acknowledgedWith } = await bot.discord.click('More context', message);
    expect(acknowledgedWith).toBe(6);
    expect(messages.map(({ id }) => id)).toEqual([message.id]);
    expect(wordsOf(messages[0])).toContain('Buses will run along Mill Lane.');
  });

  test('leaves the question above the answer that it changes', async () => {
    const { messages } = await bot.discord.click('More context', await asked());
    expect(wordsOf(messages[0])).toMatch(/^How long\?\n/);
  });

  test('that somebody else presses leaves the answer alone and shows them a copy', async () => {
    const message = await asked();
    const user = { id: '300000000000000077', username: 'other' };
    const { messages } = await bot.discord.click('More context', message, { user });
    expect(messages.map(({ id }) => id)).not.toContain(message.id);
    expect(messages.map(isEphemeral)).toEqual([true]);
    expect(wordsOf(messages[0])).toContain('Buses will run along Mill Lane.');
  });

  test('that asks something else is answered below', async () => {
    const message = await asked();
    const { messages, acknowledgedWith } = await bot.discord.click('Again', message);
    expect(acknowledgedWith).toBe(5);
    expect(messages.map(({ id }) => id)).not.toContain(message.id);
    expect(isEphemeral(messages[0]!)).toBe(false);
  });

  test('on a private answer is answered in private', async () => {
    const { messages } = await bot.discord.click('Again', await asked({ private: true }));
    expect(isEphemeral(messages[0]!)).toBe(true);
  });

  test('whose call goes wrong leaves the message and tells the person who clicked', async () => {
    const message = await asked();
    const { messages: more } = await bot.discord.click('More context', message);
    const { messages } = await bot.discord.click('More', more[0]!);
    expect(messages).toHaveLength(2);
    expect(wordsOf(messages[0])).toBe(wordsOf(more[0]));
    expect(isEphemeral(messages[1]!)).toBe(true);
    expect(wordsOf(messages[1])).toBe('There are only two more lines.');
  });

  const button = (id: string): Message => {
    const component: Component = { type: 2, style: 2, label: 'Old', custom_id: id };
    const flags = 32768;
    const components = [{ type: 17, components: [{ type: 1, components: [component] }] }];
    return {
      id: '600000000000000001',
      channel_id: bot.discord.channelId,
      flags,
      content: '',
      components,
      embeds: [],
    };
  };

  test.each([
    ['of another version', '0>ask'],
    ['for a command that is no more', encodeCall({ command: 'gone', options: {}, inPlace: true })!],
    ['without a required option', encodeCall({ command: 'ask', options: {}, inPlace: false })!],
    ['with an option that is no more', encodeCall({ command: 'where', options: { x: 1 }, inPlace: false })!],
    [
      'with an option of another type',
      encodeCall({ command: 'ask', options: { question: 1 }, inPlace: false })!,
    ],
  ])('%s says in private that it is too old', async (_, id) => {
    const { messages } = await bot.discord.click('Old', button(id));
    const answer = messages.at(-1)!;
    expect(isEphemeral(answer)).toBe(true);
    expect(wordsOf(answer)).toBe('This button is from an older version. Please ask again.');
  });
});

describe('sharing and dismissing', () => {
  const stranger = { id: '300000000000000009', username: 'stranger' };
  const MODERATOR = '8192';

  test('a private answer can be posted for everyone, once', async () => {
    const { messages: own } = await bot.discord.slash('ask', { question: 'How long?', private: true });
    const { messages } = await bot.discord.click('Share', own[0]!);
    expect(messages.map(isEphemeral)).toEqual([false]);
    expect(wordsOf(messages[0])).toBe(wordsOf(own[0]));
    const labels = (message: Message) => buttonsOf(message).map(({ label }) => label);
    expect(labels(messages[0]!)).toEqual(labels(own[0]!).map((label) => label?.replace('Share', 'Dismiss')));
  });

  test('an answer can be dismissed by who asked', async () => {
    const { messages: own } = await bot.discord.slash('ask', { question: 'How long?' });
    const { messages, acknowledgedWith } = await bot.discord.click('Dismiss', own[0]!);
    expect(acknowledgedWith).toBe(6);
    expect(messages).toEqual([]);
  });

  test('an answer can be dismissed by a moderator, but by nobody else', async () => {
    const { messages: own } = await bot.discord.slash('ask', { question: 'How long?' });
    const refused = await bot.discord.click('Dismiss', own[0]!, { user: stranger });
    expect(wordsOf(refused.messages[0])).toBe(
      'Only the person who asked, or a moderator, can dismiss this answer.',
    );
    expect(refused.messages.map(isEphemeral)).toEqual([true]);
    const allowed = await bot.discord.click('Dismiss', own[0]!, { user: stranger, permissions: MODERATOR });
    expect(allowed.messages).toEqual([]);
  });

  test('is not offered under an answer of several messages, of which it would take one', async () => {
    const { messages } = await bot.discord.slash('long', { notes: 2, private: true });
    expect(messages.flatMap(buttonsOf)).toEqual([]);
  });
});
