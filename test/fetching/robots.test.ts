import { describe, expect, it } from 'vitest';
import { readRules } from '../../src/fetching/robots.ts';
import { createRobotsShelf } from '../../src/fetching/robots-shelf.ts';
import { failure, fetcherWith, page, pageFrom, redirect, serve } from './server.ts';

const robots = (text: string) => page(text, { 'content-type': 'text/plain' });
const news = page('news');

describe('robots.txt', () => {
  it('keeps us from what it asks us not to read, and says so', async () => {
    const server = await serve({
      '/robots.txt': robots('User-agent: *\nDisallow: /archive/\n'),
      '/archive/1': news,
      '/today': news,
    });
    const fetcher = fetcherWith();
    const { code, message } = await failure(fetcher.fetch(server.at('/archive/1')));
    expect(code).toBe('robots');
    expect(message).toContain('save the page in your browser and add the file');
    expect((await pageFrom(fetcher, server.at('/today'))).text).toBe('news');
    expect(server.asked.map(({ path }) => path)).toEqual(['/today']);
  });

  it('is asked for once, by however many pages at the same time', async () => {
    const server = await serve({ '/robots.txt': robots('User-agent: *\nAllow: /'), '/a': news, '/b': news });
    const fetcher = fetcherWith();
    await Promise.all([fetcher.fetch(server.at('/a')), fetcher.fetch(server.at('/b'))]);
    await fetcher.fetch(server.at('/a'));
    expect(server.robots).toBe(1);
  });

  it('is asked for again after an hour', async () => {
    const server = await serve({ '/a': news });
    let time = 0;
    const fetcher = fetcherWith({ clock: { now: () => time, sleep: async () => undefined } });
    await fetcher.fetch(server.at('/a'));
    time += 59 * 60_000;
    await fetcher.fetch(server.at('/a'));
    expect(server.robots).toBe(1);
    time += 60_000;
    await fetcher.fetch(server.at('/a'));
    expect(server.robots).toBe(2);
  });

  it.each([400, 401, 403, 404, 410, 418, 429])('that answers with %i sets no rules', async (status) => {
    const server = await serve({ '/robots.txt': page('no', {}, status), '/a': news });
    expect((await pageFrom(fetcherWith(), server.at('/a'))).text).toBe('news');
  });

  it.each([500, 502, 503])('that answers with %i keeps us from everything for a minute', async (status) => {
    const answers = [page('broken', {}, status), robots('User-agent: *\nAllow: /')];
    const server = await serve({
      '/robots.txt': (request, response) => answers.shift()?.(request, response),
      '/a': news,
    });
    let time = 0;
    const fetcher = fetcherWith({ clock: { now: () => time, sleep: async () => undefined } });
    const { code, message } = await failure(fetcher.fetch(server.at('/a')));
    expect(code).toBe('robots');
    expect(message).toContain(`status ${status}`);
    expect(message).toMatch(/could not be read.*Try again later/);
    await failure(fetcher.fetch(server.at('/a')));
    expect([server.robots, server.asked]).toEqual([1, []]);
    time += 60_000;
    expect((await pageFrom(fetcher, server.at('/a'))).text).toBe('news');
  });

  it('that never ends keeps us from everything', async () => {
    const server = await serve({
      '/robots.txt': (_, response) => response.write('User-agent: *'),
      '/a': news,
    });
    const { code } = await failure(fetcherWith({ limits: { robotsMs: 50 } }).fetch(server.at('/a')));
    expect(code).toBe('robots');
    await server.quiet();
  });

  it('is followed over five redirects, and over no more', async () => {
    const chain = (length: number) =>
      Object.fromEntries([
        ['/robots.txt', redirect('/1')],
        ...Array.from({ length: length - 1 }, (_, index) => [`/${index + 1}`, redirect(`/${index + 2}`)]),
        [`/${length}`, robots('User-agent: *\nDisallow: /')],
        ['/a', news],
      ]);
    const five = await serve(chain(5));
    expect((await failure(fetcherWith().fetch(five.at('/a')))).code).toBe('robots');
    const six = await serve(chain(6));
    expect((await pageFrom(fetcherWith(), six.at('/a'))).text).toBe('news');
  });

  it('is asked at every site that a redirect leads to', async () => {
    const other = await serve({ '/robots.txt': robots('User-agent: *\nDisallow: /'), '/b': news });
    const server = await serve({ '/a': redirect(other.at('/b')) });
    const { code, message } = await failure(fetcherWith().fetch(server.at('/a')));
    expect(code).toBe('robots');
    expect(message).toContain(other.at('/b'));
    expect(other.asked).toEqual([]);
  });

  it('is not asked about a file that a person has given', async () => {
    const server = await serve({ '/robots.txt': robots('User-agent: *\nDisallow: /'), '/a': news });
    expect((await pageFrom(fetcherWith(), server.at('/a'), { robots: false })).text).toBe('news');
    expect(server.robots).toBe(0);
  });

  it('is not the one to blame for a host that is not there', async () => {
    const { code, message } = await failure(fetcherWith().fetch('https://nobody.example/story'));
    expect(code).toBe('no-such-host');
    expect(message).toMatch(/^https:\/\/nobody\.example\/story: /);
  });

  it('goes on being read for others when the first who wanted it gives up', async () => {
    let answer = (): void => undefined;
    const asked = new Promise<void>((heard) => {
      answer = heard;
    });
    let finish = (): void => undefined;
    const server = await serve({
      '/robots.txt': (_, response) => {
        finish = () => response.end('User-agent: *\nAllow: /');
        answer();
      },
      '/a': news,
    });
    const fetcher = fetcherWith();
    const patience = new AbortController();
    const first = failure(fetcher.fetch(server.at('/a'), { signal: patience.signal }));
    const second = pageFrom(fetcher, server.at('/a'));
    await asked;
    patience.abort();
    expect((await first).code).toBe('cancelled');
    finish();
    expect((await second).text).toBe('news');
    expect(server.robots).toBe(1);
  });

  it('may ask for a longer pause, but not for a day', async () => {
    const pauses = async (delay: string) => {
      const server = await serve({
        '/robots.txt': robots(`User-agent: *\nCrawl-delay: ${delay}`),
        '/a': news,
      });
      const sleeps: number[] = [];
      const sleep = async (ms: number) => void sleeps.push(Math.round(ms));
      const fetcher = fetcherWith({ clock: { now: () => 0, sleep }, limits: { pauseMs: 250 } });
      for (let round = 0; round < 3; round += 1) await fetcher.fetch(server.at('/a'));
      return sleeps;
    };
    expect(await pauses('2')).toEqual([250, 2_000, 2_000]);
    expect(await pauses('86400')).toEqual([250, 5_000, 5_000]);
    expect(await pauses('-3')).toEqual([250, 250, 250]);
    expect(await pauses('soon')).toEqual([250, 250, 250]);
  });
});

