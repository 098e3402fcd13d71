import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../../src/news/parse/html.ts';
import { mastheadOf, read } from './pages/read.ts';
import { between, FIRST, LAST, pageOf, SECOND, STORY } from './pages/story.ts';
import { paragraphsOf, shapeOf } from './shape.ts';

const masthead = (head: string, body = STORY, url?: string) => mastheadOf(read(pageOf(body, head), url));
const linked = (data: object | string): string =>
  `<script type="application/ld+json">${typeof data === 'string' ? data : JSON.stringify(data)}</script>`;

describe('the text of a web page', () => {
  it.each([
    [
      'inline elements join as they stand',
      '<p>The <b>U</b>.S. <i>Navy</i>’s <a href="/x">ship</a>.</p>',
      ['The U.S. Navy’s ship.'],
    ],
    [
      'pictures and buttons stand in a line',
      '<p>It <img src="a.png" alt="x">sank<button>?</button> at once.</p>',
      ['It sank at once.'],
    ],
    [
      'a box that is left out parts two texts',
      '<div>It sank at once, and fast.<div class="ad">Buy a hat.</div>Nobody saw it sink.</div>',
      ['It sank at once, and fast.', 'Nobody saw it sink.'],
    ],
    ['white space is folded', '<p>\n  It\tsank\n\n  at&nbsp;once.  </p>', ['It sank at once.']],
    ['a break is a space', '<p>It sank<br>at once.</p>', ['It sank at once.']],
    [
      'two breaks part paragraphs',
      '<p>It sank at once.<br>\n<br/>Nobody saw it.</p>',
      ['It sank at once.', 'Nobody saw it.'],
    ],
    [
      'text in a box is a paragraph',
      '<div>It sank at once, and nobody saw it.<p>But one.</p>So they say.</div>',
      ['It sank at once, and nobody saw it.', 'But one.', 'So they say.'],
    ],
    [
      'list items are paragraphs',
      '<ul><li>A piano</li><li>Nine crates<ul><li>of tea</li></ul></li></ul>',
      ['A piano', 'Nine crates', 'of tea'],
    ],
    [
      'quotations are paragraphs',
      '<blockquote><p>She was old.</p><footer>— Ines Okafor</footer></blockquote>',
      ['She was old.', '— Ines Okafor'],
    ],
    [
      'marks of <q> are those that a browser draws',
      '<p>She called it <q>a bath</q>.</p>',
      ['She called it “a bath”.'],
    ],
    ['soft hyphens and widthless characters go', '<p>Pi&shy;a\u200Bno\uFEFF.</p>', ['Piano.']],
    ['directions that are set by characters go', '<p>\u202BAda\u202C \u2067Quill\u2069.</p>', ['Ada Quill.']],
    ['a joiner inside a word stays', '<p>می\u200Cخواهم, he wrote.</p>', ['می\u200Cخواهم, he wrote.']],
    [
      'numbers of notes go, and other raised letters stay',
      '<p>CO<sub>2</sub> in the 20<sup>th</sup> year.<sup><a href="#n1">1</a></sup></p>',
      ['CO2 in the 20th year.'],
    ],
    [
      'a letter that is drawn and spoken is read once',
      '<p><span aria-hidden="true">S</span><span class="sr-only">S</span>he sank.</p>',
      ['She sank.'],
    ],
    [
      'a table of figures is a paragraph a row',
      '<table><tr><th>Ship</th><th>Year</th></tr><tr><td>Elmo</td><td><b>1991</b><br>(about)</td></tr></table>',
      ['Ship, Year', 'Elmo, 1991 (about)'],
    ],
    [
      'a table of boxes is read as its boxes',
      '<table><tr><td><p>She was old.</p></td><td>She had been old for years, and nobody did a thing about her plates, about her lamps, about her pumps or about the rats that had eaten her ropes, although all of them were told of it by her captain, and told of it again.</td></tr></table>',
      ['She was old.', expect.stringMatching(/^She had been old/)],
    ],
    [
      'a paragraph that begins like a notice stays',
      '<p>Sign up for the draft, the minister told young men.</p>',
      ['Sign up for the draft, the minister told young men.'],
    ],
    [
      'and so does another',
      '<p>Subscribe to nothing, she told the passengers.</p><p>Follow the money, he said.</p><p>Watch the tide.</p><p>Copyright law is silent about ships.</p>',
      [
        'Subscribe to nothing, she told the passengers.',
        'Follow the money, he said.',
        'Watch the tide.',
        'Copyright law is silent about ships.',
      ],
    ],
    [
      'and a third',
      '<p>Read more books, the captain advised.</p><p>By Monday it was gone.</p><p>Reporting by three newspapers had warned of it.</p><p>Advertisement for the wreck brought two buyers.</p>',
      [
        'Read more books, the captain advised.',
        'By Monday it was gone.',
        'Reporting by three newspapers had warned of it.',
        'Advertisement for the wreck brought two buyers.',
      ],
    ],
    [
      'and who contributed, and a correction',
      '<p>Norway contributed to this report on the seals, he said.</p><p>She reported from the deck that all was well.</p><p>This article was updated on Friday to correct the number of crates.</p>',
      [
        'Norway contributed to this report on the seals, he said.',
        'She reported from the deck that all was well.',
        'This article was updated on Friday to correct the number of crates.',
      ],
    ],
    ['and items of a list', '<ul><li>By Ferry</li><li>By bus</li></ul>', ['By Ferry', 'By bus']],
    [
      'and advice to readers',
      '<p>If you get an email from the ferry line, do not open it, police said.</p><p>Get a ticket by email or in the app, and keep your receipt, she advised.</p><p>You can read the report <a href="/r">here</a>, and email your view of it until Friday.</p>',
      [
        'If you get an email from the ferry line, do not open it, police said.',
        'Get a ticket by email or in the app, and keep your receipt, she advised.',
        'You can read the report here, and email your view of it until Friday.',
      ],
    ],
    [
      'a paragraph about newsletters stays',
      '<p>The newsletter of the ferry line had praised her on Friday.</p>',
      ['The newsletter of the ferry line had praised her on Friday.'],
    ],
    [
      'a paragraph that is a link stays',
      '<p><a href="/x">The owner said that he was sorry.</a></p>',
      ['The owner said that he was sorry.'],
    ],
    [
      'a quotation that stands nowhere else stays',
      '<blockquote>I shall never sail again.</blockquote>',
      ['I shall never sail again.'],
    ],
    [
      'what a name says of another box stays',
      '<div class="text-block has-newsletter comments-open tag-sponsor"><p>She was old.</p></div>',
      ['She was old.'],
    ],
  ])('%s', (_rule, html, expected) => {
    expect(between(html)).toEqual(expected);
  });

  it.each([
    [
      'scripts, styles and templates',
      '<script>document.write("<p>No.</p>")</script><style>p{}</style><template><p>No paragraph of the story.</p></template><noscript><p>No paragraph of the story.</p></noscript>',
    ],
    [
      'comments of the source',
      '<!-- <p>No paragraph of the story.</p> --><![CDATA[ <p>No.</p> ]]>'.slice(0, 49),
    ],
    [
      'captions',
      '<figure><img src="a.jpg"><figcaption>She sank. Nobody saw it.</figcaption></figure><figure><p>She sank. Nobody saw it.</p><span>Ada Quill</span></figure>',
    ],
    ['a photo credit', '<p>Bo Lund/Getty Images</p><div>Photo: Ada Quill</div>'],
    [
      'a caption with its credit',
      '<p>The Elmo on Sunday. Photograph: Bo Lund/The Courier</p><p>Her bow at dawn [Bo Lund/Reuters]</p>',
    ],
    [
      'navigation and asides',
      '<nav><p>No paragraph of the story.</p></nav><aside><p>No paragraph of the story.</p></aside><footer><p>No paragraph of the story.</p></footer><div role="complementary"><p>No paragraph of the story.</p></div>',
    ],
    [
      'forms and buttons',
      '<form><p>Give us your address, and all will be well.</p></form><button>Play the video of it.</button>',
    ],
    [
      'what is hidden',
      '<p hidden>No paragraph of the story.</p><p aria-hidden="true">No paragraph of the story.</p><p style="color: red; display:none">No paragraph of the story.</p><div class="visually-hidden">No paragraph of the story.</div>',
    ],
    ['what is for print only', '<div class="print-only"><p>This was printed from our page.</p></div>'],
    [
      'boxes called advertisements',
      '<div class="ad-slot"><p>Buy a hat, and buy another one.</p></div><div id="dfp-1"><p>Buy a hat.</p></div><div class="AdUnit"><p>Buy a hat.</p></div><ins class="adsbygoogle ad"></ins>',
    ],
    [
      'boxes called newsletters',
      '<section class="c-newsletter--wide"><h3>The Tide</h3><p>All the news of the coast while it is hot.</p></section>',
    ],
    [
      'boxes called anything of the kind',
      [
        'share-bar',
        'related_stories',
        'cookieBanner',
        'story-comments',
        'author-bio',
        'article-tags',
        'recommended',
        'social',
        'breadcrumbs',
        'sponsored-content',
        'tags',
        'outbrain',
      ]
        .map((name) => `<div class="${name}"><p>No paragraph of the story at all.</p></div>`)
        .join(''),
    ],
    [
      'labels',
      '<p>Advertisement</p><p>ADVERTISEMENT</p><p>Story continues below</p><p>Article continues after advertisement</p><p>Share</p><p>5 min read</p><p>Loading…</p><div>Copy link</div><p>Show more</p><p>* * *</p>',
    ],
    [
      'pointers to other stories',
      '<p>Read more: <a href="/x">Why she was old</a></p><p>RELATED | Why she was old</p><p><strong>See also:</strong> <a href="/x">Her sister sank too.</a></p><p><a href="/x">Why the Saint Elmo was never mended</a></p><p>Watch: <a href="/v">The Elmo goes down</a></p>',
    ],
    [
      'lists of links',
      '<ul><li><a href="/a">Why she was old</a></li><li><a href="/b">Who owned her</a></li></ul>',
    ],
    [
      'invitations',
      '<p>Sign up for our newsletter and never miss a tide.</p><p><em>Enjoyed this? <a href="/n">Subscribe here</a> to our weekly email.</em></p><p>Get the Courier in your inbox every morning.</p>',
    ],
    [
      'rights and dates',
      '<p>© 2031 The Courier</p><p>Copyright 2031 The Courier. All rights reserved.</p><p>Published 4 March 2031 at 08:15</p><div><time datetime="2031-03-04">4 March</time></div>',
    ],
    [
      'who worked on it',
      '<p>(Reporting by Ada Quill in Amberley; Editing by Bo Lund)</p><p>By Ada Quill and Bo Lund</p><p>The Courier’s Cy Marsh and Di Penn contributed to this report.</p><p>Quill reported from Amberley. Staff writers Bo Lund in Weir and Cy Marsh in Sedge contributed reporting.</p><p>With files from The County Press</p>',
    ],
    [
      'when it was touched, and who paid',
      '<p>This story has been updated with additional information.</p><p>This is a developing story. Check back for updates.</p><p>The Courier’s harbour desk receives support from several foundations. The Courier is solely responsible for all content.</p>',
    ],
    [
      'where it was printed, and whom to follow',
      '<p>A version of this article appears in print on March 5, 2031, Section A, Page 3 with the headline: Ferry Lost. <a href="/r">Order Reprints</a></p><p>This story appeared in the print edition under the headline “Lost”</p><p>Our Standards: The Courier Trust Principles.</p><p>Follow The Courier on Facebook, X and Instagram</p><p>Follow Ada Quill on Twitter @adaquill.</p>',
    ],
    ['cookies', '<p>We use cookies to make this page better. By continuing you accept them.</p>'],
    [
      'teasers',
      '<div class="x"><h3><a href="/b">Her sister sank too</a></h3><p>It was the same rock, and the same captain.</p></div>',
    ],
    [
      'boxes headed as related',
      '<div class="x"><h4>Related stories</h4><p>It was the same rock, and the same captain.</p></div><div><b>Most read</b><p>Goat elected mayor of the island.</p></div>',
    ],
    [
      'a pull quote',
      '<blockquote class="big">“a piano and nine crates of tea are lost”<cite>Ines Okafor</cite></blockquote><div class="pull-quote"><p>Nobody was hurt</p></div>',
    ],
    ['a paragraph that is set twice', `<div class="for-wide"><p>${SECOND}</p></div>`],
    [
      'posts of other people',
      '<blockquote class="twitter-tweet"><p>I saw it all from my window.</p></blockquote>',
    ],
  ])('is without %s', (_what, html) => {
    expect(between(html)).toEqual([]);
  });

  it('has a section for each heading, in bold or in tags, and none for a heading of nothing', () => {
    const body = `<p>${FIRST}</p><h2>Why she sank</h2><h3>Her plates</h3><p>${SECOND}</p><p><strong>What is next?</strong></p><p>${LAST}</p><h2>Related</h2><ul><li><a href="/x">Her sister</a></li></ul>`;
    expect(shapeOf(read(pageOf(body)))).toEqual([
      [null, FIRST],
      ['Why she sank'],
      ['Her plates', SECOND],
      ['What is next?', LAST],
    ]);
  });

  it('ends before a heading such as "More from the harbour" and the teasers below it', () => {
    const body = `${STORY}<h2>More from the harbour</h2><h3><a href="/a">Her sister sank too</a></h3><p>It was the same rock.</p><h3><a href="/b">Tea drifts ashore</a></h3><p>Nine crates of it.</p>`;
    expect(paragraphsOf(read(pageOf(body)))).toEqual([FIRST, SECOND, LAST]);
  });

  it('keeps a heading with a time in it, and one that links to a part of its own page', () => {
    const body = `<h2>14:05 Bridge shut</h2><p>${FIRST}</p><h2><a href="#why">Why she sank</a></h2><p>${SECOND}</p><h2><a href="https://courier.example/live/post-1">Piano</a></h2><p>${LAST}</p>`;
    expect(shapeOf(read(pageOf(body), 'https://courier.example/live'))).toEqual([
      ['14:05 Bridge shut', FIRST],
      ['Why she sank', SECOND],
      ['Piano', LAST],
    ]);
  });

  it('is read though its page is one of comment, or was saved while a notice stood before it', () => {
    for (const wrapper of ['<div class="section-comment">', '<div id="root" aria-hidden="true">'])
      expect(paragraphsOf(read(`${wrapper}<h1>Ferry sinks</h1><div>${STORY}</div></div>`))).toEqual([
        FIRST,
        SECOND,
        LAST,
      ]);
  });

  it('ends before what is said of its authors', () => {
    const body = `${STORY}<p>Ada Quill is the harbour correspondent of The Courier.</p><p>Contact her at ada@courier.example</p>`;
    expect(paragraphsOf(read(pageOf(body, '<meta name="author" content="Ada Quill">')))).toEqual([
      FIRST,
      SECOND,
      LAST,
    ]);
  });

  it.each([
    '“A version of this article appears in print,” the editor said, and showed it.',
    'This story was first told by fishermen, and nobody believed it until Monday.',
    'Follow the doctor on Facebook, the minister told them, and not your neighbours.',
    'Our standards: that is what the union asks the owners to write down, word by word, before June.',
    'Nobody would tell the harbour master more about Ines Okafor.',
  ])('keeps the paragraph %s', (paragraph) => {
    expect(between(`<p>${paragraph}</p>`)).toEqual([paragraph]);
    expect(paragraphsOf(read(pageOf(`${STORY}<p>${paragraph}</p>`))).at(-1)).toBe(paragraph);
  });

  it('ends before what is said of an author whom it does not name', () => {
    const body = `${STORY}<p>Bo Lund covers the coast for The Courier. <a href="/bo">More about Bo Lund</a></p>`;
    expect(paragraphsOf(read(pageOf(body)))).toEqual([FIRST, SECOND, LAST]);
  });

  it('has its first paragraph where that stands apart and the page says that it belongs to the text', () => {
    const page = `<html><head>${linked({ '@type': 'NewsArticle', headline: 'Ferry sinks', articleBody: `${FIRST}\n\n${SECOND}\n${LAST}` })}</head><body><div class="hero"><p>${FIRST}</p></div><div class="rest"><div><p>${SECOND}</p><p>${SECOND.toUpperCase()}</p><p>${LAST}</p></div></div></body></html>`;
    expect(paragraphsOf(read(page))).toEqual([FIRST, SECOND, SECOND.toUpperCase(), LAST]);
  });

  it('is read though the whole page stands in a form, or in a box called "share"', () => {
    for (const [open, close] of [
      ['<form action="/">', '</form>'],
      ['<div class="share-page">', '</div>'],
    ])
      expect(paragraphsOf(read(`<h1>Ferry sinks</h1>${open}<div>${STORY}</div>${close}`))).toEqual([
        FIRST,
        SECOND,
        LAST,
      ]);
  });

  it('stands in the box that reads like a story, whatever the boxes beside it are called', () => {
    const more = Array.from(
      { length: 16 },
      (_none, index) =>
        `<div><p><a href="/${index}">The town, day ${index}, and what became of its bell</a> is what we asked the people of the coast.</p></div>`,
    ).join('');
    const page = `<h1>Ferry sinks</h1><div><div class="x1">${STORY}<p>${FIRST} So it was told, and so it is told still.</p></div><div class="x2">${more}</div></div>`;
    expect(paragraphsOf(read(page)).slice(0, 3)).toEqual([FIRST, SECOND, LAST]);
    expect(paragraphsOf(read(page))).toHaveLength(4);
  });

  it('is without comments even where they are longer than the story', () => {
    const comments = `<div id="comments"><h2>Comments</h2>${`<p>I have said for years that she was old, and that nobody would ever listen to me or to my uncle. ${'Never. '.repeat(30)}</p>`.repeat(6)}</div>`;
    expect(paragraphsOf(read(pageOf(`${STORY}`).replace('</article>', `</article>${comments}`)))).toEqual([
      FIRST,
      SECOND,
      LAST,
    ]);
  });
});

