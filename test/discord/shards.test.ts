import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { processesOf } from '../../src/discord/shards.ts';
import { type Program, verbatim } from './executable.ts';
import { type LoopbackDiscord, startLoopbackDiscord } from './loopback/discord.ts';
import { shardOf } from './loopback/session.ts';
import { until } from './loopback/waiting.ts';
import { wordsOf } from './reading.ts';

/** `verbatim shards`: the bot in several processes. */

const SERVERS = ['400000000000000001', '400000000004194305'] as const;
const QUESTION = { question: 'Who is Dmytro Kuleba?' };

let discord: LoopbackDiscord;
const programs: Program[] = [];

beforeEach(async () => {
  discord = await startLoopbackDiscord({ guildIds: SERVERS, shards: 2 });
});
afterEach(async () => {
  for (const program of programs.splice(0)) {
    program.kill('SIGTERM');
    await program.exited;
  }
  const left = leftOver();
  for (const pid of left) process.kill(Number(pid), 'SIGKILL');
  await discord.close();
  expect(left).toEqual([]);
  expect(discord.violations).toEqual([]);
});

const run = (args: readonly string[], variables: Record<string, string> = {}): Program => {
  const all = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl, ...variables };
  const program = verbatim(['shards', ...args], all);
  programs.push(program);
  return program;
};
const count = ({ output }: Program, what: string): number => output().split(`"${what}"`).length - 1;
const ready = (program: Program, processes: number): Promise<void> =>
  until(
    () => count(program, 'commands registered') + count(program, 'commands unchanged') === processes,
    () => `${processes} processes to be ready: ${program.output()}`,
  );

/** Processes that know this Discord, where the system tells. */
function leftOver(): readonly string[] {
  const mine = `DISCORD_API_URL=${discord.apiUrl}`;
  const pids = readdirSync('/').includes('proc')
    ? readdirSync('/proc').filter((name) => /^\d+$/.test(name))
    : [];
  return pids.filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(mine);
    } catch {
      return false; // somebody else's, or gone
    }
  });
}

describe('verbatim shards', () => {
  test('shares the servers out, and each question is answered once', async () => {
    expect(SERVERS.map((id) => shardOf(id, 2)).sort()).toEqual([0, 1]);
    const program = run(['2']);
    await ready(program, 2);
    expect([discord.gateway.hasShard(0), discord.gateway.hasShard(1)]).toEqual([true, true]);
    expect(discord.gateway.identified).toBe(2);
    expect(leftOver()).toHaveLength(process.platform === 'linux' ? 3 : 0);
    for (const guildId of SERVERS) {
      const { messages, exchange } = await discord.slash('ask', QUESTION, { guildId });
      expect(messages.map(wordsOf)).toEqual([expect.stringContaining('former foreign minister')]);
      expect(exchange.acknowledgements).toBe(1);
      const { answers } = await discord.say(`<@${discord.bot.id}> ${QUESTION.question}`, {
        guildId,
        atLeast: 1,
      });
      expect(answers).toHaveLength(1);
    }
    program.kill('SIGTERM');
    expect(await program.exited).toEqual({ code: 0, signal: null });
    expect(count(program, 'stopped')).toBe(2);
    expect([discord.gateway.hasShard(0), discord.gateway.hasShard(1)]).toEqual([false, false]);
    expect(leftOver()).toEqual([]);
  });

  test('lets all answers finish when each process is told to stop, as by Ctrl-C', async () => {
    const program = run(['2']);
    await ready(program, 2);
    discord.faults.next(/^PATCH/, { status: 429, retryAfterS: 1 });
    const exchange = discord.sendSlash('ask', QUESTION);
    await until(() => discord.requests.some(({ status }) => status === 429), 'an answer that must wait');
    for (const pid of leftOver()) process.kill(Number(pid), 'SIGTERM');
    if (process.platform !== 'linux') program.kill('SIGTERM');
    expect(await program.exited).toEqual({ code: 0, signal: null });
    expect(exchange.messages.map(wordsOf)).toEqual([expect.stringContaining('former foreign minister')]);
    expect(count(program, 'stopped')).toBe(2);
  });

  test('leaves no process behind that would answer beside the next', async () => {
    const program = run(['2']);
    await ready(program, 2);
    program.kill('SIGKILL');
    await program.exited;
    await until(() => leftOver().length === 0, 'all processes to end');
    expect([discord.gateway.hasShard(0), discord.gateway.hasShard(1)]).toEqual([false, false]);
  });

  test('without a number runs as many as Discord recommends', async () => {
    const program = run([]);
    await ready(program, 2);
    expect([discord.gateway.hasShard(0), discord.gateway.hasShard(1)]).toEqual([true, true]);
  });

  test.each([[['2']], [[]]])('with a wrong token ends for good and says what to do: %j', async (args) => {
    const program = run(args, { DISCORD_TOKEN: 'wrong.token' });
    expect(await program.exited).toEqual({ code: 2, signal: null });
    expect(program.output()).toMatch(/DISCORD_TOKEN: Discord does not know this token\. Copy it again/);
    expect(program.output()).not.toMatch(/\n\s+at |wrong\.token/);
    expect(leftOver()).toEqual([]);
  });

  test('with anything but a number says what was expected', async () => {
    const program = run(['x']);
    expect(await program.exited).toEqual({ code: 2, signal: null });
    expect(program.output()).toContain('shards: expected a number of processes from 1 to 64, got “x”.');
    expect(discord.requests).toEqual([]);
  });
});

test.each([['0'], ['65'], ['1.5'], ['-1'], ['']])('there are no %s processes', (typed) => {
  expect(() => processesOf([typed])).toThrow(/expected a number of processes/);
});