describe('the rules', () => {
  const url = new URL('https://news.example/robots.txt');
  const allows = (text: string, path: string): boolean =>
    readRules(url, new TextEncoder().encode(text)).allows(new URL(path, url));

  it.each([
    ['for all', 'User-agent: *\nDisallow: /', '/a', false],
    [
      'for us by name, which come before those for all',
      'User-agent: *\nDisallow: /\n\nUser-agent: verbatimbot\nDisallow:',
      '/a',
      true,
    ],
    ['for us with a version', 'User-agent: VerbatimBot/2.0\nDisallow: /', '/a', false],
    ['for others', 'User-agent: OtherBot\nDisallow: /', '/a', true],
    [
      'for us and others, with a remark between',
      'User-agent: VerbatimBot\n# and\nUser-agent: OtherBot\nDisallow: /',
      '/a',
      false,
    ],
    ['for others and us together', 'User-agent: OtherBot\nUser-agent: VerbatimBot\nDisallow: /', '/a', false],
    ['of which the longer one counts', 'User-agent: *\nDisallow: /\nAllow: /news', '/news/1', true],
    ['with wildcards', 'User-agent: *\nDisallow: /*?print=', '/news/1?print=1', false],
    ['with an end', 'User-agent: *\nDisallow: /*.pdf$', '/a.pdf?x', true],
    ['after a byte order mark', '\ufeffUser-agent: *\nDisallow: /', '/a', false],
    ['with old line ends', 'User-agent: *\rDisallow: /', '/a', false],
    ['that are a page by mistake', '<!doctype html><title>Not found</title>', '/a', true],
    ['that are empty', '', '/a', true],
  ])('%s', (_, text, path, expected) => {
    expect(allows(text, path)).toBe(expected);
  });

  it('end where nobody has to read on', () => {
    const filler = `# ${'x'.repeat(600 * 1024)}\n`;
    expect(allows(`${filler}User-agent: *\nDisallow: /`, '/a')).toBe(true);
  });

  it('of thousands of names above thousands of rules cost no more than they are long', () => {
    const names = Array.from({ length: 10_000 }, (_none, at) => `User-agent: a${at}\n`).join('');
    const rules = Array.from({ length: 10_000 }, (_none, at) => `Disallow: /${at}\n`).join('');
    expect(allows(`${names}User-agent: VerbatimBot\n${rules}`, '/9999')).toBe(false);
  });

  it('that would take seconds to compare with an address allow nothing', () => {
    const rule = `Disallow: ${'*a'.repeat(400)}b\n`;
    expect(allows(`User-agent: *\n${rule.repeat(600)}`, `/${'a'.repeat(3_000)}`)).toBe(false);
    expect(allows(`User-agent: *\n${rule.repeat(2)}`, '/news')).toBe(true);
  });

  it('of one site with a great many rules still allow what they allow', () => {
    const rules = Array.from({ length: 5_000 }, (_, index) => `Disallow: /section-${index}/*/print`).join(
      '\n',
    );
    expect(allows(`User-agent: *\n${rules}`, '/section-7/story')).toBe(true);
    expect(allows(`User-agent: *\n${rules}`, '/section-7/story/print')).toBe(false);
  });
});

describe('the files that are kept', () => {
  /** Counts how often each site's is read. */
  function shelfOf(bytes: number) {
    const asked: string[] = [];
    const read = async ({ hostname }: URL): Promise<Uint8Array> => {
      asked.push(hostname);
      return new Uint8Array(bytes);
    };
    return { asked, shelf: createRobotsShelf(read, () => 0) };
  }
  const site = (at: number): URL => new URL(`https://paper-${at}.example/`);

  it.each([
    ['many', 0, 500],
    ['large', 500_000, 10],
  ])('are those of the last sites that were asked, where they are %s', async (_how, bytes, most) => {
    const { asked, shelf } = shelfOf(bytes);
    for (let at = 0; at <= most; at += 1) await shelf.rulesFor(site(at));
    await shelf.rulesFor(site(1));
    expect(asked).toHaveLength(most + 1);
    await shelf.rulesFor(site(0));
    expect(asked.at(-1)).toBe('paper-0.example');
    expect(asked).toHaveLength(most + 2);
  });
});
