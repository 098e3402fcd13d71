import { setTimeout as sleep } from 'node:timers/promises';

/** Tells somebody who waits what is being done. */
export interface Telling {
  readonly say: (text: string) => void;
  /** Resolves once nothing more is told: an answer that comes then is not overtaken. */
  end(): Promise<void>;
}

/** Discord allows a handful of edits in a few seconds, and nobody reads faster. */
const PACE_MS = 1_000;

/**
 * One thing at a time, the newest, and none within a second of the one before. Where it cannot be told, the answer
 * still comes.
 */
export function createTelling(tell: (text: string) => Promise<void>, paceMs = PACE_MS): Telling {
  const ended = new AbortController();
  let newest: string | undefined;
  let work: Promise<void> | undefined;
  const tellAll = async (): Promise<void> => {
    while (newest !== undefined && !ended.signal.aborted) {
      const text = newest;
      newest = undefined;
      await tell(text).catch(() => undefined);
      await sleep(paceMs, undefined, { signal: ended.signal }).catch(() => undefined);
    }
    work = undefined;
  };
  return {
    say(text) {
      newest = text;
      work ??= tellAll();
    },
    async end() {
      ended.abort();
      await work;
    },
  };
}
