import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { UserError } from './command.ts';
import { type Connections, connectionsOf } from './http/connections.ts';
import { announcesMore, bodyOf, send } from './http/messages.ts';
import { plain, type Routes, routerOf } from './http/routes.ts';
import type { Log } from './log.ts';

export interface HttpServerOptions {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  /** The operator's variables that port and host come from: what is wrong with one is said in its name. */
  readonly settings: { readonly port: string; readonly host?: string };
  readonly routes: Routes;
  readonly log: Log;
  /** Of a request's body; more is answered with 413. Default: 65,536. */
  readonly maxBodyBytes?: number;
  /** How long a client may take to send a request. Default: 10,000. */
  readonly requestTimeoutMs?: number;
}

export interface HttpServer {
  /** The one that was opened. */
  readonly port: number;
  /**
   * Takes no more requests; resolves when the running ones are answered, or cut off after `deadlineMs`. May be
   * called again with less patience.
   */
  close(deadlineMs: number): Promise<void>;
}

/** More at once are refused: whatever a flood holds open must leave file descriptors for the rest of us. */
const MOST_CONNECTIONS = 1_000;

/**
 * Answers requests by a table of routes. Meant to stand behind a proxy, or for this machine only: no TLS.
 * Rejects with a `UserError` when port or host cannot be opened.
 */
export async function startHttpServer(options: HttpServerOptions): Promise<HttpServer> {
  const { routes, log, maxBodyBytes = 65_536, requestTimeoutMs = 10_000 } = options;
  const server = createServer({
    headersTimeout: requestTimeoutMs,
    requestTimeout: requestTimeoutMs,
    connectionsCheckingInterval: Math.min(1_000, requestTimeoutMs),
  });
  server.maxConnections = MOST_CONNECTIONS;
  const connections = connectionsOf(server);
  const route = routerOf(routes, log);
  let isClosing = false;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const underWay = connections.begin(request);
    const body = await bodyOf(request, maxBodyBytes);
    const answered =
      body === undefined
        ? plain(413, { connection: 'close' })
        : await route(
            request.method ?? '',
            request.url ?? '',
          )({ headers: request.headers, body, signal: underWay.signal });
    response.once('finish', () => underWay.finish(request.socket.errored === null));
    const told = underWay.sent.then((sent) => answered.afterSent?.(sent));
    told.catch(() => undefined); // awaited below, unless `send` throws
    send(response, answered, { last: isClosing });
    await told;
  };
  const receive = (request: IncomingMessage, response: ServerResponse): void => {
    answer(request, response).catch((error: unknown) => {
      if (request.errored === null) log.error('a request was not answered as it should be', { error });
      request.socket.destroy();
    });
  };

  server.on('request', receive);
  server.on('checkContinue', (request, response) => {
    if (!announcesMore(request, maxBodyBytes)) response.writeContinue();
    receive(request, response);
  });
  server.on('clientError', (error, socket) => refuse(error, socket, connections));
  const port = await listen(server, options);
  server.on('error', (error) => log.error('the HTTP server has a problem', { error }));
  return {
    port,
    close: (deadlineMs) => {
      isClosing = true;
      return close(server, connections, deadlineMs);
    },
  };
}

const REFUSALS: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  HPE_HEADER_OVERFLOW: 431,
};

/** Answers what is no request, in as far as an answer could not be taken for that to an earlier request. */
function refuse(error: NodeJS.ErrnoException, socket: Duplex, connections: Connections): void {
  const owed = socket instanceof Socket && connections.owesAnswer(socket);
  if (owed || !socket.writable) return void socket.destroy();
  const status = REFUSALS[error.code ?? ''] ?? 400;
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\ncontent-length: 0\r\n`;
  socket.end(`${head}x-content-type-options: nosniff\r\ncache-control: no-store\r\n\r\n`, () =>
    socket.destroy(),
  );
}

const PORT_ADVICE: Readonly<Record<string, (port: number) => string>> = {
  EADDRINUSE: (port) => `port ${port} is in use by another program. Choose another.`,
  EACCES: (port) => `this program may not open port ${port}. Choose one above 1023.`,
};
const NO_SUCH_ADDRESS = /^(?:EADDRNOTAVAIL|ENOTFOUND|EAI_AGAIN|EINVAL)$/;

const listen = (server: Server, { host, port, settings }: HttpServerOptions): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const code = error.code ?? '';
      const advice = PORT_ADVICE[code];
      if (advice !== undefined) return reject(new UserError(`${settings.port}: ${advice(port)}`));
      if (!NO_SUCH_ADDRESS.test(code) || settings.host === undefined) return reject(error);
      const expected = 'expected a name or an address of this machine';
      const choice = 'Choose 127.0.0.1, or 0.0.0.0 to be reached from outside.';
      reject(new UserError(`${settings.host}: ${expected}; got ${JSON.stringify(host)}. ${choice}`));
    });
    server.listen({ host, port }, () => {
      server.removeAllListeners('error');
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });

async function close(server: Server, connections: Connections, deadlineMs: number): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  connections.closeUnused();
  const deadline = setTimeout(connections.closeAll, deadlineMs);
  await closed;
  clearTimeout(deadline);
}
