import { createPublicKey, verify } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { REST } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createEndpointCaller } from './endpoint-caller.ts';
import { type LoopbackDiscord, type Place, startLoopbackDiscord } from './loopback/discord.ts';
import { identified, type Listener } from './loopback/listener.ts';
import { type Body, isBody } from './loopback/shapes.ts';
import { until } from './loopback/waiting.ts';

/** Where people ask: servers, private channels, shards, and the bot's own endpoint. */

let discord: LoopbackDiscord;
let rest: REST;

async function start(options = {}): Promise<void> {
  discord = await startLoopbackDiscord(options);
  rest = new REST({ api: discord.apiUrl, retries: 0 }).setToken(discord.token);
}
beforeEach(() => start());
afterEach(() => discord.close());

const frameOf = async (listener: Listener, at = 0): Promise<Body> => {
  await until(() => listener.heard('INTERACTION_CREATE').length > at, 'the interaction');
  return listener.heard('INTERACTION_CREATE')[at] ?? {};
};
const joined = (shard: readonly [number, number] = [0, 1]) =>
  identified(discord.port, { token: discord.token, shard });

describe('an interaction', () => {
  const everywhere = ['guild_id', 'guild_locale', 'guild', 'member', 'user'];
  test.each<[string, Place, Body, readonly string[]]>([
    [
      'in a server',
      { locale: 'de', guildLocale: 'fr' },
      {
        context: 0,
        locale: 'de',
        guild_locale: 'fr',
        channel: { type: 0 },
        authorizing_integration_owners: { 0: '400000000000000001' },
      },
      ['guild_id', 'guild_locale', 'guild', 'member'],
    ],
    [
      'with the bot alone',
      { context: 'dm' },
      { context: 1, channel: { type: 1 }, authorizing_integration_owners: { 0: '0' } },
      ['user'],
    ],
    [
      'elsewhere',
      { context: 'elsewhere' },
      { context: 2, channel: { type: 3 }, authorizing_integration_owners: { 1: '300000000000000001' } },
      ['user'],
    ],
  ])('%s says where and by whom', async (_, place, expected, present) => {
    const listener = await joined();
    discord.sendSlash('ask', {}, place);
    const frame = await frameOf(listener);
    expect(frame).toMatchObject(expected);
    expect(everywhere.filter((field) => field in frame)).toEqual(
      everywhere.filter((field) => present.includes(field)),
    );
  });

  test('of a message’s menu brings the message with it', async () => {
    const listener = await joined();
    const answering = discord.menu('Check this', { content: 'He said so.' }, { locale: 'fr' });
    const frame = await frameOf(listener);
    const { target_id: id } = frame.data as { target_id: string };
    const resolved = { messages: { [id]: { id, content: 'He said so.', channel_id: discord.channelId } } };
    expect(frame).toMatchObject({ type: 2, locale: 'fr', data: { type: 3, name: 'Check this', resolved } });
    const body = { type: 4, data: { content: 'Did he?' } };
    await rest.post(`/interactions/${String(frame.id)}/${String(frame.token)}/callback`, {
      body,
      auth: false,
    });
    expect((await answering).messages).toMatchObject([{ content: 'Did he?' }]);
  });
});

describe('shards', () => {
  const guildOf = (shard: number): string => String((1_000n + BigInt(shard)) << 22n);
  const guildIds = [guildOf(0), guildOf(1)];

  test('are recommended, and each hears of its own servers alone', async () => {
    await discord.close();
    await start({ shards: 2, guildIds });
    expect(await rest.get('/gateway/bot')).toMatchObject({ shards: 2 });
    const [first, second] = [await joined([0, 2]), await joined([1, 2])];
    expect(first.heard('READY')).toMatchObject([{ shard: [0, 2], guilds: [{ id: guildIds[0] }] }]);
    expect(second.heard('READY')).toMatchObject([{ shard: [1, 2], guilds: [{ id: guildIds[1] }] }]);
    discord.sendSlash('ask', {}, { guildId: guildOf(1) });
    expect(await frameOf(second)).toMatchObject({ guild_id: guildOf(1) });
    discord.sendSlash('ask', {}, { context: 'dm' });
    expect(await frameOf(first)).toMatchObject({ context: 1 });
    expect(second.heard('INTERACTION_CREATE')).toHaveLength(1);
  });

  test('fail and come back one by one', async () => {
    await discord.close();
    await start({ shards: 2, guildIds });
    await joined([0, 2]);
    expect(discord.gateway.isConnected).toBe(false);
    const second = await joined([1, 2]);
    expect(discord.gateway.isConnected).toBe(true);
    discord.dropConnection(1);
    await until(() => second.code() !== undefined, 'the drop');
    expect([discord.gateway.hasShard(0), discord.gateway.hasShard(1)]).toEqual([true, false]);
  });

  test('of no such number are refused', async () => {
    expect((await joined([2, 2])).code()).toBe(4010);
  });

  test('may be held by two processes at once, which are told the same', async () => {
    const both = [await joined(), await joined()];
    discord.sendSlash('ask');
    for (const each of both) expect(await frameOf(each)).toMatchObject({ type: 2 });
  });
});

