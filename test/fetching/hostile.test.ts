import { describe, expect, it } from 'vitest';
import { isLoopback } from '../../src/fetching/addresses.ts';
import type { Lookup } from '../../src/fetching/resolution.ts';
import { HOSTILE, HOSTILE_RESOLUTIONS } from './hostile.ts';
import { failure, fetcherWith, guard, page, redirect, serve } from './server.ts';

const REFUSED = ['not-a-web-address', 'forbidden-address', 'forbidden-port'];
const PUBLIC = '93.184.215.14';

/** Names that are somebody's on the public Internet. */
const publicly: Lookup = async () => [PUBLIC];

it('is tried with two hundred addresses and more', () => {
  expect(new Set(HOSTILE.map(({ url }) => url)).size).toBeGreaterThan(400);
});

describe('a stranger’s address', () => {
  it.each(HOSTILE)('is refused without a connection: $what, $url', async ({ url }) => {
    const { connect, attempts } = guard();
    const fetcher = fetcherWith({ allowLoopback: false, connect, lookup: publicly });
    const { name, code, message } = await failure(fetcher.fetch(url));
    expect(name).toBe('FetchError');
    expect(REFUSED).toContain(code);
    expect(message).not.toMatch(/secret|\p{Cc}|\p{Cf}/u);
    expect(attempts).toEqual([]);
  });

  it('does not reach this machine in any notation, on a port where something answers', async () => {
    const canary = await serve({ '/': page('inner news') });
    const { connect, attempts } = guard();
    const fetcher = fetcherWith({ allowLoopback: false, connect });
    for (const { url } of HOSTILE.filter(({ url }) => URL.canParse(url) && new URL(url).host !== '')) {
      const there = new URL(url);
      there.port = String(canary.port);
      await failure(fetcher.fetch(there.href, { robots: false }));
    }
    expect([canary.asked, canary.robots, attempts]).toEqual([[], 0, []]);
  });

  it.each(HOSTILE_RESOLUTIONS)('is refused when its name stands for %s and %s', async (...addresses) => {
    const { connect, attempts } = guard();
    const fetcher = fetcherWith({ allowLoopback: false, connect, lookup: async () => addresses });
    const { code, message } = await failure(fetcher.fetch('https://news.example/'));
    expect(code).toBe('forbidden-address');
    expect(message).toContain('https://news.example/: expected a page that anybody can open');
    expect(attempts).toEqual([]);
  });

  it('is refused when its name stands for nothing', async () => {
    const { connect, attempts } = guard();
    const fetcher = fetcherWith({ connect, lookup: async () => [] });
    expect((await failure(fetcher.fetch('https://news.example/'))).code).toBe('no-such-host');
    expect(attempts).toEqual([]);
  });
});

describe('a redirect', () => {
  // No header can hold the others.
  const inHeader = HOSTILE.filter(({ url }) => !/[\0-\x08\x0a-\x1f]/.test(url) && !isHere(url));

  it('is tried with most of these addresses', () => {
    expect(inHeader.length).toBeGreaterThan(400);
  });

  it.each(inHeader)('from a page that is permitted is not followed to $what, $url', async ({ url }) => {
    const server = await serve({ '/story': redirect(url) });
    const { connect, attempts } = guard();
    const fetcher = fetcherWith({ connect });
    const { code, message } = await failure(fetcher.fetch(server.at('/story')));
    expect(code).toBe('redirect-to-forbidden');
    expect(message).toContain(`${server.at('/story')}: it redirects to `);
    expect(attempts.every((address) => address === '127.0.0.1')).toBe(true);
  });

  it.each([
    '//10.0.0.1/',
    '\\\\10.0.0.1\\',
    '/\\10.0.0.1/',
    '////10.0.0.1/',
    'http:/\\10.0.0.1/',
    'https:10.0.0.1',
  ])('that leads to an inner host by a relative address is not followed: %s', async (location) => {
    const server = await serve({ '/story': redirect(location) });
    const { connect, attempts } = guard();
    const { code } = await failure(fetcherWith({ connect }).fetch(server.at('/story'), { robots: false }));
    expect(code).toBe('redirect-to-forbidden');
    expect(attempts).toEqual(['127.0.0.1']);
  });

  it.each(HOSTILE_RESOLUTIONS.filter((addresses) => !addresses.some(isLoopback)))(
    'to a name that stands for %s and %s is not followed',
    async (...addresses) => {
      const server = await serve({ '/story': redirect('http://elsewhere.example/') });
      const { connect, attempts } = guard();
      const fetcher = fetcherWith({ connect, lookup: async () => addresses });
      const { code } = await failure(fetcher.fetch(server.at('/story'), { robots: false }));
      expect(code).toBe('redirect-to-forbidden');
      expect(attempts).toEqual(['127.0.0.1']);
    },
  );

  it('of robots.txt to an inner host is not followed either', async () => {
    const server = await serve({
      '/robots.txt': redirect('http://169.254.169.254/'),
      '/story': page('news'),
    });
    const { connect, attempts } = guard();
    const { code } = await failure(fetcherWith({ connect }).fetch(server.at('/story')));
    expect(code).toBe('robots');
    expect(attempts).toEqual(['127.0.0.1']);
  });

  it('that only the page’s text asks for is not followed', async () => {
    const text =
      '<meta http-equiv="refresh" content="0; url=http://10.0.0.1/"><script>location = "/b"</script>';
    const server = await serve({ '/a': page(text, { refresh: '0; url=/b' }) });
    const fetched = await fetcherWith().fetch(server.at('/a'));
    expect(fetched.url).toBe(server.at('/a'));
    expect(server.asked.map(({ path }) => path)).toEqual(['/a']);
  });
});