describe('the masthead of a web page', () => {
  const article = {
    '@type': 'NewsArticle',
    headline: 'Ferry sinks in harbour',
    description: 'A ferry is gone.',
    author: { name: 'Ada Quill' },
    publisher: { name: 'The Courier' },
    datePublished: '2031-03-04',
    url: 'https://courier.example/elmo',
  };
  const told = {
    headline: 'Ferry sinks in harbour',
    standfirst: 'A ferry is gone.',
    byline: 'Ada Quill',
    publisher: 'The Courier',
    published: '2031-03-04',
    url: 'https://courier.example/elmo',
  };

  it.each([
    ['an object', linked(article)],
    ['a list', linked([{ '@type': 'WebSite', name: 'x' }, article] as object)],
    [
      'a graph',
      linked({
        '@graph': [
          { '@type': 'Person', '@id': '#a', name: 'Ada Quill' },
          { ...article, author: { '@id': '#a' } },
        ],
      }),
    ],
    [
      'an entity of a page',
      linked({ '@type': 'WebPage', mainEntity: { ...article, '@type': ['Thing', 'OpinionNewsArticle'] } }),
    ],
    ['a comment', linked(`<!-- ${JSON.stringify(article)} -->`)],
    ['CDATA', linked(`//<![CDATA[\n${JSON.stringify(article)}\n//]]>`)],
    ['JSON with a raw line end', linked(JSON.stringify(article).replace('A ferry', 'A\nferry'))],
    ['JSON with entities', linked({ ...article, description: 'A&nbsp;ferry &#105;s gone.' })],
    [
      'one of several scripts, others broken',
      `${linked('{"@type": "NewsArticle", ')}${linked('')}${linked(article)}`,
    ],
  ])('is read from JSON-LD that is %s', (_what, head) => {
    expect(masthead(head)).toEqual(told);
  });

  it.each([
    ['a string', 'Ada Quill', 'Ada Quill'],
    ['a string with "By"', 'By Ada Quill', 'Ada Quill'],
    ['two people', [{ name: 'Ada Quill' }, 'Bo Lund'], 'Ada Quill and Bo Lund'],
    [
      'three people, one twice',
      ['Ada Quill', 'Bo Lund', { name: 'Cy Marsh' }, 'Bo Lund'],
      'Ada Quill, Bo Lund and Cy Marsh',
    ],
    ['a list of names', { name: ['Ada Quill', 'Bo Lund'] }, 'Ada Quill and Bo Lund'],
    ['an address', 'https://courier.example/by/ada', undefined],
    ['a handle', '@ada', undefined],
    ['nobody', [], undefined],
    ['the publisher', { '@type': 'Organization', name: 'The Courier' }, undefined],
    ['a number', 7, undefined],
  ])('has for its byline what is written where the author is %s', (_what, author, expected) => {
    expect(masthead(linked({ ...article, author }))).toMatchObject(
      expected === undefined ? {} : { byline: expected },
    );
    expect('byline' in masthead(linked({ ...article, author }))).toBe(expected !== undefined);
  });

  it('believes JSON-LD before Open Graph, that before Twitter, that before other tags, and what is seen last', () => {
    const metas = [
      '<meta name="author" content="Cy Marsh"><meta name="date" content="2031-03-09">',
      '<meta name="twitter:title" content="Twittered">',
      '<meta property="og:title" content="Graphed"><meta property="article:published_time" content="2031-03-06">',
      linked({ '@type': 'NewsArticle', headline: 'Linked' }),
    ];
    const seen = `<h1>Seen</h1><p class="byline">By Bo Lund</p><time datetime="2031-03-10">10 March</time>${STORY}`;
    const masthead = (head: string) =>
      mastheadOf(read(`<title>Titled</title>${head}<article>${seen}</article>`));
    const heads = metas.map((_meta, index) => masthead(metas.slice(0, index + 1).join('')));
    expect(masthead('')).toEqual({ headline: 'Seen', byline: 'Bo Lund', published: '2031-03-10' });
    expect(heads).toEqual([
      { headline: 'Seen', byline: 'Cy Marsh', published: '2031-03-09' },
      { headline: 'Twittered', byline: 'Cy Marsh', published: '2031-03-09' },
      { headline: 'Graphed', byline: 'Cy Marsh', published: '2031-03-06' },
      { headline: 'Linked', byline: 'Cy Marsh', published: '2031-03-06' },
    ]);
  });

  it('is read from microdata', () => {
    const body = `<span itemprop="author" itemscope><a itemprop="name">Ada Quill</a>, correspondent</span><meta itemprop="datePublished" content="2031-03-04"><div itemprop="publisher" itemscope><meta itemprop="name" content="The Courier"></div>${STORY}`;
    expect(masthead('', body)).toMatchObject({
      byline: 'Ada Quill',
      published: '2031-03-04',
      publisher: 'The Courier',
    });
  });

  it.each([
    ['<div>Posted on <time>March 4, 2031</time> by <a href="/ada">Ada Quill</a></div>', 'Ada Quill'],
    ['<p>Written on Monday by Ada Quill and Bo Lund</p>', 'Ada Quill and Bo Lund'],
    ['<p>Published by the sea</p>', undefined],
  ])('has the byline of %s', (line, byline) => {
    expect(read(pageOf(`${line}${STORY}`)).byline).toBe(byline);
  });

  it.each([
    ['<title>Elmo sinks | The Courier</title>', 'Elmo sinks', 'The Courier'],
    [
      '<title>Elmo sinks - The Courier</title><meta property="og:site_name" content="The Courier">',
      'Elmo sinks',
      'The Courier',
    ],
    ['<title>Elmo sinks - what we know</title>', 'Elmo sinks - what we know', undefined],
    [
      '<title>The Courier</title><meta property="og:site_name" content="The Courier"><h1>Elmo sinks</h1>',
      'Elmo sinks',
      'The Courier',
    ],
    [
      '<meta property="og:title" content="Elmo sinks – The Courier"><meta property="og:site_name" content="The Courier">',
      'Elmo sinks',
      'The Courier',
    ],
    ['<title>Tea &amp;amp; <i>sympathy</i></title>', 'Tea & sympathy', undefined],
  ])('has a headline without its publisher: %s', (head, headline, publisher) => {
    const page = `<html><head>${head}</head><body><div>${STORY}</div></body></html>`;
    expect(mastheadOf(read(page))).toEqual({ headline, ...(publisher !== undefined && { publisher }) });
  });

  it.each([
    ['2031-03-04T08:15:00.000+0100', '2031-03-04T08:15:00.000+0100'],
    ['2031-03-04T08:15:00+01', '2031-03-04T08:15:00+01:00'],
    ['2031-03-04 08:15:00 UTC', '2031-03-04T08:15:00Z'],
    ['20310304', '2031-03-04'],
    ['2031/03/04', '2031-03-04'],
    ['Tue, 04 Mar 2031 08:15:00 GMT', '2031-03-04T08:15:00Z'],
    ['March 4th, 2031 at 8:15 a.m. EST', '2031-03-04'],
    ['4 Mar. 2031', '2031-03-04'],
    ['1930378500', '2031-03-04T08:15:00.000Z'],
    ['1930378500000', '2031-03-04T08:15:00.000Z'],
    ['04/03/2031', undefined],
    ['2031-02-30', undefined],
    ['2031-03-04T25:00:00Z', '2031-03-04'],
    ['yesterday', undefined],
  ])('reads %s as the date %s', (written, published) => {
    expect(masthead(`<meta property="article:published_time" content="${written}">`)).toEqual({
      headline: 'Ferry sinks in harbour',
      ...(published !== undefined && { published }),
    });
  });

  it.each([
    ['/elmo', 'https://courier.example/2031/x', 'https://courier.example/elmo'],
    ['/elmo', undefined, undefined],
    ['https://courier.example/elmo#top', undefined, 'https://courier.example/elmo'],
    ['javascript:alert(1)', undefined, undefined],
    ['javascript:alert(1)', 'https://courier.example/x#y', 'https://courier.example/x'],
    ['https://courier.example/', 'https://courier.example/x', 'https://courier.example/x'],
    ['http://[', 'https://courier.example/x', 'https://courier.example/x'],
    ['//courier.example/elmo?id=7', 'http://m.courier.example/x', 'http://courier.example/elmo?id=7'],
  ])('reads the canonical address %s of the page %s as %s', (href, url, expected) => {
    const got = masthead(`<link rel="canonical" href="${href}">`, STORY, url);
    expect(got).toEqual({
      headline: 'Ferry sinks in harbour',
      ...(expected !== undefined && { url: expected }),
    });
  });

  it('has no standfirst that only repeats how the text begins, and one that stands above it', () => {
    const repeated = masthead(`<meta property="og:description" content="${SECOND.slice(0, 60)}…">`);
    expect('standfirst' in repeated).toBe(false);
    const page = pageOf(`<p class="standfirst">She was 40 years old, and leaked.</p>${STORY}`);
    expect(read(page).standfirst).toBe('She was 40 years old, and leaked.');
    expect(paragraphsOf(read(page))).toEqual([FIRST, SECOND, LAST]);
  });

  it('has the standfirst that stands beside the headline, apart from the text, and no other story’s', () => {
    const top =
      '<header><h1>Ferry sinks in harbour</h1><h3 class="subtitle">She was old, and leaked</h3></header>';
    const teaser = '<div><h3>Goat elected</h3><p class="dek">It promised grass for all of them.</p></div>';
    for (const around of [
      `<article>${top}<div>${STORY}</div>${teaser}</article>`,
      `<div>${top}</div><div>${STORY}</div>${teaser}`,
    ]) {
      const got = read(`<html><body>${around}</body></html>`);
      expect(got.standfirst).toBe('She was old, and leaked');
      expect(paragraphsOf(got)).toEqual([FIRST, SECOND, LAST]);
    }
  });
});