describe('the endpoint’s caller', () => {
  const caller = createEndpointCaller();
  let server: Server;
  let answer: { readonly status: number; readonly body: object };
  let received: { readonly text: string; readonly isGenuine: boolean }[];

  beforeEach(async () => {
    answer = { status: 200, body: { type: 5 } };
    received = [];
    server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const text = Buffer.concat(chunks).toString();
      const { 'x-signature-timestamp': timestamp = '', 'x-signature-ed25519': signature = '' } =
        request.headers;
      const x = Buffer.from(caller.publicKey, 'hex').toString('base64url');
      const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
      const isGenuine = verify(
        null,
        Buffer.from(`${timestamp}${text}`),
        key,
        Buffer.from(String(signature), 'hex'),
      );
      received.push({ text, isGenuine });
      response
        .writeHead(answer.status, { 'content-type': 'application/json' })
        .end(JSON.stringify(answer.body));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(() => {
    server.close();
    server.closeAllConnections();
  });
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const asking = () => discord.endpoint(url(), caller);

  test('signs the time and the raw body, and can forge', async () => {
    expect(caller.publicKey).toMatch(/^[0-9a-f]{64}$/);
    expect(await caller.call(url(), { type: 1 })).toEqual({ status: 200, body: { type: 5 } });
    await caller.call(url(), { type: 1 }, { tamper: (body) => body.replace('1', '2') });
    await caller.call(url(), { type: 1 }, { signature: '00'.repeat(64) });
    await caller.call(url(), { type: 1 }, { timestamp: '1700000000' });
    expect(received.map(({ isGenuine }) => isGenuine)).toEqual([true, false, false, true]);
  });

  test('takes the response for the acknowledgement, which webhooks then edit', async () => {
    const answering = asking().slash('ask', { question: 'Why?' });
    await until(() => received.length === 1, 'the call');
    const frame: unknown = JSON.parse(received[0]!.text);
    expect(frame).toMatchObject({
      type: 2,
      data: { name: 'ask', options: [{ name: 'question', value: 'Why?' }] },
    });
    const { token } = isBody(frame) ? frame : { token: '' };
    await until(() => discord.interactions.find(String(token))?.state === 'thinking', 'the acknowledgement');
    const route = `/webhooks/${discord.bot.id}/${String(token)}/messages/@original` as const;
    await rest.patch(route, { body: { content: 'So.' }, auth: false });
    expect(await answering).toMatchObject({ acknowledgedWith: 5, messages: [{ content: 'So.' }] });
  });

  test('brings suggestions', async () => {
    answer = { status: 200, body: { type: 8, data: { choices: [{ name: 'A', value: 'a' }] } } };
    expect(await asking().autocomplete('ask', 'article', 'a')).toEqual([{ name: 'A', value: 'a' }]);
  });

  test.each([
    ['refuses', { status: 401, body: {} }, { status: 401 }],
    [
      'answers what Discord would refuse',
      { status: 200, body: { type: 5, data: { flags: 4 } } },
      { code: 50035 },
    ],
    ['says nothing', { status: 200, body: {} }, { code: 50035 }],
  ])('rejects when the endpoint %s', async (_, given, expected) => {
    answer = given;
    await expect(asking().slash('ask')).rejects.toMatchObject(expected);
  });
});
