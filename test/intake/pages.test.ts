import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fetcherWith, page, redirect, serve } from '../fetching/server.ts';
import {
  all,
  folderFor,
  intakeFor,
  item,
  markdown,
  namesIn,
  rss,
  story,
  textIn,
  told,
  whyRefused,
} from './newsagent.ts';

const FERRY = 'ferry-number-1-sinks-in-grey-harbour';
const corpus = () => folderFor({ x: '' });

describe('adding an address', () => {
  it('stores the article with the address, and with what the server said of this version', async () => {
    const paper = await serve({
      '/ferry': page(story(), {
        ...markdown,
        etag: '"v1"',
        'last-modified': 'Tue, 04 Mar 2031 08:00:00 GMT',
      }),
    });
    const folder = await corpus();
    expect(told(await all(intakeFor(folder).add([paper.at('/ferry')])))).toEqual([`added ${FERRY}.md`]);
    const written = await textIn(folder, `${FERRY}.md`);
    expect(written).toContain(`\nurl: ${paper.at('/ferry')}\nsource: ${paper.at('/ferry')}\n`);
    expect(written).toContain(`\netag: '"v1"'\nmodified: Tue, 04 Mar 2031 08:00:00 GMT\n`);
  });

  it('knows it under the address to which it leads', async () => {
    const paper = await serve({
      '/short': redirect('/ferry?utm_source=x'),
      '/ferry?': page(story(), markdown),
    });
    const intake = intakeFor(await corpus());
    const outcomes = await all(
      intake.add([paper.at('/short'), paper.at('/ferry/#top'), paper.at('/ferry?fbclid=1')]),
    );
    expect(told(outcomes)).toEqual([
      `added ${FERRY}.md`,
      `refused ${paper.at('/ferry/#top')}`,
      `unchanged ${FERRY}.md`,
    ]);
  });

  it('takes no other newspaper’s address from a page: nobody can take the place of its articles', async () => {
    const theirs = 'https://courier.example/ferry';
    const folder = await folderFor({ 'in/a.md': story(1, `url: ${theirs}\n`) });
    const forged = story(1, `url: ${theirs}\n`).replace('old,', 'sabotaged,');
    const paper = await serve({ '/forged': page(forged, markdown) });
    const intake = intakeFor(join(folder, 'corpus'));
    await all(intake.add([join(folder, 'in/a.md')]));
    const [outcome] = await all(intake.add([paper.at('/forged')], { force: true }));
    expect(outcome).toMatchObject({ kind: 'added', file: expect.stringMatching(new RegExp(`^${FERRY}-`)) });
    expect(await textIn(folder, 'corpus', `${FERRY}.md`)).toContain('old,');
    expect(await textIn(folder, 'corpus', (outcome as { file: string }).file)).not.toContain(theirs);
  });

  it('does not take all articles of a paper for one where each names the front page as its own address', async () => {
    const paper = await serve({
      '/1': (_, response) => response.writeHead(200, markdown).end(story(1, `url: ${paper.at('/')}\n`)),
      '/2': (_, response) => response.writeHead(200, markdown).end(story(2, `url: ${paper.at('/')}\n`)),
    });
    const outcomes = await all(intakeFor(await corpus()).add([paper.at('/1'), paper.at('/2')]));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['added', 'added']);
  });

  it.each([
    ['as a page', 'text/html'],
    ['as XML', 'application/xml'],
    ['as what it is', 'application/rss+xml'],
    ['as anything', 'application/octet-stream'],
  ])('reads a feed that is sent %s', async (_what, type) => {
    const paper = await serve({
      '/news': (_, response) =>
        response.writeHead(200, { 'content-type': type }).end(rss(item(1, paper.at('/ferry')))),
      '/ferry': page(story(), markdown),
    });
    expect(told(await all(intakeFor(await corpus()).add([paper.at('/news')])))).toEqual([
      `added ${FERRY}.md`,
    ]);
  });

  it('goes by the name of a file whose server says nothing of it', async () => {
    const paper = await serve({
      '/ferry.md': page(story(), { 'content-type': 'application/octet-stream' }),
      '/raw/ferry2.md': page(story(2), { 'content-type': 'text/plain; charset=utf-8' }),
    });
    const outcomes = await all(
      intakeFor(await corpus()).add([paper.at('/ferry.md'), paper.at('/raw/ferry2.md')]),
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual(['added', 'added']);
  });

  it('names each address that gives no article, and goes on', async () => {
    const paper = await serve({
      '/500': page('', {}, 500),
      '/403': page('', {}, 403),
      '/picture': page('x', { 'content-type': 'image/png' }),
      '/bytes': page(new Uint8Array([0, 255, 7]), { 'content-type': 'application/octet-stream' }),
      '/loop': redirect('/loop'),
      '/out': redirect('http://10.0.0.1/'),
      '/empty': page(rss(''), { 'content-type': 'application/rss+xml' }),
      '/lost': (request) => request.socket.destroy(),
      '/good': page(story(), markdown),
    });
    const paths = ['/404', '/500', '/403', '/picture', '/bytes', '/loop', '/out', '/empty', '/lost', '/good'];
    const folder = await corpus();
    const outcomes = await all(intakeFor(folder).add(paths.map((path) => paper.at(path))));
    expect(told(outcomes)).toEqual([
      ...paths.slice(0, -1).map((path) => `refused ${paper.at(path)}`),
      `added ${FERRY}.md`,
    ]);
    const whys = whyRefused(outcomes);
    for (const why of whys) expect(why).toMatch(/\S \S.*\.$/);
    expect(whys[0]).toContain('404');
    expect(whys[1]).toContain('500');
    expect(whys[3]).toContain(
      'expected Markdown, plain text, JSON, a web page, PDF or a feed, got image/png.',
    );
    expect(whys[4]).toMatch(/^expected Markdown, plain text.*; got /);
    expect(whys[7]).toContain('expected entries, got a feed without any');
    expect(new Set(whys).size).toBe(whys.length);
    expect(await namesIn(folder)).toEqual([`${FERRY}.md`, 'x']);
  });

  it('names the feed of a page that is no article', async () => {
    const front = `<!doctype html><html lang="en"><head><title>The Courier</title>
      <link rel="stylesheet" href="/style.css"><link rel=alternate href=/de hreflang=de>
      <link rel="alternate" type="application/rss+xml" title="All" href="/all.rss?a=1&amp;b=2">
      <link rel="alternate" type="application/atom+xml" href="/other.atom"></head><body><a href="/1">One</a></body></html>`;
    const paper = await serve({ '/': page(front) });
    const [why] = whyRefused(await all(intakeFor(await corpus()).add([paper.at('/')])));
    expect(why).toMatch(/^expected /);
    expect(
      why?.endsWith(` It names a feed, which can be added instead: ${paper.at('/all.rss?a=1&b=2')}`),
    ).toBe(true);
  });

  it('gives up on a page that takes too long, and goes on', async () => {
    const paper = await serve({ '/slow': () => undefined, '/good': page(story(), markdown) });
    const intake = intakeFor(await corpus(), { fetcher: fetcherWith({ limits: { pageMs: 300 } }) });
    const outcomes = await all(intake.add([paper.at('/slow'), paper.at('/good')]));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['refused', 'added']);
  });

  it('fetches nothing from this machine unless that is allowed', async () => {
    const paper = await serve({ '/ferry': page(story(), markdown) });
    const intake = intakeFor(await corpus(), { fetcher: fetcherWith({ allowLoopback: false }) });
    expect(told(await all(intake.add([paper.at('/ferry')])))).toEqual([`refused ${paper.at('/ferry')}`]);
    expect(paper.asked).toEqual([]);
  });

  it.each([
    ['www.courier.example/ferry', 'For a web address, write https://www.courier.example/ferry.'],
    ['ftp://courier.example/ferry', 'expected a file, or an address of http or https; got ftp:.'],
    ['javascript:alert(1)', 'expected a file, or an address of http or https; got javascript:.'],
    ['missing.md', 'there is no such file. Check its name.'],
  ])('of %s says what was expected', async (reference, why) => {
    const [got] = whyRefused(await all(intakeFor(await corpus()).add([reference])));
    expect(got?.endsWith(why)).toBe(true);
  });

  it('stops while a page is being fetched, when it is told to', async () => {
    const stopping = new AbortController();
    const paper = await serve({ '/slow': () => stopping.abort() });
    const adding = intakeFor(await corpus()).add([paper.at('/slow')], { signal: stopping.signal });
    expect(await all(adding)).toEqual([]);
  });
});
