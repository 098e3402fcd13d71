import { FetchError, type FetchProblem } from './fetch-error.ts';
import { NO_RULES, type Rules, readRules } from './robots.ts';

/** The robots.txt of each origin that was asked lately. */
interface RobotsShelf {
  /** @throws FetchError robots, when it cannot be read for now; or what keeps the page itself from being fetched. */
  rulesFor(page: URL): Promise<Rules>;
}

/** In ms. Errors pass sooner than rules change. */
const KEPT = 60 * 60_000;
const KEPT_FAILURE = 60_000;

/** In bytes of all files, and in files; those that were fetched first go first. */
const MOST_BYTES = 5_000_000;
const MOST_FILES = 500;

/** There is no such file, or none for us: then there are no rules (RFC 9309, sections 2.3.1.2 and 2.3.1.3). */
const UNAVAILABLE: ReadonlySet<FetchProblem> = new Set([
  'not-found',
  'refused',
  'too-many-requests',
  'unexpected-answer',
  'too-many-redirects',
  'redirect-loop',
]);

/** What is wrong with the way to the server is as wrong for the page, and says more than that there are no rules. */
const ON_THE_WAY: ReadonlySet<FetchProblem> = new Set([
  'no-such-host',
  'forbidden-address',
  'connection-refused',
  'unreachable',
  'bad-certificate',
  'cancelled',
]);

interface Kept {
  readonly rules: Promise<Rules>;
  /** In ms, as `now` tells it; endless while it is being fetched. */
  until: number;
  bytes: number;
}

/** @param read fetches a robots.txt, with redirects and within limits; rejects with a FetchError. */
export function createRobotsShelf(read: (url: URL) => Promise<Uint8Array>, now: () => number): RobotsShelf {
  const shelf = new Map<string, Kept>();

  const fetchRules = async (origin: string): Promise<Rules> => {
    const url = new URL('/robots.txt', origin);
    try {
      const bytes = await read(url);
      keep(origin, KEPT, bytes.byteLength);
      return readRules(url, bytes);
    } catch (error) {
      const isUnavailable = error instanceof FetchError && UNAVAILABLE.has(error.code);
      keep(origin, isUnavailable ? KEPT : KEPT_FAILURE, 0);
      if (isUnavailable) return NO_RULES;
      throw error;
    }
  };

  const keep = (origin: string, ms: number, bytes: number): void => {
    const kept = shelf.get(origin);
    if (kept === undefined) return;
    kept.until = now() + ms;
    kept.bytes = bytes;
    let sum = [...shelf.values()].reduce((total, one) => total + one.bytes, 0);
    for (const [oldest, one] of shelf) {
      if (sum <= MOST_BYTES && shelf.size <= MOST_FILES) break;
      shelf.delete(oldest);
      sum -= one.bytes;
    }
  };

  return {
    async rulesFor(page) {
      const { origin } = page;
      let kept = shelf.get(origin);
      if (kept === undefined || kept.until <= now()) {
        shelf.delete(origin);
        // One request however many pages wait for it, and not ended by whoever gives up first.
        kept = { rules: fetchRules(origin), until: Number.POSITIVE_INFINITY, bytes: 0 };
        shelf.set(origin, kept);
      }
      try {
        return await kept.rules;
      } catch (error) {
        if (!(error instanceof FetchError)) throw error;
        if (ON_THE_WAY.has(error.code)) throw new FetchError(error.code, page, error.what);
        throw new FetchError(
          'robots',
          page,
          `the site's robots.txt, which says whether programs may read it, could not be read: ${error.what} ` +
            'Until it can, nothing is fetched there. You may save the page in your browser and add the file.',
        );
      }
    },
  };
}
