import { createPublicKey, type KeyObject, verify } from 'node:crypto';

/**
 * What a request that says it comes from Discord is. Only `genuine` may be answered; Discord itself sends forged
 * ones now and then and switches an endpoint off that accepts them.
 */
export type Genuineness = 'genuine' | 'forged' | 'stale' | 'replayed';

/** As Node gives them: names in lower case. */
type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

interface Options {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How far a request's clock and ours may be apart, either way. Default: 5 minutes. */
  readonly windowMs?: number;
}

/** An Ed25519 public key in DER is these 12 bytes and the key's own 32 (RFC 8410, section 4). */
const DER_HEADER = '302a300506032b6570032100';

/** Genuine requests of one window that are remembered; of more than these the oldest could be replayed. */
const MOST_REMEMBERED = 10_000;

/**
 * Judges requests by Discord's signature: Ed25519 over `x-signature-timestamp` and the body as it came.
 * Nothing but a genuine request is remembered, so nobody without the key can fill the memory.
 *
 * @param publicKey 64 hex digits; anything else throws a `RangeError`.
 */
export function verifier(
  publicKey: string,
  { now, windowMs = 5 * 60_000 }: Options,
): (headers: Headers, rawBody: Buffer) => Genuineness {
  const key = keyOf(publicKey);
  const isReplay = replays(now);
  return (headers, rawBody) => {
    const timestamp = headers['x-signature-timestamp'];
    const signature = headers['x-signature-ed25519'];
    if (typeof timestamp !== 'string' || !/^\d{1,12}$/.test(timestamp)) return 'forged';
    if (typeof signature !== 'string' || !/^[\da-f]{128}$/i.test(signature)) return 'forged';
    const signed = Buffer.concat([Buffer.from(timestamp), rawBody]);
    if (!verify(null, signed, key, Buffer.from(signature, 'hex'))) return 'forged';
    const sentMs = Number(timestamp) * 1000;
    if (Math.abs(now() - sentMs) > windowMs) return 'stale';
    return isReplay(signature.toLowerCase(), sentMs + windowMs) ? 'replayed' : 'genuine';
  };
}

function keyOf(publicKey: string): KeyObject {
  if (!/^[\da-f]{64}$/i.test(publicKey))
    throw new RangeError(`a public key has 64 hex digits; got ${publicKey.length} characters`);
  return createPublicKey({ key: Buffer.from(DER_HEADER + publicKey, 'hex'), format: 'der', type: 'spki' });
}

/** Whether a signature was seen before; it is remembered until the request would be stale anyway. */
function replays(now: () => number): (signature: string, staleAtMs: number) => boolean {
  const seen = new Map<string, number>(); // in the order in which they came
  return (signature, staleAtMs) => {
    if (seen.has(signature)) return true;
    for (const [oldest, oldestStaleAtMs] of seen) {
      if (oldestStaleAtMs >= now() && seen.size < MOST_REMEMBERED) break;
      seen.delete(oldest);
    }
    seen.set(signature, staleAtMs);
    return false;
  };
}
