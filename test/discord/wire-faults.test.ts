import { afterEach, describe, expect, test } from 'vitest';
import { type Program, verbatim } from './executable.ts';
import { type LoopbackDiscord, type LoopbackOptions, startLoopbackDiscord } from './loopback/discord.ts';
import type { Mishap } from './loopback/faults.ts';
import type { Exchange } from './loopback/interactions.ts';
import { type Message, textsOf } from './loopback/shapes.ts';
import { until } from './loopback/waiting.ts';

/** What the network and Discord do to a bot, done to the executable. Discord's own 3 s are the only limit of time. */

const QUESTION = 'Why did Zelensky reject the deal?';
const CALLBACK = /^POST .interactions/;
const EDIT = /^PATCH .webhooks/;

let discord: LoopbackDiscord;
let program: Program;

async function start(options: LoopbackOptions = {}): Promise<void> {
  discord = await startLoopbackDiscord(options);
  program = run();
  await until(() => /"commands (registered|unchanged)"/.test(program.output()), 'the bot to be ready');
}
const run = (): Program =>
  verbatim(['bot'], { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl });

afterEach(async () => {
  program.kill('SIGKILL');
  await program.exited;
  expect(discord.violations).toEqual([]);
  await discord.close();
});

const person = (index: number) => ({
  id: String(310_000_000_000_000_000n + BigInt(index)),
  username: `p${index}`,
});
const ask = (index = 0): Exchange =>
  discord.sendSlash('ask', { question: QUESTION }, { user: person(index) });
const textOf = (messages: readonly Message[]): readonly string[] => messages.flatMap(textsOf);

/** What somebody else gets who asks the same while nothing is wrong. */
async function expectAnswered(exchange: Exchange): Promise<void> {
  const { messages } = await discord.settled(exchange);
  const undisturbed = await discord.settled(ask(999));
  expect(textOf(messages)).toEqual(textOf(undisturbed.messages));
  expect(messages).toHaveLength(undisturbed.messages.length);
}

describe('a connection to the gateway', () => {
  test('that broke is resumed, and what was asked meanwhile is answered', async () => {
    await start();
    discord.dropConnection();
    await expectAnswered(ask());
    expect(discord.gateway).toMatchObject({ identified: 1, resumed: 1 });
  });

  test('that looks alive and is not is left, resumed, and what was asked is answered', async () => {
    await start({ heartbeatMs: 300 });
    discord.gateway.deaf = true;
    await until(() => !discord.gateway.isConnected, 'the bot to notice');
    discord.gateway.deaf = false;
    await expectAnswered(ask());
    expect(discord.gateway).toMatchObject({ identified: 1, resumed: 1 });
  });

  test('that Discord asks to renew is resumed', async () => {
    await start();
    discord.requestReconnect();
    await until(() => !discord.gateway.isConnected, 'the bot to leave');
    await expectAnswered(ask());
    expect(discord.gateway).toMatchObject({ identified: 1, resumed: 1 });
  });

  test('whose session is invalid for now is resumed', async () => {
    await start();
    discord.gateway.invalidate(true);
    await until(() => discord.gateway.resumed === 1, 'the bot to resume');
    await expectAnswered(ask());
    expect(discord.gateway.identified).toBe(1);
  });

  test('whose session is invalid for good is made anew', async () => {
    await start();
    discord.gateway.invalidate(false);
    await until(() => discord.gateway.identified === 2, 'the bot to identify again');
    await expectAnswered(ask());
  });

  test.each([
    ['at login', () => Object.assign(discord.gateway, { refuseIdentify: 4014 })],
    ['later', () => discord.gateway.close(4014)],
  ])(
    'that is closed for intents that were not granted (%s) ends the bot with what to do',
    async (when, close) => {
      if (when === 'later') await start();
      else discord = await startLoopbackDiscord();
      close();
      if (when === 'at login') program = run();
      expect(await program.exited).toEqual({ code: 2, signal: null });
      expect(program.output()).toMatch(/intent/i);
    },
  );
});

describe('an answer', () => {
  test.each<[string, RegExp, Mishap, number]>([
    ['an acknowledgement that is rate-limited', CALLBACK, { status: 429, retryAfterS: 0.5 }, 1],
    ['an edit that is rate-limited', EDIT, { status: 429, retryAfterS: 0.5 }, 1],
    ['an edit when the whole bot is rate-limited', EDIT, { status: 429, retryAfterS: 0.5, global: true }, 1],
    ['an acknowledgement that Discord fails', CALLBACK, { status: 502 }, 2],
    ['an edit that Discord fails', EDIT, { status: 502 }, 2],
    ['an acknowledgement that is lost on its way', CALLBACK, 'lost request', 1],
    ['an acknowledgement whose receipt is lost', CALLBACK, 'lost answer', 1],
    ['an edit that is lost on its way', EDIT, 'lost request', 1],
    ['an edit whose receipt is lost', EDIT, 'lost answer', 1],
  ])('comes once despite %s', async (_, request, mishap, times) => {
    await start();
    discord.faults.next(request, mishap, times);
    const exchange = ask();
    await expectAnswered(exchange);
    const received = discord.requests.filter(({ path }) => path.includes(exchange.token));
    const repeated = mishap === 'lost answer' ? 1 : 0;
    expect(exchange.acknowledgements).toBe(request === CALLBACK ? 1 + repeated : 1);
    expect(exchange.edits).toBe(request === EDIT ? 1 + repeated : 1);
    expect(received.filter(({ status }) => status >= 400 && status < 500 && status !== 429)).toHaveLength(
      request === CALLBACK ? repeated : 0, // 40060 for the second acknowledgement
    );
  });
});

describe('a flood', () => {
  const FLOOD_MS = 150_000;
  const isAnswered = ({ state, busy }: Exchange): boolean => state === 'answered' && busy === 0;
  const flood = (size: number): readonly Exchange[] => Array.from({ length: size }, (_, index) => ask(index));

  test('of 2,000 questions at once is acknowledged in time and answered, each once', {
    timeout: FLOOD_MS,
  }, async () => {
    await start({ keep: false, validate: false });
    const exchanges = flood(2_000);
    const isSettled = (exchange: Exchange): boolean =>
      isAnswered(exchange) || (exchange.state === 'waiting' && Date.now() - exchange.createdMs > 4_000);
    await until(() => exchanges.every(isSettled), 'the flood to be answered', FLOOD_MS);
    const late = exchanges.filter(
      ({ acknowledgedMs }) => acknowledgedMs === undefined || acknowledgedMs > 3_000,
    );
    expect(late.length).toBe(0);
    expect(exchanges.filter(({ acknowledgements, edits }) => acknowledgements !== 1 || edits !== 1)).toEqual(
      [],
    );
    expect(new Set(exchanges.map(({ messages }) => messages.length)).size).toBe(1);
  });

  test('of 200 is answered as far as it was acknowledged when the bot is told to stop', async () => {
    await start({ keep: false, validate: false });
    const exchanges = flood(200);
    await until(() => exchanges.some(isAnswered), 'the first answer');
    program.kill('SIGTERM');
    expect(await program.exited).toEqual({ code: 0, signal: null });
    const acknowledged = exchanges.filter(({ acknowledgedMs }) => acknowledgedMs !== undefined);
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(acknowledged.filter((exchange) => !isAnswered(exchange))).toEqual([]);
    expect(acknowledged.filter(({ acknowledgements, edits }) => acknowledgements > 1 || edits > 1)).toEqual(
      [],
    );
  });
});
