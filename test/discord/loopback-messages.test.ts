import { REST } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LoopbackDiscord, type Saying, startLoopbackDiscord } from './loopback/discord.ts';
import { INTENTS } from './loopback/intents.ts';
import { identified, type Listener } from './loopback/listener.ts';
import type { Body, Message } from './loopback/shapes.ts';
import { until } from './loopback/waiting.ts';

/** Messages as Discord tells of them and takes them. */

let discord: LoopbackDiscord;
let rest: REST;

async function start(options = {}): Promise<void> {
  discord = await startLoopbackDiscord(options);
  rest = new REST({ api: discord.apiUrl, retries: 0 }).setToken(discord.token);
}
beforeEach(() => start());
afterEach(() => discord.close());

const joined = (intents: number): Promise<Listener> =>
  identified(discord.port, { token: discord.token, intents });
/** The one that was said last, once it was heard. */
async function heardBy(listener: Listener, message: Message, t = 'MESSAGE_CREATE'): Promise<Body> {
  const find = (): Body | undefined => listener.heard(t).find(({ id }) => id === message.id);
  await until(() => find() !== undefined, `${t} of “${message.content}”`);
  return find() ?? {};
}
const post = (body: object, channel = discord.channelId) =>
  rest.post(`/channels/${channel}/messages`, { body }) as Promise<Message>;

const BOTH = INTENTS.guildMessages | INTENTS.directMessages;

describe('what is said', () => {
  test('in a server is told to those who asked for its messages, in a private channel to the others', async () => {
    const servers = await joined(INTENTS.guildMessages);
    const direct = await joined(INTENTS.directMessages);
    const neither = await joined(0);
    const inServer = discord.sayAndForget('hello');
    const inPrivate = discord.sayAndForget('hello', { dm: true });
    await heardBy(servers, inServer);
    await heardBy(direct, inPrivate);
    const counts = [servers, direct, neither].map((each) => each.heard('MESSAGE_CREATE').length);
    expect(counts).toEqual([1, 1, 0]);
  });

  test('in a server comes with the server and the member, in private with neither', async () => {
    const listener = await joined(BOTH);
    const inServer = await heardBy(listener, discord.sayAndForget('hello'));
    expect(inServer).toMatchObject({ type: 0, guild_id: discord.guildId, member: { roles: [] } });
    expect(inServer.member).not.toHaveProperty('user');
    const inPrivate = await heardBy(listener, discord.sayAndForget('hello', { dm: true }));
    expect(inPrivate).not.toHaveProperty('guild_id');
    expect(inPrivate).not.toHaveProperty('member');
  });

  test.each<[string, Saying, string]>([
    ['to nobody', {}, ''],
    ['in private', { dm: true }, 'hello'],
    ['to the bot', { mentions: true }, 'hello'],
  ])('%s shows its words only where the bot is meant', async (_, saying, content) => {
    const listener = await joined(BOTH);
    expect(await heardBy(listener, discord.sayAndForget('hello', saying))).toMatchObject({ content });
  });

  test('shows its words to those who were granted them', async () => {
    await discord.close();
    await start({ privilegedIntents: INTENTS.messageContent });
    const listener = await joined(BOTH | INTENTS.messageContent);
    expect(await heardBy(listener, discord.sayAndForget('hello'))).toMatchObject({ content: 'hello' });
  });

  test('with the bot’s name in it mentions it', async () => {
    const listener = await joined(BOTH);
    const heard = await heardBy(listener, discord.sayAndForget(`<@${discord.bot.id}> hello`));
    expect(heard).toMatchObject({ mentions: [{ id: discord.bot.id, member: {} }] });
  });

  test('in answer to the bot mentions it, unless it answers an interaction or the asker does not want to', async () => {
    const listener = await joined(BOTH);
    const replyTo = await post({ content: 'mine' });
    const pinging = await heardBy(listener, discord.sayAndForget('hello', { replyTo }));
    expect(pinging).toMatchObject({ type: 19, content: 'hello', referenced_message: { content: 'mine' } });
    expect(pinging.message_reference).toMatchObject({
      message_id: replyTo.id,
      channel_id: discord.channelId,
    });
    const silent = await heardBy(listener, discord.sayAndForget('hello', { replyTo, ping: false }));
    expect(silent).toMatchObject({ content: '', mentions: [] });
    const answer = { ...replyTo, interaction_metadata: {} };
    expect(await heardBy(listener, discord.sayAndForget('hello', { replyTo: answer }))).toMatchObject({
      content: '',
    });
  });

  test('in answer to somebody else hides their words', async () => {
    const listener = await joined(BOTH);
    const replyTo = discord.sayAndForget('theirs');
    const heard = await heardBy(listener, discord.sayAndForget('look', { replyTo, mentions: true }));
    expect(heard).toMatchObject({ content: 'look', referenced_message: { content: '' } });
  });

  test('in a thread makes the thread known first', async () => {
    const listener = await joined(BOTH | INTENTS.guilds);
    const message = discord.sayAndForget('hello', { thread: true });
    await heardBy(listener, message);
    const thread = { id: message.channel_id, type: 11, parent_id: discord.channelId };
    expect(listener.heard('THREAD_CREATE')).toMatchObject([thread]);
  });

  test('by another bot says so', async () => {
    const listener = await joined(BOTH);
    expect(await heardBy(listener, discord.sayAndForget('beep', { bot: true }))).toMatchObject({
      author: { bot: true },
    });
  });
});

