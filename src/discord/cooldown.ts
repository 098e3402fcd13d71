/** Keeps one person from asking faster than anybody reads. */
export interface Cooldown {
  /** 0 when the person may ask now; otherwise milliseconds until they may, and nothing is taken from them. */
  take(person: string): number;
}

interface Options {
  /** Whole questions; 0: no limit. */
  readonly perMinute: number;
  /** Questions that may be asked at once by somebody who asked none for a while: at least 1. */
  readonly burst: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How many people are remembered; of more, those who may soonest ask as if for the first time are forgotten. */
  readonly most?: number;
}

/** A bucket for each person, with a token for each question: empty after a burst, filled again at a steady rate. */
export function createCooldown({ perMinute, burst, now, most = 10_000 }: Options): Cooldown {
  if (perMinute === 0) return { take: () => 0 };
  // A bucket is the time at which it will be full, in milliseconds times `perMinute`: so a token is a whole
  // number of them, and nobody waits too long or too short by a rounding.
  const token = 60_000;
  const fullAt = new Map<string, number>();

  const makeRoom = (time: number): void => {
    // All that are full at once: so the search below is seldom.
    for (const [person, at] of fullAt) if (at <= time) fullAt.delete(person);
    while (fullAt.size >= most) {
      let soonest: readonly [person: string, at: number] | undefined;
      for (const entry of fullAt) if (soonest === undefined || entry[1] < soonest[1]) soonest = entry;
      if (soonest === undefined) return;
      fullAt.delete(soonest[0]);
    }
  };

  return {
    take(person) {
      const time = now() * perMinute;
      const empty = time + burst * token;
      // Never emptier than empty, should the clock have been set back.
      const full = Math.min(Math.max(fullAt.get(person) ?? 0, time), empty);
      const missing = full + token - empty;
      if (missing > 0) return Math.ceil(missing / perMinute);
      if (!fullAt.has(person) && fullAt.size >= most) makeRoom(time);
      fullAt.set(person, full + token);
      return 0;
    },
  };
}