describe('a name whose meaning changes', () => {
  it('is resolved once for a request, and the connection goes to an address that was looked at', async () => {
    const meanings = [[PUBLIC], ['127.0.0.1']];
    const lookups: string[] = [];
    const lookup: Lookup = async (host) => {
      lookups.push(host);
      return meanings.shift() ?? ['10.0.0.1'];
    };
    const { connect, attempts } = guard();
    const fetcher = fetcherWith({ allowLoopback: false, connect, lookup });
    await failure(fetcher.fetch('http://news.example/', { robots: false }));
    expect([lookups, attempts]).toEqual([['news.example'], [PUBLIC]]);
    expect((await failure(fetcher.fetch('http://news.example/', { robots: false }))).code).toBe(
      'forbidden-address',
    );
    expect(attempts).toEqual([PUBLIC]);
  });

  it('is looked at again after a redirect to itself', async () => {
    const server = await serve({ '/a': redirect('/b'), '/b': page('news') });
    const meanings = [['127.0.0.1'], ['192.168.1.1']];
    const { connect, attempts } = guard();
    const fetcher = fetcherWith({ connect, lookup: async () => meanings.shift() ?? [] });
    const { code } = await failure(fetcher.fetch(server.at('/a', 'news.example'), { robots: false }));
    expect(code).toBe('redirect-to-forbidden');
    expect(attempts).toEqual(['127.0.0.1']);
  });

  it('is looked at again between robots.txt and the page', async () => {
    const server = await serve({ '/a': page('news') });
    const meanings = [['127.0.0.1'], ['192.168.1.1']];
    const { connect, attempts } = guard();
    const fetcher = fetcherWith({ connect, lookup: async () => meanings.shift() ?? [] });
    expect((await failure(fetcher.fetch(server.at('/a', 'news.example')))).code).toBe('forbidden-address');
    expect([attempts, server.robots, server.asked]).toEqual([['127.0.0.1'], 1, []]);
  });

  it('is told nothing when the connection ends up somewhere else all the same', async () => {
    const canary = await serve({ '/': page('inner news') });
    const { connect } = guard();
    const fetcher = fetcherWith({
      allowLoopback: false,
      lookup: publicly,
      connect: (options, callback) => connect({ ...options, hostname: '127.0.0.1' }, callback),
    });
    const { code, message } = await failure(fetcher.fetch(canary.at('/', 'news.example'), { robots: false }));
    expect(code).toBe('forbidden-address');
    expect(message).toContain('the connection went to 127.0.0.1');
    expect(canary.asked).toEqual([]);
    await canary.quiet();
  });

  it('is told nothing when it cannot be told any more where the connection went', async () => {
    const canary = await serve({ '/': page('inner news') });
    const { connect } = guard();
    const fetcher = fetcherWith({
      connect: (options, callback) =>
        connect(options, (...made) => {
          const [, socket] = made;
          if (socket !== null) Object.defineProperty(socket, 'remoteAddress', { value: undefined });
          callback(...made);
        }),
    });
    const { code } = await failure(fetcher.fetch(canary.at('/'), { robots: false }));
    expect(code).toBe('connection-lost');
    expect(canary.asked).toEqual([]);
  });
});

/** Whether a redirect to it goes to this machine, which `allowLoopback` permits: `http:/10.0.0.1/` is a path there. */
function isHere(location: string): boolean {
  if (!URL.canParse(location, 'http://127.0.0.1/')) return false;
  const { protocol, hostname, username, port } = new URL(location, 'http://127.0.0.1/');
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.+$/, '');
  const isPermitted = isLoopback(host) || /(?:^|\.)localhost$/.test(host);
  return (
    isPermitted && protocol.startsWith('http') && username === '' && port !== '0' && location.length < 4_000
  );
}