describe('the encoding of a web page', () => {
  const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const withText = (text: string, meta = '') =>
    bytesOf(pageOf(`<p>${text} was her name, and nobody in the harbour ever knew why.</p>${STORY}`, meta));
  const firstWord = (bytes: Uint8Array, charset?: string): string | undefined =>
    paragraphsOf(parseHtml('a', { bytes, ...(charset !== undefined && { charset }) }))[0]?.split(' ')[0];

  it.each([
    ['as the server says', withText('\xc5lmo'), 'ISO-8859-1', 'Ålmo'],
    [
      'as the server says, before the page',
      withText('\xc5\xeb\xec', '<meta charset="utf-8">'),
      'windows-1251',
      'Елм',
    ],
    ['as the page says', withText('\xc5\xeb\xec', '<meta charset=windows-1251>'), undefined, 'Елм'],
    [
      'as an http-equiv says',
      withText('\xc5\xeb\xec', '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'),
      undefined,
      'Елм',
    ],
    ['as UTF-8 where nothing is said', withText('\xc3\x85lmo'), undefined, 'Ålmo'],
    [
      'as UTF-8 with a mark at its beginning',
      bytesOf(`\xef\xbb\xbf${String.fromCharCode(...withText('\xc3\x85lmo'))}`),
      'windows-1252',
      'Ålmo',
    ],
    ['as Windows-1252 where it is no UTF-8', withText('\x93Elmo\x94'), undefined, '“Elmo”'],
    [
      'as Windows-1252 where it says UTF-8 and is none',
      withText('\x93Elmo\x94', '<meta charset="utf-8">'),
      'utf-8',
      '“Elmo”',
    ],
    [
      'as the page says where the server says UTF-8 and it is none',
      withText('\xc5\xeb\xec', '<meta charset=windows-1251>'),
      'utf-8',
      'Елм',
    ],
    [
      'without a label that nobody knows',
      withText('\xc3\x85lmo', '<meta charset="klingon-8">'),
      'x-unknown',
      'Ålmo',
    ],
    [
      'as UTF-8 though one letter of many is broken',
      withText(`\xc3\x85lmo${'\xc3\xa9'.repeat(20)} \xc3`),
      'utf-8',
      `Ålmo${'é'.repeat(20)}`,
    ],
  ])('is read %s', (_how, bytes, charset, expected) => {
    expect(firstWord(bytes, charset)).toBe(expected);
  });

  it('is read as UTF-16 where the bytes are marked so', () => {
    const text = `\uFEFF${pageOf(STORY)}`;
    expect(paragraphsOf(parseHtml('a', { bytes: new Uint8Array(Buffer.from(text, 'utf16le')) }))).toEqual([
      FIRST,
      SECOND,
      LAST,
    ]);
  });
});
