import type { Outcome } from './answers.ts';
import { failureAt } from './failures.ts';
import { FetchError, type FetchProblem } from './fetch-error.ts';
import type { Fetched } from './fetched.ts';
import type { Limits } from './limits.ts';
import { leftAlone } from './refusals.ts';
import type { Rules } from './robots.ts';
import { Resting, type Turns } from './turns.ts';
import { type Bounds, readWebAddress } from './web-address.ts';
import { unless, within } from './within.ts';

/** What a journey needs of the world. */
export interface Vehicle {
  readonly turns: Turns;
  readonly bounds: Bounds;
  readonly limits: Limits;
  /** In ms since 1970. */
  readonly now: () => number;
  /** May the address be asked for, and how often may its host be asked anything? */
  readonly rulesFor: (url: URL) => Promise<Rules>;
  /** One request. */
  readonly ask: (url: URL, signal: AbortSignal) => Promise<Outcome>;
}

/**
 * From an address to a page, over redirects. At every hop the rules of its site are asked, a turn is waited for, and
 * the next address is read as if a person had typed it.
 *
 * @param ms for all requests together; waiting for turns and rules is not counted.
 * @throws FetchError; the signal's reason.
 */
export async function travel(
  start: URL,
  ms: number,
  signal: AbortSignal,
  vehicle: Vehicle,
): Promise<Fetched> {
  const { turns, limits, now, rulesFor, ask } = vehicle;
  const trail: URL[] = [];
  let left = ms;
  const askInTime = async (url: URL): Promise<Outcome> => {
    const began = performance.now();
    const late = () =>
      new FetchError(
        'timed-out',
        url,
        `expected the page within ${ms / 1_000} s, got no end of it. Try again later.`,
      );
    try {
      return await within([signal], (ending) => ask(url, ending), { ms: left, late });
    } finally {
      left -= performance.now() - began;
    }
  };
  let url = start;
  for (;;) {
    const here = url;
    try {
      const rules = await unless(signal, rulesFor(here));
      if (!rules.allows(here)) throw new FetchError('robots', here, UNWELCOME);
      const pause = Math.min(Math.max(limits.pauseMs, rules.pauseMs), limits.longestPauseMs);
      const outcome = await turns.take(here.hostname, pause, signal, () => askInTime(here));
      if (outcome.kind !== 'redirect') return { ...outcome, url: here.href };
      trail.push(here);
      url = nextOf(trail, outcome.location, vehicle);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof Resting) throw leftAlone(here, error.until, now());
      if (error instanceof FetchError && error.retryAt !== undefined)
        turns.rest(here.hostname, error.retryAt);
      throw ledAstray(trail.at(-1), failureAt(here, error));
    }
  }
}

const UNWELCOME =
  "the site's robots.txt asks programs like this one not to read this page. " +
  'If you may read it, save the page in your browser and add the file.';

/**
 * From https to http is permitted: some newspapers still do it, and we send nothing that could be overheard.
 *
 * @throws FetchError too-many-redirects, redirect-loop, and as `readWebAddress` does.
 */
function nextOf(trail: readonly URL[], location: string, { bounds, limits }: Vehicle): URL {
  const from = trail.at(-1);
  const to = readWebAddress(location, bounds, from);
  if (trail.some(({ href }) => href === to.href))
    throw new FetchError(
      'redirect-loop',
      to,
      'expected a page, got redirects in a circle. The site may want cookies, which are never sent: save the page in your browser and add the file.',
    );
  if (trail.length > limits.redirects)
    throw new FetchError(
      'too-many-redirects',
      to,
      `expected a page after at most ${limits.redirects} redirects, got one more. Use the address that your browser shows once the page is open.`,
    );
  return to;
}

/** What a person typed is for them to put right; where a server redirects to is not. */
const TYPED: ReadonlySet<FetchProblem> = new Set([
  'not-a-web-address',
  'forbidden-address',
  'forbidden-port',
]);

function ledAstray(from: URL | undefined, error: unknown): unknown {
  if (from === undefined || !(error instanceof FetchError) || !TYPED.has(error.code)) return error;
  return new FetchError('redirect-to-forbidden', from, `it redirects to ${error.where}: ${error.what}`);
}
