import { isIP } from 'node:net';
import { isLoopback, isPublic } from './addresses.ts';
import { FetchError } from './fetch-error.ts';
import { isForTheWeb } from './ports.ts';

/** Which addresses a fetcher may connect to. */
export interface Bounds {
  /** Loopback addresses and `localhost` beside the public ones. */
  readonly allowLoopback: boolean;
}

/** In characters. No server has to bear more than 8,000 (RFC 9110, section 4.1); no newspaper needs half of it. */
const LONGEST_ADDRESS = 4_000;

export const mayConnect = (address: string, { allowLoopback }: Bounds): boolean =>
  isPublic(address) || (allowLoopback && isLoopback(address));

/**
 * What a person typed, or a server redirected to, as the address of a page that may be asked for: http or https, no
 * password, a port of the web, and a host that is either a permitted address in whatever notation or a name that could
 * be somebody's on the public Internet. What such a name stands for is looked at when it is resolved.
 *
 * @param base what a relative address is relative to.
 * @throws FetchError not-a-web-address, forbidden-port, forbidden-address.
 */
export function readWebAddress(text: string, bounds: Bounds, base?: URL): URL {
  if (text.length > LONGEST_ADDRESS)
    throw new FetchError(
      'not-a-web-address',
      text,
      `expected at most ${LONGEST_ADDRESS} characters, got ${text.length}. Use the article's short address.`,
    );
  const url = URL.canParse(text, base?.href) ? new URL(text, base) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw new FetchError(
      'not-a-web-address',
      url === undefined || url.host === '' ? text : url,
      'expected the address of a web page, which begins with https:// or http://. Copy it from your browser.',
    );
  if (url.username !== '' || url.password !== '')
    throw new FetchError(
      'not-a-web-address',
      url,
      'expected an address without a user name or password, got one before the @. Leave them out.',
    );
  if (!isForTheWeb(url.port))
    throw new FetchError(
      'forbidden-port',
      url,
      `port ${url.port} is not for web pages. Use the address that opens in a browser.`,
    );
  // Never sent, and of no use to tell two pages apart.
  url.hash = '';
  // "example.com." is the same host; certificates and the checks below know it without the dot.
  url.hostname = url.hostname.replace(/\.$/, '');
  checkHost(url, bounds);
  return url;
}

function checkHost(url: URL, bounds: Bounds): void {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0) {
    if (!mayConnect(host, bounds)) throw forbidden(url, `${host} is not an address on the public Internet`);
  } else if (!isPublicName(host) && !(bounds.allowLoopback && isLocalhost(host)))
    throw forbidden(url, `"${host.slice(0, 80)}" is not a name on the public Internet`);
}

export const forbidden = (url: URL, why: string): FetchError =>
  new FetchError(
    'forbidden-address',
    url,
    `expected a page that anybody can open, but ${why}. Use the article's public address, or add the article as a file.`,
  );

const isLocalhost = (host: string): boolean => /^(?:.+\.)?localhost$/.test(host);

/** Endings that only ever mean something inside one network (RFC 6761, 6762, 8375; the rest by custom). */
const INSIDE = /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa)$/;

/** Two labels or more, since a single one is completed by the resolver to a name of the network it is asked in. */
const NAME = /^(?:[a-z\d_](?:[a-z\d_-]{0,61}[a-z\d_])?\.)+[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/;

const isPublicName = (host: string): boolean => host.length <= 253 && NAME.test(host) && !INSIDE.test(host);
