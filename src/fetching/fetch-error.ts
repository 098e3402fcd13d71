/** What can go wrong on the way to a page. */
export type FetchProblem =
  // What was asked for
  | 'not-a-web-address'
  | 'forbidden-address'
  | 'forbidden-port'
  // The way there
  | 'no-such-host'
  | 'connection-refused'
  | 'connection-lost'
  | 'unreachable'
  | 'bad-certificate'
  | 'timed-out'
  | 'cancelled'
  // What the server answered
  | 'not-found'
  | 'refused'
  | 'too-many-requests'
  | 'server-error'
  | 'unexpected-answer'
  | 'too-many-redirects'
  | 'redirect-loop'
  | 'redirect-to-forbidden'
  | 'robots'
  // What it sent
  | 'wrong-type'
  | 'too-large'
  | 'compression-bomb'
  | 'broken-compression'
  | 'unknown-encoding';

/** A page that was not fetched. Its message is for a person: where, what was expected, what was got, what to do. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
  readonly code: FetchProblem;
  /** The beginning of the message, fit to be shown. */
  readonly where: string;
  /** The rest of it. */
  readonly what: string;
  /** Until when the server wants to be left alone, in ms since 1970. */
  readonly retryAt: number | undefined;

  constructor(code: FetchProblem, where: URL | string, what: string, retryAt?: number) {
    super(`${shown(where)}: ${what}`);
    this.code = code;
    this.where = shown(where);
    this.what = what;
    this.retryAt = retryAt;
  }
}

/** Longer addresses are cut in messages. In characters. */
const LONGEST_SHOWN = 100;

/**
 * An address as it may stand in a message or a log: without a password and without its query, which may be a key.
 * What is no address is shown as it was typed, with everything invisible in it made visible.
 */
export function shown(address: URL | string): string {
  if (typeof address === 'string') return JSON.stringify(cut(address)).replace(/\p{C}/gu, '?');
  const { protocol, host, pathname, search } = address;
  const printable = `${protocol}//${host}${pathname}`.replace(/[^\x21-\x7e]/g, '?');
  return host === '' ? `${protocol}…` : cut(printable) + (search && '?…');
}

const cut = (text: string): string =>
  text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
