import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCooldown } from '../../src/discord/cooldown.ts';

const NOW = 1_760_000_000_000;

/** Tokens that come one by one: a list of the times at which each was taken. Slow, and plainly right. */
function naive({ perMinute, burst }: { perMinute: number; burst: number }) {
  const people = new Map<string, { tokens: number; counted: number }>();
  return (person: string, time: number): boolean => {
    // In parts of a token, 60,000 each, so that all numbers are whole.
    const { tokens, counted } = people.get(person) ?? { tokens: burst * 60_000, counted: time };
    const filled = Math.min(burst * 60_000, tokens + (time - counted) * perMinute);
    const allowed = filled >= 60_000;
    people.set(person, { tokens: allowed ? filled - 60_000 : filled, counted: time });
    return allowed;
  };
}

const limits = fc.record({
  perMinute: fc.integer({ min: 1, max: 600 }),
  burst: fc.integer({ min: 1, max: 10 }),
});
const takings = fc.array(
  fc.record({
    person: fc.constantFrom('a', 'b', 'c'),
    afterMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 70_000 })),
  }),
  { maxLength: 100 },
);

describe('asking', () => {
  test('is allowed exactly when a token is there', () => {
    fc.assert(
      fc.property(limits, takings, (limit, list) => {
        let now = NOW;
        const cooldown = createCooldown({ ...limit, now: () => now });
        const allowed = naive(limit);
        for (const { person, afterMs } of list) {
          now += afterMs;
          expect(cooldown.take(person) === 0).toBe(allowed(person, now));
        }
      }),
    );
  });

  test('is allowed after the wait that was told, and not a millisecond earlier', () => {
    fc.assert(
      fc.property(limits, takings, (limit, list) => {
        let now = NOW;
        const cooldown = createCooldown({ ...limit, now: () => now });
        for (const { person, afterMs } of list) {
          now += afterMs;
          const waitMs = cooldown.take(person);
          if (waitMs === 0) continue;
          expect(Number.isInteger(waitMs) && waitMs <= Math.ceil(60_000 / limit.perMinute)).toBe(true);
          now += waitMs - 1;
          expect(cooldown.take(person)).toBe(1);
          now += 1;
          expect(cooldown.take(person)).toBe(0);
        }
      }),
    );
  });

  test('waits for the whole of a token, also where a token comes at no whole millisecond', () => {
    let now = NOW;
    const cooldown = createCooldown({ perMinute: 7, burst: 1, now: () => now });
    cooldown.take('a');
    expect(cooldown.take('a')).toBe(8_572); // 8,571.4
    now += 8_571;
    expect(cooldown.take('a')).toBe(1);
  });

  test('is not limited with 0 a minute', () => {
    const cooldown = createCooldown({ perMinute: 0, burst: 1, now: () => NOW });
    for (let i = 0; i < 1_000; i += 1) expect(cooldown.take('a')).toBe(0);
  });

  test('waits no longer than for one token when the clock is set back', () => {
    let now = NOW;
    const cooldown = createCooldown({ perMinute: 6, burst: 2, now: () => now });
    cooldown.take('a');
    now -= 3_600_000;
    expect(cooldown.take('a')).toBe(10_000);
  });
});

describe('memory', () => {
  const full = (most: number, clock: () => number) =>
    createCooldown({ perMinute: 6, burst: 3, now: clock, most });

  test('forgets first who would be treated as new anyway: nobody is told to wait for less', () => {
    let now = NOW;
    const cooldown = full(2, () => now);
    for (const person of ['early', 'busy', 'busy', 'busy']) cooldown.take(person);
    now += 15_000; // early's bucket is full again; busy has one token
    cooldown.take('new');
    expect([cooldown.take('busy'), cooldown.take('busy') > 0]).toEqual([0, true]);
  });

  test('forgets then whose bucket will be full soonest', () => {
    const cooldown = full(2, () => NOW);
    for (const person of ['busy', 'busy', 'busy', 'calm', 'calm']) cooldown.take(person);
    cooldown.take('new');
    expect(cooldown.take('busy')).toBeGreaterThan(0);
    expect([1, 2, 3].map(() => cooldown.take('calm'))).toEqual([0, 0, 0]);
  });

  test('holds also for a newcomer when it is full', () => {
    const cooldown = full(1, () => NOW);
    cooldown.take('a');
    expect([1, 2, 3, 4].map(() => cooldown.take('new') > 0)).toEqual([false, false, false, true]);
  });
});
