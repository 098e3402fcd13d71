import { readBody } from './bodies.ts';
import { FetchError } from './fetch-error.ts';
import type { FetchedPage, UnchangedPage, Wanted } from './fetched.ts';
import type { Limits } from './limits.ts';
import { refusalOf } from './refusals.ts';
import type { Answer } from './requests.ts';

/** What came of one hop. */
export type Outcome =
  | { readonly kind: 'redirect'; readonly location: string }
  | Omit<UnchangedPage, 'url'>
  | Omit<FetchedPage, 'url'>;

/**
 * An answer, read as far as it has to be. A page that tells the browser to go on elsewhere (`<meta refresh>`) is a
 * page: only the status of an answer redirects.
 *
 * @param now in ms since 1970, to say when to try again.
 * @throws FetchError what the server's status, type or body comes to; whatever the body rejects with.
 */
export async function readAnswer(
  url: URL,
  answer: Answer,
  wanted: Pick<Wanted, 'etag' | 'lastModified' | 'accept'>,
  limits: Limits,
  now: number,
): Promise<Outcome> {
  const { status, header } = answer;
  const location = header('location');
  if (REDIRECTS.has(status) && location !== undefined) return { kind: 'redirect', location };
  const isConditional = (sane(wanted.etag) ?? sane(wanted.lastModified)) !== undefined;
  if (status === 304 && isConditional) return { kind: 'unchanged' };
  if (status !== 200 && status !== 203) throw refusalOf(url, status, header('retry-after'), now);
  const { mediaType, charset } = readContentType(header('content-type'));
  if (!isAcceptable(mediaType, wanted.accept))
    throw new FetchError(
      'wrong-type',
      url,
      `expected ${inWords(wanted.accept ?? [])}, got ${mediaType}. Use the address of the article itself.`,
    );
  const bytes = await readBody(url, answer, limits);
  return {
    kind: 'page',
    bytes,
    ...optional('etag', sane(header('etag'))),
    ...optional('lastModified', sane(header('last-modified'))),
    ...optional('mediaType', mediaType),
    ...optional('charset', charset),
  };
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** `Text/HTML; Charset="UTF-8"` → `text/html` and `utf-8`. */
function readContentType(header = ''): Pick<FetchedPage, 'mediaType' | 'charset'> {
  const [type = '', ...parameters] = header.toLowerCase().split(';');
  const told = /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+$/.exec(type.trim())?.[0];
  const mediaType = told === undefined || UNTOLD.has(told) ? undefined : told;
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*["']?([\w.:+-]{1,40})["']?\s*$/.exec(parameter)?.[1])
    .find((found) => found !== undefined);
  return { ...optional('mediaType', mediaType), ...optional('charset', charset) };
}

/** What a server sends that does not know what it sends: the bytes themselves decide then. */
const UNTOLD: ReadonlySet<string> = new Set(['application/octet-stream', 'binary/octet-stream']);

const isAcceptable = (mediaType: string | undefined, accept: Wanted['accept']): boolean =>
  accept === undefined || mediaType === undefined || accept.includes(mediaType);

/** What can be sent back as it is; anything else is as good as not said. */
export const sane = (header: string | undefined): string | undefined =>
  header !== undefined && /^[\x20-\x7e]{1,500}$/.test(header) ? header : undefined;

const inWords = (types: readonly string[]): string =>
  types.length < 2 ? types.join() : `${types.slice(0, -1).join(', ')} or ${types.at(-1)}`;

/** A property that is there only when it is known. */
const optional = <K extends string, V>(key: K, value: V | undefined): { readonly [_ in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { readonly [_ in K]: V });
