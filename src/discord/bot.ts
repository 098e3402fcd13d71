import type { AnyCommand } from '../command.ts';
import type { Environment } from '../environment.ts';
import type { Log } from '../log.ts';
import type { Newsroom } from '../newsroom.ts';
import { serve } from './service.ts';

interface BotDeps {
  readonly newsroom: Newsroom;
  readonly commands: readonly AnyCommand[];
  readonly environment: Environment;
  readonly log: Log;
}

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/**
 * The bot, until it is told to stop: the first signal lets running answers finish, a second one ends the
 * process at once. Rejects with a `UserError` when the token is missing or wrong.
 */
export async function runBot(deps: BotDeps): Promise<void> {
  const stop = new AbortController();
  const onSignal = (signal: NodeJS.Signals): void => {
    release();
    deps.log.info('stopping', { signal });
    stop.abort();
  };
  const release = (): void => {
    for (const signal of SIGNALS) process.removeListener(signal, onSignal);
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  try {
    await serve(deps, stop.signal);
  } finally {
    release();
  }
}
