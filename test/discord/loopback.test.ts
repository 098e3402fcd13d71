import { REST } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LoopbackDiscord, startLoopbackDiscord } from './loopback/discord.ts';
import { identified, listen } from './loopback/listener.ts';
import { until } from './loopback/waiting.ts';

/** The judge is judged: what Discord refuses, the loopback refuses too. */

let discord: LoopbackDiscord;
let rest: REST;

async function start(options = {}): Promise<void> {
  discord = await startLoopbackDiscord(options);
  rest = new REST({ api: discord.apiUrl, retries: 0 }).setToken(discord.token);
}
beforeEach(() => start());
afterEach(() => discord.close());

const asked = () =>
  discord.interactions.open(discord.channelId, { id: '300000000000000001', username: 'asker' });
type Exchange = ReturnType<typeof asked>;

const call = (method: 'post' | 'patch' | 'delete', route: `/${string}`, body?: unknown): Promise<unknown> =>
  rest[method](route, { body, auth: false });
const acknowledge = ({ id, token }: Exchange, body: object) =>
  call('post', `/interactions/${id}/${token}/callback`, body);
const edit = ({ token }: Exchange, body: object) =>
  call('patch', `/webhooks/${discord.bot.id}/${token}/messages/@original`, body);
const follow = ({ token }: Exchange, body: object) =>
  call('post', `/webhooks/${discord.bot.id}/${token}`, body);

const V2 = 32768;
const text = (content: string) => ({ type: 10, content });
const card = (...components: object[]) => ({ flags: V2, components: [{ type: 17, components }] });
const button = (custom_id: string) => ({ type: 2, style: 2, label: 'x', custom_id });

describe('an interaction', () => {
  test('is acknowledged once', async () => {
    const exchange = asked();
    await acknowledge(exchange, { type: 5 });
    await expect(acknowledge(exchange, { type: 5 })).rejects.toMatchObject({ code: 40060 });
  });

  test('is lost when nobody acknowledges it in time', async () => {
    await discord.close();
    await start({ acknowledgeMs: -1 });
    await expect(acknowledge(asked(), { type: 5 })).rejects.toMatchObject({ code: 10062 });
  });

  test('cannot be answered before it is acknowledged, nor when its token has expired', async () => {
    const exchange = asked();
    await expect(edit(exchange, { content: 'x' })).rejects.toMatchObject({ code: 10015 });
    await discord.close();
    await start({ tokenLifeMs: -1 });
    const late = asked();
    await acknowledge(late, { type: 5 });
    await expect(edit(late, { content: 'x' })).rejects.toMatchObject({ code: 50027 });
  });

  test('is ephemeral or not from its deferral on, which carries no other flag', async () => {
    await expect(acknowledge(asked(), { type: 5, data: { flags: 64 | V2 } })).rejects.toMatchObject({
      code: 50035,
    });
    const exchange = asked();
    await acknowledge(exchange, { type: 5, data: { flags: 64 } });
    expect(await edit(exchange, card(text('x')))).toMatchObject({ flags: 64 | V2 });
  });

  test('fills its waiting message with the first follow-up', async () => {
    const exchange = asked();
    await acknowledge(exchange, { type: 5 });
    const waiting = exchange.messages[0]!;
    expect(waiting.flags & 128).toBe(128);
    expect(await follow(exchange, { content: 'x', flags: 64 })).toMatchObject({ id: waiting.id, flags: 0 });
    expect(await follow(exchange, { content: 'y', flags: 64 })).toMatchObject({ flags: 64 });
  });
});

describe('a message', () => {
  test.each([
    ['with more than 4,000 characters', card(text('x'.repeat(2_001)), text('y'.repeat(2_000)))],
    ['with more than 40 components, nested ones too', card(...Array.from({ length: 40 }, () => text('x')))],
    ['with content beside components of the new kind', { ...card(text('x')), content: 'y' }],
    ['with two buttons of one id', card({ type: 1, components: [button('a'), button('a')] })],
    ['with an id of more than 100 characters', card({ type: 1, components: [button('a'.repeat(101))] })],
    ['with six buttons in a row', card({ type: 1, components: [...'abcdef'].map(button) })],
    [
      'with a link to something else than the web',
      card({ type: 1, components: [{ type: 2, style: 5, label: 'x', url: 'javascript:x' }] }),
    ],
    [
      'with components of the new kind and without their flag',
      { components: [{ type: 17, components: [text('x')] }] },
    ],
    ['with more than 2,000 characters of content', { content: 'x'.repeat(2_001) }],
    ['with nothing in it', { content: '' }],
  ])('%s is refused', async (_, body) => {
    const exchange = asked();
    await acknowledge(exchange, { type: 5 });
    await expect(edit(exchange, body)).rejects.toMatchObject({ code: 50035 });
    expect(discord.violations.length).toBeGreaterThan(0);
  });

  test('with the bot’s token where none belongs is refused', async () => {
    const exchange = asked();
    const route = `/interactions/${exchange.id}/${exchange.token}/callback` as const;
    await expect(rest.post(route, { body: { type: 5 } })).rejects.toMatchObject({ code: 50035 });
  });
});

