import { unless } from './within.ts';

export interface Clock {
  /** In ms since 1970; never goes back. */
  readonly now: () => number;
  /** Resolves after so many ms; rejects once the signal is given. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Whose turn is it to ask which host? */
export interface Turns {
  /**
   * Begins the work when nothing else is asked of the host, the host's pause is over and there is a place. The next
   * one of this host begins `pause` ms after this one did, at the earliest.
   *
   * @param signal given while it waits, the work is never begun.
   * @throws Resting when the host wants to be left alone for longer than anybody waits.
   */
  take<T>(host: string, pause: number, signal: AbortSignal, work: () => Promise<T>): Promise<T>;
  /** Nothing is asked of the host before `until`, in ms since 1970. */
  rest(host: string, until: number): void;
}

export class Resting extends Error {
  readonly until: number;
  constructor(until: number) {
    super('the host wants to be left alone');
    this.until = until;
  }
}

interface Queue {
  /** Resolves when the last one that came is done. */
  last: Promise<unknown>;
  /** How many are in it. */
  length: number;
  /** When the next may begin. */
  next: number;
}

/** Beyond this many, hosts are forgotten whose pause is over. */
const REMEMBERED_HOSTS = 1_000;

/**
 * @param atOnce how many are at work at once, for all hosts together; for one host it is one.
 * @param longestWait for one turn, in ms: not less than any pause.
 */
export function createTurns(atOnce: number, longestWait: number, { now, sleep }: Clock): Turns {
  const queues = new Map<string, Queue>();
  const waiting: (() => void)[] = [];
  let free = atOnce;

  const enter = async (): Promise<void> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  const leave = (): void => {
    const first = waiting.shift();
    if (first === undefined) free += 1;
    else first();
  };
  const queueOf = (host: string): Queue => {
    if (queues.size >= REMEMBERED_HOSTS)
      for (const [name, { length, next }] of queues) if (length === 0 && next <= now()) queues.delete(name);
    const queue = queues.get(host) ?? { last: Promise.resolve(), length: 0, next: 0 };
    queues.set(host, queue);
    return queue;
  };

  /** In ms. */
  const waitFor = ({ next }: Queue): number => {
    const wait = next - now();
    if (wait > longestWait) throw new Resting(next);
    return wait;
  };

  return {
    async take(host, pause, signal, work) {
      const queue = queueOf(host);
      waitFor(queue);
      const turn = async (before: Promise<unknown>) => {
        await before;
        signal.throwIfAborted();
        const wait = waitFor(queue);
        if (wait > 0) await sleep(wait, signal);
        await enter();
        try {
          signal.throwIfAborted();
          queue.next = now() + pause;
          return await work();
        } finally {
          leave();
        }
      };
      queue.length += 1;
      const mine = turn(queue.last).finally(() => {
        queue.length -= 1;
      });
      queue.last = mine.catch(() => undefined);
      // Whoever gives up does not wait until it would have been their turn.
      return unless(signal, mine);
    },
    rest(host, until) {
      const queue = queueOf(host);
      queue.next = Math.max(queue.next, until);
    },
  };
}
