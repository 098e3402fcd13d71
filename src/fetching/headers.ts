import { sane } from './answers.ts';
import { ENCODINGS } from './bodies.ts';
import type { Wanted } from './fetched.ts';
import { PRODUCT } from './robots.ts';

const USER_AGENT = `${PRODUCT}/0.1 (reads articles that a person asked it to)`;

/** All that a server is told. No cookies, no referrer, no credentials: there is nothing here that could hold them. */
export const headersFor = ({ accept, etag, lastModified }: Wanted): Readonly<Record<string, string>> => ({
  'user-agent': USER_AGENT,
  accept: accept === undefined ? '*/*' : [...accept, '*/*;q=0.1'].join(', '),
  'accept-encoding': ENCODINGS,
  'accept-language': 'en, *;q=0.5',
  ...(sane(etag) !== undefined && { 'if-none-match': etag }),
  ...(sane(lastModified) !== undefined && { 'if-modified-since': lastModified }),
});