describe('embeds', () => {
  test.each([
    ['a title of more than 256 characters', [{ title: 'x'.repeat(257) }]],
    ['a description of more than 4,096', [{ description: 'x'.repeat(4_097) }]],
    [
      'more than 6,000 characters together',
      [{ description: 'x'.repeat(4_000) }, { description: 'x'.repeat(2_001) }],
    ],
    ['more than ten of them', Array.from({ length: 11 }, () => ({ title: 'x' }))],
    ['more than 25 fields', [{ fields: Array.from({ length: 26 }, () => ({ name: 'x', value: 'y' })) }]],
  ])('with %s are refused', async (_, embeds) => {
    const exchange = asked();
    await acknowledge(exchange, { type: 5 });
    await expect(edit(exchange, { embeds })).rejects.toMatchObject({ code: 50035 });
  });

  test('stand without content, with five rows of five buttons', async () => {
    const row = (at: number) => ({ type: 1, components: [...'abcde'].map((each) => button(`${each}${at}`)) });
    const exchange = asked();
    await acknowledge(exchange, { type: 5 });
    const body = {
      embeds: [{ title: 'x', description: 'x'.repeat(4_096) }],
      components: [0, 1, 2, 3, 4].map(row),
    };
    expect(await edit(exchange, body)).toMatchObject({ embeds: [{ title: 'x' }] });
    expect(exchange.messages[0]?.components).toHaveLength(5);
    const six = { ...body, components: [0, 1, 2, 3, 4, 5].map(row) };
    await expect(edit(exchange, six)).rejects.toMatchObject({ code: 50035 });
    expect(await edit(exchange, { components: [] })).toMatchObject({
      components: [],
      embeds: [{ title: 'x' }],
    });
  });
});

describe('a rate limit', () => {
  test.each([
    [true, { 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global', 'x-ratelimit-bucket': null }],
    [false, { 'x-ratelimit-global': null, 'x-ratelimit-scope': 'user', 'x-ratelimit-remaining': '0' }],
  ])('says whether it is global: %s', async (global, headers) => {
    discord.faults.next(/gateway/, { status: 429, retryAfterS: 0.25, global });
    const response = await fetch(`${discord.apiUrl}/v10/gateway/bot`);
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('0.25');
    for (const [name, value] of Object.entries(headers)) expect(response.headers.get(name)).toBe(value);
    expect(await response.json()).toMatchObject({ retry_after: 0.25, global });
  });
});

describe('a flood', () => {
  test('leaves nothing behind that is not needed, and its bodies may go unread', async () => {
    await discord.close();
    await start({ keep: false, validate: false });
    const exchange = asked();
    await acknowledge(exchange, { type: 5, data: { flags: 4 } });
    await edit(exchange, { content: 'x'.repeat(5_000) });
    await follow(exchange, { content: 'y' });
    expect(exchange.messages.map(({ content }) => content)).toEqual(['', '']);
    expect(exchange).toMatchObject({ acknowledgements: 1, edits: 1, state: 'answered' });
    expect(exchange.acknowledgedMs).toBeGreaterThan(0);
    expect(discord.requests).toEqual([]);
    discord.interactions.forget(exchange);
    await expect(edit(exchange, { content: 'x' })).rejects.toMatchObject({ code: 10015 });
  });
});

describe('the gateway', () => {
  test('sends a GUILD_CREATE for each server, to those who want to hear of servers', async () => {
    const { frames } = await identified(discord.port, { token: discord.token, intents: 1 });
    await until(() => frames.length === 3, 'READY and a server');
    expect(frames.map(({ op, t }) => t ?? op)).toEqual([10, 'READY', 'GUILD_CREATE']);
  });

  test('closes on a wrong token with 4004', async () => {
    expect((await identified(discord.port, { token: 'wrong' })).code()).toBe(4004);
  });

  test.each([
    ['members', 1 << 1],
    ['presences', 1 << 8],
    ['message content', 1 << 15],
  ])('closes with 4014 on the intent for %s, unless it was granted', async (_, intents) => {
    const { token } = discord;
    expect((await identified(discord.port, { token, intents })).code()).toBe(4014);
    await discord.close();
    await start({ privilegedIntents: intents });
    expect((await identified(discord.port, { token, intents })).code()).toBeUndefined();
  });

  test('refuses to resume what it does not know', async () => {
    const listener = await listen(discord.port);
    listener.send({ op: 6, d: { token: discord.token, session_id: 'none', seq: 1 } });
    await until(() => listener.frames.length === 2, 'the refusal');
    expect(listener.frames[1]).toMatchObject({ op: 9, d: false });
  });

  test('replays what was missed, and nothing that a heartbeat has confirmed', async () => {
    const { token } = discord;
    const first = await identified(discord.port, { token });
    const [ready] = first.heard('READY');
    discord.sendSlash('one');
    await until(() => first.heard('INTERACTION_CREATE').length === 1, 'the first');
    first.send({ op: 1, d: 2 });
    await until(() => first.frames.some(({ op }) => op === 11), 'the heartbeat to be acknowledged');
    discord.dropConnection();
    discord.sendSlash('two');
    const second = await listen(discord.port);
    second.send({ op: 6, d: { token, session_id: ready?.session_id, seq: 2 } });
    await until(() => second.heard('RESUMED').length === 1, 'RESUMED');
    expect(second.heard('INTERACTION_CREATE').map(({ data }) => data)).toMatchObject([{ name: 'two' }]);
  });

  test('forgets a session that its client has ended', async () => {
    const { token } = discord;
    const first = await identified(discord.port, { token });
    const [ready] = first.heard('READY');
    first.close(1000);
    await until(() => !discord.gateway.isConnected, 'the client to leave');
    const second = await listen(discord.port);
    second.send({ op: 6, d: { token, session_id: ready?.session_id, seq: 1 } });
    await until(() => second.frames.length === 2, 'the refusal');
    expect(second.frames[1]).toMatchObject({ op: 9, d: false });
  });
});
