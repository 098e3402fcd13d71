import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';

/** A request that is being read, worked on or answered. */
export interface UnderWay {
  /** Aborted when the connection closes before the answer was sent. */
  readonly signal: AbortSignal;
  /** Resolves once: whether the answer was sent. */
  readonly sent: Promise<boolean>;
  finish(sent: boolean): void;
}

export interface Connections {
  begin(request: IncomingMessage): UnderWay;
  /** Whether a request has come whole and waits for its answer there. */
  owesAnswer(socket: Socket): boolean;
  /** Closes those on which nothing was ever sent: Node counts them as busy. */
  closeUnused(): void;
  closeAll(): void;
}

/** Knows what is under way on which connection: on one, several requests where a client pipelines them. */
export function connectionsOf(server: Server): Connections {
  const open = new Map<Socket, Map<IncomingMessage, UnderWay>>();
  const cutOff = (socket: Socket): void => {
    const underWay = [...(open.get(socket)?.values() ?? [])];
    open.delete(socket);
    socket.destroy();
    for (const one of underWay) one.finish(false);
  };
  server.on('connection', (socket) => {
    open.set(socket, new Map());
    // Not the response's “close”: one that waits for its turn on the connection has none.
    socket.once('close', () => cutOff(socket));
  });
  return {
    begin(request) {
      const underWay = open.get(request.socket);
      const connection = new AbortController();
      let tell: (sent: boolean) => void = () => undefined;
      const sent = new Promise<boolean>((resolve) => {
        tell = resolve;
      });
      const one: UnderWay = {
        signal: connection.signal,
        sent,
        finish: (isSent) => {
          underWay?.delete(request);
          if (!isSent) connection.abort();
          tell(isSent);
        },
      };
      if (underWay === undefined) one.finish(false);
      else underWay.set(request, one);
      return one;
    },
    owesAnswer: (socket) => [...(open.get(socket)?.keys() ?? [])].some(({ complete }) => complete),
    closeUnused: () => {
      for (const socket of open.keys()) if (socket.bytesRead === 0) cutOff(socket);
    },
    closeAll: () => {
      for (const socket of open.keys()) cutOff(socket);
    },
  };
}
