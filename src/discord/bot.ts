import type { Log } from '../log.ts';
import { serveEndpoint } from './endpoint-service.ts';
import type { OfficeDeps } from './office.ts';
import { serve } from './service.ts';
import { staySmall } from './tidying.ts';

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/** The bot over Discord’s gateway. Rejects with a `UserError` when the token is missing or wrong. */
export const runBot = (open: Opening): Promise<void> => run(open, serve);

/** The bot as an address that Discord calls. Rejects with a `UserError` when the public key is missing. */
export const runEndpoint = (open: Opening): Promise<void> => run(open, serveEndpoint);

/** Reads the articles. */
type Opening = () => Promise<OfficeDeps>;

async function run(
  open: Opening,
  work: (deps: OfficeDeps, stop: AbortSignal) => Promise<void>,
): Promise<void> {
  staySmall(); // before anything has been read
  const deps = await open();
  try {
    await untilSignalled(deps.log, (stop) => work(deps, stop));
  } finally {
    // Where it ends before it has begun, the newsroom's thread would keep the process.
    await deps.desk.close();
  }
}

/**
 * Works until the process is told to stop: the first signal lets running answers finish, a second one ends the
 * process at once. One of several processes also stops when the one that started it says so, or is gone.
 */
export async function untilSignalled(log: Log, work: (stop: AbortSignal) => Promise<void>): Promise<void> {
  const stop = new AbortController();
  const onSignal = (signal: NodeJS.Signals): void => {
    release();
    log.info('stopping', { signal });
    stop.abort();
  };
  const onLeft = (): void => {
    if (stop.signal.aborted) return;
    log.info('stopping', { reason: 'left by the process that started this one' });
    stop.abort();
  };
  const release = (): void => {
    for (const signal of SIGNALS) process.removeListener(signal, onSignal);
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  process.once('disconnect', onLeft);
  // Undefined where there is nobody to be left by.
  if (process.connected === false) onLeft();
  try {
    await work(stop.signal);
  } finally {
    release();
    process.removeListener('disconnect', onLeft);
    // A channel to the process that started this one would keep it from ending.
    if (process.connected) process.disconnect();
  }
}
