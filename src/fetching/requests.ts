import { Socket } from 'node:net';
import { buildConnector, Client } from 'undici';
import type { Limits } from './limits.ts';
import { forbidden } from './web-address.ts';

/** Makes a connection, as undici does. In a fetcher it is only ever given an address as `hostname`, never a name. */
export type Connect = buildConnector.connector;

/** One request on the way to a page. */
interface Hop {
  readonly url: URL;
  /** Those that the host stands for, checked: tried in this order until one answers. */
  readonly addresses: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  /** Ends the request whatever its state; `ask` then rejects, with the signal's reason or not. */
  readonly signal: AbortSignal;
}

/** What a server answered; it is read inside of `ask` only. */
export interface Answer {
  readonly status: number;
  /** By name in lower case. Of a header that came several times the first, but all of `content-encoding`. */
  readonly header: (name: string) => string | undefined;
  readonly body: AsyncIterable<Uint8Array>;
}

interface Requests {
  /** Rejects with undici's errors, with those of the system, and with whatever `read` does. */
  ask<T>(hop: Hop, read: (answer: Answer) => Promise<T>): Promise<T>;
}

/**
 * Requests, each on a connection of its own that ends with it. A connection that is kept alive would be one that was
 * checked for another request; a handshake more is little beside the pause that we make anyway.
 *
 * @param mayConnect whether an address is permitted: asked again of the one that was connected to.
 */
export function createRequests(
  { connectMs, headersMs, headerBytes }: Limits,
  mayConnect: (address: string) => boolean,
  connect: Connect = buildConnector({ timeout: connectMs, allowH2: false, maxCachedSessions: 0 }),
): Requests {
  return {
    async ask({ url, addresses, headers, signal }, read) {
      signal.throwIfAborted();
      const client = new Client(url.origin, {
        connect: (options, callback) => {
          connectTo(addresses, connect, options, signal).then(
            (socket) => {
              const refusal = refusalOf(url, socket.remoteAddress, mayConnect);
              if (refusal === undefined) return callback(null, socket);
              socket.destroy();
              callback(refusal, null);
            },
            (error: Error) => callback(error, null),
          );
        },
        maxHeaderSize: headerBytes,
        headersTimeout: headersMs,
        // Whoever asks ends a body that drips with the signal, however regularly it drips.
        bodyTimeout: 0,
      });
      // The library's own signal is not heard before there is a connection.
      const end = (): void => void client.destroy(asError(signal.reason));
      signal.addEventListener('abort', end);
      try {
        const {
          statusCode,
          headers: answered,
          body,
        } = await client.request({
          method: 'GET',
          path: url.pathname + url.search,
          headers,
          reset: true,
        });
        body.on('error', () => undefined); // of a body that nobody reads
        return await read({ status: statusCode, header: (name) => headerOf(answered[name], name), body });
      } finally {
        signal.removeEventListener('abort', end);
        await client.destroy();
      }
    },
  };
}

/** One address after the other: a second resolution, which might say something else, cannot happen. */
async function connectTo(
  addresses: readonly string[],
  connect: Connect,
  options: buildConnector.Options,
  signal: AbortSignal,
): Promise<Socket> {
  let failure: unknown;
  for (const hostname of addresses.slice(0, MOST_ATTEMPTS)) {
    signal.throwIfAborted();
    try {
      return await connectOnce(connect, { ...options, hostname }, signal);
    } catch (error) {
      // The first says most: the others are often of an IPv6 that is not there.
      failure ??= error;
    }
  }
  throw failure ?? new Error('no address was given');
}

/** @param reached undefined when the other end has closed already: whom it went to cannot be told any more. */
function refusalOf(
  url: URL,
  reached: string | undefined,
  mayConnect: (address: string) => boolean,
): Error | undefined {
  if (reached === undefined)
    return Object.assign(new Error('the connection is closed'), { code: 'ECONNRESET' });
  return mayConnect(reached) ? undefined : forbidden(url, `the connection went to ${reached}`);
}

/** A name may stand for hundreds of addresses. */
const MOST_ATTEMPTS = 4;

function connectOnce(
  connect: Connect,
  options: buildConnector.Options,
  signal: AbortSignal,
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    let opening: unknown;
    const end = (): void => {
      // Its type does not tell, but undici's connector returns the socket that it is opening.
      if (opening instanceof Socket) opening.destroy();
      reject(asError(signal.reason));
    };
    signal.addEventListener('abort', end);
    opening = connect(options, (error, socket) => {
      signal.removeEventListener('abort', end);
      if (error !== null) reject(error);
      else if (signal.aborted) socket.destroy();
      else resolve(socket);
    });
  });
}

const headerOf = (value: string | string[] | undefined, name: string): string | undefined =>
  Array.isArray(value) ? (name === 'content-encoding' ? value.join(',') : value[0]) : value;

const asError = (reason: unknown): Error => (reason instanceof Error ? reason : new Error(String(reason)));
