import type { WebSocket } from 'ws';
import { snowflake } from './shapes.ts';

const DISPATCH = 0;

/** https://discord.com/developers/docs/events/gateway#sharding-sharding-formula */
export const shardOf = (guildId: string, shards: number): number =>
  Number((BigInt(guildId) >> 22n) % BigInt(shards));

export const frameTo = (frame: object): string => JSON.stringify(frame);

export const isLive = ({ socket }: Session): boolean => socket?.readyState === 1;

interface Identity {
  readonly shard: number;
  readonly shards: number;
  readonly intents: number;
  readonly socket: WebSocket;
}

/** What one shard was told, kept for when it comes back with RESUME. */
export class Session {
  readonly id = `session-${snowflake()}`;
  readonly shard: number;
  readonly shards: number;
  readonly intents: number;
  sequence = 0;
  socket: WebSocket | undefined;
  #dispatched: { readonly s: number; readonly frame: string }[] = [];

  constructor({ shard, shards, intents, socket }: Identity) {
    this.shard = shard;
    this.shards = shards;
    this.intents = intents;
    this.socket = socket;
  }

  dispatch(t: string, d: object): void {
    this.sequence += 1;
    const frame = frameTo({ op: DISPATCH, s: this.sequence, t, d });
    this.#dispatched.push({ s: this.sequence, frame });
    this.socket?.send(frame);
  }

  send(frame: object): void {
    this.socket?.send(frameTo(frame));
  }

  /** A heartbeat tells up to where the client has heard everything. */
  trim(seq: number): void {
    const first = this.#dispatched.findIndex(({ s }) => s > seq);
    this.#dispatched = first < 0 ? [] : this.#dispatched.slice(first);
  }

  detach(): WebSocket | undefined {
    const { socket } = this;
    this.socket = undefined;
    return socket;
  }

  attach(socket: WebSocket, seq: number): void {
    this.socket = socket;
    for (const { s, frame } of this.#dispatched) if (s > seq) socket.send(frame);
    this.dispatch('RESUMED', {});
  }
}
