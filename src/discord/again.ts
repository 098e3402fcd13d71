import { setTimeout as sleep } from 'node:timers/promises';
import { faultOf } from './faults.ts';

interface Patience {
  /** Before each further attempt, in ms. */
  readonly waits: readonly number[];
  /** As `performance.now()` tells it: an attempt that would begin later is not made. */
  readonly until?: number;
}

/** Discord waits three seconds for the first answer; later ones are for nobody. */
export const IN_TIME = (since: number): Patience => ({ waits: [0, 100, 300, 900], until: since + 2_900 });
/** What may be sent as often as need be, while whoever asked may still be looking. */
export const PATIENTLY: Patience = { waits: [0, 200, 500, 1_000, 2_000, 4_000] };

/**
 * Makes a request again that Discord failed, or whose connection broke: only what does no harm when it arrives twice.
 * Rejects with the last failure, and at once with any other.
 */
export async function again<T>(request: () => Promise<T>, { waits, until }: Patience): Promise<T> {
  for (const wait of waits) {
    try {
      return await request();
    } catch (error) {
      const fault = faultOf(error);
      const isLate = until !== undefined && performance.now() + wait > until;
      if ((fault !== 'connection' && fault !== 'server') || isLate) throw error;
      await sleep(wait);
    }
  }
  return request();
}

/**
 * Makes a request that may overtake our own first answer, of which Discord does not know yet: tried again for as long
 * as it is told that there is nothing to answer. Once one has got through, all others do.
 * @param waits in ms
 */
export function settling(waits: readonly number[]): <T>(request: () => Promise<T>) => Promise<T> {
  let isSettled = false;
  return async (request) => {
    for (const wait of isSettled ? [] : waits) {
      try {
        const result = await request();
        isSettled = true;
        return result;
      } catch (error) {
        if (faultOf(error) !== 'gone') throw error;
        await sleep(wait);
      }
    }
    const result = await request();
    isSettled = true;
    return result;
  };
}
