import { describe, expect, it } from 'vitest';
import { read } from './pages/read.ts';
import { between, FIRST, LAST, pageOf, SECOND } from './pages/story.ts';
import { paragraphsOf, shapeOf } from './shape.ts';

const link = (text: string) => `<a href="/other">${text}</a>`;

describe('boxes in the middle of a story', () => {
  it.each([
    ['a heading and a list of links', `<h3>Related stories</h3><ul><li>${link('Her sister')}</li></ul>`],
    ['a heading and a link', `<h4>Also read</h4><p>${link('Who owned her')}</p>`],
    ['a heading alone', '<h4>Advertisement</h4>'],
    ['a line in bold and a link', `<p><b>More from The Courier</b></p><p>${link('Who owned her')}</p>`],
    ['a heading and an offer', '<h4>Sign up for The Tide</h4><p>Our newsletter, every Friday.</p>'],
  ])('end where the story goes on, that is after %s', (_what, box) => {
    const body = `<p>${FIRST}</p>${box}<p>${SECOND}</p><p>${LAST}</p>`;
    expect(shapeOf(read(pageOf(body)))).toEqual([[null, FIRST, SECOND, LAST]]);
  });

  it.each([
    'Share of the costs',
    'More on the mud',
    'Recommended by engineers, rejected twice',
    'Sign up by Friday',
    'Read more into it than there is',
    'Support our fishermen, they said',
    'Most popular of the three plans',
    'Get the alerts before the flood',
    'Follow us down',
  ])('are not known by how their heading begins: %s', (heading) => {
    for (const [open, close] of [
      ['', ''],
      ['<section>', '</section>'],
    ]) {
      const body = `<p>${FIRST}</p>${open}<h2>${heading}</h2><p>${SECOND}</p>${close}<h2>What is next</h2><p>${LAST}</p>`;
      expect(shapeOf(read(pageOf(body)))).toEqual([
        [null, FIRST],
        [heading, SECOND],
        ['What is next', LAST],
      ]);
    }
  });

  it.each([
    ['a list', '<ul><li>Share price: 410p</li><li>Profit: 14 crowns</li></ul>'],
    ['a dose', '<ul><li>Recommended dose: 20 mg</li><li>Highest dose: 80 mg in one day</li></ul>'],
  ])('are not headed by a line of %s', (_what, list) => {
    expect(between(list)).toHaveLength(2);
  });

  it('are not headed by a row of a table', () => {
    const rows = [
      ['Item', '2025'],
      ['Share price', '410p'],
      ['Published', '4 March 2025'],
    ];
    const table = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
    expect(between(`<table>${table}</table>`)).toEqual(rows.map((row) => row.join(', ')));
  });
});

describe('headings of a story', () => {
  it.each([
    ['a box in it', '<h2><div class="x">What the fishermen say</div></h2>'],
    [
      'a link to itself',
      '<h3>What the fishermen say<div><div id="what"></div><button aria-label="Link"></button></div></h3>',
    ],
    ['a sign that links to itself', '<h3><a href="#what">#</a>What the fishermen say</h3>'],
    ['a paragraph in it', '<h2><p>What the fishermen <span>say</span></p></h2>'],
    ['its role only', '<div role="heading" aria-level="2">What the fishermen say</div>'],
  ])('may have %s', (_what, heading) => {
    const body = `<p>${FIRST}</p><p>${SECOND}</p>${heading}<p>${LAST}</p>`;
    expect(shapeOf(read(pageOf(body)))).toEqual([
      [null, FIRST, SECOND],
      ['What the fishermen say', LAST],
    ]);
  });

  it('are no headings where they are never closed', () => {
    const page = `<h1>Ferry sinks</h1><h2><p>${FIRST}</p><p>${SECOND}</p>${`<p>${LAST}</p>`.repeat(9)}`;
    expect(paragraphsOf(read(page)).slice(0, 3)).toEqual([FIRST, SECOND, LAST]);
  });

  it('may be days, hours and words that begin as a byline does', () => {
    const body = `<p>${FIRST}</p><p><b>March 4, 2025</b></p><p>${SECOND}</p><p><b>By Monday nobody slept</b></p><p>${LAST}</p>`;
    expect(shapeOf(read(pageOf(body)))).toEqual([
      [null, FIRST],
      ['March 4, 2025', SECOND],
      ['By Monday nobody slept', LAST],
    ]);
    expect(between('<p><b>6:40 a.m.</b></p>')).toEqual(['6:40 a.m.']);
  });

  it('are not lost where a line in bold heads nothing', () => {
    const body = `<p>${FIRST}</p><p><b>Would you do it again</b></p><p><b>Or never?</b></p><p>${SECOND}</p><p><b>She was the last ship</b></p>`;
    expect(shapeOf(read(pageOf(body)))).toEqual([
      [null, FIRST, 'Would you do it again'],
      ['Or never?', SECOND, 'She was the last ship'],
    ]);
  });
});

