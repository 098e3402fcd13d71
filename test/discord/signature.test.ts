import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verifier } from '../../src/discord/signature.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const KEY = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
const NOW = 1_760_000_000_000;
const WINDOW_MS = 5 * 60_000;
const BODY = Buffer.from('{"type":1,"id":"1"}');

/** As Discord signs. */
const signed = (body: Buffer, timestamp = String(NOW / 1000)) => ({
  'x-signature-timestamp': timestamp,
  'x-signature-ed25519': sign(null, Buffer.concat([Buffer.from(timestamp), body]), privateKey).toString(
    'hex',
  ),
});

const judge = (now = () => NOW) => verifier(KEY, { now });
const seconds = (ms: number): string => String((NOW + ms) / 1000);

describe('a request that Discord signed', () => {
  test('is genuine, whatever its body', () => {
    const verify = judge();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.uuid(), (bytes, id) => {
        const body = Buffer.concat([Buffer.from(id), bytes]);
        expect(verify(signed(body), body)).toBe('genuine');
      }),
    );
  });

  test('is genuine also with the signature in capitals', () => {
    const headers = signed(BODY);
    const capitals = {
      ...headers,
      'x-signature-ed25519': headers['x-signature-ed25519'].toUpperCase(),
    };
    expect(judge()(capitals, BODY)).toBe('genuine');
  });

  test.each([
    ['as old as the window', -WINDOW_MS, 'genuine'],
    ['a second older than the window', -WINDOW_MS - 1000, 'stale'],
    ['as far ahead as the window', WINDOW_MS, 'genuine'],
    ['a second further ahead', WINDOW_MS + 1000, 'stale'],
    ['of 1970', -NOW, 'stale'],
  ])('and is %s is judged by its age', (_, ms, genuineness) => {
    expect(judge()(signed(BODY, seconds(ms)), BODY)).toBe(genuineness);
  });

  test('is not answered twice, whichever way its signature is written', () => {
    const verify = judge();
    const headers = signed(BODY);
    expect(verify(headers, BODY)).toBe('genuine');
    expect(verify(headers, BODY)).toBe('replayed');
    const capitals = {
      ...headers,
      'x-signature-ed25519': headers['x-signature-ed25519'].toUpperCase(),
    };
    expect(verify(capitals, BODY)).toBe('replayed');
  });

  test('from a clock ahead of ours stays unrepeatable until it is stale', () => {
    let now = NOW;
    const verify = judge(() => now);
    const ahead = signed(BODY, seconds(WINDOW_MS));
    expect(verify(ahead, BODY)).toBe('genuine');
    for (const later of [WINDOW_MS, 2 * WINDOW_MS]) {
      now = NOW + later;
      verify(signed(Buffer.from(String(later)), seconds(later)), Buffer.from(String(later)));
      expect(verify(ahead, BODY)).toBe('replayed');
    }
    now += 1;
    expect(verify(ahead, BODY)).toBe('stale');
  });

  test('is forgotten, the oldest first, where 10,000 came in one window', () => {
    const verify = judge();
    const bodies = Array.from({ length: 10_001 }, (_, i) => Buffer.from(String(i)));
    for (const body of bodies) expect(verify(signed(body), body)).toBe('genuine');
    expect(verify(signed(bodies[1]!), bodies[1]!)).toBe('replayed');
    expect(verify(signed(bodies[0]!), bodies[0]!)).toBe('genuine');
  });
});

describe('a request that Discord did not sign', () => {
  test('is forged, whichever bit of it was changed', () => {
    const verify = judge();
    const flipped = (bytes: Buffer, at: number): Buffer => {
      const copy = Buffer.from(bytes);
      copy[at >> 3] = copy[at >> 3]! ^ (1 << (at & 7));
      return copy;
    };
    const anywhere = fc.tuple(
      fc.constantFrom('signature' as const, 'body' as const, 'timestamp' as const),
      fc.nat(),
    );
    fc.assert(
      fc.property(anywhere, fc.uint8Array({ minLength: 1, maxLength: 100 }), ([part, where], bytes) => {
        const body = Buffer.from(bytes);
        const headers = signed(body);
        const signature = Buffer.from(headers['x-signature-ed25519'], 'hex');
        const stamp = Buffer.from(headers['x-signature-timestamp']);
        const bit = (of: Buffer): number => where % (of.length * 8);
        const withSignature = flipped(signature, bit(signature)).toString('hex');
        const withStamp = flipped(stamp, bit(stamp)).toString('latin1');
        const judged = {
          signature: () => verify({ ...headers, 'x-signature-ed25519': withSignature }, body),
          body: () => verify(headers, flipped(body, bit(body))),
          timestamp: () => verify({ ...headers, 'x-signature-timestamp': withStamp }, body),
        };
        expect(judged[part]()).toBe('forged');
      }),
      { numRuns: 500 },
    );
  });

  test('is stale where a digit moved between timestamp and body, which one signature covers unseparated', () => {
    const timestamp = String(NOW / 1000);
    const headers = signed(Buffer.from('9{}'), timestamp);
    const longer = { ...headers, 'x-signature-timestamp': `${timestamp}9` };
    expect(judge()(longer, Buffer.from('{}'))).toBe('stale');
    const shorter = { ...headers, 'x-signature-timestamp': timestamp.slice(0, -1) };
    expect(judge()(shorter, Buffer.from(`${timestamp.slice(-1)}9{}`))).toBe('stale');
  });

  const good = signed(BODY);
  test.each([
    ['no headers', {}],
    ['no signature', { ...good, 'x-signature-ed25519': undefined }],
    ['no timestamp', { ...good, 'x-signature-timestamp': undefined }],
    ['two signatures', { ...good, 'x-signature-ed25519': [good['x-signature-ed25519']] }],
    ['half a signature', { ...good, 'x-signature-ed25519': good['x-signature-ed25519'].slice(0, 64) }],
    ['more than a signature', { ...good, 'x-signature-ed25519': `${good['x-signature-ed25519']}00` }],
    ['a signature that is not hex', { ...good, 'x-signature-ed25519': 'g'.repeat(128) }],
    ['an empty timestamp', signed(BODY, '')],
    ['a timestamp with a sign', signed(BODY, `+${NOW / 1000}`)],
    ['a timestamp with a fraction', signed(BODY, `${NOW / 1000}.0`)],
    ['a timestamp without end', signed(BODY, '1'.repeat(400))],
  ])('is forged with %s', (_, headers) => {
    expect(judge()(headers, BODY)).toBe('forged');
  });

  test('is forged by whoever has another key', () => {
    expect(verifier('ab'.repeat(32), { now: () => NOW })(signed(BODY), BODY)).toBe('forged');
  });

  test('does not stand in the way of the genuine one', () => {
    const verify = judge();
    expect(verify(signed(BODY), Buffer.from('else'))).toBe('forged');
    expect(verify(signed(BODY), BODY)).toBe('genuine');
  });
});

test.each(['', 'ab', 'g'.repeat(64), 'a'.repeat(65)])('a key that is none is refused: %j', (key) => {
  expect(() => verifier(key, { now: () => NOW })).toThrow(/64 hex digits; got \d+ characters/);
});
