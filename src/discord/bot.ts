import type { Log } from '../log.ts';
import { serveEndpoint } from './endpoint-service.ts';
import type { OfficeDeps } from './office.ts';
import { serve } from './service.ts';

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/** The bot over Discord’s gateway. Rejects with a `UserError` when the token is missing or wrong. */
export const runBot = (deps: OfficeDeps): Promise<void> =>
  untilSignalled(deps.log, (stop) => serve(deps, stop));

/** The bot as an address that Discord calls. Rejects with a `UserError` when the public key is missing. */
export const runEndpoint = (deps: OfficeDeps): Promise<void> =>
  untilSignalled(deps.log, (stop) => serveEndpoint(deps, stop));

/**
 * Works until the process is told to stop: the first signal lets running answers finish, a second one ends the
 * process at once.
 */
export async function untilSignalled(log: Log, work: (stop: AbortSignal) => Promise<void>): Promise<void> {
  const stop = new AbortController();
  const onSignal = (signal: NodeJS.Signals): void => {
    release();
    log.info('stopping', { signal });
    stop.abort();
  };
  const release = (): void => {
    for (const signal of SIGNALS) process.removeListener(signal, onSignal);
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  try {
    await work(stop.signal);
  } finally {
    release();
    // A channel to the process that started this one would keep it from ending.
    if (process.connected) process.disconnect();
  }
}
