import { sane } from './answers.ts';
import { ENCODINGS } from './bodies.ts';
import type { Wanted } from './fetched.ts';

/** All that a server is told. No cookies, no referrer, no credentials: there is nothing here that could hold them. */
export const headersFor = (
  { accept, etag, lastModified }: Wanted,
  userAgent: string,
): Readonly<Record<string, string>> => ({
  'user-agent': userAgent,
  accept: accept === undefined ? '*/*' : [...accept, '*/*;q=0.1'].join(', '),
  'accept-encoding': ENCODINGS,
  'accept-language': 'en, *;q=0.5',
  ...(sane(etag) !== undefined && { 'if-none-match': etag }),
  ...(sane(lastModified) !== undefined && { 'if-modified-since': lastModified }),
});
