import { REST } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { type LoopbackDiscord, startLoopbackDiscord } from './loopback/discord.ts';
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

describe('the gateway', () => {
  const opened = async () => {
    const gateway = (await rest.get('/gateway/bot')) as { url: string };
    const socket = new WebSocket(`${gateway.url}/?v=10&encoding=json`);
    const frames: { op: number; d: unknown; t?: string }[] = [];
    let code: number | undefined;
    socket.on('message', (data) => void frames.push(JSON.parse(String(data))));
    socket.on('close', (closed) => {
      code = closed;
    });
    await until(() => frames.length > 0, 'HELLO');
    return { socket, frames, code: () => code };
  };
  const identify = (token: string, intents = 0) =>
    JSON.stringify({ op: 2, d: { token, intents, properties: {} } });

  test('sends a GUILD_CREATE for each server, to those who want to hear of servers', async () => {
    const { socket, frames } = await opened();
    socket.send(identify(discord.token, 1));
    await until(() => frames.length === 3, 'READY and a server');
    expect(frames.map(({ op, t }) => t ?? op)).toEqual([10, 'READY', 'GUILD_CREATE']);
  });

  test('closes on a wrong token with 4004', async () => {
    const { socket, code } = await opened();
    socket.send(identify('wrong'));
    await until(() => code() !== undefined, 'the connection to close');
    expect(code()).toBe(4004);
  });

  test('refuses to resume what it does not know', async () => {
    const { socket, frames } = await opened();
    socket.send(JSON.stringify({ op: 6, d: { token: discord.token, session_id: 'none', seq: 1 } }));
    await until(() => frames.length === 2, 'the refusal');
    expect(frames[1]).toMatchObject({ op: 9, d: false });
  });
});
