import { setTimeout as sleep } from 'node:timers/promises';
import { type RESTGetAPIGatewayBotResult, Routes, type Shard, ShardingManager } from 'discord.js';
import { UserError } from '../command.ts';
import type { Environment } from '../environment.ts';
import type { Log } from '../log.ts';
import { untilSignalled } from './bot.ts';
import { isWrongToken, WRONG_TOKEN } from './login.ts';
import { NO_TOKEN } from './service.ts';
import { tokenRest } from './wire.ts';

interface ShardsDeps {
  readonly environment: Environment;
  readonly log: Log;
  /** The executable, which each process runs as `verbatim bot`. */
  readonly executable: string;
  /** Undefined: as many as Discord recommends. */
  readonly processes: number | undefined;
}

/** All processes are ended when this one is. */
const DRAIN_MS = 15_000;

const MOST_PROCESSES = 64;

/** @throws UserError for what is not a number of processes. */
export function processesOf([typed, ...more]: readonly string[]): number | undefined {
  if (typed === undefined) return undefined;
  const processes = Number(typed);
  if (more.length === 0 && Number.isInteger(processes) && processes >= 1 && processes <= MOST_PROCESSES)
    return processes;
  throw new UserError(
    `shards: expected a number of processes from 1 to ${MOST_PROCESSES}, got “${[typed, ...more].join(' ')}”. ` +
      'Leave it out for as many as Discord recommends.',
  );
}

/** What a process ends with that was given something to correct: starting it again would not help. */
const MISUSE = 2;

/**
 * The bot in several processes, each with a share of the servers: for bots in thousands of them, where one core is
 * not enough. One process holds any number of shards otherwise.
 */
export async function runShards(deps: ShardsDeps): Promise<void> {
  const { environment, log, executable } = deps;
  const { discordToken } = environment;
  if (!discordToken) throw new UserError(NO_TOKEN);
  const limits = await limitsOf(environment, discordToken, deps.processes);
  const manager = new ShardingManager(executable, {
    token: discordToken,
    totalShards: limits.processes,
    shardArgs: ['bot'],
    respawn: false, // at once, and for ever
  });
  await untilSignalled(log, async (stop) => {
    const over = new AbortController();
    const stopped = new Promise<void>((resolve, reject) => {
      stop.addEventListener('abort', () => resolve(), { once: true });
      manager.on('shardCreate', (shard) =>
        keepRunning(shard, { log, stop: AbortSignal.any([stop, over.signal]) }, () =>
          reject(new UserError('A process of the bot cannot run; its own line says why.')),
        ),
      );
    });
    try {
      // Not ready in 30 s is no reason to give up: Discord may be down, and each process tries on by itself.
      await Promise.race([manager.spawn({ timeout: -1, delay: limits.spacingMs }), stopped]);
      await stopped;
    } finally {
      over.abort(); // nothing is started again from here on
      const shards = [...manager.shards.values()];
      await Promise.race([Promise.all(shards.map(ended)), sleep(DRAIN_MS, undefined, { ref: false })]);
      for (const { process: child } of shards)
        if (child?.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    }
  });
}

interface Limits {
  readonly processes: number;
  /** Between the starts of two processes: each logs in, and Discord lets so many do that in five seconds. */
  readonly spacingMs: number;
}

const LOGIN_WINDOW_MS = 5_500;

async function limitsOf(
  environment: Environment,
  token: string,
  wanted: number | undefined,
): Promise<Limits> {
  const rest = tokenRest(environment, token);
  try {
    const { shards, session_start_limit: limit } = (await rest.get(
      Routes.gatewayBot(),
    )) as RESTGetAPIGatewayBotResult;
    return { processes: wanted ?? shards, spacingMs: LOGIN_WINDOW_MS / limit.max_concurrency };
  } catch (error) {
    if (isWrongToken(error)) throw new UserError(WRONG_TOKEN);
    if (wanted === undefined) throw error;
    return { processes: wanted, spacingMs: LOGIN_WINDOW_MS }; // each process waits for Discord by itself
  }
}

/** Starts a process again that ended by itself: later and later, until it has run for a while. */
function keepRunning(shard: Shard, { log, stop }: { log: Log; stop: AbortSignal }, giveUp: () => void): void {
  const { id } = shard;
  let failures = 0;
  let startedAt = 0;
  shard
    .on('spawn', () => {
      startedAt = performance.now();
      log.info('process started', { shard: id });
    })
    .on('death', async (child) => {
      const code = 'exitCode' in child ? child.exitCode : null;
      log.warn('process ended', { shard: id, code });
      if (code === MISUSE) return giveUp();
      failures = performance.now() - startedAt > RAN_WELL_MS ? 0 : failures + 1;
      await sleep(delay(failures), undefined, { signal: stop }).catch(() => undefined);
      if (!stop.aborted)
        shard.spawn(-1).catch((error: unknown) => log.error('process failed', { shard: id, error }));
    })
    .on('error', (error) => log.error('process failed', { shard: id, error }));
}

const RAN_WELL_MS = 60_000;
const delay = (failures: number): number => Math.min(60_000, 500 * 2 ** Math.min(failures, 7));

/**
 * Not told by a signal: whoever stops this process may have sent one to all of them (Ctrl-C, systemd), and a second
 * one ends a process before its answers are given.
 */
const ended = ({ process: child }: Shard): Promise<void> =>
  new Promise((resolve) => {
    if (child === null || child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    if (child.connected) child.disconnect();
  });
