import { afterEach, describe, expect, test } from 'vitest';
import type { Routes } from '../src/http/routes.ts';
import { type HttpServer, startHttpServer } from '../src/http-server.ts';
import { silentLog } from '../src/log.ts';
import { openMetrics } from '../src/metrics.ts';
import { healthRoutes, metricsRoutes, type Observed } from '../src/observation.ts';

let server: HttpServer | undefined;
afterEach(() => server?.close(0));

const ask = async (routes: Routes, path: string, method = 'GET') => {
  server = await startHttpServer({
    host: '127.0.0.1',
    port: 0,
    settings: { port: 'METRICS_PORT' },
    routes,
    log: silentLog,
  });
  return fetch(`http://127.0.0.1:${server.port}${path}`, { method });
};

const well: Observed = { phase: () => 'running', connected: () => true, articles: () => 12 };

describe('/healthz', () => {
  test('is 200 while the bot answers', async () => {
    const answer = await ask(healthRoutes(well), '/healthz');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(await answer.json()).toEqual({ status: 'ok', articles: 12, connected: true });
  });

  test.each<[string, Partial<Observed>]>([
    ['starting', { phase: () => 'starting', connected: () => false }],
    ['disconnected', { connected: () => false }],
    ['stopping', { phase: () => 'stopping' }],
  ])('is 503 and says why while it does not: %s', async (status, change) => {
    const observed = { ...well, ...change };
    const answer = await ask(healthRoutes(observed), '/healthz');
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({ status, articles: 12, connected: observed.connected() });
  });

  test('can be asked with HEAD', async () => {
    const answer = await ask(healthRoutes({ ...well, phase: () => 'stopping' }), '/healthz', 'HEAD');
    expect([answer.status, await answer.text()]).toEqual([503, '']);
  });
});

describe('/metrics', () => {
  test('is what Prometheus reads', async () => {
    const metrics = await openMetrics({ articles: () => 12, connected: () => true, waiting: () => 0 });
    const answer = await ask({ ...healthRoutes(well), ...metricsRoutes(metrics) }, '/metrics');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(await answer.text()).toMatch(/^verbatim_articles 12$/m);
  });

  test('is not there where only health is shown', async () => {
    expect((await ask(healthRoutes(well), '/metrics')).status).toBe(404);
  });
});
