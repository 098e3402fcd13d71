import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fetcherWith, page, serve } from '../fetching/server.ts';
import {
  all,
  folderFor,
  intakeFor,
  item,
  markdown,
  rss,
  story,
  textIn,
  told,
  wholeText,
  whyRefused,
} from './newsagent.ts';

const corpus = () => folderFor({ x: '' });
const feed = { 'content-type': 'application/rss+xml' } as const;
const FERRY = 'ferry-number-1-sinks-in-grey-harbour';

describe('adding a feed', () => {
  it('takes the whole text from the feed where it is there, and fetches nothing', async () => {
    const paper = await serve({
      '/rss': (_, response) =>
        response
          .writeHead(200, feed)
          .end(rss(item(1, paper.at('/1'), wholeText(1)) + item(2, paper.at('/2'), wholeText(2)))),
    });
    const folder = await corpus();
    const outcomes = await all(intakeFor(folder).add([paper.at('/rss')]));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['added', 'added']);
    expect(paper.asked.map(({ path }) => path)).toEqual(['/rss']);
    const written = await textIn(folder, `${FERRY}.md`);
    expect(written).toContain('publisher: The Courier\npublished: 2031-03-04');
    expect(written).toContain(`url: ${paper.at('/1')}\n`);
    expect(written).toContain('It was boat number 1 of the line, in part 3 of the story.');
  });

  it.each([
    ['gives no text', ''],
    ['gives a short one', '<p>The ferry sank at its moorings on Monday night, the port office said.</p>'],
    ['gives the beginning', wholeText(1).replace(/<\/p>$/, ' She was …</p>')],
    ['breaks off in a sentence', wholeText(1).replace(/<\/p>$/, ' Her owner, the port office</p>')],
    ['asks to read on elsewhere', `${wholeText(1)}<p><a href="/1">Continue reading</a></p>`],
  ])('fetches the page where the feed %s', async (_what, html) => {
    const paper = await serve({
      '/rss': (_, response) => response.writeHead(200, feed).end(rss(item(1, paper.at('/1'), html))),
      '/1': page(story(1), markdown),
    });
    expect(told(await all(intakeFor(await corpus()).add([paper.at('/rss')])))).toEqual([`added ${FERRY}.md`]);
    expect(paper.asked.map(({ path }) => path)).toEqual(['/rss', '/1']);
  });

  it.each([
    ['takes news in brief from the feed', wholeText(1).split('\n').slice(0, 1).join(''), 'added'],
    [
      'takes no mere summary of it',
      '<p>The ferry sank on Monday night, the port office said.</p>',
      'refused',
    ],
    [
      'takes no beginning of it',
      `${wholeText(1).split('\n')[0]}<p><a href="/1">Read more</a></p>`,
      'refused',
    ],
  ])('where a page is gone, %s', async (_what, html, kind) => {
    const paper = await serve({
      '/rss': (_, response) => response.writeHead(200, feed).end(rss(item(1, paper.at('/1'), html))),
    });
    expect(await all(intakeFor(await corpus()).add([paper.at('/rss')]))).toMatchObject([{ kind }]);
  });

  it('takes no beginning of an article whose page is closed to us', async () => {
    const brief = wholeText(1).split('\n').slice(0, 1).join('');
    const paper = await serve({
      '/rss': (_, response) => response.writeHead(200, feed).end(rss(item(1, paper.at('/1'), brief))),
      '/1': page('<h1>Ferry number 1 sinks</h1>', {}, 403),
    });
    expect(await all(intakeFor(await corpus()).add([paper.at('/rss')]))).toMatchObject([{ kind: 'refused' }]);
  });

  it('takes the text of an item that is complete in itself, without an address', async () => {
    const bare = `<item><title>A ferry sinks</title><description><![CDATA[${wholeText(1)}]]></description></item>`;
    const folder = await folderFor({ 'feed.rss': rss(bare), 'corpus/x': '' });
    const intake = intakeFor(join(folder, 'corpus'));
    expect(told(await all(intake.add([join(folder, 'feed.rss')])))).toEqual(['added a-ferry-sinks.md']);
  });

  it('parts the paragraphs of a text that is not laid out', async () => {
    const plain = wholeText(1)
      .replace(/<p>|<\/p>/g, '')
      .replaceAll('\n', '\n\n');
    const folder = await folderFor({
      'feed.rss': rss(item(1, 'https://courier.example/1', plain)),
      'corpus/x': '',
    });
    await all(intakeFor(join(folder, 'corpus')).add([join(folder, 'feed.rss')]));
    const paragraphs = (await textIn(folder, 'corpus', `${FERRY}.md`)).match(/^The ferry that links/gm);
    expect(paragraphs).toHaveLength(4);
  });

  it('takes what stands on another page than the article’s for no article', async () => {
    const paper = await serve({
      '/rss': (_, response) =>
        response.writeHead(200, feed).end(rss(item(1, paper.at('/1')) + item(2, paper.at('/2')))),
      '/1': page(
        '<title>The Courier moves</title><main><h1>We have a new home</h1><p>The Courier has left its old rooms on the quay, and with them went everything that was printed before the spring of last year. Whoever wants to know what was said then is welcome at the public library.</p><p>Our reading room opens at nine, and there is tea.</p></main>',
      ),
      '/2': (_, response) => response.writeHead(302, { location: '/' }).end(),
      '/': page(`<title>The Courier</title><article><h1>The Courier</h1>${wholeText(9)}</article>`),
    });
    const outcomes = await all(intakeFor(await corpus()).add([paper.at('/rss')]));
    expect(whyRefused(outcomes)).toEqual([
      'expected “Ferry number 1 sinks in Grey Harbour”, got a page of something else: “We have a new home”.',
      'expected the article, got the front page: it is gone.',
    ]);
  });

  it('believes nothing of an article to which its newspaper’s address has led elsewhere', async () => {
    const paper = await serve({
      '/rss': (_, response) =>
        response.writeHead(200, feed).end(rss(item(1, paper.at('/1', 'courier.example')))),
      '/1': (_, response) => response.writeHead(302, { location: paper.at('/2', 'gazette.example') }).end(),
      '/2': page(`<title>A ferry sinks</title><article><h1>A ferry sinks</h1>${wholeText(1)}</article>`),
    });
    const directory = await corpus();
    const fetcher = fetcherWith({ lookup: async () => ['127.0.0.1'] });
    await all(intakeFor(directory, { fetcher }).add([paper.at('/rss', 'courier.example')]));
    expect(await textIn(directory, 'a-ferry-sinks.md')).not.toMatch(/Courier|2031-03-04/);
  });

  it('believes no address that stands in a text', async () => {
    const claim =
      '<script type="application/ld+json">{"@type":"NewsArticle","url":"https://gazette.example/1"}</script><link rel="canonical" href="https://gazette.example/1">';
    const folder = await folderFor({ 'feed.rss': rss(item(1, '', claim + wholeText(1))), 'corpus/x': '' });
    await all(intakeFor(join(folder, 'corpus')).add([join(folder, 'feed.rss')]));
    expect(await textIn(folder, 'corpus', `${FERRY}.md`)).not.toContain('gazette.example');
  });

  it('keeps the posts of a live blog apart, each with its address', async () => {
    const post = (number: number) =>
      item(number, `https://courier.example/live#post-${number}`, wholeText(number)).replace(
        '<pubDate>',
        `<guid isPermaLink="false">${number}</guid><pubDate>`,
      );
    const folder = await folderFor({ 'feed.rss': rss(post(1) + post(2)), 'corpus/x': '' });
    const intake = intakeFor(join(folder, 'corpus'));
    const kinds = async () => (await all(intake.add([join(folder, 'feed.rss')]))).map(({ kind }) => kind);
    expect(await kinds()).toEqual(['added', 'added']);
    expect(await textIn(folder, 'corpus', `${FERRY}.md`)).toContain(
      'url: https://courier.example/live#post-1\n',
    );
    expect(await kinds()).toEqual(['unchanged', 'unchanged']);
    expect((await all(intake.refresh())).map(({ kind }) => kind)).toEqual(['noted']);
  });

  it('does not take the feed’s words again in place of the page’s, which came later, until the feed has newer ones', async () => {
    const now = { html: wholeText(1), date: '2031-03-04' };
    const paper = await serve({
      '/rss': (_, response) =>
        response.writeHead(200, feed).end(rss(item(1, paper.at('/1'), now.html, now.date))),
      '/1': (_, response) =>
        response
          .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
          .end(
            `<title>Ferry number 1 sinks in Grey Harbour</title><article>${wholeText(1)}<p>A diver looked at her on Friday, and shook his head.</p></article>`,
          ),
    });
    const intake = intakeFor(await corpus(), { now: () => new Date('2031-03-05T08:00:00Z') });
    const add = async () => told(await all(intake.add([paper.at('/rss')])));
    expect(await add()).toEqual([`added ${FERRY}.md`]);
    expect(told(await all(intake.refresh()))).toEqual([`updated ${FERRY}.md`]);
    expect(await add()).toEqual([`unchanged ${FERRY}.md`]);
    expect(told(await all(intake.refresh()))).toEqual([`unchanged ${FERRY}.md`]);
    Object.assign(now, { html: wholeText(1).replaceAll('old,', 'new,'), date: '2031-03-06' });
    expect(await add()).toEqual([`updated ${FERRY}.md`]);
  });

  it('takes no text for another newspaper’s article, and fetches that from where it is published', async () => {
    const paper = await serve({
      '/rss': (_, response) =>
        response.writeHead(200, feed).end(rss(item(1, `http://[::1]:${paper.port}/1`, wholeText(1)))),
    });
    const outcomes = await all(intakeFor(await corpus()).add([paper.at('/rss')]));
    expect(told(outcomes)).toEqual([`refused http://[::1]:${paper.port}/1`]);
  });

  it('believes nothing that a stranger’s feed says of a newspaper’s article', async () => {
    const plain = { 'content-type': 'text/html; charset=utf-8' };
    const paper = await serve({
      '/1': page(
        `<title>A ferry sinks</title><article><h1>A ferry sinks</h1>${wholeText(1)}</article>`,
        plain,
      ),
      '/rss': (_, response) =>
        response
          .writeHead(200, feed)
          .end(rss(item(1, `http://courier.example:${paper.port}/1`, wholeText(2)), 'The Gazette')),
    });
    const directory = await corpus();
    const fetcher = fetcherWith({ lookup: async () => ['127.0.0.1'] });
    expect(
      told(await all(intakeFor(directory, { fetcher }).add([paper.at('/rss', 'gazette.example')]))),
    ).toEqual(['added a-ferry-sinks.md']);
    const text = await textIn(directory, 'a-ferry-sinks.md');
    expect(text).not.toMatch(/Gazette|2031-03-04|Ferry number 1|boat number 2/);
    expect(text).toContain('boat number 1');
  });

  it('keeps articles apart that have no address, or all the same one', async () => {
    const front = (number: number) => item(number, 'https://courier.example/', wholeText(number));
    const none = (number: number) => item(number, '', wholeText(number));
    const paper = await serve({
      '/rss': page(rss(none(1) + none(2)), feed),
    });
    const folder = await folderFor({ 'feed.rss': rss(front(3) + front(4)), 'corpus/x': '' });
    const intake = intakeFor(join(folder, 'corpus'));
    const outcomes = await all(intake.add([paper.at('/rss'), join(folder, 'feed.rss')]));
    expect(outcomes.map(({ kind }) => kind)).toEqual(Array(4).fill('added'));
    expect(await textIn(folder, 'corpus', `${FERRY}.md`)).toContain(
      `\nsource: entry of ${paper.at('/rss')}\n`,
    );
    expect((await all(intake.add([paper.at('/rss')]))).map(({ kind }) => kind)).toEqual([
      'unchanged',
      'unchanged',
    ]);
  });

  it('leaves out what a weblog adds below each article', async () => {
    const html = `${wholeText(1)}<p>The post <a href="/1">Ferry number 1 sinks</a> appeared first on <a href="/">The Courier</a>.</p>`;
    const folder = await folderFor({ 'feed.rss': rss(item(1, 'https://courier.example/1', html)) });
    await all(intakeFor(join(folder, 'corpus')).add([join(folder, 'feed.rss')]));
    expect(await textIn(folder, 'corpus', `${FERRY}.md`)).not.toContain('appeared first on');
  });

  it('takes the newest, says so, and takes as many as it is told to', async () => {
    const items = Array.from({ length: 30 }, (_, number) =>
      item(
        number,
        `https://courier.example/${number}`,
        wholeText(number),
        `2031-03-${String(1 + ((number * 7) % 30)).padStart(2, '0')}`,
      ),
    );
    const folder = await folderFor({ 'feed.rss': rss(items.join('')) });
    const outcomes = await all(
      intakeFor(join(folder, 'corpus')).add([join(folder, 'feed.rss')], { limit: 3, dryRun: true }),
    );
    expect(outcomes.filter(({ kind }) => kind === 'added').map(({ reference }) => reference)).toEqual(
      [17, 4, 21].map((number) => `https://courier.example/${number}`),
    );
    expect(outcomes).toContainEqual({
      kind: 'noted',
      reference: join(folder, 'feed.rss'),
      what: 'a feed of 30 entries: the newest 3 are taken.',
      advice: '--limit 30 takes all.',
    });
  });

  it('names each entry that gives no article, and goes on', async () => {
    const paper = await serve({
      '/rss': (_, response) =>
        response
          .writeHead(200, feed)
          .end(
            rss(
              item(1, paper.at('/1')) +
                item(2, paper.at('/2')) +
                item(3, paper.at('/3')) +
                item(4, '', '<p>Soon …</p>'),
            ),
          ),
      '/2': (_, response) => response.writeHead(200, feed).end(rss(item(9, paper.at('/9')))),
      '/3': page(story(3), markdown),
    });
    const outcomes = await all(intakeFor(await corpus()).add([paper.at('/rss')]));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['refused', 'refused', 'added', 'refused']);
    expect(whyRefused(outcomes)[1]).toBe('expected an article, got another feed. Add it by itself.');
    expect(whyRefused(outcomes)[2]).toContain('gives only the beginning');
  });

  it('tells how far it is once it knows how much there is', async () => {
    const items = [1, 2, 3].map((number) =>
      item(number, `https://courier.example/${number}`, wholeText(number)),
    );
    const folder = await folderFor({ 'feed.rss': rss(items.join('')), 'a.md': story(9) });
    const seen: string[] = [];
    const onProgress = (done: number, total: number) => seen.push(`${done} of ${total}`);
    await all(
      intakeFor(join(folder, 'corpus')).add([join(folder, 'feed.rss'), join(folder, 'a.md')], { onProgress }),
    );
    expect(seen[0]).toBe('0 of 2');
    expect(seen).toContain('1 of 4');
    expect(seen.at(-1)).toBe('4 of 4');
  });
});
