import { describe, expect, it } from 'vitest';
import { lookUp } from '../../src/fetching/resolution.ts';
import { failure, fetcherWith, guard, page, pageFrom, redirect, serve } from './server.ts';

describe('a page', () => {
  it('comes with what its server says of it', async () => {
    const server = await serve({
      '/story': page('<p>The sea wall held.</p>', {
        'content-type': 'Text/HTML; foo=bar; Charset="UTF-8"',
        etag: '"v1"',
        'last-modified': 'Sun, 16 Feb 2025 08:00:00 GMT',
      }),
    });
    const { bytes, text, ...rest } = await pageFrom(fetcherWith(), server.at('/story#top'));
    expect(text).toBe('<p>The sea wall held.</p>');
    expect(bytes).toBeInstanceOf(Uint8Array);
    expect(rest).toEqual({
      kind: 'page',
      url: server.at('/story'),
      mediaType: 'text/html',
      charset: 'utf-8',
      etag: '"v1"',
      lastModified: 'Sun, 16 Feb 2025 08:00:00 GMT',
    });
  });

  it('comes without what its server does not say, or says oddly', async () => {
    const server = await serve({
      '/plain': (_, response) => response.end('news'),
      '/odd': page('news', { 'content-type': 'html;charset=<utf>', etag: 'caf\u00e9' }),
    });
    for (const path of ['/plain', '/odd']) {
      const { bytes: _, text: __, ...rest } = await pageFrom(fetcherWith(), server.at(path));
      expect(rest).toEqual({ kind: 'page', url: server.at(path) });
    }
  });

  it('is asked for in our name, without cookies, referrer or credentials', async () => {
    const server = await serve({
      '/a': (_, response) => response.writeHead(302, { location: '/b', 'set-cookie': 'seen=1' }).end(),
      '/b': page('news'),
    });
    await fetcherWith().fetch(server.at('/a'));
    for (const { headers } of server.asked)
      expect(headers).toEqual({
        host: `127.0.0.1:${server.port}`,
        connection: 'close',
        'user-agent': 'VerbatimBot/0.1 (reads articles that a person asked it to)',
        accept: '*/*',
        'accept-encoding': 'gzip, deflate, br',
        'accept-language': 'en, *;q=0.5',
      });
  });

  it('is found under a name with a last dot, which its server is not told', async () => {
    const server = await serve({ '/a': page('news') });
    const names: string[] = [];
    const lookup = async (host: string) => [names.push(host) > 0 ? '127.0.0.1' : ''];
    const { url } = await pageFrom(fetcherWith({ lookup }), server.at('/a', 'news.example.'));
    expect(url).toBe(server.at('/a', 'news.example'));
    expect(new Set(names)).toEqual(new Set(['news.example']));
    expect(server.asked[0]?.headers.host).toBe(`news.example:${server.port}`);
  });

  it('is looked for at the next address of its host when there is none at the first', async () => {
    const server = await serve({ '/a': page('news') });
    const { connect, attempts } = guard();
    const lookup = async () => ['::1', '127.0.0.9', '127.0.0.1'];
    await fetcherWith({ connect, lookup }).fetch(server.at('/a', 'news.example'), { robots: false });
    expect(attempts).toEqual(['127.0.0.9', '127.0.0.1']);
  });

  it('on this machine is out of bounds unless that was asked for', async () => {
    const server = await serve({ '/a': page('news') });
    const outside = fetcherWith({ allowLoopback: false });
    expect((await failure(outside.fetch(server.at('/a')))).code).toBe('forbidden-address');
    expect((await failure(outside.fetch(server.at('/a', 'localhost')))).code).toBe('forbidden-address');
    const lookup = async () => ['127.0.0.1'];
    expect((await pageFrom(fetcherWith({ lookup }), server.at('/a', 'localhost'))).text).toBe('news');
  });
});

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('with status %i is followed', async (status) => {
    const server = await serve({ '/a': redirect('b', status), '/b': page('news') });
    const { url, text } = await pageFrom(fetcherWith(), server.at('/a'));
    expect([url, text]).toEqual([server.at('/b'), 'news']);
    await server.quiet();
  });

  it('may be followed by four others, and by no fifth', async () => {
    const hops = Array.from({ length: 6 }, (_, index) => [`/${index}`, redirect(`/${index + 1}`)]);
    const server = await serve({ ...Object.fromEntries(hops), '/6': page('news') });
    expect((await pageFrom(fetcherWith(), server.at('/1'))).url).toBe(server.at('/6'));
    const { code, message } = await failure(fetcherWith().fetch(server.at('/0')));
    expect(code).toBe('too-many-redirects');
    expect(message).toContain('at most 5 redirects');
  });

  it.each(['/a', '/a#again', '/b'])('in a circle ends the second time round: %s', async (location) => {
    const server = await serve({ '/a': redirect(location), '/b': redirect('/a') });
    expect((await failure(fetcherWith().fetch(server.at('/a')))).code).toBe('redirect-loop');
    expect(server.asked.length).toBeLessThan(3);
  });

  it.each([300, 302, 304, 305])('with status %i that says not where to is no page', async (status) => {
    const server = await serve({ '/a': page('', {}, status) });
    const { code, message } = await failure(fetcherWith().fetch(server.at('/a')));
    expect(code).toBe('unexpected-answer');
    expect(message).toContain(`status ${status}`);
  });
});

