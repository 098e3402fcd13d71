import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Outcome } from '../../src/fetching/answers.ts';
import { travel, type Vehicle } from '../../src/fetching/journey.ts';
import { LIMITS } from '../../src/fetching/limits.ts';
import { NO_RULES } from '../../src/fetching/robots.ts';

const PAGE: Outcome = { kind: 'page', bytes: new Uint8Array() };
const start = new URL('https://news.example/0');
const never = new AbortController().signal;

const vehicle = (change: Partial<Vehicle>): Vehicle => ({
  turns: { take: (_, __, ___, work) => work(), rest: () => undefined },
  bounds: { allowLoopback: false },
  limits: LIMITS,
  now: Date.now,
  rulesFor: async () => NO_RULES,
  ask: async () => PAGE,
  ...change,
});

it('a page has one time for all its hops, not one for each', async () => {
  const ask = async ({ pathname }: URL): Promise<Outcome> => {
    await sleep(20);
    const hop = Number(pathname.slice(1));
    return hop === 4 ? PAGE : { kind: 'redirect', location: `/${hop + 1}` };
  };
  await expect(travel(start, 50, never, vehicle({ ask }))).rejects.toMatchObject({ code: 'timed-out' });
});

it('waiting for a turn and for robots.txt is none of that time', async () => {
  const waiting = vehicle({
    turns: { take: async (_, __, ___, work) => sleep(30).then(work), rest: () => undefined },
    rulesFor: async () => sleep(30, NO_RULES),
  });
  await expect(travel(start, 20, never, waiting)).resolves.toMatchObject({ kind: 'page' });
});
