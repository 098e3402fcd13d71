import { FetchError } from './fetch-error.ts';

/**
 * An answer that is no page, in words.
 *
 * @param retryAfter the header: seconds, or a date.
 * @param now in ms since 1970.
 */
export function refusalOf(url: URL, status: number, retryAfter: string | undefined, now: number): FetchError {
  const got = `expected a page, got status ${status}`;
  const retryAt = retryAtOf(retryAfter, now);
  const later = againAt(retryAt, now);
  if (status === 404 || status === 410)
    return new FetchError(
      'not-found',
      url,
      `${got}: there is no page any more, or never was. Check the address.`,
    );
  if (status === 401 || status === 402 || status === 403 || status === 407 || status === 451)
    return new FetchError(
      'refused',
      url,
      `${got}: the server does not show it to us${REASONS[status] ?? ''}. ` +
        'If you may read it, save the page in your browser and add the file.',
    );
  if (status === 429)
    return new FetchError(
      'too-many-requests',
      url,
      `${got}: the server was asked too often. ${later}`,
      retryAt,
    );
  if (status >= 500)
    return new FetchError(
      'server-error',
      url,
      `${got}: something is wrong with the server. ${later}`,
      retryAt,
    );
  return new FetchError('unexpected-answer', url, `${got}. Open the address in a browser to see what it is.`);
}

const REASONS: Readonly<Record<number, string>> = {
  401: ' without a login',
  402: ' without a subscription',
  403: ' (a login, a paywall, or no programs wanted)',
  451: ' for legal reasons',
};

/** In ms. A server that wants to be left alone for years has made a mistake, or makes fun of us. */
const LONGEST_REST = 24 * 60 * 60_000;

/** In ms since 1970; undefined where the server does not say, or says something odd. */
function retryAtOf(retryAfter: string | undefined, now: number): number | undefined {
  if (retryAfter === undefined) return undefined;
  const at = /^\d{1,9}$/.test(retryAfter) ? now + Number(retryAfter) * 1_000 : Date.parse(retryAfter);
  return at > now ? Math.min(at, now + LONGEST_REST) : undefined;
}

/** What was not even asked, since the server has said until when it wants to be left alone. */
export const leftAlone = (url: URL, until: number, now: number): FetchError =>
  new FetchError(
    'too-many-requests',
    url,
    `the server does not want to be asked again so soon. ${againAt(until, now)}`,
  );

/** "Try again in 2 minutes." */
function againAt(at: number | undefined, now: number): string {
  if (at === undefined) return 'Try again later.';
  const seconds = Math.ceil((at - now) / 1_000);
  const [amount, unit] = UNITS.reduce(
    (best, [length, name]): readonly [number, string] =>
      seconds >= length ? [Math.ceil(seconds / length), name] : best,
    [seconds, 'second'] as readonly [number, string],
  );
  return `Try again in ${amount} ${unit}${amount === 1 ? '' : 's'}.`;
}

/** In seconds. */
const UNITS: readonly (readonly [length: number, name: string])[] = [
  [60, 'minute'],
  [3_600, 'hour'],
  [86_400, 'day'],
];
