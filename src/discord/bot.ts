import { type ServiceDeps, serve } from './service.ts';

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/**
 * The bot, until it is told to stop: the first signal lets running answers finish, a second one ends the
 * process at once. Rejects with a `UserError` when the token is missing or wrong.
 */
export async function runBot(deps: ServiceDeps): Promise<void> {
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
