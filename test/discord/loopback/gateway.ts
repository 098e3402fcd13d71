import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Body, isBody, snowflake, type User } from './shapes.ts';

const OP = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  resume: 6,
  reconnect: 7,
  invalidSession: 9,
  hello: 10,
  heartbeatAck: 11,
} as const;

const GUILDS_INTENT = 1;

interface Session {
  readonly id: string;
  sequence: number;
  /** Kept for whoever comes back with RESUME. */
  readonly dispatched: { readonly s: number; readonly frame: string }[];
  socket: WebSocket | undefined;
}

interface GatewayDeps {
  readonly token: () => string;
  readonly bot: User;
  readonly guildIds: readonly string[];
  readonly heartbeatMs: number;
}

/** Discord's gateway: one shard, sessions that can be resumed, and the ways in which it takes its leave. */
export class Gateway {
  readonly #deps: GatewayDeps;
  readonly #sessions = new Map<string, Session>();
  readonly #sockets: WebSocketServer;
  #current: Session | undefined;
  /** Closes the next IDENTIFY with this code. */
  refuseIdentify: number | undefined;
  /** Leaves heartbeats unanswered: the connection looks alive and is not. */
  deaf = false;
  /** Answers 503 instead of opening a connection. */
  unavailable = false;
  /** Connections that were opened, sessions that were begun, sessions that were taken up again. */
  welcomed = 0;
  identified = 0;
  resumed = 0;

  constructor(server: Server, deps: GatewayDeps) {
    this.#deps = deps;
    this.#sockets = new WebSocketServer({
      server,
      verifyClient: (_info, decide) => decide(!this.unavailable, 503, 'Service Unavailable'),
    });
    this.#sockets.on('connection', (socket) => this.#welcome(socket));
  }

  get isConnected(): boolean {
    return this.#current?.socket?.readyState === 1;
  }

  /** To the connected session, or kept for it until it resumes. */
  dispatch(t: string, d: object): void {
    const session = this.#current;
    if (session === undefined) throw new Error(`nobody has identified yet: cannot dispatch ${t}`);
    session.sequence += 1;
    const frame = JSON.stringify({ op: OP.dispatch, s: session.sequence, t, d });
    session.dispatched.push({ s: session.sequence, frame });
    session.socket?.send(frame);
  }

  /** The cable is pulled. */
  drop(): void {
    const socket = this.#current?.socket;
    if (this.#current !== undefined) this.#current.socket = undefined;
    socket?.terminate();
  }

  requestReconnect(): void {
    this.#send({ op: OP.reconnect, d: null });
  }

  invalidate(resumable: boolean): void {
    if (!resumable && this.#current !== undefined) this.#sessions.delete(this.#current.id);
    this.#send({ op: OP.invalidSession, d: resumable });
  }

  close(code: number): void {
    const socket = this.#current?.socket;
    if (this.#current !== undefined) this.#current.socket = undefined;
    socket?.close(code);
  }

  async shut(): Promise<void> {
    for (const socket of this.#sockets.clients) socket.terminate();
    await new Promise<void>((resolve) => this.#sockets.close(() => resolve()));
  }

  #send(frame: object): void {
    this.#current?.socket?.send(JSON.stringify(frame));
  }

  #welcome(socket: WebSocket): void {
    this.welcomed += 1;
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      for (const session of this.#sessions.values())
        if (session.socket === socket) session.socket = undefined;
    });
    socket.on('message', (data) => {
      const frame: unknown = JSON.parse(String(data));
      if (isBody(frame)) this.#receive(socket, Number(frame.op), isBody(frame.d) ? frame.d : {});
      else socket.close(4002);
    });
    socket.send(JSON.stringify({ op: OP.hello, d: { heartbeat_interval: this.#deps.heartbeatMs } }));
  }

  #receive(socket: WebSocket, op: number, d: Body): void {
    if (op === OP.heartbeat) {
      if (!this.deaf) socket.send(JSON.stringify({ op: OP.heartbeatAck }));
    } else if (op === OP.identify) this.#identify(socket, d);
    else if (op === OP.resume) this.#resume(socket, d);
    else if (op !== 3 && op !== 4 && op !== 8) socket.close(4001);
  }

  #identify(socket: WebSocket, { token, intents }: Body): void {
    if (this.refuseIdentify !== undefined) {
      socket.close(this.refuseIdentify);
      this.refuseIdentify = undefined;
      return;
    }
    if (token !== this.#deps.token() || typeof intents !== 'number') {
      socket.close(token === this.#deps.token() ? 4013 : 4004);
      return;
    }
    this.identified += 1;
    const session: Session = { id: `session-${snowflake()}`, sequence: 0, dispatched: [], socket };
    this.#sessions.set(session.id, session);
    this.#current = session;
    const { bot, guildIds } = this.#deps;
    this.dispatch('READY', {
      v: 10,
      user: { ...bot, discriminator: '0', avatar: null, bot: true, flags: 0 },
      guilds: guildIds.map((id) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: this.url(),
      shard: [0, 1],
      application: { id: bot.id, flags: 0 },
    });
    if ((intents & GUILDS_INTENT) === 0) return;
    for (const id of guildIds) this.dispatch('GUILD_CREATE', guild(id));
  }

  #resume(socket: WebSocket, { token, session_id: id, seq }: Body): void {
    const session = this.#sessions.get(String(id));
    if (token !== this.#deps.token()) {
      socket.close(4004);
      return;
    }
    if (session === undefined || Number(seq) > session.sequence) {
      socket.send(JSON.stringify({ op: OP.invalidSession, d: false }));
      return;
    }
    this.resumed += 1;
    this.#current = session;
    session.socket = socket;
    for (const { s, frame } of session.dispatched) if (s > Number(seq)) socket.send(frame);
    this.dispatch('RESUMED', {});
  }

  /** Without a closing slash, as Discord gives it. */
  url(): string {
    const address = this.#sockets.address();
    return typeof address === 'object' && address !== null ? `ws://127.0.0.1:${address.port}/gateway` : '';
  }
}

const guild = (id: string): object => ({
  ...{
    id,
    name: 'A server',
    unavailable: false,
    member_count: 2,
    large: false,
    joined_at: '2025-01-01T00:00:00Z',
  },
  ...{ channels: [], threads: [], members: [], presences: [], voice_states: [], stage_instances: [] },
  ...{ roles: [], emojis: [], stickers: [], features: [], guild_scheduled_events: [], owner_id: id },
});
