import type { HttpResponse, Routes } from './http/routes.ts';
import type { Metrics } from './metrics.ts';

/** Asked at every request. */
export interface Observed {
  readonly phase: () => 'starting' | 'running' | 'stopping';
  /** Whether Discord can reach us, as far as we know. */
  readonly connected: () => boolean;
  readonly articles: () => number;
}

/** `GET /healthz`: 200 while the bot answers, otherwise 503, each with the reason as JSON. */
export const healthRoutes = ({ phase, connected, articles }: Observed): Routes => ({
  'GET /healthz': async () => {
    const at = phase();
    const status = at !== 'running' ? at : connected() ? 'ok' : 'disconnected';
    return json(status === 'ok' ? 200 : 503, { status, articles: articles(), connected: connected() });
  },
});

/** `GET /metrics`, for Prometheus. Tells of the process and its use: not for the public. */
export const metricsRoutes = (metrics: Metrics): Routes => ({
  'GET /metrics': async () => {
    const { contentType, body } = await metrics.text();
    return { status: 200, headers: { 'content-type': contentType }, body };
  },
});

const json = (status: number, value: unknown): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: `${JSON.stringify(value)}\n`,
});
