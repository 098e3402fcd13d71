import { MessageFlags } from 'discord.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RunningBot, startBot } from './in-process.ts';
import { isEphemeral } from './loopback/discord.ts';
import { HARBOUR, newsroom } from './newsdesk.ts';
import { wordsOf } from './reading.ts';

let bot: RunningBot;
let suggest: (typed: string) => readonly { label: string; value: string }[];

beforeAll(async () => {
  bot = await startBot({ newsroom: newsroom((typed) => suggest(typed)) });
});
afterAll(() => bot.close());
beforeEach(() => {
  suggest = (typed) => [{ label: `${HARBOUR.headline} ${typed}`.trim(), value: HARBOUR.id }];
  bot.log.lines.length = 0;
});
afterEach(() => expect(bot.discord.violations).toEqual([]));

describe('a slash command', () => {
  test('is acknowledged at once and answered with a card', async () => {
    const { messages, acknowledgedWith } = await bot.discord.slash('ask', { question: 'How long?' });
    expect(acknowledgedWith).toBe(5);
    expect(messages).toHaveLength(1);
    expect(wordsOf(messages[0])).toBe(
      [
        'How long?',
        'Harbour bridge to close for repairs',
        'The bridge closes on Monday. It will stay shut for nine weeks, the council said.',
        'The Quayside Courier\u00a0· 16 Feb 2025\u00a0· strong match',
      ].join('\n'),
    );
    expect(isEphemeral(messages[0]!)).toBe(false);
  });

  test('asked privately is answered for the asker alone, every message of it', async () => {
    const { messages } = await bot.discord.slash('long', { notes: 2, private: true });
    expect(messages).toHaveLength(2);
    expect(messages.every(isEphemeral)).toBe(true);
  });

  test('whose answer is too long for one message is continued in others, in order', async () => {
    const { messages } = await bot.discord.slash('long', { notes: 4 });
    expect(messages.map((message) => wordsOf(message).slice(0, 2))).toEqual(['1.', '2.', '3.', '4.']);
    expect(messages.some(isEphemeral)).toBe(false);
  });

  test('mentions nobody and grows no previews', async () => {
    await bot.discord.slash('ask', { question: 'How long?' });
    const edit = bot.discord.requests.findLast(({ method }) => method === 'PATCH');
    expect(edit?.body).toMatchObject({
      allowed_mentions: { parse: [], replied_user: false },
      flags: MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds,
    });
  });

  test('belongs to a conversation of one person in one channel', async () => {
    const user = { id: '300000000000000009', username: 'other' };
    const { messages } = await bot.discord.slash('where', {}, { channelId: '500000000000000009', user });
    expect(wordsOf(messages[0])).toBe('500000000000000009:300000000000000009');
  });

  test('leaves one line in the log, without anything that was written', async () => {
    await bot.discord.slash('ask', { question: 'Where is my secret boat?' });
    const lines = bot.log.lines.filter(({ message }) => message === 'interaction');
    expect(lines).toHaveLength(1);
    expect(lines[0]?.fields).toEqual({
      kind: 'command',
      command: 'ask',
      acknowledgedMs: expect.any(Number),
      answeredMs: expect.any(Number),
      outcome: 'answered',
    });
    expect(JSON.stringify(bot.log.lines)).not.toContain('secret boat');
  });
});

describe('autocomplete', () => {
  test('offers what the newsroom suggests', async () => {
    const choices = await bot.discord.autocomplete('ask', 'article', 'har', { question: 'How long?' });
    expect(choices).toEqual([{ name: 'Harbour bridge to close for repairs har', value: 'harbour' }]);
  });

  test('keeps to 25 choices of 100 characters, and never cuts a value', async () => {
    suggest = () => [
      { label: 'Too long a value', value: 'v'.repeat(101) },
      { label: `${'😀'.repeat(60)}`, value: 'emoji' },
      ...Array.from({ length: 40 }, (_, index) => ({ label: `Article ${index}`, value: `${index}` })),
    ];
    const choices = (await bot.discord.autocomplete('ask', 'article', '')) ?? [];
    expect(choices).toHaveLength(25);
    expect(choices[0]).toEqual({ name: `${'😀'.repeat(49)}…`, value: 'emoji' });
  });

  test('shows no marks that turn writing around', async () => {
    suggest = () => [{ label: 'Ferry \u202edesolc\u202c \u2067and\u2069 sunk', value: 'ferry' }];
    const choices = (await bot.discord.autocomplete('ask', 'article', '')) ?? [];
    expect(choices.map(({ name }) => name).join()).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });

  test('offers nothing where suggesting fails, and for the question itself', async () => {
    suggest = () => {
      throw new Error('the shelf fell over');
    };
    expect(await bot.discord.autocomplete('ask', 'article', 'x')).toEqual([]);
    expect(await bot.discord.autocomplete('ask', 'question', 'x')).toEqual([]);
    expect(await bot.discord.autocomplete('gone', 'article', 'x')).toEqual([]);
  });
});
