import type { Environment } from '../environment.ts';
import { startHttpServer } from '../http-server.ts';
import type { Log } from '../log.ts';
import { type Gauges, type Metrics, noMetrics, openMetrics } from '../metrics.ts';
import { healthRoutes, metricsRoutes, type Observed } from '../observation.ts';

/** What an operator may look at while the bot runs. */
export interface Observing {
  readonly metrics: Metrics;
  close(): Promise<void>;
}

/** For this machine only: what is counted is nobody else’s business. */
const HOST = '127.0.0.1';
const CLOSE_MS = 500;

/**
 * Opens the port that the operator asked for; does nothing where none was. Each process of several has a port of
 * its own, one above the other.
 */
export async function openObserving(
  { metricsPort, shards }: Pick<Environment, 'metricsPort' | 'shards'>,
  observed: Observed & Pick<Gauges, 'waiting'>,
  log: Log,
): Promise<Observing> {
  if (metricsPort === undefined) return { metrics: noMetrics, close: async () => undefined };
  const metrics = await openMetrics(observed);
  const server = await startHttpServer({
    host: HOST,
    port: metricsPort + (shards?.ids[0] ?? 0),
    settings: { port: 'METRICS_PORT' },
    routes: { ...healthRoutes(observed), ...metricsRoutes(metrics) },
    log,
  });
  log.info('metrics', { address: `http://${HOST}:${server.port}/metrics` });
  return { metrics, close: () => server.close(CLOSE_MS) };
}
