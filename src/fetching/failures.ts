import { FetchError, type FetchProblem } from './fetch-error.ts';

/** What the system or the connection says → what a person is told. The first row that fits is meant. */
const FAILURES: readonly (readonly [code: RegExp, problem: FetchProblem, what: string])[] = [
  [
    /^(?:ENOTFOUND|ENODATA|EAI_NONAME|EAI_NODATA)$/,
    'no-such-host',
    'no host of this name is known. Check the spelling.',
  ],
  [
    /^(?:EAI_|ESERVFAIL|ETIMEOUT)/,
    'no-such-host',
    'its name could not be resolved just now. Check the spelling and the connection to the Internet, or try again later.',
  ],
  [/^ECONNREFUSED$/, 'connection-refused', 'the server refuses connections. Try again later.'],
  [
    /^(?:ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/,
    'timed-out',
    'the server did not take the connection in time. Try again later.',
  ],
  [
    /^UND_ERR_HEADERS_TIMEOUT$/,
    'timed-out',
    'the server took the question and did not begin to answer in time. Try again later.',
  ],
  [
    /^(?:ENETUNREACH|EHOSTUNREACH|ENETDOWN|EADDRNOTAVAIL|EAFNOSUPPORT|EACCES|EPERM)$/,
    'unreachable',
    'there is no way to the server from here. Check the connection to the Internet.',
  ],
  [
    /^(?:CERT_|ERR_TLS_|ERR_SSL_|EPROTO|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE)/,
    'bad-certificate',
    'expected a server that can prove who it is, got a certificate or an encryption that cannot be trusted. ' +
      'Open the page in a browser: if that warns too, tell the newspaper.',
  ],
  [
    // undici asserts that a status has three digits.
    /^(?:HPE_|UND_ERR_HEADERS_OVERFLOW|UND_ERR_NOT_SUPPORTED|ERR_ASSERTION)/,
    'unexpected-answer',
    'expected an answer in HTTP, got something else or headers that are too long. Check the address.',
  ],
  [
    /^(?:ECONNRESET|ECONNABORTED|EPIPE|ENOTCONN|UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH)/,
    'connection-lost',
    'the connection broke off before the whole page had come. Try again.',
  ],
];

/**
 * What was thrown on the way to a page, as a FetchError where the way or the server is to blame. Anything else is a fault
 * of ours and stays what it is.
 */
export function failureAt(url: URL, error: unknown): unknown {
  if (error instanceof FetchError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const found = FAILURES.find(([codes]) => codes.test(code));
  return found === undefined ? error : new FetchError(found[1], url, found[2]);
}
