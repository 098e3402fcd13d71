import { type IncomingHttpHeaders, STATUS_CODES } from 'node:http';
import type { Log } from '../log.ts';

/** Names in lower case. */
export type HttpHeaders = Readonly<IncomingHttpHeaders>;

export interface HttpRequest {
  readonly headers: HttpHeaders;
  /** As it came; empty where there is none. */
  readonly body: Buffer;
  /** Aborted when the connection closes before the answer was sent. */
  readonly signal: AbortSignal;
}

export interface HttpResponse {
  readonly status: number;
  /** The `content-type` is plain text where none is given. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Called once: true when all was handed to the network, false when the connection closed before. */
  readonly afterSent?: (sent: boolean) => void;
}

/** What it throws is logged and answered with 500. HEAD is answered by the handler of GET. */
export type HttpHandler = (request: HttpRequest) => Promise<HttpResponse>;

/** Paths are compared as they stand, without the query. */
export type Routes = Readonly<Record<`${'GET' | 'POST'} /${string}`, HttpHandler>>;

/** A status, in its own words. */
export const plain = (status: number, headers: Readonly<Record<string, string>> = {}): HttpResponse => ({
  status,
  headers,
  body: `${STATUS_CODES[status] ?? status}\n`,
});

/** Finds who answers a method and a target; where nobody does, somebody who says so. None of them rejects. */
export function routerOf(routes: Routes, log: Log): (method: string, target: string) => HttpHandler {
  const paths = new Map<string, Map<string, HttpHandler>>();
  for (const [route, handler] of Object.entries(routes)) {
    const [method = '', path = ''] = route.split(' ');
    const handlers = paths.get(path) ?? new Map<string, HttpHandler>();
    paths.set(path, handlers.set(method, withoutFaults(route, handler, log)));
  }
  return (method, target) => {
    const handlers = paths.get(pathOf(target));
    if (handlers === undefined) return async () => plain(404);
    const handler = handlers.get(method === 'HEAD' ? 'GET' : method);
    if (handler !== undefined) return handler;
    const allowed = [...handlers.keys()].flatMap((known) => (known === 'GET' ? ['GET', 'HEAD'] : [known]));
    return async () => plain(405, { allow: allowed.join(', ') });
  };
}

/** Of `/path?query`, or of a whole address as a proxy may write it (RFC 9112, section 3.2.2). */
const pathOf = (target: string): string => target.replace(/^https?:\/\/[^/?]*/i, '').replace(/\?.*$/s, '');

const withoutFaults =
  (route: string, handler: HttpHandler, log: Log): HttpHandler =>
  async (request) => {
    try {
      return await handler(request);
    } catch (error) {
      if (request.signal.aborted) log.debug('a request was given up', { route, error });
      else log.error('a request could not be answered', { route, error });
      return plain(500);
    }
  };
