import WebSocket from 'ws';
import { type Body, isBody } from './shapes.ts';
import { until } from './waiting.ts';

export interface Frame {
  readonly op: number;
  readonly d: unknown;
  readonly t?: string | null;
}

/** A bare connection to the gateway that does nothing by itself, for tests of what is sent over it. */
export interface Listener {
  readonly frames: readonly Frame[];
  send(frame: object): void;
  /** What was dispatched under this name. */
  heard(t: string): readonly Body[];
  /** The code with which the connection was closed. */
  code(): number | undefined;
  close(code?: number): void;
}

interface Identity {
  readonly token: string;
  readonly intents?: number;
  readonly shard?: readonly [number, number];
}

/** Up to HELLO. */
export async function listen(port: number): Promise<Listener> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/gateway/?v=10&encoding=json`);
  const frames: Frame[] = [];
  let code: number | undefined;
  socket.on('message', (data) => void frames.push(JSON.parse(String(data))));
  socket.on('close', (closed) => {
    code = closed;
  });
  await until(() => frames.length > 0, 'HELLO');
  return {
    frames,
    send: (frame) => socket.send(JSON.stringify(frame)),
    heard: (wanted) => frames.flatMap(({ t, d }) => (t === wanted && isBody(d) ? [d] : [])),
    code: () => code,
    close: (closed = 1000) => socket.close(closed),
  };
}

/** Up to READY, or up to the close where Discord will not have it. */
export async function identified(port: number, { token, intents = 0, shard }: Identity): Promise<Listener> {
  const listener = await listen(port);
  listener.send({ op: 2, d: { token, intents, properties: {}, ...(shard !== undefined && { shard }) } });
  await until(() => listener.heard('READY').length > 0 || listener.code() !== undefined, 'READY');
  return listener;
}