describe('a page that was fetched before', () => {
  const known = { etag: '"v1"', lastModified: 'Sun, 16 Feb 2025 08:00:00 GMT' };

  it('is unchanged when its server says so', async () => {
    const server = await serve({ '/a': page('', { etag: '"v1"' }, 304) });
    const fetched = await fetcherWith().fetch(server.at('/a'), known);
    expect(fetched).toEqual({ kind: 'unchanged', url: server.at('/a') });
    expect(server.asked[0]?.headers).toMatchObject({
      'if-none-match': '"v1"',
      'if-modified-since': 'Sun, 16 Feb 2025 08:00:00 GMT',
    });
  });

  it('comes whole from where it has moved to, of which nothing is known', async () => {
    const server = await serve({ '/a': redirect('/'), '/': page('news') });
    expect((await pageFrom(fetcherWith(), server.at('/a'), known)).text).toBe('news');
    expect(Object.keys(server.asked[1]?.headers ?? {}).filter((name) => name.startsWith('if-'))).toEqual([]);
  });

  it('comes whole when it has changed', async () => {
    const server = await serve({ '/a': page('news', { etag: '"v2"' }) });
    expect(await pageFrom(fetcherWith(), server.at('/a'), known)).toMatchObject({
      text: 'news',
      etag: '"v2"',
    });
  });

  it('is asked for as if it were new when what is known of it fits no header', async () => {
    const server = await serve({ '/a': page('news'), '/b': page('', {}, 304) });
    const wanted = { etag: '"v1"\r\nCookie: a=b', lastModified: 'fevri\u00e9r\u0000' };
    expect((await pageFrom(fetcherWith(), server.at('/a'), wanted)).text).toBe('news');
    expect(Object.keys(server.asked[0]?.headers ?? {})).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^if-|cookie/)]),
    );
    expect((await failure(fetcherWith().fetch(server.at('/b'), wanted))).code).toBe('unexpected-answer');
  });
});

