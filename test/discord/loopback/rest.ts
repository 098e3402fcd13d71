import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Check, Shape } from './description.ts';
import { DiscordRefusal, errorBody, invalidBody, notFound, unauthorized, type Violation } from './errors.ts';
import { Faults } from './faults.ts';
import type { Interactions } from './interactions.ts';
import { choiceViolations, commandViolations, deferViolations, messageViolations } from './limits.ts';
import { type Body, FLAGS, isBody, type Message, snowflake, type User } from './shapes.ts';

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
}

interface RestDeps {
  readonly token: () => string;
  readonly bot: User;
  readonly interactions: Interactions;
  readonly check: Check | null;
  readonly gatewayUrl: () => string;
  readonly onRequest: (token: string | undefined, change: 1 | -1) => void;
}

interface Call {
  readonly parts: readonly string[];
  readonly body: unknown;
}

type Endpoint = (call: Call) => unknown;

/** Discord's REST API, as much of it as the bot uses, with its rules. */
export class Rest {
  readonly faults = new Faults();
  readonly seen: SeenRequest[] = [];
  /** Bodies that Discord would refuse: empty at the end of every test that is not about them. */
  readonly violations: Violation[] = [];
  /** Registered commands by scope: "global" or a server's id. */
  readonly commands = new Map<string, readonly Body[]>();
  /** Posted to channels outside of any interaction. */
  readonly posted: Message[] = [];
  /** Servers in which the application may register nothing. */
  readonly closedGuilds = new Set<string>();
  readonly server: Server;
  readonly #deps: RestDeps;
  readonly #endpoints: readonly (readonly [RegExp, Endpoint])[];

