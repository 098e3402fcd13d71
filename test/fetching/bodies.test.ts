import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBody } from '../../src/fetching/bodies.ts';
import { failure, fetcherWith, type Handler, page, pageFrom, serve } from './server.ts';

const encoded = (encoding: string | string[], body: Uint8Array): Handler =>
  page(body, { 'content-encoding': encoding });
const news = Buffer.from('The sea wall held, the mayor said. '.repeat(200));
const limits = { wireBytes: 1_000, pageBytes: 100_000 };

const fetchFrom = async (handler: Handler, change = {}) => {
  const server = await serve({ '/a': handler });
  return { server, fetching: fetcherWith({ limits: change }).fetch(server.at('/a')), at: server.at('/a') };
};

describe('a compressed page', () => {
  it.each<[string, string | string[], Uint8Array]>([
    ['gzip', 'gzip', gzipSync(news)],
    ['gzip under its old name', 'X-GZIP', gzipSync(news)],
    [
      'gzip in two members',
      'gzip',
      Buffer.concat([gzipSync(news.subarray(0, 99)), gzipSync(news.subarray(99))]),
    ],
    ['deflate as the standard has it', 'deflate', deflateSync(news)],
    ['deflate as some servers have it', 'deflate', deflateRawSync(news)],
    ['brotli', 'br', brotliCompressSync(news)],
    ['one over another', 'deflate, gzip', gzipSync(deflateSync(news))],
    ['one over another in two headers', ['deflate', 'br'], brotliCompressSync(deflateSync(news))],
    ['nothing', 'identity', news],
    ['nothing and something', 'identity, gzip', gzipSync(news)],
  ])('comes as it was before %s', async (_, encoding, body) => {
    const server = await serve({ '/a': encoded(encoding, body) });
    expect((await pageFrom(fetcherWith(), server.at('/a'))).text).toBe(news.toString());
  });

  it('may be empty', async () => {
    const server = await serve({ '/a': encoded('gzip', new Uint8Array()) });
    expect((await pageFrom(fetcherWith(), server.at('/a'))).text).toBe('');
  });

  it.each(['zstd', 'compress', 'gzip, zstd', 'gzip, gzip, gzip', 'constructor', '<script>'])(
    'is refused when the compression is %s',
    async (encoding) => {
      const { server, fetching } = await fetchFrom(encoded(encoding, news));
      const { code, message } = await failure(fetching);
      expect(code).toBe('unknown-encoding');
      expect(message).toContain(`got "${encoding}"`);
      await server.quiet();
    },
  );

  it.each<[string, string, Uint8Array]>([
    ['ends too early', 'gzip', gzipSync(news).subarray(0, -9)],
    ['ends too early', 'br', brotliCompressSync(news).subarray(0, -3)],
    ['ends too early', 'deflate', deflateSync(news).subarray(0, -6)],
    ['is not what it says', 'gzip', news],
    ['is not what it says', 'br', news],
    ['has a wrong sum at its end', 'gzip', gzipSync(news).with(-6, 7)],
  ])('that %s is refused: %s', async (_, encoding, body) => {
    const { fetching } = await fetchFrom(encoded(encoding, body));
    const { code, message } = await failure(fetching);
    expect(code).toBe('broken-compression');
    expect(message).toContain(`compressed with ${encoding}`);
  });

  it('that unpacks to a thousand times its size is refused', async () => {
    const bomb = gzipSync(Buffer.alloc(8_000_000));
    const { server, fetching } = await fetchFrom(encoded('gzip', bomb));
    const { code, message } = await failure(fetching);
    expect(code).toBe('compression-bomb');
    expect(message).toContain(`${bomb.byteLength} bytes came`);
    await server.quiet();
  });

  it('that is a bomb in a parcel is refused', async () => {
    const { fetching } = await fetchFrom(
      encoded('gzip, br', brotliCompressSync(gzipSync(Buffer.alloc(8_000_000)))),
    );
    expect((await failure(fetching)).code).toBe('compression-bomb');
  });

  it('may be mostly empty as long as it is short', async () => {
    const server = await serve({ '/a': encoded('gzip', gzipSync(Buffer.alloc(500_000, ' '))) });
    expect((await pageFrom(fetcherWith(), server.at('/a'))).bytes.byteLength).toBe(500_000);
  });

  it('that is too large once it is unpacked is refused', async () => {
    const { fetching } = await fetchFrom(encoded('gzip', gzipSync(news)), { pageBytes: 1_000 });
    expect((await failure(fetching)).code).toBe('too-large');
  });
});

describe('a page that is too large', () => {
  it('is refused before it comes when its server says how large it is', async () => {
    const { server, fetching, at } = await fetchFrom((_, response) =>
      response.writeHead(200, { 'content-length': '123456789' }).write('x'),
    );
    const { code, message } = await failure(fetching);
    expect(code).toBe('too-large');
    expect(message).toBe(
      `${at}: expected at most 10 MB, got 123.5 MB. Save the article alone as a file and add that.`,
    );
    await server.quiet();
  });

  it('is cut off when it has no end', async () => {
    const { server, fetching } = await fetchFrom(
      (_, response) => {
        const more = (): void => {
          while (!response.destroyed && response.write(news));
        };
        response.on('drain', more).writeHead(200);
        more();
      },
      { wireBytes: 300_000 },
    );
    expect((await failure(fetching)).code).toBe('too-large');
    await server.quiet();
  });
});

describe('a body', () => {
  const url = new URL('https://news.example/');
  const answer = (encoding: string | undefined, pieces: readonly Uint8Array[]) => ({
    header: (name: string) => (name === 'content-encoding' ? encoding : undefined),
    body: (async function* () {
      yield* pieces;
    })(),
  });

  it('is the same in however many pieces it comes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 600 }),
        fc.integer({ min: 1, max: 50 }),
        async (bytes, size) => {
          const wire = deflateRawSync(bytes);
          const pieces = Array.from({ length: Math.ceil(wire.byteLength / size) }, (_, index) =>
            wire.subarray(index * size, (index + 1) * size),
          );
          expect([...(await readBody(url, answer('deflate', pieces), limits))]).toEqual([...bytes]);
        },
      ),
    );
  });

  it('of whatever bytes is read or refused, and never larger than it may be', async () => {
    const encoding = fc.constantFrom(undefined, 'gzip', 'deflate', 'br', 'gzip, br', 'br, deflate');
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), encoding, async (bytes, name) => {
        const read = readBody(url, answer(name, [bytes]), limits);
        const size = await read.then(
          ({ byteLength }) => byteLength,
          (error: Error) => error.name,
        );
        if (typeof size === 'number') expect(size).toBeLessThanOrEqual(limits.pageBytes);
        else expect(size).toBe('FetchError');
      }),
    );
  });
});
