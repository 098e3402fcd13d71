import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildConnector } from 'undici';
import { onTestFinished } from 'vitest';
import type { FetchError } from '../../src/fetching/fetch-error.ts';
import type { Fetched, Fetcher, Wanted } from '../../src/fetching/fetched.ts';
import { createFetcher, type FetcherOptions } from '../../src/fetching/fetcher.ts';
import type { Connect } from '../../src/fetching/requests.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

export interface Newspaper {
  readonly port: number;
  /** `at('/a')` is the address of `/a` on this server. */
  readonly at: (path: string, host?: string) => string;
  /** Everything that was asked for but robots.txt, in order. */
  readonly asked: { readonly path: string; readonly headers: IncomingHttpHeaders }[];
  /** How often robots.txt was asked for. */
  robots: number;
  /** Resolves once no connection is open. */
  readonly quiet: () => Promise<void>;
}

/** A newspaper's server on this machine, until the test is over. What has no route is not found. */
export async function serve(routes: Readonly<Record<string, Handler>>): Promise<Newspaper> {
  const open = new Set<object>();
  const closed = new EventTarget();
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    if (path === '/robots.txt') newspaper.robots += 1;
    else newspaper.asked.push({ path, headers: request.headers });
    const handler = routes[path] ?? routes[path.replace(/\?.*/, '?')];
    if (handler === undefined) response.writeHead(404).end();
    else handler(request, response);
  });
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      open.delete(socket);
      closed.dispatchEvent(new Event('closed'));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const newspaper: Newspaper = {
    port,
    at: (path, host = '127.0.0.1') => `http://${host}:${port}${path}`,
    asked: [],
    robots: 0,
    async quiet() {
      while (open.size > 0) await once(closed, 'closed');
    },
  };
  return newspaper;
}

export const page =
  (
    body: string | Uint8Array,
    headers: Readonly<Record<string, string | string[]>> = {},
    status = 200,
  ): Handler =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body);

export const redirect =
  (location: string, status = 302): Handler =>
  (_, response) =>
    // Node writes a header as Latin-1: so the bytes on the wire are those of UTF-8.
    response.writeHead(status, { location: Buffer.from(location).toString('latin1') }).end('elsewhere');

/** Connects to this machine alone, whatever it is told, and remembers what it was told. */
export function guard(): { readonly connect: Connect; readonly attempts: string[] } {
  const attempts: string[] = [];
  const really = buildConnector({ timeout: 2_000 });
  const connect: Connect = (options, callback) => {
    attempts.push(options.hostname);
    if (/^(?:127\.\d+\.\d+\.\d+|::1)$/.test(options.hostname)) return really(options, callback);
    callback(Object.assign(new Error('the guard lets nothing out'), { code: 'ECONNREFUSED' }), null);
  };
  return { connect, attempts };
}

/** Without a pause, with short limits and behind a guard; it knows no names but those it is given. */
export function fetcherWith(options: FetcherOptions = {}): Fetcher {
  const fetcher = createFetcher({
    allowLoopback: true,
    connect: guard().connect,
    lookup: async (host) => {
      throw Object.assign(new Error(`unknown: ${host}`), { code: 'ENOTFOUND' });
    },
    ...options,
    limits: { pauseMs: 0, ...options.limits },
  });
  onTestFinished(() => fetcher.close());
  return fetcher;
}

/** A page that must come. */
export async function pageFrom(fetcher: Fetcher, url: string, wanted?: Wanted) {
  const fetched: Fetched = await fetcher.fetch(url, wanted);
  if (fetched.kind !== 'page') throw new Error(`expected a page, got ${fetched.kind}`);
  return { ...fetched, text: new TextDecoder().decode(fetched.bytes) };
}

/** What keeps a page from coming, which something must. */
export const failure = (fetching: Promise<Fetched>): Promise<FetchError> =>
  fetching.then(
    ({ url }) => {
      throw new Error(`${url} came`);
    },
    (error: FetchError) => error,
  );
