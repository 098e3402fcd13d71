import { setTimeout as sleep } from 'node:timers/promises';
import { readAnswer } from './answers.ts';
import { FetchError } from './fetch-error.ts';
import type { Fetched, Fetcher, Wanted } from './fetched.ts';
import { headersFor } from './headers.ts';
import { travel } from './journey.ts';
import { LIMITS, type Limits } from './limits.ts';
import { type Connect, createRequests } from './requests.ts';
import { type Lookup, lookUp, resolve } from './resolution.ts';
import { NO_RULES } from './robots.ts';
import { createRobotsShelf } from './robots-shelf.ts';
import { type Clock, createTurns } from './turns.ts';
import { mayConnect, readWebAddress } from './web-address.ts';
import { within } from './within.ts';

export interface FetcherOptions {
  /** Whether this machine's own pages may be fetched, too: for tests, and for people at their own desk. */
  readonly allowLoopback?: boolean;
  readonly limits?: Partial<Limits>;
  readonly lookup?: Lookup;
  readonly connect?: Connect;
  readonly clock?: Clock;
}

const CLOCK: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  sleep: (ms, signal) => sleep(ms, undefined, { signal }),
};

/**
 * Fetches pages whose addresses come from strangers. Every hop is looked at anew: its address as it is written, all
 * addresses that its name stands for, and the one that was connected to; between these no name is resolved again. No
 * cookies, referrer or credentials are sent, and no proxy of the environment is asked.
 */
export function createFetcher(options: FetcherOptions = {}): Fetcher {
  const { allowLoopback = false, lookup = lookUp, clock = CLOCK } = options;
  const bounds = { allowLoopback };
  const limits = { ...LIMITS, ...options.limits };
  const requests = createRequests(limits, (address) => mayConnect(address, bounds), options.connect);
  const turns = createTurns(limits.atOnce, limits.longestPauseMs, clock);
  const world = { turns, bounds, limits, now: clock.now };
  const closing = new AbortController();
  const underWay = new Set<Promise<unknown>>();
  const tracked = <T>(work: Promise<T>): Promise<T> => {
    const done = work.finally(() => underWay.delete(done));
    underWay.add(done);
    return done;
  };

  const ask = async (url: URL, wanted: Wanted, signal: AbortSignal) => {
    const addresses = await resolve(url, lookup, bounds);
    const headers = headersFor(wanted);
    return tracked(
      requests.ask({ url, addresses, headers, signal }, (answer) =>
        readAnswer(url, answer, wanted, limits, clock.now()),
      ),
    );
  };
  const shelf = createRobotsShelf(async (url) => {
    const fetched = await travel(url, limits.robotsMs, closing.signal, {
      ...world,
      rulesFor: async () => NO_RULES,
      ask: (here, signal) => ask(here, {}, signal),
    });
    return fetched.kind === 'page' ? fetched.bytes : new Uint8Array();
  }, clock.now);

  const fetchPage = async (address: string, wanted: Wanted): Promise<Fetched> => {
    const start = readWebAddress(address, bounds);
    const ends = [closing.signal, wanted.signal];
    try {
      return await within(ends, (signal) =>
        travel(start, limits.pageMs, signal, {
          ...world,
          rulesFor: async (url) => (wanted.robots === false ? NO_RULES : shelf.rulesFor(url)),
          ask: (url, ending) => ask(url, url.href === start.href ? wanted : unconditional(wanted), ending),
        }),
      );
    } catch (error) {
      if (!ends.some((signal) => signal?.aborted)) throw error;
      throw new FetchError(
        'cancelled',
        start,
        'it was cancelled before the page had come. Ask again if you want it.',
      );
    }
  };

  return {
    fetch: (address, wanted = {}) => tracked(fetchPage(address, wanted)),
    async close() {
      closing.abort();
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}

/** What was said of one page is nothing to ask another about. */
const unconditional = ({ etag: _, lastModified: __, ...wanted }: Wanted): Wanted => wanted;
