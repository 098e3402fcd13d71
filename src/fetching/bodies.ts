import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import { FetchError } from './fetch-error.ts';
import type { Limits } from './limits.ts';
import type { Answer } from './requests.ts';

type BodyLimits = Pick<Limits, 'wireBytes' | 'pageBytes'>;

/** What we say that we can read. */
export const ENCODINGS = 'gzip, deflate, br';

/**
 * A body as it was before the server compressed it. The wire is read to its end first, and decompressed then: so the
 * ratio of the two is known, and only a short stretch of time goes by with both in memory.
 *
 * @throws FetchError too-large, compression-bomb, broken-compression, unknown-encoding; whatever the body rejects with.
 */
export async function readBody(
  url: URL,
  answer: Pick<Answer, 'header' | 'body'>,
  limits: BodyLimits,
): Promise<Uint8Array> {
  const encodings = encodingsOf(url, answer.header('content-encoding'));
  const expected = lengthOf(answer.header('content-length'));
  if (expected !== undefined && expected > limits.wireBytes) throw tooLarge(url, limits.wireBytes, expected);
  const pieces: Uint8Array[] = [];
  let received = 0;
  for await (const piece of answer.body) {
    received += piece.byteLength;
    if (received > limits.wireBytes) throw tooLarge(url, limits.wireBytes);
    pieces.push(piece);
  }
  let bytes: Uint8Array = Buffer.concat(pieces);
  for (const encoding of encodings.toReversed())
    bytes = await decompressed(url, encoding, bytes, received, limits);
  return bytes;
}

/** Compressed text shrinks to a tenth, a long table to a fiftieth; gzip can say a thousand bytes with one. */
const HIGHEST_RATIO = 100;
/** A short page that is empty but for white space may shrink further. */
const BYTES_WITHOUT_RATIO = 1_000_000;

async function decompressed(
  url: URL,
  encoding: Encoding,
  bytes: Uint8Array,
  onWire: number,
  { pageBytes }: BodyLimits,
): Promise<Uint8Array> {
  // Some servers name an encoding for an empty body, too.
  if (bytes.byteLength === 0) return bytes;
  const byRatio = Math.max(BYTES_WITHOUT_RATIO, HIGHEST_RATIO * onWire);
  try {
    return await DECODERS[encoding](bytes, { maxOutputLength: Math.min(pageBytes, byRatio) });
  } catch (error) {
    if (!(error instanceof RangeError))
      throw new FetchError(
        'broken-compression',
        url,
        `expected a body compressed with ${encoding}, got one that is damaged or ends too early. Try again.`,
      );
    if (pageBytes <= byRatio) throw tooLarge(url, pageBytes);
    throw new FetchError(
      'compression-bomb',
      url,
      `${onWire} bytes came that unpack to more than ${byRatio}: no page does that. Do not use this address.`,
    );
  }
}

type Encoding = 'gzip' | 'deflate' | 'br';
type Decoder = (bytes: Uint8Array, options: { readonly maxOutputLength: number }) => Promise<Uint8Array>;

const [inflated, inflatedRaw]: readonly [Decoder, Decoder] = [promisify(inflate), promisify(inflateRaw)];

const DECODERS: Readonly<Record<Encoding, Decoder>> = {
  gzip: promisify(gunzip),
  br: promisify(brotliDecompress),
  // By the standard with a header, by some servers without: its first byte tells (RFC 1950, section 2.2).
  deflate: (bytes, options) => (((bytes[0] ?? 0) & 0x0f) === 8 ? inflated : inflatedRaw)(bytes, options),
};

/** One over another is more than any newspaper does, and still cheap. */
const MOST_ENCODINGS = 2;

/** In the order in which they were applied. */
function encodingsOf(url: URL, header = ''): readonly Encoding[] {
  const named = header
    .split(',')
    .map((name) => name.trim().toLowerCase().replace(/^x-/, ''))
    .filter((name) => name !== '' && name !== 'identity');
  if (named.length <= MOST_ENCODINGS && named.every(isEncoding)) return named;
  throw new FetchError(
    'unknown-encoding',
    url,
    `expected a page that is sent as it is or compressed with ${ENCODINGS}, got "${printable(header)}". ` +
      'Save the page in a browser and add the file.',
  );
}

const isEncoding = (name: string): name is Encoding => Object.hasOwn(DECODERS, name);

const printable = (text: string): string => text.replace(/[^\x20-\x7e]/g, '?').slice(0, 60);

const lengthOf = (header: string | undefined): number | undefined =>
  header !== undefined && /^\d{1,15}$/.test(header) ? Number(header) : undefined;

const tooLarge = (url: URL, limit: number, got?: number): FetchError =>
  new FetchError(
    'too-large',
    url,
    `expected at most ${inMegabytes(limit)}, got ${got === undefined ? 'more' : inMegabytes(got)}. ` +
      'Save the article alone as a file and add that.',
  );

const inMegabytes = (bytes: number): string => `${Math.ceil(bytes / 100_000) / 10} MB`;
