import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { INTENTS, PRIVILEGED } from './intents.ts';
import { frameTo, isLive, Session, shardOf } from './session.ts';
import { type Body, isBody, type User, userFrame } from './shapes.ts';

const OP = {
  heartbeat: 1,
  identify: 2,
  resume: 6,
  reconnect: 7,
  invalidSession: 9,
  hello: 10,
  heartbeatAck: 11,
} as const;

/** After which a session cannot be resumed: what the client ends itself, and what Discord will not have. */
const FINAL_CODES = new Set([1000, 1001, 4004, 4010, 4011, 4012, 4013, 4014]);

interface GatewayDeps {
  readonly token: () => string;
  readonly bot: User;
  readonly guildIds: readonly string[];
  readonly guildFrame: (id: string) => object;
  readonly heartbeatMs: number;
  /** Bits of the privileged intents that the application was granted. */
  readonly privilegedIntents: number;
}

export interface Dispatch {
  readonly t: string;
  /** What a session with these intents is told; undefined: nothing. */
  readonly d: object | ((intents: number) => object | undefined);
  /** Undefined: not in a server, which shard 0 hears of. */
  readonly guildId?: string | undefined;
}

/**
 * Discord's gateway: sessions of any shards, which can be resumed, and the ways in which it takes its leave. What
 * takes a shard's number acts on all shards without one.
 */
