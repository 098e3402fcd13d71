import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { DiscordRefusal, errorBody, notFound, unauthorized } from './errors.ts';
import { type Answer, answerTo, Faults } from './faults.ts';
import type { Judge } from './judge.ts';
import type { Route } from './routes.ts';

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
}

interface RestDeps {
  readonly token: () => string;
  readonly routes: readonly Route[];
  readonly judge: Judge;
  /** Keep what was asked. */
  readonly keep: boolean;
  /** A request came (1) or was answered (-1). */
  readonly onRequest: (path: string, change: 1 | -1) => void;
}

const PREFIX = '/api/v10';

/** Discord's REST API, as much of it as the bot uses, with its rules. */
export class Rest {
  readonly faults = new Faults();
  readonly seen: SeenRequest[] = [];
  readonly server: Server;
  readonly #deps: RestDeps;

  constructor(deps: RestDeps) {
    this.#deps = deps;
    this.server = createServer((request, response) => {
      this.#serve(request, response).catch(() => request.socket.destroy()); // whoever asked has gone
    });
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? 'GET';
    const [encoded = '/', search = ''] = (request.url ?? '/').split('?');
    const path = decodeURIComponent(encoded);
    this.#deps.onRequest(path, 1);
    try {
      const body = await readJson(request);
      const call = `${method} ${path.startsWith(PREFIX) ? path.slice(PREFIX.length) : path}`;
      const mishap = this.faults.take(call);
      if (mishap === 'lost request') return void request.socket.destroy();
      const answer =
        mishap === undefined || mishap === 'lost answer'
          ? this.#answer(call, { path, search, body, authorization: request.headers.authorization })
          : answerTo(mishap);
      if (this.#deps.keep) this.seen.push({ method, path, body, status: answer.status });
      if (mishap === 'lost answer') return void request.socket.destroy();
      send(response, answer);
    } finally {
      this.#deps.onRequest(path, -1);
    }
  }

  #answer(
    call: string,
    {
      path,
      search,
      body,
      authorization,
    }: Readonly<Record<'path' | 'search', string>> & {
      readonly body: unknown;
      readonly authorization: string | undefined;
    },
  ): Answer {
    try {
      if (!path.startsWith(`${PREFIX}/`)) throw notFound();
      const open = /^\w+ \/(interactions|webhooks)\//.test(call);
      if (open && authorization !== undefined) {
        const message = `the bot’s token does not go with ${call}`;
        this.#deps.judge.refuse([{ path: [], code: 'AUTHORIZATION', message }]);
      }
      if (!open && authorization !== `Bot ${this.#deps.token()}`) throw unauthorized();
      for (const [pattern, endpoint] of this.#deps.routes) {
        const match = pattern.exec(call);
        if (match === null) continue;
        const result = endpoint({ parts: match.slice(1), query: new URLSearchParams(search), body });
        return result === undefined ? { status: 204 } : { status: 200, body: result };
      }
      throw notFound();
    } catch (error) {
      if (error instanceof DiscordRefusal) return { status: error.status, body: errorBody(error) };
      throw error;
    }
  }
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  response.writeHead(status, { ...type, ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}
