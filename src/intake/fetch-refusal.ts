import type { FetchError, FetchProblem } from '../fetching/fetch-error.ts';
import type { RefusalCode } from '../librarian.ts';
import { type Refused, refused } from './outcome.ts';

const CODES: Readonly<Partial<Record<FetchProblem, RefusalCode>>> = {
  'not-a-web-address': 'no-address',
  'forbidden-address': 'inside',
  'redirect-to-forbidden': 'inside',
  'no-such-host': 'no-such-host',
  'timed-out': 'timed-out',
  'not-found': 'not-found',
  refused: 'not-shown',
  'server-error': 'server-error',
  'wrong-type': 'unknown-format',
};

/** What was not fetched. @param why where it is said otherwise than by the error. */
export function notFetched(reference: string, { code: problem, what }: FetchError, why = what): Refused {
  const code = CODES[problem];
  return { ...refused(reference, why), ...(code !== undefined && { code }) };
}