export class Gateway {
  readonly #deps: GatewayDeps;
  readonly #sessions = new Map<string, Session>();
  readonly #sockets: WebSocketServer;
  /** By shard, of the number of shards that identified last. */
  readonly #latest = new Map<number, Session>();
  #total = 1;
  /** Closes the next IDENTIFY with this code. */
  refuseIdentify: number | undefined;
  /** Leaves heartbeats unanswered, all of them or one shard's: the connection looks alive and is not. */
  deaf: boolean | number = false;
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
      perMessageDeflate: false,
      verifyClient: (_info, decide) => decide(!this.unavailable, 503, 'Service Unavailable'),
    });
    this.#sockets.on('connection', (socket) => this.#welcome(socket));
  }

  /** All shards, that is. */
  get isConnected(): boolean {
    return Array.from({ length: this.#total }, (_, shard) => shard).every((shard) => this.hasShard(shard));
  }

  hasShard(shard: number): boolean {
    const session = this.#latest.get(shard);
    return session !== undefined && isLive(session);
  }

  /** Intents of the session that identified last. */
  get intents(): number {
    return [...this.#latest.values()].at(-1)?.intents ?? 0;
  }

  /** To whoever is connected, or kept for them until they resume. */
  dispatch(t: string, d: Dispatch['d'], guildId?: string): void {
    if (this.identified === 0) throw new Error(`nobody has identified yet: cannot dispatch ${t}`);
    for (const session of this.#sessions.values()) {
      if (session.shard !== (guildId === undefined ? 0 : shardOf(guildId, session.shards))) continue;
      const told = typeof d === 'function' ? d(session.intents) : d;
      if (told !== undefined) session.dispatch(t, told);
    }
  }

  /** The cable is pulled. */
  drop(shard?: number): void {
    for (const session of this.#current(shard)) session.detach()?.terminate();
  }

  requestReconnect(shard?: number): void {
    for (const session of this.#current(shard)) session.send({ op: OP.reconnect, d: null });
  }

  invalidate(resumable: boolean, shard?: number): void {
    for (const session of this.#current(shard)) {
      if (!resumable) this.#sessions.delete(session.id);
      session.send({ op: OP.invalidSession, d: resumable });
    }
  }

  close(code: number, shard?: number): void {
    for (const session of this.#current(shard)) {
      if (FINAL_CODES.has(code)) this.#sessions.delete(session.id);
      session.detach()?.close(code);
    }
  }

  async shut(): Promise<void> {
    for (const socket of this.#sockets.clients) socket.terminate();
    await new Promise<void>((resolve) => this.#sockets.close(() => resolve()));
  }

  #current(shard: number | undefined): readonly Session[] {
    return [...this.#sessions.values()].filter(
      (session) => isLive(session) && (shard === undefined || session.shard === shard),
    );
  }

  #welcome(socket: WebSocket): void {
    this.welcomed += 1;
    let session: Session | undefined;
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => {
      if (session?.socket === socket) session.detach();
      if (session !== undefined && FINAL_CODES.has(code)) this.#sessions.delete(session.id);
    });
    socket.on('message', (data) => {
      const frame: unknown = JSON.parse(String(data));
      if (!isBody(frame)) return socket.close(4002);
      const d = isBody(frame.d) ? frame.d : {};
      if (frame.op === OP.heartbeat) this.#heartbeat(socket, session, Number(frame.d ?? 0));
      else if (frame.op === OP.identify) session = this.#identify(socket, d);
      else if (frame.op === OP.resume) session = this.#resume(socket, d);
      else if (frame.op !== 3 && frame.op !== 4 && frame.op !== 8) socket.close(4001);
    });
    socket.send(frameTo({ op: OP.hello, d: { heartbeat_interval: this.#deps.heartbeatMs } }));
  }

  #heartbeat(socket: WebSocket, session: Session | undefined, seq: number): void {
    if (this.deaf === true || (this.deaf !== false && session?.shard === this.deaf)) return;
    session?.trim(seq);
    socket.send(frameTo({ op: OP.heartbeatAck }));
  }

  #identify(socket: WebSocket, { token, intents, shard = [0, 1] }: Body): Session | undefined {
    const code = this.#refusal(token, intents, shard);
    if (code !== undefined) {
      socket.close(code);
      return undefined;
    }
    const [index, total] = shard as readonly [number, number];
    this.identified += 1;
    const session = new Session({ shard: index, shards: total, intents: Number(intents), socket });
    this.#sessions.set(session.id, session);
    if (total !== this.#total) this.#latest.clear();
    this.#total = total;
    this.#latest.set(index, session);
    const { bot, guildFrame } = this.#deps;
    const guildIds = this.#deps.guildIds.filter((id) => shardOf(id, total) === index);
    session.dispatch('READY', {
      v: 10,
      user: { ...userFrame(bot), bot: true, flags: 0 },
      guilds: guildIds.map((id) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: this.url(),
      shard,
      application: { id: bot.id, flags: 0 },
    });
    if ((session.intents & INTENTS.guilds) === 0) return session;
    for (const id of guildIds) session.dispatch('GUILD_CREATE', guildFrame(id));
    return session;
  }

  #refusal(token: unknown, intents: unknown, shard: unknown): number | undefined {
    if (this.refuseIdentify !== undefined) {
      const code = this.refuseIdentify;
      this.refuseIdentify = undefined;
      return code;
    }
    if (token !== this.#deps.token()) return 4004;
    if (typeof intents !== 'number') return 4013;
    if ((intents & PRIVILEGED & ~this.#deps.privilegedIntents) !== 0) return 4014;
    const [index, total] = (Array.isArray(shard) ? shard : []) as readonly unknown[];
    const isShard = Number.isInteger(index) && Number.isInteger(total);
    return isShard && Number(index) >= 0 && Number(index) < Number(total) ? undefined : 4010;
  }

  #resume(socket: WebSocket, { token, session_id: id, seq }: Body): Session | undefined {
    const session = this.#sessions.get(String(id));
    if (token !== this.#deps.token()) {
      socket.close(4004);
      return undefined;
    }
    if (session === undefined || Number(seq) > session.sequence) {
      socket.send(frameTo({ op: OP.invalidSession, d: false }));
      return undefined;
    }
    this.resumed += 1;
    session.attach(socket, Number(seq));
    return session;
  }

  /** Without a closing slash, as Discord gives it. */
  url(): string {
    const address = this.#sockets.address();
    return typeof address === 'object' && address !== null ? `ws://127.0.0.1:${address.port}/gateway` : '';
  }
}