describe('what the bot says', () => {
  test('is told to it as well, with its words', async () => {
    const listener = await joined(BOTH);
    const message = await post({ content: 'mine' });
    expect(await heardBy(listener, message)).toMatchObject({
      content: 'mine',
      author: { id: discord.bot.id },
    });
  });

  test('in answer to somebody is an answer, as it is shown in the end', async () => {
    await joined(BOTH);
    const saying = discord.say('hello', { atLeast: 1 });
    const said = discord.sayAndForget('other');
    const first = await post({ content: 'first', message_reference: { message_id: said.id } });
    expect(first).toMatchObject({
      type: 19,
      referenced_message: { id: said.id },
      mentions: [{ id: expect.any(String) }],
    });
    const second = await post({ content: 'second' });
    await rest.patch(`/channels/${discord.channelId}/messages/${first.id}`, { body: { content: 'edited' } });
    await rest.delete(`/channels/${discord.channelId}/messages/${second.id}`);
    const { answers } = await saying;
    expect(answers.map(({ content }) => content)).toEqual(['edited']);
    expect(discord.posted.map(({ content }) => content)).toEqual(['first', 'second']);
  });

  test('is waited for while it types', async () => {
    await joined(BOTH);
    const saying = discord.say('hello');
    await rest.post(`/channels/${discord.channelId}/typing`);
    expect(discord.typed).toEqual([{ channelId: discord.channelId, atMs: expect.any(Number) }]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await post({ content: 'at last' });
    expect((await saying).answers).toHaveLength(1);
  });

  test('notifies whom it is allowed to', async () => {
    const said = discord.sayAndForget('hello');
    const answer = { content: '<@300000000000000009>', message_reference: { message_id: said.id } };
    expect((await post(answer)).mentions).toHaveLength(2);
    expect(
      (await post({ ...answer, allowed_mentions: { parse: [], replied_user: false } })).mentions,
    ).toEqual([]);
  });

  test.each([
    ['for one person’s eyes', { content: 'x', flags: 64 }],
    ['with more than 2,000 characters', { content: 'x'.repeat(2_001) }],
    [
      'with a button outside of a row',
      { content: 'x', components: [{ type: 2, style: 2, label: 'x', custom_id: 'x' }] },
    ],
    ['with nothing in it', { content: ' ' }],
  ])('%s is refused', async (_, body) => {
    await expect(post(body)).rejects.toMatchObject({ code: 50035 });
    expect(discord.violations.length).toBeGreaterThan(0);
  });

  test('in answer to what is gone is refused, unless it does not mind', async () => {
    const reference = { message_id: '123456789012345678' };
    await expect(post({ content: 'x', message_reference: reference })).rejects.toMatchObject({ code: 50035 });
    const message = await post({
      content: 'x',
      message_reference: { ...reference, fail_if_not_exists: false },
    });
    expect(message.type).toBe(0);
    expect(discord.violations).toEqual([]);
  });

  test.each([
    ['where it may not write', '500000000000000002', 50013],
    ['in a private channel that it is not in', '500000000000000003', 50001],
    ['in a channel that is not there', '500000000000000004', 10003],
  ])('%s is refused', async (_, channel, code) => {
    discord.channels.open({ id: '500000000000000002', kind: 'text', guildId: discord.guildId });
    discord.forbiddenChannels.add('500000000000000002');
    discord.channels.open({ id: '500000000000000003', kind: 'group' });
    await expect(post({ content: 'x' }, channel)).rejects.toMatchObject({ code });
  });
});

describe('somebody else’s message', () => {
  test('cannot be edited or deleted, and is read without its words', async () => {
    const said = discord.sayAndForget('theirs');
    const route = `/channels/${discord.channelId}/messages/${said.id}` as const;
    await expect(rest.patch(route, { body: { content: 'x' } })).rejects.toMatchObject({ code: 50005 });
    await expect(rest.delete(route)).rejects.toMatchObject({ code: 50013 });
    expect(await rest.get(route)).toMatchObject({ id: said.id, content: '' });
    await expect(rest.get(`/channels/${discord.channelId}/messages/1`)).rejects.toMatchObject({
      code: 10008,
    });
  });

  test('begins one thread, which those who asked for servers hear of', async () => {
    const listener = await joined(INTENTS.guilds);
    const said = discord.sayAndForget('theirs');
    const route = `/channels/${discord.channelId}/messages/${said.id}/threads` as const;
    const body = { name: 'More', auto_archive_duration: 1_440 };
    for (const wrong of [{ name: '' }, { name: 'x'.repeat(101) }, { ...body, auto_archive_duration: 5 }])
      await expect(rest.post(route, { body: wrong })).rejects.toMatchObject({ code: 50035 });
    expect(await rest.post(route, { body })).toMatchObject({ id: said.id, type: 11, name: 'More' });
    await expect(rest.post(route, { body })).rejects.toMatchObject({ code: 160004 });
    expect(discord.threads).toEqual([
      {
        id: said.id,
        channelId: discord.channelId,
        messageId: said.id,
        name: 'More',
        autoArchiveMinutes: 1_440,
      },
    ]);
    await until(() => listener.heard('THREAD_CREATE').length === 1, 'the thread');
    expect(await rest.get(`/channels/${said.id}`)).toMatchObject({ type: 11, parent_id: discord.channelId });
    await post({ content: 'in the thread' }, said.id);
    expect(discord.channels.answersTo(said).map(({ content }) => content)).toEqual(['in the thread']);
  });
});