describe('a page of another type', () => {
  const accept = ['text/html', 'application/pdf', 'text/plain'];

  it('is refused before its body is read', async () => {
    const server = await serve({
      '/film': (_, response) => response.writeHead(200, { 'content-type': 'video/mp4' }).write('moving'),
    });
    const fetching = fetcherWith().fetch(server.at('/film'), { accept });
    const { code, message } = await failure(fetching);
    expect(code).toBe('wrong-type');
    expect(message).toContain('expected text/html, application/pdf or text/plain, got video/mp4');
    expect(server.asked[0]?.headers.accept).toBe('text/html, application/pdf, text/plain, */*;q=0.1');
    await server.quiet();
  });

  it.each(['application/octet-stream', '', 'TEXT/HTML;charset=utf-8', 'text/plain'])(
    'is not one of type %j',
    async (type) => {
      const server = await serve({
        '/a': (_, response) =>
          response.writeHead(200, type === '' ? {} : { 'content-type': type }).end('news'),
      });
      expect((await pageFrom(fetcherWith(), server.at('/a'), { accept })).text).toBe('news');
    },
  );
});

describe('whoever fetches', () => {
  it('may give up at any time, and the connection is closed', async () => {
    let answer = (): void => undefined;
    const begun = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const server = await serve({
      '/a': (_, response) => {
        response.writeHead(200).write('the beginning');
        answer();
      },
    });
    const patience = new AbortController();
    const fetching = failure(fetcherWith().fetch(server.at('/a'), { signal: patience.signal }));
    await begun;
    patience.abort();
    expect((await fetching).code).toBe('cancelled');
    await server.quiet();
  });

  it('is told at once when they had given up before', async () => {
    const { connect, attempts } = guard();
    const fetching = fetcherWith({ connect }).fetch('http://127.0.0.1:8080/', {
      signal: AbortSignal.abort(),
    });
    expect((await failure(fetching)).code).toBe('cancelled');
    expect(attempts).toEqual([]);
  });

  it('may give up while a name is being resolved', async () => {
    const patience = new AbortController();
    const lookup = () => {
      patience.abort();
      return new Promise<never>(() => undefined);
    };
    const fetching = fetcherWith({ lookup }).fetch('https://news.example/', {
      signal: patience.signal,
      robots: false,
    });
    expect((await failure(fetching)).code).toBe('cancelled');
  });

  it('may give up while a connection is being made', async () => {
    const patience = new AbortController();
    const fetching = fetcherWith({ connect: () => patience.abort() }).fetch('http://127.0.0.1:8080/', {
      signal: patience.signal,
      robots: false,
    });
    expect((await failure(fetching)).code).toBe('cancelled');
  });
});

describe('a fetcher that is closed', () => {
  it('ends what it was doing and does nothing more', async () => {
    let answer = (): void => undefined;
    const begun = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const server = await serve({ '/a': () => answer() });
    const fetcher = fetcherWith();
    const fetching = failure(fetcher.fetch(server.at('/a')));
    const waiting = failure(fetcher.fetch(server.at('/b')));
    await begun;
    await fetcher.close();
    expect([(await fetching).code, (await waiting).code]).toEqual(['cancelled', 'cancelled']);
    expect((await failure(fetcher.fetch(server.at('/c')))).code).toBe('cancelled');
    await server.quiet();
    expect(server.asked.map(({ path }) => path)).toEqual(['/a']);
  });
});

it('an address needs no resolving', async () => {
  expect(await lookUp('127.0.0.1')).toEqual(['127.0.0.1']);
});

describe('a server that was asked too often', () => {
  it.each([429, 503])('is left alone as long as it says (%i), and asked again then', async (status) => {
    let time = 1_000_000;
    const clock = { now: () => time, sleep: async () => undefined };
    const answers = [page('', { 'retry-after': '600' }, status), page('news')];
    const server = await serve({ '/a': (...asked) => answers.shift()?.(...asked) });
    const fetcher = fetcherWith({ clock });
    expect((await failure(fetcher.fetch(server.at('/a')))).message).toContain('Try again in 10 minutes.');
    time += 300_000;
    const { code, message } = await failure(fetcher.fetch(server.at('/a')));
    expect(code).toBe('too-many-requests');
    expect(message).toContain('does not want to be asked again so soon. Try again in 5 minutes.');
    expect(server.asked).toHaveLength(1);
    time += 300_000;
    expect((await pageFrom(fetcher, server.at('/a'))).text).toBe('news');
  });
});
