import { describe, expect, test } from 'vitest';
import { chatRequest } from '../../src/discord/chat.ts';
import type { ServerSettings } from '../../src/discord/server-settings.ts';

const BOT = '200000000000000001';
const ADA = '300000000000000001';
const BEN = '300000000000000002';
const CHANNEL = '500000000000000001';
const THREAD = '500000000000000009';

const everywhere: ServerSettings = {
  mentions: { answered: true, except: [] },
  threads: [{ id: THREAD, continues: `${CHANNEL}:${BEN}` }],
};

interface Written {
  readonly content?: string;
  readonly channel?: string;
  readonly mentions?: readonly string[];
  readonly before?: object;
  readonly type?: number;
  readonly bot?: boolean;
  readonly webhook?: boolean;
}

const message = ({
  content = '',
  channel = CHANNEL,
  mentions = [],
  before,
  type = 0,
  bot,
  webhook,
}: Written) =>
  ({
    id: '600000000000000001',
    type,
    channel_id: channel,
    content,
    author: { id: ADA, username: 'ada', ...(bot === true && { bot }) },
    mentions: mentions.map((id) => ({ id })),
    ...(before !== undefined && { referenced_message: before }),
    ...(webhook === true && { webhook_id: '700000000000000001' }),
  }) as never;

const read = (written: Written, server: ServerSettings | undefined = everywhere) =>
  chatRequest(message(written), { bot: BOT, server });
const privately = (written: Written) => chatRequest(message(written), { bot: BOT, server: undefined });

const own = `${CHANNEL}:${ADA}`;
const answerTo = (asker: string) => ({
  author: { id: BOT },
  content: '',
  components: [{ type: 1, components: [{ type: 2, style: 2, custom_id: `1!dismiss;${asker}` }] }],
});

describe('in a server, a message', () => {
  test('that mentions the bot asks it', () => {
    expect(read({ content: `<@${BOT}> who won?`, mentions: [BOT] })).toEqual({
      kind: 'question',
      text: 'who won?',
      conversation: own,
    });
  });
  test('that mentions nobody, or somebody else, is none of its business', () => {
    expect(read({ content: 'who won?' })).toBeUndefined();
    expect(read({ content: `<@${BEN}> who won?`, mentions: [BEN] })).toBeUndefined();
  });
  test('that replies to an answer goes on in one’s own conversation', () => {
    expect(read({ content: 'and why?', type: 19, before: answerTo(ADA) })).toEqual({
      kind: 'question',
      text: 'and why?',
      conversation: own,
    });
  });
  test('that replies to an answer given to somebody else takes their conversation up', () => {
    expect(read({ content: 'and why?', type: 19, before: answerTo(BEN) })).toMatchObject({
      conversation: own,
      continues: `${CHANNEL}:${BEN}`,
    });
  });
  test('that only calls the bot below somebody’s question asks that question', () => {
    const before = { author: { id: BEN }, content: 'Is it true that he left?' };
    expect(read({ content: `<@${BOT}>`, mentions: [BOT], type: 19, before })).toMatchObject({
      kind: 'question',
      text: 'Is it true that he left?',
    });
  });
  test('that calls the bot and asks nothing gets help', () => {
    expect(read({ content: `<@${BOT}> ?!`, mentions: [BOT] })).toEqual({ kind: 'help' });
  });
  test.each([
    ['of another bot', { bot: true }],
    ['of a webhook', { webhook: true }],
    ['that Discord wrote (somebody joined, a message was pinned)', { type: 7 }],
  ])('%s is never answered', (_what, more) => {
    expect(read({ content: `<@${BOT}> who won?`, mentions: [BOT], ...more })).toBeUndefined();
  });
});

describe('said to the bot as to a person', () => {
  test.each(['hello!', 'Who are you?', 'help', 'Hallo', 'what can you do?'])('%s gets help', (words) => {
    expect(read({ content: `<@${BOT}> ${words}`, mentions: [BOT] })).toEqual({ kind: 'help' });
  });
  test.each(['thanks!', 'lol', 'Danke'])('%s wants no answer', (words) => {
    expect(read({ content: words, type: 19, before: answerTo(ADA), mentions: [BOT] })).toBeUndefined();
  });
  test('a reply whose words Discord keeps from the bot is not taken for an empty one', () => {
    expect(read({ content: '', type: 19, before: answerTo(ADA) })).toEqual({ kind: 'unreadable' });
  });
});

describe('a server decides', () => {
  const asked = { content: 'who won?', mentions: [BOT] };
  test.each([
    ['nowhere', false, [], false],
    ['nowhere but here', false, [CHANNEL], true],
    ['everywhere but here', true, [CHANNEL], false],
    ['everywhere but elsewhere', true, [BEN], true],
  ])('that mentions are answered %s', (_what, answered, except, isAnswered) => {
    expect(read(asked, { mentions: { answered, except }, threads: [] }) !== undefined).toBe(isAnswered);
  });
});

describe('in a thread of the bot’s, a message', () => {
  test('needs no mention, and belongs to the thread’s conversation', () => {
    expect(read({ content: 'who won?', channel: THREAD })).toEqual({
      kind: 'question',
      text: 'who won?',
      conversation: THREAD,
      continues: `${CHANNEL}:${BEN}`,
    });
  });
  test('to somebody else is left alone', () => {
    expect(read({ content: `<@${BEN}> look`, channel: THREAD, mentions: [BEN] })).toBeUndefined();
    const before = { author: { id: BEN }, content: 'hm' };
    expect(read({ content: 'yes', channel: THREAD, type: 19, before })).toBeUndefined();
  });
  test('whose words Discord keeps from the bot is known to be so', () => {
    expect(read({ channel: THREAD })).toEqual({ kind: 'unreadable' });
  });
  test('is answered even where mentions are not', () => {
    const server = { ...everywhere, mentions: { answered: false, except: [] } };
    expect(read({ content: 'who won?', channel: THREAD }, server)).toMatchObject({ kind: 'question' });
  });
});

describe('in direct messages', () => {
  test('everything is a question', () => {
    expect(privately({ content: 'who won?' })).toEqual({
      kind: 'question',
      text: 'who won?',
      conversation: own,
    });
  });
  test('also a reply to oneself, and what mentions somebody else', () => {
    const before = { author: { id: ADA }, content: 'earlier' };
    expect(privately({ content: 'who won?', type: 19, before })).toMatchObject({ kind: 'question' });
    expect(privately({ content: 'who won?', mentions: [BEN] })).toMatchObject({ kind: 'question' });
  });
  test('what has no words gets help', () => {
    expect(privately({ content: '👋' })).toEqual({ kind: 'help' });
  });
});
