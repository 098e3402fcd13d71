import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Environment } from '../../src/environment.ts';
import { type RunningBot, startBot } from './in-process.ts';

/** What an operator may look at while the bot runs, and what the log may hold. */

const SECRET = 'Where is my secret boat?';

let bot: RunningBot;
const start = (environment: Partial<Environment> = {}) =>
  startBot({ environment: { metricsPort: 0, ...environment } });
beforeEach(async () => {
  bot = await start();
});
afterEach(async () => {
  await bot.close();
  expect(bot.discord.violations).toEqual([]);
});

const address = (): string =>
  String(bot.log.lines.find(({ message }) => message === 'metrics')?.fields.address).replace(
    /\/metrics$/,
    '',
  );
const look = async (path: string) => {
  const response = await fetch(`${address()}${path}`);
  return { status: response.status, text: await response.text() };
};
const health = async () => {
  const { status, text } = await look('/healthz');
  return { status, ...(JSON.parse(text) as object) };
};
const becomes = (expected: object): Promise<void> =>
  vi.waitFor(async () => expect(await health()).toMatchObject(expected), { timeout: 20_000, interval: 20 });

describe('/healthz', () => {
  test('is well while the bot answers, and says how many articles it knows', async () => {
    await becomes({ status: 'ok', articles: 1, connected: true });
    expect((await look('/healthz')).status).toBe(200);
  });

  test('is not while Discord is away, and is again afterwards', async () => {
    await becomes({ status: 'ok' });
    bot.discord.gateway.unavailable = true;
    bot.discord.dropConnection();
    await becomes({ status: 'disconnected', connected: false });
    expect((await look('/healthz')).status).toBe(503);
    bot.discord.gateway.unavailable = false;
    await becomes({ status: 'ok', connected: true });
  });
});

describe('/metrics', () => {
  const counted = async (labels: string): Promise<number> => {
    const { text } = await look('/metrics');
    const line = text.split('\n').find((one) => one.startsWith(`verbatim_interactions_total{${labels}}`));
    return Number(line?.split(' ').at(-1) ?? 0);
  };

  test('counts what was asked by its kind, its command and what came of it', async () => {
    await bot.discord.slash('ask', { question: SECRET });
    const { messages } = await bot.discord.slash('ask', { question: SECRET });
    await bot.discord.click('More context', messages[0]!);
    await bot.discord.menu('Ask here', { content: SECRET });
    await bot.discord.slash('fail', { how: 'user' });
    await bot.discord.autocomplete('ask', 'article', SECRET);
    await bot.discord.say(`<@${bot.discord.bot.id}> ${SECRET}`, { atLeast: 1 });
    const count = (kind: string, command: string, outcome: string) =>
      counted(`kind="${kind}",command="${command}",outcome="${outcome}"`);
    expect(await count('command', 'ask', 'answered')).toBe(2);
    expect(await count('button', 'context', 'answered')).toBe(1);
    expect(await count('menu', 'ask', 'answered')).toBe(1);
    expect(await count('command', 'fail', 'user error')).toBe(1);
    expect(await count('message', 'ask', 'answered')).toBe(1);
    const { text } = await look('/metrics');
    expect(text).toMatch(/^verbatim_articles 1$/m);
    expect(text).toMatch(/^verbatim_connected 1$/m);
    expect(text).toMatch(/^verbatim_interactions_waiting 0$/m);
    expect(text).toMatch(/^verbatim_acknowledgement_seconds_count\{kind="command"\} 3$/m);
  });

  test('holds nothing that a person typed, not even as a command', async () => {
    await bot.discord.slash('ask', { question: SECRET });
    await bot.discord.slash('secret-boat');
    await bot.discord.autocomplete('secret-boat', 'secret-boat', SECRET);
    await bot.discord.menu('secret boat', { content: SECRET });
    const { text } = await look('/metrics');
    expect(text).toContain('command="unknown"');
    expect(text).not.toMatch(/secret/i);
  });
});

describe('the log', () => {
  const askEverywhere = async (): Promise<void> => {
    const { messages } = await bot.discord.slash('ask', { question: SECRET });
    await bot.discord.click('Again', messages[0]!);
    await bot.discord.menu('Ask here', { content: SECRET });
    await bot.discord.say(`<@${bot.discord.bot.id}> ${SECRET}`, { atLeast: 1 });
    await bot.discord.until(() => questions().length === 4);
  };
  const questions = () =>
    bot.log.lines.filter(({ message }) => message === 'interaction').map(({ fields }) => fields.question);

  test('holds no questions', async () => {
    await askEverywhere();
    expect(JSON.stringify(bot.log.lines)).not.toContain('secret boat');
  });

  test('holds them where the operator wants it to', async () => {
    await bot.close();
    bot = await start({ logQuestions: true });
    await askEverywhere();
    expect(questions()).toEqual([SECRET, SECRET, SECRET, SECRET]);
  });
});

test('nobody listens where nobody asked for it', async () => {
  await bot.close();
  bot = await startBot();
  expect(bot.log.lines.map(({ message }) => message)).not.toContain('metrics');
});