describe('parts of a story that stand apart', () => {
  const MORE = Array.from({ length: 9 }, (_none, day) => `<p>On day ${day}, ${SECOND}</p>`).join('');
  const whole = (html: string) =>
    paragraphsOf(read(`<html><body><main><h1>Ferry sinks</h1>${html}</main></body></html>`));

  it('are read where their boxes are called as the others are', () => {
    const row = (html: string) =>
      `<div class="row"><div class="col"><div class="text">${html}</div></div></div>`;
    const picture = '<div class="row"><figure><img src="a.png"></figure></div>';
    expect(whole(row(`<p>${FIRST}</p>`) + picture + row(MORE))[0]).toBe(FIRST);
    expect(whole(row(MORE) + picture + row(`<p>${FIRST}</p><p>${LAST}</p>`)).slice(-2)).toEqual([
      FIRST,
      LAST,
    ]);
  });

  it('are read with a link between their paragraphs, and in rows of another name', () => {
    const more = `<p>Read more: ${link('Who owned her, and why')}</p>`;
    const row = (name: string, html: string) => `<div class="row ${name}">${html}</div>`;
    expect(whole(row('a', `<p>${FIRST}</p>${more}<p>${LAST}</p>`) + row('a', MORE)).slice(0, 2)).toEqual([
      FIRST,
      LAST,
    ]);
    const short = 'She took no questions.';
    expect(whole(row('left', `<p>${FIRST}</p><p>${short}</p>`) + row('right', MORE)).slice(0, 2)).toEqual([
      FIRST,
      short,
    ]);
  });

  it('are read between the headline and the rest', () => {
    const lead = `<div class="hero__intro"><p><strong>${FIRST}</strong></p></div><figure><img src="a.png"></figure>`;
    expect(whole(`${lead}<div class="grid"><div class="rich">${MORE}</div></div>`)[0]).toBe(FIRST);
  });

  it('are none of it where another story begins, or where they lead to one', () => {
    const other = 'The town of Holloway has chosen a goat for its mayor, by nineteen votes to twelve.';
    const page = (html: string, below: string) => `<div><div class="text">${html}</div></div>${below}`;
    for (const below of [
      `<div><h1>Goat elected</h1><section><div class="text"><p>${other}</p></div></section></div>`,
      `<section><div class="text"><h3>${link('Goat elected')}</h3><p>${other}</p></div></section>`,
    ])
      expect(whole(page(MORE, below))).toHaveLength(9);
  });
});

describe('a standfirst', () => {
  const DEK = 'The mud is older than the town, and now it has a price';
  const described = '<meta name="description" content="DEK">'.replace('DEK', DEK);
  const STORY = `<p>${FIRST}</p><p>${SECOND}</p><p>${LAST}</p>`;

  it.each([
    ['is called so', '', `<p class="deck">${DEK}</p>`],
    ['is a heading that has no like', '', `<h2 class="article__subhead">${DEK}</h2>`],
    ['is what the page says of itself', described, `<p class="lede">${DEK}</p>`],
  ])('is no part of the text where it %s', (_how, head, line) => {
    const got = read(pageOf(line + STORY, head));
    expect(shapeOf(got)).toEqual([[null, FIRST, SECOND, LAST]]);
    expect(got.standfirst).toBe(DEK);
  });

  it('is what stands below the headline, and the first paragraph where the page has another', () => {
    const page = (head: string) =>
      `<html><head>${head}</head><body><article><header><h1>Ferry sinks</h1><p class="x">${FIRST}</p><p>By Ada Quill</p></header><div><p>${SECOND}</p><p>${LAST}</p></div></article></body></html>`;
    expect(read(page('')).standfirst).toBe(FIRST);
    expect(paragraphsOf(read(page('')))).toEqual([SECOND, LAST]);
    expect(paragraphsOf(read(page(described)))).toEqual([FIRST, SECOND, LAST]);
  });

  it('is what readers see, and not what search engines are told', () => {
    const got = read(pageOf(`<p class="dek">She was old</p>${STORY}`, described));
    expect(got.standfirst).toBe('She was old');
    expect(paragraphsOf(got)).toEqual([FIRST, SECOND, LAST]);
  });

  it('is no heading of a part of the story', () => {
    const body = `<h2>Why the ferry sank in the harbour</h2><p>${FIRST}</p><p>${SECOND}</p><h2>What is next</h2><p>${LAST}</p>`;
    expect(shapeOf(read(pageOf(body)))).toEqual([
      ['Why the ferry sank in the harbour', FIRST, SECOND],
      ['What is next', LAST],
    ]);
  });
});
