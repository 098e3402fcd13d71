import type { AnyCommand } from '../command.ts';
import type { Environment } from '../environment.ts';
import type { Log } from '../log.ts';
import type { NewsDesk } from '../news-desk.ts';
import { createCooldown } from './cooldown.ts';
import { forLog } from './faults.ts';
import { createHomes } from './homes.ts';
import { openObserving } from './observing.ts';
import { openReception, type Reception } from './reception.ts';
import { openServerSettings } from './server-settings.ts';
import { createThreads } from './threads.ts';
import { createTidying, tidy } from './tidying.ts';
import { createTurns } from './turns.ts';
import { type ChannelRest, createWire } from './wire.ts';

export interface OfficeDeps {
  readonly desk: NewsDesk;
  readonly commands: readonly AnyCommand[];
  readonly environment: Environment;
  readonly log: Log;
}

/** What the way to Discord knows. */
export interface Line {
  readonly rest: () => ChannelRest | undefined;
  readonly bot: () => { readonly id: string; readonly name: string } | undefined;
  readonly isConnected: () => boolean;
}

/** All that answers on Discord, whichever way its interactions come in. */
export interface Office {
  readonly reception: Reception;
  /** Discord can reach it now. */
  open(): void;
  /** Takes nothing more and lets running answers finish. */
  close(): Promise<void>;
  /** Ends what else it holds open. */
  shut(): Promise<void>;
}

type Phase = 'starting' | 'running' | 'stopping';

/** How long running answers may take once the bot is told to stop. Who stops it waits ten seconds, as a rule. */
export const DRAIN_MS = 8_000;

/** Questions in a row before somebody is asked to wait. */
const BURST = 8;
const NOTICES_PER_MINUTE = 1;

export async function openOffice(
  { desk, commands, environment, log }: OfficeDeps,
  line: Line,
): Promise<Office> {
  const { discordChat, discordCards, logQuestions, questionsPerMinute, stateDir, corpusServers } =
    environment;
  const now = Date.now;
  const wire = createWire(environment, line.rest);
  const settings = openServerSettings(stateDir, log);
  const readsAll = discordChat === 'everything';
  const threads = createThreads({ wire, settings, mention: () => (readsAll ? undefined : line.bot()?.name) });
  let phase: Phase = 'starting';
  let waiting = (): number => 0;
  const observing = await openObserving(
    environment,
    {
      phase: () => phase,
      connected: line.isConnected,
      articles: desk.articles,
      waiting: () => waiting(),
    },
    log,
  );
  const tidying = createTidying();
  const reception = openReception({
    desk,
    commands,
    log,
    metrics: observing.metrics,
    wire,
    settings,
    threads,
    calledBy: () => (discordChat === 'off' ? undefined : line.bot()?.name),
    cards: discordCards,
    logQuestions,
    corpusServers,
    turns: createTurns(wire.unsent),
    done: tidying.used,
    cooldown: createCooldown({ perMinute: questionsPerMinute, burst: BURST, now }),
    ...(discordChat !== 'off' && {
      chat: {
        bot: line.bot,
        readsAll,
        homes: createHomes(wire),
        notices: createCooldown({ perMinute: NOTICES_PER_MINUTE, burst: 1, now }),
      },
    }),
  });
  waiting = reception.waiting;
  // While Discord is being reached, too: nobody who asks later waits for it.
  desk
    .readAhead()
    .then(tidy)
    .catch((error: unknown) => log.error('articles could not be read ahead', { error: forLog(error) }));
  return {
    reception,
    open() {
      phase = 'running';
      log.info('open for questions', { articles: desk.articles() });
    },
    async close() {
      phase = 'stopping';
      const left = await reception.close(DRAIN_MS);
      if (left > 0) log.warn('stopped with answers unfinished', { left });
    },
    async shut() {
      tidying.stop();
      await desk.close();
      await observing.close();
    },
  };
}
