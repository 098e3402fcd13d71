import { createServer, Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { failureAt } from '../../src/fetching/failures.ts';
import { FetchError, shown } from '../../src/fetching/fetch-error.ts';
import { failure, fetcherWith, guard, type Handler, page, serve } from './server.ts';

/** A server that says what it wants, and keeps to no protocol. */
async function serveRaw(text: string): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(text));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
}

const given = { robots: false } as const;

describe('a server that has no page for us', () => {
  const ask = async (status: number, headers = {}, now = 0) => {
    const server = await serve({ '/a': page('no', headers, status) });
    const clock = { now: () => now, sleep: async () => undefined };
    const { code, message } = await failure(fetcherWith({ clock }).fetch(server.at('/a'), given));
    expect(message).toContain(`${server.at('/a')}: expected a page, got status ${status}`);
    await server.quiet();
    return { code, message };
  };

  it.each([
    [404, 'not-found', /Check the address/],
    [410, 'not-found', /Check the address/],
    [401, 'refused', /without a login.*add the file/],
    [402, 'refused', /without a subscription.*add the file/],
    [403, 'refused', /a login, a paywall.*add the file/],
    [451, 'refused', /for legal reasons.*add the file/],
    [429, 'too-many-requests', /asked too often. Try again later/],
    [500, 'server-error', /Try again later/],
    [503, 'server-error', /Try again later/],
    [599, 'server-error', /Try again later/],
    [204, 'unexpected-answer', /Open the address in a browser/],
    [206, 'unexpected-answer', /Open the address in a browser/],
    [400, 'unexpected-answer', /Open the address in a browser/],
    [418, 'unexpected-answer', /Open the address in a browser/],
  ])('but status %i: %s', async (status, code, what) => {
    const got = await ask(status);
    expect(got.code).toBe(code);
    expect(got.message).toMatch(what);
  });

  it.each([
    ['1', 'in 1 second.'],
    ['59', 'in 59 seconds.'],
    ['90', 'in 2 minutes.'],
    ['3600', 'in 1 hour.'],
    ['200000', 'in 1 day.'],
    ['99999999', 'in 1 day.'],
    ['0', 'later.'],
    ['-5', 'later.'],
    ['soon', 'later.'],
    ['Sun, 16 Feb 2025 08:10:00 GMT', 'in 10 minutes.'],
    ['Sun, 16 Feb 2025 07:00:00 GMT', 'later.'],
  ])('says when to try again: after %s', async (retryAfter, words) => {
    const now = Date.parse('2025-02-16T08:00:00Z');
    for (const status of [429, 503])
      expect((await ask(status, { 'retry-after': retryAfter }, now)).message).toContain(`Try again ${words}`);
  });
});

describe('a server that does not keep to the rules', () => {
  it.each([
    ['no HTTP', 'hello\r\n\r\n', 'unexpected-answer'],
    ['a header too long', `HTTP/1.1 200 OK\r\nx: ${'x'.repeat(40_000)}\r\n\r\n`, 'unexpected-answer'],
    [
      'a thousand headers',
      `HTTP/1.1 200 OK\r\n${'x: 0123456789\r\n'.repeat(9_000)}\r\n`,
      'unexpected-answer',
    ],
    ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\na', 'connection-lost'],
    ['less than it says', 'HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nnews', 'connection-lost'],
    ['half a chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n9\r\nnews', 'connection-lost'],
    [
      'a chunk of no size',
      'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nxyz\r\nnews',
      'unexpected-answer',
    ],
    ['half a header', 'HTTP/1.1 200 OK\r\ncontent-', 'connection-lost'],
    ['nothing', '', 'connection-lost'],
    ['another protocol', 'HTTP/1.1 101 Switching Protocols\r\nupgrade: news\r\n\r\n', 'connection-lost'],
  ])('and sends %s is not waited for', async (_, text, code) => {
    const url = await serveRaw(text);
    expect((await failure(fetcherWith().fetch(url, given))).code).toBe(code);
  });

  it('and speaks no TLS where it should is not trusted', async () => {
    const server = await serve({ '/a': page('news') });
    const url = server.at('/a').replace('http:', 'https:');
    const { code, message } = await failure(fetcherWith().fetch(url, given));
    expect(code).toBe('bad-certificate');
    expect(message).toContain('expected a server that can prove who it is');
    expect(server.asked).toEqual([]);
  });
});

