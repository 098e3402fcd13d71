import { describe, expect, it } from 'vitest';
import { read } from './pages/read.ts';
import { FIRST, pageOf, SECOND, STORY } from './pages/story.ts';
import { complaintOf, paragraphsOf } from './shape.ts';

const linked = (data: object): string =>
  `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const complaint = (page: string) => complaintOf(() => read(page)).message;

describe('a file that tells no story', () => {
  const teaser = (name: string) =>
    `<div class="c"><h3><a href="/${name}">The ${name} of the town is gone</a></h3><p>It was there on Sunday, and its owner is looking for it with a lamp.</p></div>`;
  it.each([
    ['an empty file', '', /expected a web page \(HTML\), got an empty file/],
    ['an empty page', '<!doctype html><html><body></body></html>', /got a page without a paragraph/],
    [
      'three short sentences',
      '<article><h1>Dog found</h1><p>A man has found his dog.</p><p>It was asleep in the shed.</p></article>',
      /got a page with 12 words of one\. Save the whole article/,
    ],
    ['JSON', '{"headline": "<b>x</b>"}', /got JSON/],
    ['plain text', 'The ferry sank.', /got text without a single tag/],
    ['a PDF', '%PDF-1.7 <x>', /got a PDF/],
    ['a feed', '<?xml version="1.0"?><rss><channel></channel></rss>', /got a feed/],
    ['bytes', '\0\u0001\u0002<p>', /got a file that is no text/],
    [
      'a front page',
      `<h1>The Courier</h1>${['cat', 'bell', 'hat', 'boat', 'lamp', 'goat', 'duck'].map(teaser).join('')}`,
      /got a page of links to 7 others/,
    ],
    [
      'a page that needs scripts',
      '<h1>x</h1><noscript>You need to enable JavaScript to run this app.</noscript><div id="x"></div>',
      /needs JavaScript/,
    ],
    ['an empty shell', '<title>The Courier</title><div id="root"></div>', /needs JavaScript/],
    [
      'scores and a table',
      '<h1>Elmo 2-1 Amber: live</h1><ul><li>12 Goal! Rudd of Elmo</li><li>40 Goal! Marsh of Elmo</li><li>55 Goal! Tarn of Amber</li></ul><table><tr><td>Elmo</td><td>3 points</td></tr><tr><td>Amber</td><td>no points</td></tr></table>',
      /got a page with \d words? of one/,
    ],
    [
      'a list of articles, though it calls itself an article',
      `<meta property="og:type" content="article"><h1>News</h1>${['cat', 'bell', 'hat', 'boat'].map((name) => `<article><h2><a href="/${name}">The ${name} is gone</a></h2><p>${FIRST}</p><p>And so is the ${name}, which nobody has seen since; ${SECOND}</p></article>`).join('')}`,
      /got a page of links to 4 others/,
    ],
    [
      'a list of results whose titles are no headings',
      `<h1>Results</h1>${['cat', 'bell', 'hat', 'boat', 'lamp', 'goat'].map((name) => `<div><div><a href="/${name}"><b>The ${name} is gone</b></a></div><div>The ${name} was there on Sunday, and its owner is looking for it …</div></div>`).join('')}`,
      /got a page of links to 6 others/,
    ],
    [
      'a page that is not there',
      `<title>Page not found | The Courier</title><h1>Sorry</h1><p>The page that you are looking for may have been moved, or it may never have been here at all.</p><p>${SECOND}</p>`,
      /says that there is no such page\. Save the whole article/,
    ],
    [
      'one that is barred',
      '<h1>451: Unavailable due to legal reasons</h1><p>We recognize that you are attempting to reach this site from a country in which it must not be read, and so you cannot read it.</p>',
      /may not be read from here/,
    ],
    [
      'one that asks whether somebody is human',
      '<title>Just a moment...</title><h1>courier.example</h1><p>courier.example needs to look at your connection before it goes on, and this may take some seconds, or some more.</p>',
      /asks whether you are human/,
    ],
    [
      'one to sign in',
      '<title>Sign in | The Courier</title><h1>Sign in to your account</h1><form><p>Sign in to comment, to keep stories for later and to choose what we send to you every single day of the year.</p></form>',
      /got a page to sign in/,
    ],
    [
      'a question about cookies',
      '<h1>Welcome</h1><div><p>With your agreement, we and our 812 partners use cookies or the like to keep and to read what you do on this page.</p><p>Some partners do not ask for your consent, and rely on what they call their legitimate interest, as they may.</p></div>',
      /asks for consent/,
    ],
    ['a story without a headline', `<div>${STORY}</div>`, /expected a page with a headline/],
  ])('is refused when it is %s', (_what, page, message) => {
    expect(complaint(page)).toMatch(message);
  });
});

describe('a story that is told in part', () => {
  const locked = { '@type': 'NewsArticle', headline: 'x', isAccessibleForFree: false };
  const gate = '<div class="offer"><button>Close</button><p>Subscribe to continue reading.</p></div>';
  const days = (count: number): string =>
    Array.from({ length: count }, (_none, day) => `<p>On day ${day}, ${FIRST}</p>`).join('');
  const whole = (page: string): number => paragraphsOf(read(page)).length;

  it.each([
    ['a gate below it', pageOf(STORY + gate)],
    ['a gate and a lock', pageOf(STORY + gate, linked(locked))],
    ['a lock, and very short', pageOf(STORY, linked(locked))],
    ['a lock, and broken off', pageOf(`${days(4)}<p>And on day 5 nobody could …</p>`, linked(locked))],
    ['a lock, and shorter than it says', pageOf(days(9), linked({ ...locked, wordCount: 900 }))],
    ['a bar, though it is longer', pageOf(`${days(12)}<h3>To continue reading, subscribe now</h3>`)],
    ['a bar, broken off', pageOf(`${days(30)}<p>And then …</p><h3>Sign in to continue reading</h3>`)],
    ['no free articles left', pageOf(`${days(9)}<div><h3>You have run out of free articles.</h3></div>`)],
    [
      'its rest enciphered',
      pageOf(
        `${days(30)}<div style="display:none"><p>%96 9@DA:E2= C6D:8?65 (65?6D52J] xED 24E:?8 492:C H:== 36 sC $:>@? ~4;2C@[ 2 C6E:C65 2?26DE96E:DE]</p></div>`,
      ),
    ],
  ])('is refused when it is the beginning of a story with %s', (_sign, page) => {
    expect(complaint(page)).toMatch(/only its first \d+ words are readable without a subscription/);
  });

  it.each([
    [
      'its foot asks for subscribers',
      `${pageOf(STORY)}<footer>Already a subscriber? Sign in to read this article.</footer>`,
    ],
    ['its head does', `<header><p>Already a subscriber? Sign in</p></header>${pageOf(STORY)}`],
    ['its comments do', pageOf(`${STORY}<div id="comments"><p>Log in to read or post a comment.</p></div>`)],
    ['it is called free', pageOf(STORY + gate, linked({ ...locked, isAccessibleForFree: true }))],
    ['it is locked for others', pageOf(days(5), linked(locked))],
    [
      'it is locked and long',
      pageOf(days(12) + gate, linked({ ...locked, wordCount: 400 })).replace('continue', 'support'),
    ],
  ])('is not refused when it is whole, though %s', (_how, page) => {
    expect(whole(page)).toBeGreaterThan(2);
  });
});

it.each([
  '404 people are saved from a sinking ferry',
  'Access denied: how a town lost its beach',
  'Just a moment of silence for the Elmo',
])('does not take a story for a message of a server: %s', (headline) => {
  const page = `<title>${headline}</title><div><h1>${headline}</h1>${STORY}</div>`;
  expect(paragraphsOf(read(page))).toHaveLength(3);
});
