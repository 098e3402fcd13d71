import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../../src/news/parse/html.ts';
import { ParseError } from '../../../src/news/parse/masthead.ts';
import { pageNamed, read } from './pages/read.ts';
import { complaintOf, paragraphsOf } from './shape.ts';

const PAGES = ['amp', 'broken', 'json-ld-only', 'live-blog', 'nested-ads', 'open-graph-only', 'tables'].map(
  pageNamed,
);

/** The paragraphs, or none where the page is refused: anything else that is thrown is a fault. */
function paragraphsOrNone(bytes: Uint8Array): readonly string[] {
  try {
    return paragraphsOf(parseHtml('page', { bytes }));
  } catch (error) {
    if (error instanceof ParseError) return [];
    throw error;
  }
}
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '<p>',
      '</p>',
      '<div class="ad">',
      '<div>',
      '</div>',
      '<b>',
      '</i>',
      '<br>',
      '<table><tr><td>',
      '<h2>',
      '</h3>',
    ],
    ...[
      '<!--',
      '-->',
      '<script>',
      '</script>',
      '<a href="',
      '">',
      "'",
      '<',
      '>',
      '&',
      '&amp;',
      '&#x1F600;',
      '&#0;',
      '<q>',
      '<constructor>',
    ],
    ...[
      '<svg>',
      '</svg>',
      '<title>',
      '</title>',
      '<![CDATA[',
      ']]>',
      '<figure>',
      '<blockquote>',
      '<form>',
      '<li>',
      '\0',
    ],
    ...[
      '<article>',
      '<header>',
      '</header>',
      '<h1>Ferry sinks in harbour</h1>',
      '<p hidden>',
      '<script type="application/ld+json">',
    ],
    ...[
      '{"@type":"NewsArticle","headline":',
      '"x"}',
      '<meta property="og:title" content="',
      '<p itemprop="articleBody">',
    ],
  ),
  fc.constantFrom(
    ' The ferry sank on Monday, an hour after the last passenger had left her for good and all. ',
    ' “Nobody was hurt,” she said. ',
    ' Read more ',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

describe('a page that means harm', () => {
  it('is read or refused, whatever is in it', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        paragraphsOrNone(bytesOf(pieces.join('')));
      }),
      { numRuns: 300 },
    );
  });

  it('is read or refused, whatever bytes it has', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        paragraphsOrNone(bytes);
        paragraphsOrNone(Uint8Array.of(...bytesOf('<html><p>'), ...bytes));
      }),
    );
  });

  it('says only what stands in it, letter by letter and in order, wherever it was torn', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PAGES), fc.nat(), fc.nat({ max: 400 }), (page, from, length) => {
        const at = from % page.length;
        const torn = page.slice(0, at) + page.slice(at + length);
        for (const paragraph of paragraphsOrNone(bytesOf(torn))) {
          let standing = -1;
          for (const letter of paragraph.replace(/[^\p{L}\p{N}]/gu, '')) {
            standing = torn.indexOf(letter, standing + 1);
            expect(standing, `“${paragraph}” up to ${letter}`).toBeGreaterThanOrEqual(0);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('may call its elements what every object has', () => {
    for (const name of ['constructor', 'toString', 'hasOwnProperty']) {
      const paragraph =
        'The ferry sank on Monday, an hour after the last passenger had left her for good, and what she carried ' +
        'is on the ground of the harbour now, where nobody will look for it before the ice is gone in spring.';
      const page = `<article><h1>Ferry sinks</h1><${name}><p>${paragraph}</p></${name}></article>`;
      expect(paragraphsOf(read(page)), name).toEqual([paragraph]);
    }
  });

  const refusals: readonly (readonly [what: string, page: () => string, message: RegExp])[] = [
    ['nests without end', () => '<div>'.repeat(100_000), /nested at most 512 deep/],
    ['nests what need not be closed', () => '<li><p>'.repeat(100_000), /nested at most 512 deep/],
    ['has too many tags', () => '<b>x</b>'.repeat(200_000), /at most 200,000 tags/],
    ['closes what was never opened', () => `<p>${'</p>'.repeat(400_000)}`, /at most 200,000 tags/],
    ['has too many attributes', () => `<p ${'a=b '.repeat(1_000_000)}>`, /at most 1000 attributes in a tag/],
    ['has too many attributes in all', () => `<p ${'a '.repeat(900)}>`.repeat(1000), /attributes/],
    ['has too many entities', () => `<p>${'&amp;'.repeat(1_000_000)}`, /at most 200,000 entities/],
    ['has nothing but brackets', () => `<p>${'<'.repeat(4_000_000)}`, /at most 200,000 entities/],
    ['has too many paragraphs', () => '<p>It sank.'.repeat(30_000), /at most 20,000 paragraphs/],
    ['has too much text', () => `<p>${'It sank. '.repeat(200_000)}`, /1\.5 MB of text/],
    ['is too large', () => `<p>${'a'.repeat(9_000_000)}`, /at most 8 MB, got 8\.6 MB/],
    ['never closes a comment', () => `<p>${'<!--'.repeat(2_000_000)}`, /without a paragraph/],
    ['never closes a script', () => `<p><script>${'</scrip'.repeat(1_000_000)}`, /without a paragraph/],
    ['never closes a mark', () => `<p><a href="${'<a b="'.repeat(900)}`, /without a paragraph/],
    ['has nothing but white space', () => `<p>${' \n'.repeat(3_000_000)}`, /without a paragraph/],
    ['has a tag of white space', () => `<p${' '.repeat(7_000_000)}>`, /without a paragraph/],
    [
      'nests what is called comments',
      () => `${'<div class="comment">'.repeat(500)}${'<i></i>'.repeat(95_000)}<h1>Ferry</h1>`,
      /without a paragraph/,
    ],
    [
      'nests what is hidden',
      () =>
        `<h1>Ferry</h1><div><p>It sank.</p>${'<div hidden>'.repeat(480)}${'<i></i>'.repeat(60_000)}<p>It sank.</p>`,
      /\d words? of one|without a paragraph/,
    ],
    [
      'has linked data without end',
      () => `<script type="application/ld+json">${'[{"@graph":'.repeat(300_000)}</script><p>`,
      /./,
    ],
    [
      'has linked data of slashes',
      () => `<script type="application/ld+json">${'/'.repeat(5_000_000)}</script><p>`,
      /./,
    ],
    [
      'has linked data of commas',
      () => `<script type="application/ld+json">${', '.repeat(2_000_000)}</script><p>`,
      /./,
    ],
  ];
  it.each(refusals)('is refused when it %s', (_what, page, message) => {
    expect(complaintOf(() => read(page())).message).toMatch(message);
  });

  it('is read where every part of it is as large as may be', () => {
    const text = 'The ferry sank on Monday, an hour after the last passenger had left her for good and all.';
    const deep = `${'<div class="a">'.repeat(400)}<h1>Ferry</h1>${`<p>${text}</p>`.repeat(40)}<p>${'It sank. '.repeat(100_000)}</p>`;
    expect(paragraphsOf(read(deep))).toHaveLength(2);
  });

  it('is read though pictures, frames and scripts have attributes without end', () => {
    const long = 'x'.repeat(50_000);
    const page = `<h1>Ferry</h1><p>The ferry sank on Monday<img src="data:${long}" alt="x">, an hour after the last passenger had left her.</p><iframe srcdoc="${long}"></iframe><script data-x="${long}"></script><p>Nobody was hurt, the harbour master said.</p>`;
    expect(paragraphsOf(read(page))).toEqual([
      'The ferry sank on Monday, an hour after the last passenger had left her.',
      'Nobody was hurt, the harbour master said.',
    ]);
  });

  it.each([
    'By ',
    'Reporting by ',
    'Photo: ',
    'Published ',
    'Read more',
    'Sign up to our ',
    'Do you email ',
    'This article was edited by ',
    'We earn a commission on links ',
    'loading ',
    '4 ',
    '(',
  ])('is read or refused where lines that begin with %j never end as they might', (opening) => {
    const rest = [
      'A'.repeat(5000),
      'A.'.repeat(2500),
      'Aa '.repeat(1500),
      '1:'.repeat(2500),
      'by by '.repeat(900),
    ];
    const lines = rest.flatMap((text) => [
      `<p>${opening}${text}!</p>`,
      `<h2>${opening}${text.slice(0, 250)}!</h2>`,
    ]);
    paragraphsOrNone(bytesOf(`<title>${opening}${'A - '.repeat(400)}</title>${lines.join('').repeat(5)}`));
  });

  it('runs nothing', () => {
    const page = `<h1>x</h1><script>globalThis.harmed = 1</script><img src=x onerror="globalThis.harmed = 1"><p>${'It sank on Monday. '.repeat(10)}</p><svg onload="globalThis.harmed = 1"></svg>`;
    expect(paragraphsOf(read(page))).toHaveLength(1);
    expect('harmed' in globalThis).toBe(false);
  });
});