describe('a server that takes its time', () => {
  const limits = { pageMs: 60 };
  const drip: Handler = (_, response) => {
    response.writeHead(200);
    const more = setInterval(() => response.write('x'), 5);
    response.on('close', () => clearInterval(more));
  };

  it.each<[string, Handler]>([
    ['does not answer', () => undefined],
    ['sends a body drop by drop', drip],
    ['stops in the middle', (_, response) => response.writeHead(200).write('x')],
    [
      'says again and again that it goes on',
      (_, response) => {
        const more = setInterval(() => response.writeProcessing(), 5);
        response.on('close', () => clearInterval(more));
      },
    ],
  ])('and %s is cut off, and the connection closed', async (_, handler) => {
    const server = await serve({ '/a': handler });
    const { code, message } = await failure(fetcherWith({ limits }).fetch(server.at('/a')));
    expect(code).toBe('timed-out');
    expect(message).toContain('expected the page within 0.06 s');
    await server.quiet();
  });

  it('is given up when its name is not resolved in time', async () => {
    const fetcher = fetcherWith({ limits, lookup: () => new Promise(() => undefined) });
    expect((await failure(fetcher.fetch('https://news.example/', given))).code).toBe('timed-out');
  });

  it('is given up when there is no connection in time', async () => {
    const opening = new Socket();
    const fetcher = fetcherWith({ limits, connect: () => opening });
    expect((await failure(fetcher.fetch('http://127.0.0.1:8080/', given))).code).toBe('timed-out');
    expect(opening.destroyed).toBe(true);
  });
});

describe('the way to a server', () => {
  it('is tried a few times where its name stands for a great many addresses', async () => {
    const { connect, attempts } = guard();
    const addresses = Array.from({ length: 200 }, (_none, at) => `93.184.215.${at}`);
    const fetcher = fetcherWith({ connect, lookup: async () => addresses });
    expect((await failure(fetcher.fetch('https://news.example/', given))).code).toBe('connection-refused');
    expect(attempts).toEqual(addresses.slice(0, 4));
  });

  it('may lead nowhere', async () => {
    const { connect } = guard();
    const fetcher = fetcherWith({ connect, lookup: async () => ['93.184.215.14'] });
    expect((await failure(fetcher.fetch('https://news.example/'))).code).toBe('connection-refused');
  });

  it.each([
    ['ENOTFOUND', 'no-such-host'],
    ['EAI_AGAIN', 'no-such-host'],
    ['ECONNREFUSED', 'connection-refused'],
    ['ECONNRESET', 'connection-lost'],
    ['EPIPE', 'connection-lost'],
    ['ENETUNREACH', 'unreachable'],
    ['EHOSTUNREACH', 'unreachable'],
    ['ETIMEDOUT', 'timed-out'],
    ['UND_ERR_CONNECT_TIMEOUT', 'timed-out'],
    ['UND_ERR_HEADERS_TIMEOUT', 'timed-out'],
    ['CERT_HAS_EXPIRED', 'bad-certificate'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'bad-certificate'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'bad-certificate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'bad-certificate'],
    ['HPE_INVALID_CONSTANT', 'unexpected-answer'],
  ])('that fails with %s is told of as %s', (code, problem) => {
    const url = new URL('https://news.example/a');
    const found = failureAt(url, Object.assign(new Error('x'), { code }));
    expect(found).toBeInstanceOf(FetchError);
    expect(found).toMatchObject({ code: problem, where: 'https://news.example/a' });
  });

  it('is not to blame for our own mistakes', () => {
    const mistake = new TypeError('undefined is not a function');
    expect(failureAt(new URL('https://news.example/'), mistake)).toBe(mistake);
  });
});

describe('an address in a message', () => {
  it.each([
    ['https://news.example/a?key=secret#part', 'https://news.example/a?…'],
    ['https://desk:secret@news.example/', 'https://news.example/'],
    [`https://news.example/${'a'.repeat(200)}`, `https://news.example/${'a'.repeat(79)}…`],
  ])('is shown short and without secrets: %s', (url, text) => {
    expect(shown(new URL(url))).toBe(text);
  });

  it('that is none is shown as it was typed, without anything that a terminal obeys', () => {
    expect(shown('news.example/\u001b[2J\u202e"x"')).toBe('"news.example/\\u001b[2J?\\"x\\""');
  });
});