  constructor(deps: RestDeps) {
    this.#deps = deps;
    this.#endpoints = this.#routes();
    this.server = createServer((request, response) => void this.#serve(request, response));
  }

  #routes(): readonly (readonly [RegExp, Endpoint])[] {
    const { bot, interactions } = this.#deps;
    const commandsOf = (scope: string): readonly Body[] => this.commands.get(scope) ?? [];
    const openGuild = (id: string): string => {
      if (this.closedGuilds.has(id)) throw new DiscordRefusal(403, 50001, 'Missing Access');
      return id;
    };
    return [
      [/^GET \/gateway\/bot$/, () => this.#gateway()],
      [/^GET \/(?:oauth2\/)?applications\/@me$/, () => ({ id: bot.id, name: bot.username, flags: 0 })],
      [/^GET \/applications\/(\d+)\/commands$/, () => commandsOf('global')],
      [/^PUT \/applications\/(\d+)\/commands$/, ({ body }) => this.#overwrite('global', body)],
      [
        /^GET \/applications\/(\d+)\/guilds\/(\d+)\/commands$/,
        ({ parts: [, guild = ''] }) => commandsOf(openGuild(guild)),
      ],
      [
        /^PUT \/applications\/(\d+)\/guilds\/(\d+)\/commands$/,
        ({ parts: [, guild = ''], body }) => this.#overwrite(openGuild(guild), body),
      ],
      [
        /^POST \/interactions\/(\d+)\/([^/]+)\/callback$/,
        ({ parts: [id = '', token = ''], body }) => this.#callback(id, token, body),
      ],
      [
        /^POST \/webhooks\/(\d+)\/([^/]+)$/,
        ({ parts: [, token = ''], body }) => {
          const waiting = interactions.find(token)?.state === 'thinking';
          return interactions.followUp(token, this.#message(waiting ? 'edit' : 'follow-up', body));
        },
      ],
      [
        /^GET \/webhooks\/(\d+)\/([^/]+)\/messages\/(@original|\d+)$/,
        ({ parts: [, token = '', id = ''] }) => interactions.message(token, id),
      ],
      [
        /^PATCH \/webhooks\/(\d+)\/([^/]+)\/messages\/(@original|\d+)$/,
        ({ parts: [, token = '', id = ''], body }) => {
          const isV2 = (interactions.message(token, id).flags & FLAGS.componentsV2) !== 0;
          return interactions.edit(token, id, this.#message('edit', body, isV2));
        },
      ],
      [
        /^DELETE \/webhooks\/(\d+)\/([^/]+)\/messages\/(@original|\d+)$/,
        ({ parts: [, token = '', id = ''] }) => interactions.delete(token, id),
      ],
      [
        /^POST \/channels\/(\d+)\/messages$/,
        ({ parts: [channel = ''], body }) => this.#post(channel, this.#message('message', body)),
      ],
    ];
  }

  #gateway(): object {
    return {
      url: this.#deps.gatewayUrl(),
      shards: 1,
      session_start_limit: { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 },
    };
  }

  #overwrite(scope: string, body: unknown): readonly Body[] {
    if (!Array.isArray(body)) throw invalidBody([{ path: [], code: 'LIST_TYPE', message: 'not a list' }]);
    this.#refuse([...this.#described('commands', body), ...commandViolations(body.filter(isBody))]);
    const commands = body.filter(isBody).map((command) => ({
      ...command,
      id: snowflake(),
      application_id: this.#deps.bot.id,
      version: snowflake(),
      default_member_permissions: null,
      nsfw: false,
      // Discord leaves defaults out of what it returns.
      options: (Array.isArray(command.options) ? command.options.filter(isBody) : []).map((option) =>
        Object.fromEntries(Object.entries(option).filter(([, value]) => value !== false)),
      ),
    }));
    this.commands.set(scope, commands.toReversed()); // in no order to rely on
    return commands;
  }

  #callback(id: string, token: string, body: unknown): undefined {
    if (!isBody(body)) throw invalidBody([{ path: [], code: 'DICT_TYPE', message: 'not an object' }]);
    const data = isBody(body.data) ? body.data : {};
    this.#refuse([
      ...this.#described(`callback ${Number(body.type)}`, body),
      ...(body.type === 5 || body.type === 6 ? deferViolations(body) : []),
      ...(body.type === 4 || body.type === 7 ? messageViolations(data) : []),
      ...(body.type === 8 ? choiceViolations(body) : []),
    ]);
    this.#deps.interactions.acknowledge(id, token, body);
    return undefined;
  }

  #message(shape: Shape, body: unknown, isV2 = false): Body {
    if (!isBody(body)) throw invalidBody([{ path: [], code: 'DICT_TYPE', message: 'not an object' }]);
    this.#refuse([...this.#described(shape, body), ...messageViolations(body, { isV2 })]);
    return body;
  }

  #post(channel: string, body: Body): Message {
    const message = {
      ...{ id: snowflake(), channel_id: channel, flags: 0, content: '', components: [], embeds: [] },
      ...body,
      author: { ...this.#deps.bot, discriminator: '0', avatar: null },
      timestamp: new Date().toISOString(),
    };
    this.posted.push(message);
    return message;
  }

  #described = (shape: Shape, body: unknown): readonly Violation[] => this.#deps.check?.(shape, body) ?? [];

  #refuse(violations: readonly Violation[]): void {
    if (violations.length === 0) return;
    this.violations.push(...violations);
    throw invalidBody(violations);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? 'GET';
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://loopback').pathname);
    const token = /^\/api\/v10\/(?:interactions|webhooks)\/\d+\/([^/]+)/.exec(path)?.[1];
    this.#deps.onRequest(token, 1);
    try {
      const body = await readJson(request);
      const call = `${method} ${path.replace(/^\/api\/v10/, '')}`;
      const mishap = this.faults.take(call);
      if (mishap === 'lost request') return void request.socket.destroy();
      const answer =
        mishap === undefined || mishap === 'lost answer'
          ? this.#answer(call, path, body, request.headers.authorization)
          : planned(mishap);
      this.seen.push({ method, path, body, status: answer.status });
      if (mishap === 'lost answer') return void request.socket.destroy();
      send(response, answer);
    } finally {
      this.#deps.onRequest(token, -1);
    }
  }

  #answer(call: string, path: string, body: unknown, authorization: string | undefined): Answer {
    try {
      if (!path.startsWith('/api/v10/')) throw notFound();
      const open = /^\w+ \/(interactions|webhooks)\//.test(call);
      if (open && authorization !== undefined) {
        this.#refuse([
          { path: [], code: 'AUTHORIZATION', message: `the bot’s token does not go with ${call}` },
        ]);
      }
      if (!open && authorization !== `Bot ${this.#deps.token()}`) throw unauthorized();
      for (const [pattern, endpoint] of this.#endpoints) {
        const match = pattern.exec(call);
        if (match === null) continue;
        const result = endpoint({ parts: match.slice(1), body });
        return result === undefined ? { status: 204 } : { status: 200, body: result };
      }
      throw notFound();
    } catch (error) {
      if (error instanceof DiscordRefusal) return { status: error.status, body: errorBody(error) };
      throw error;
    }
  }
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const planned = (mishap: Exclude<Parameters<Faults['next']>[1], string>): Answer => {
  const { status, code = 0, message = `${status}`, retryAfterS } = mishap;
  if (retryAfterS === undefined) return { status, body: { code, message } };
  const headers = { 'retry-after': String(retryAfterS), via: '1.1 loopback' };
  return { status, headers, body: { message, retry_after: retryAfterS, global: false } };
};

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
