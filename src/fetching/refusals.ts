import { FetchError } from './fetch-error.ts';

/**
 * An answer that is no page, in words.
 *
 * @param retryAfter the header: seconds, or a date.
 * @param now in ms since 1970.
 */
export function refusalOf(url: URL, status: number, retryAfter: string | undefined, now: number): FetchError {
  const got = `expected a page, got status ${status}`;
  const later = `Try again ${whenOf(retryAfter, now)}.`;
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
    return new FetchError('too-many-requests', url, `${got}: the server was asked too often. ${later}`);
  if (status >= 500)
    return new FetchError('server-error', url, `${got}: something is wrong with the server. ${later}`);
  return new FetchError('unexpected-answer', url, `${got}. Open the address in a browser to see what it is.`);
}

const REASONS: Readonly<Record<number, string>> = {
  401: ' without a login',
  402: ' without a subscription',
  403: ' (a login, a paywall, or no programs wanted)',
  451: ' for legal reasons',
};

/** "in 2 minutes"; "later" where the server does not say, or says something odd. */
function whenOf(retryAfter: string | undefined, now: number): string {
  if (retryAfter === undefined) return 'later';
  const seconds = /^\d{1,9}$/.test(retryAfter)
    ? Number(retryAfter)
    : Math.ceil((Date.parse(retryAfter) - now) / 1_000);
  if (!(seconds > 0)) return 'later';
  const [amount, unit] = UNITS.reduce(
    (best, [length, name]): readonly [number, string] =>
      seconds >= length ? [Math.ceil(seconds / length), name] : best,
    [seconds, 'second'] as readonly [number, string],
  );
  return `in ${amount} ${unit}${amount === 1 ? '' : 's'}`;
}

/** In seconds. */
const UNITS: readonly (readonly [length: number, name: string])[] = [
  [60, 'minute'],
  [3_600, 'hour'],
  [86_400, 'day'],
];
