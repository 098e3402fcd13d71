import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { serveEndpoint } from '../../src/discord/endpoint-service.ts';
import { createEndpointCaller } from './endpoint-caller.ts';
import { type KeptLog, keepLog } from './in-process.ts';
import type { Asking } from './loopback/asking.ts';
import { isEphemeral, type LoopbackDiscord, startLoopbackDiscord } from './loopback/discord.ts';
import { textsOf } from './loopback/shapes.ts';
import { until } from './loopback/waiting.ts';
import { COMMANDS, desk, ENVIRONMENT, gate } from './newsdesk.ts';
import { wordsOf } from './reading.ts';

/** The bot as an address that Discord calls. */

const caller = createEndpointCaller();
const PING = { type: 1, id: '1', application_id: '200000000000000001', token: 'x', version: 1 };
const QUESTION = { question: 'How long?' };

let discord: LoopbackDiscord;
let stateDir: string;
let log: KeptLog;
let slow: ReturnType<typeof gate>;
let url: string;
let asking: Asking;
let stop: () => Promise<void>;

async function start({ hasToken = true } = {}): Promise<void> {
  log = keepLog();
  slow = gate();
  const commands = [...COMMANDS, slow.command];
  const stopping = new AbortController();
  const ended = serveEndpoint(
    {
      desk: desk(commands),
      commands,
      environment: {
        ...ENVIRONMENT,
        discordApiUrl: discord.apiUrl,
        ...(hasToken && { discordToken: discord.token }),
        discordPublicKey: caller.publicKey,
        port: 0,
        stateDir,
        questionsPerMinute: 0,
      },
      log,
    },
    stopping.signal,
  );
  stop = async () => {
    stopping.abort();
    await ended;
  };
  const listening = () => log.lines.find(({ fields }) => Array.isArray(fields.paths));
  await Promise.race([ended, until(() => listening() !== undefined, 'the endpoint to open')]);
  url = `http://127.0.0.1:${String(listening()?.fields.port)}/interactions`;
  asking = discord.endpoint(url, caller);
  if (hasToken)
    await until(() => log.lines.some(({ message }) => /^commands /.test(message)), 'the commands');
}

beforeEach(async () => {
  stateDir = mkdtempSync(join(tmpdir(), 'verbatim-state-'));
  discord = await startLoopbackDiscord();
  await start();
});
afterEach(async () => {
  slow.open();
  await stop();
  await discord.close();
  rmSync(stateDir, { recursive: true });
  expect(discord.violations).toEqual([]);
});

const callbacks = () => discord.requests.filter(({ path }) => path.endsWith('/callback'));
const outcome = () => log.lines.findLast(({ message }) => message === 'interaction')?.fields.outcome;

describe('the endpoint', () => {
  test.each(['/', '/interactions'])('greets Discord back at %s', async (path) => {
    expect(await caller.call(new URL(path, url).href, PING)).toEqual({ status: 200, body: { type: 1 } });
  });

  const old = String(Math.floor(Date.now() / 1000) - 3_600);
  test.each([
    ['forged', { signature: 'ab'.repeat(64) }],
    ['not signed at all', { signature: null }],
    ['stale', { timestamp: old }],
    ['tampered with', { tamper: (body: string) => body.replace('"type":1', '"type":2') }],
  ])('turns away what is %s', async (_what, forgery) => {
    expect((await caller.call(url, PING, forgery)).status).toBe(401);
    expect(log.lines.findLast(({ level }) => level === 'warn')?.message).toBe('requests are turned away');
  });

  test('turns away what is replayed, and answers it once', async () => {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const twice = [await caller.call(url, PING, { timestamp }), await caller.call(url, PING, { timestamp })];
    expect(twice.map(({ status }) => status)).toEqual([200, 401]);
  });

  test('refuses what is too large, what is no interaction, and what is not sent as one', async () => {
    const status = async (frame: object | string) => (await caller.call(url, frame)).status;
    expect(await status({ ...PING, data: 'x'.repeat(70_000) })).toBe(413);
    expect(await status('{"type":')).toBe(400);
    expect(await status('null')).toBe(400);
    expect(await status({ ...PING, type: 5, data: { custom_id: 'x', components: [] } })).toBe(400);
    expect((await fetch(url)).status).toBe(405);
    expect((await fetch(new URL('/elsewhere', url))).status).toBe(404);
    expect((await asking.slash('where')).messages).toHaveLength(1);
  });
});

