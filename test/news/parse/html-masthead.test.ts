import { describe, expect, it } from 'vitest';
import { mastheadOf, read } from './pages/read.ts';
import { pageOf, STORY } from './pages/story.ts';
import { complaintOf, paragraphsOf, shapeOf } from './shape.ts';

const HEADLINE = 'Ferry sinks in harbour';

/** A page that says of itself what is given, and no more. */
const pageWith = (head: string, top: string, story = STORY): string =>
  `<html><head>${head}</head><body><main>${top}<div class="text">${story}</div></main></body></html>`;
const linked = (data: object): string =>
  `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

describe('the headline of a web page', () => {
  const og = (title: string): string => `<meta property="og:title" content="${title}">`;
  it.each([
    [
      'which search engines are told otherwise',
      linked({ '@type': 'NewsArticle', headline: 'Ferry sinks' }) + og(HEADLINE),
      `<h1>${HEADLINE}</h1>`,
    ],
    [
      'which friends are told otherwise',
      `<title>${HEADLINE}</title>${og('A ferry. A harbour.')}`,
      `<h1>${HEADLINE}</h1>`,
    ],
    [
      'which stands below a notice of its own',
      `<title>${HEADLINE} | The Courier</title>`,
      `<div><h1>Welcome to The Courier</h1><p>We and our partners keep what you read.</p></div><h1>${HEADLINE}</h1>`,
    ],
    [
      'which stands below that of its section',
      `<title>${HEADLINE}</title>`,
      `<h1>Coast</h1><h2>${HEADLINE}</h2>`,
    ],
    ['which is followed by its section', og(`${HEADLINE} | News | The Courier`) + og_site(), ''],
    ['which is set in capitals', og(HEADLINE), `<h1>${HEADLINE.toUpperCase()}</h1>`],
    ['which has a line break in it', '', '<h1>Ferry sinks<br>in harbour</h1>'],
    [
      'whose elements only their style parts',
      '',
      '<h1><span>Exclusive</span><span>Ferry sinks</span></h1>',
      'Exclusive Ferry sinks',
    ],
  ])('is the one %s', (_which, head, top, headline = HEADLINE) => {
    expect(read(pageWith(head, top)).headline).toBe(headline);
  });

  it.each([
    ['The Harbour Courier | Ferry sinks in harbour', HEADLINE, 'The Harbour Courier'],
    ['Amberley Watch: Ferry sinks in harbour', HEADLINE, 'Amberley Watch'],
    ['Opinion | Ferry sinks in harbour', HEADLINE, undefined],
  ])('may stand behind its newspaper in the title: %s', (title, headline, publisher) => {
    const top = `<h2>Amberley Watch</h2><h1>${HEADLINE}</h1>`;
    expect(read(pageWith(`<title>${title}</title>`, top))).toMatchObject({
      headline,
      ...(publisher !== undefined && { publisher }),
    });
  });

  it('makes no section of the first of its headings that says something else', () => {
    const page = pageWith(og(HEADLINE), '', `<h1>Mud, and who pays for it</h1>${STORY}`);
    expect(shapeOf(read(page)).map(([heading]) => heading)).toEqual([null]);
  });

  function og_site(): string {
    return '<meta property="og:site_name" content="The Courier">';
  }
});

describe('the linked data of a web page', () => {
  const own = { '@type': 'NewsArticle', headline: HEADLINE, author: { name: 'Ada Quill' } };
  const other = {
    '@type': 'NewsArticle',
    headline: 'Crane falls',
    author: { name: 'Bo Lund' },
    url: 'https://courier.example/crane',
  };
  const bylineOf = (head: string): string | undefined =>
    read(pageOf(STORY, `<link rel="canonical" href="https://courier.example/elmo">${head}`)).byline;

  it.each([
    [
      'a list of others stands above it',
      linked({ '@type': 'ItemList', itemListElement: [{ item: other }] }) + linked(own),
      'Ada Quill',
    ],
    ['another is told of first', linked([other, own]), 'Ada Quill'],
    ['it mentions another', linked({ ...own, headline: 'Elmo lost', mentions: [other] }), 'Ada Quill'],
    [
      'it has the page’s address',
      linked([other, { ...own, headline: 'Elmo lost', url: 'https://www.courier.example/elmo' }]),
      'Ada Quill',
    ],
    ['it says its headline otherwise', linked({ ...own, headline: 'Elmo lost' }), 'Ada Quill'],
    ['only others are listed', linked({ '@type': 'ItemList', itemListElement: [other] }), undefined],
    ['only another page is told of', linked(other), undefined],
    [
      'only two others are told of',
      linked([
        { ...other, url: undefined },
        { ...own, headline: 'Tea' },
      ]),
      undefined,
    ],
    [
      'it is of a recipe',
      linked({ '@type': 'Recipe', name: 'Tea', author: { name: 'Ada Quill' } }),
      'Ada Quill',
    ],
  ])('is believed of its own article where %s', (_what, head, byline) => {
    expect(bylineOf(head)).toBe(byline);
  });
});

describe('the byline of a web page', () => {
  it.each([
    [
      '<div class="byline"><div>By</div><div>Ada Quill</div><div>Harbour correspondent</div></div>',
      'Ada Quill',
    ],
    [
      '<div class="story-byline"><b class="byline__name">Ada Quill</b><i>, Editor</i><i>March 3, 2031</i></div>',
      'Ada Quill',
    ],
    [
      '<div class="authors"><a class="author-name">Ada Quill</a><a class="author-name">Bo Lund</a></div>',
      'Ada Quill and Bo Lund',
    ],
    [
      '<div class="x"><span class="author-name">By <a>Ada Quill</a></span><span>Harbour Correspondent</span></div>',
      'Ada Quill',
    ],
    ['<div class="field-author"><div>Author</div><div>Ada Quill</div></div>', 'Ada Quill'],
    ['<strong>By Ada Quill</strong><br><em>Tuesday</em>', 'Ada Quill'],
    ['<table><tr><td><font>By ADA QUILL<br>Courier staff writer</font></td></tr></table>', 'ADA QUILL'],
    ['<p>By Ada de la Torre and Bo van der Lund</p>', 'Ada de la Torre and Bo van der Lund'],
    ['<p>By Ada Quill, Observer staff</p>', 'Ada Quill, Observer staff'],
    ['<p>By Ada Quill in Port Amberley</p>', 'Ada Quill'],
    ['<p>Ada Quill, March 8, 2031</p>', 'Ada Quill'],
    ['<p>March 8, 2031 – By Ada Quill</p>', 'Ada Quill'],
    ['<figure itemscope><span itemprop="author">Bo Lund</span></figure><p>By Ada Quill</p>', 'Ada Quill'],
  ])('is read from %s', (top, byline) => {
    expect(read(pageOf(`${top}${STORY}`)).byline).toBe(byline);
  });

  it.each([
    ['an account', '<meta name="author" content="Super User">'],
    ['a desk', '<meta name="author" content="Newsdesk">'],
    ['a broadcaster', '<meta name="author" content="Sound News">'],
    [
      'an organisation',
      linked({
        '@type': 'NewsArticle',
        headline: HEADLINE,
        author: { '@type': 'Organization', name: 'Blue Pennant' },
      }),
    ],
  ])('is that of somebody before that of %s', (_what, head) => {
    expect(read(pageOf(`<p class="byline">By Ada Quill</p>${STORY}`, head)).byline).toBe('Ada Quill');
    const below = read(
      pageOf(`${STORY}<div><p>By Ada Quill</p></div>`, '<meta name="author" content="Newsdesk">'),
    );
    expect(below.byline).toBe('Newsdesk');
  });

  it('is none that is only the newspaper, set otherwise', () => {
    const head = '<meta property="og:site_name" content="Sound 24"><meta name="author" content="SOUND24">';
    expect(read(pageOf(STORY, head))).not.toHaveProperty('byline');
  });
});

describe('the date of a web page', () => {
  it.each([
    ['Saturday 8 March 2031', '2031-03-08'],
    ['Sat 8 Mar 2031 06.21 GMT', '2031-03-08'],
    ['8th March 2031', '2031-03-08'],
    ['08.03.2031', '2031-03-08'],
    ['28/03/2031 14:02', '2031-03-28'],
    ['03/28/2031', '2031-03-28'],
    ['Issued on: 8 March 2031 - 13:40', '2031-03-08'],
    ['By Ada Quill · March 8, 2031', '2031-03-08'],
    ['By Ada Quill | 8 March 2031 | 5 min', '2031-03-08'],
    ['08/03/2031', undefined],
  ])('is read from the line %s', (line, published) => {
    expect(read(pageOf(`<p>${line}</p>${STORY}`)).published).toBe(published);
  });

  it.each(['Saturday 8 March 2031 06:21, UK', 'Sound Gazette, 8 March 2031', 'Ada Quill · 8th March 2031'])(
    'is no paragraph of the story where it stands above it: %s',
    (line) => {
      const article = read(pageOf(`<p>${line}</p>${STORY}`));
      expect(article.published).toBe('2031-03-08');
      expect(paragraphsOf(article)).toHaveLength(3);
    },
  );

  it('is not that of another story in a list, nor below the text', () => {
    const others = '<ul><li>Crane falls on empty ship <time datetime="2030-12-01">1 Dec</time></li></ul>';
    const page = pageOf(`${others}${STORY}<p>1 December 2030</p>`);
    expect(read(page.replace('<div class="text">', '<p>8 March 2031</p><div class="text">')).published).toBe(
      '2031-03-08',
    );
  });

  it('is the more exact of two that name one day', () => {
    const page = pageOf(
      `<time datetime="2031-03-08T07:00Z" itemprop="datePublished">8 March</time>${STORY}`,
      '<meta name="dc.date.issued" content="2031-03-08">',
    );
    expect(read(page).published).toBe('2031-03-08T07:00Z');
  });
});

describe('the address of a saved web page', () => {
  const ADDRESS = 'https://courier.example/2031/elmo';
  it.each([
    ['a browser', `<!-- saved from url=(0033)${ADDRESS} -->${pageOf(STORY)}`],
    [
      'SingleFile',
      `<!doctype html><!--\n Page saved with SingleFile \n url: ${ADDRESS} \n saved date: x\n-->${pageOf(STORY)}`,
    ],
    [
      'an archive',
      pageOf(STORY, `<link rel="canonical" href="https://web.archive.org/web/20310310120000/${ADDRESS}">`),
    ],
    [
      'its base',
      pageOf(STORY, '<base href="https://courier.example/"><link rel="canonical" href="/2031/elmo">'),
    ],
  ])('is told by %s', (_what, page) => {
    expect(read(page).url).toBe(ADDRESS);
  });

  it('is not told by the text of a page', () => {
    const page = pageOf(`${STORY}<p>It was saved from url=(0033)${ADDRESS} by its owner, they said.</p>`);
    expect(mastheadOf(read(page))).not.toHaveProperty('url');
    expect(paragraphsOf(read(page))).toHaveLength(4);
  });
});

it('a page that a browser saved as one file is refused, and told how to save it', () => {
  const mail = `From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html"\n\n${pageOf(STORY)}`;
  expect(complaintOf(() => read(mail)).message).toMatch(/MHTML\)\. Save it as “Webpage, complete”/);
});