describe('over the endpoint', () => {
  test('a command is acknowledged in the response and answered by a webhook', async () => {
    const { messages, acknowledgedWith } = await asking.slash('ask', QUESTION);
    expect(acknowledgedWith).toBe(5);
    expect(wordsOf(messages[0])).toContain('nine weeks');
    expect(callbacks()).toEqual([]);
    expect(outcome()).toBe('answered');
  });

  test('a private answer is private, and can be shared', async () => {
    const { messages: own } = await asking.slash('ask', { ...QUESTION, private: true });
    expect(own.map(isEphemeral)).toEqual([true]);
    const { messages } = await asking.click('Share', own[0]!);
    expect(messages.map(isEphemeral)).toEqual([false]);
  });

  test('a button changes its message', async () => {
    const { messages: before } = await asking.slash('ask', QUESTION);
    const { messages, acknowledgedWith } = await asking.click('More context', before[0]!);
    expect(acknowledgedWith).toBe(6);
    expect(messages.map(({ id }) => id)).toEqual([before[0]!.id]);
    expect(wordsOf(messages[0])).toContain('Buses will run along Mill Lane.');
  });

  test('a menu is answered in private, or at once', async () => {
    const { messages } = await asking.menu('Ask here', { content: 'How long?' });
    expect(messages.map(isEphemeral)).toEqual([true]);
    const refused = await asking.menu('Ask here', { content: '👋' });
    expect(refused.acknowledgedWith).toBe(4);
    expect(wordsOf(refused.messages[0])).toMatch(/no words/);
  });

  test('suggestions come in the response', async () => {
    expect(await asking.autocomplete('ask', 'article', 'har')).toEqual([
      { name: 'Harbour bridge to close for repairs (har)', value: 'harbour' },
    ]);
    expect(callbacks()).toEqual([]);
  });

  test.each([
    ['the webhook', 10015],
    ['the message', 10008],
  ])(
    'an answer that overtakes the response, when Discord does not know %s yet, is tried again',
    async (_what, code) => {
      discord.faults.next(/^PATCH/, { status: 404, code }, 2);
      const { messages } = await asking.slash('ask', QUESTION);
      expect(messages.map(wordsOf)).toEqual([expect.stringContaining('nine weeks')]);
      expect(outcome()).toBe('answered');
    },
  );
});

describe('starting', () => {
  test('registers commands, but none about messages, which do not come this way', async () => {
    await until(() => log.lines.some(({ message }) => message === 'commands registered'), 'the commands');
    const names = discord.commands().map(({ name }) => name);
    expect(names).toContain('ask');
    expect(names).not.toContain('mentions');
  });

  test('without a token leaves commands as they are, and answers', async () => {
    await stop();
    const before = discord.requests.length;
    await start({ hasToken: false });
    expect((await asking.slash('ask', QUESTION)).messages).toHaveLength(1);
    expect(discord.requests.slice(before).map(({ method }) => method)).toEqual(['PATCH']);
    expect(log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});

describe('stopping', () => {
  test('lets running answers finish, turns new questions away, and closes the door', async () => {
    const answer = asking.slash('wait');
    await until(() => slow.started() === 1, 'the command to run');
    const stopped = stop();
    const { messages: late } = await asking.slash('where');
    expect(late.flatMap(textsOf)).toEqual(['I am restarting. Please ask again in a moment.']);
    slow.open();
    await stopped;
    expect((await answer).messages.flatMap(textsOf)).toEqual(['at last']);
    await expect(caller.call(url, PING)).rejects.toThrow();
  });
});
