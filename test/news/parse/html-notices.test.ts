import { describe, expect, it } from 'vitest';
import { read } from './pages/read.ts';
import { between, FIRST, LAST, pageOf, SECOND, STORY } from './pages/story.ts';
import { paragraphsOf } from './shape.ts';

const link = (text: string) => `<a href="/other">${text}</a>`;

describe('what a newspaper says of itself', () => {
  it.each([
    ['— With assistance from Ada Quill and Bo Lund'],
    ['Contributing: Ada Quill, THE COURIER'],
    ['Courier reporter Ada Quill contributed.'],
    ['Edited by: Ada Quill'],
    ['Additional reporting by agencies'],
    [
      'This story was edited for radio by Ada Quill and for digital by Bo Lund. The audio was produced by Cy Marsh.',
    ],
    ['(Updates with price in last paragraph)'],
    [`[This story has been updated. Read our ${link('latest report')} on the case.]`],
    ['The Courier is a nonprofit newsroom of the coast. Sign up to receive our biggest stories.'],
    ['This article was produced in partnership with Tide Press.'],
    ['When you buy through links on our site, we may earn a commission.'],
    [`This article originally appeared on ${link('Tide Press')}.`],
    ['Do you have a story about mud? Contact this reporter at d@courier.example.'],
    ['Have a tip? Email tips@courier.example.'],
    ['Produced by Voices and News Aloud using AI narration.'],
    ['Accuracy and availability of our transcripts may vary.'],
    ['If you spot an error, please let us know at errors@courier.example.'],
    ['Broaden your mind with award-winning journalism. Try The Courier free for 3 months.'],
    ['Listen to The Tide on Apple Podcasts, Spotify or wherever you get your podcasts.'],
    ['Support The Courier on Patreon!'],
    ['This content is hosted elsewhere. By viewing it you accept cookies.'],
    ['Ada Quill / Courier'],
    ['Courtesy of the Okafor family'],
    ['0:00 / 1:24'],
    ['-30-'],
  ])('is no part of a story: %s', (line) => {
    expect(between(`<p>${line}</p>`)).toEqual([]);
  });

  it.each([
    'The pictures, AI-generated and shared by thousands, show a ship that never was.',
    'Our reporting has shown that the owner knew of it. Get ready for more, the mayor said.',
    'Do you want peace? Then tell your neighbour that you will not sell him the field.',
    'The harbour will be dredged in June. Sign up for our newsletter.',
    'This article first appeared in 1912, when nobody had a ship that could carry so much.',
    'We earn a commission on each crate, the captain of the Elmo said, and we sink with it.',
  ])('is not what a story says: %s', (sentence) => {
    expect(between(`<p>${sentence}</p>`)).toEqual([sentence]);
  });

  it('ends a story with whom to write to', () => {
    for (const line of [
      'Write to Ada Quill at ada@courier.example',
      'Ada Quill can be reached at ada@courier.example.',
    ])
      expect(paragraphsOf(read(pageOf(`${STORY}<p>${line}</p>`)))).toEqual([FIRST, SECOND, LAST]);
  });
});

describe('links to other stories', () => {
  it.each([
    `[${link('The mud is spreading. Here is where.')}]`,
    `<strong>More: ${link('The best mud on the coast, ranked')}</strong>`,
    `<strong>Go deeper: </strong>${link('Why the hubs are stuck')}`,
    `Recalls: ${link('Look at our list of recalled boats.')}`,
    link('<strong>WHO IS INES OKAFOR?</strong>'),
    link('Follow the storm live »'),
  ])('are no part of a story: %s', (line) => {
    expect(between(`<p>${line}</p>`)).toEqual([]);
  });

  it.each([
    `Source: ${link('Ministry of Tides')}, and two captains.`,
    `She said: ${link('“I shall never sail again.”')} And she did not.`,
    link('The owner said that he was sorry.'),
    `Full text: ${link('the ruling')}`,
  ])('are not what a story says with one: %s', (line) => {
    expect(between(`<p>${line}</p>`)).toHaveLength(1);
  });
});

describe('what somebody posted elsewhere', () => {
  it.each([
    '<blockquote class="bluesky-embed" data-bluesky-uri="at://x"><p>The mud has its own post code now</p>&mdash; Ida Holt (@idaholt)</blockquote>',
    '<blockquote class="reddit-embed-bq"><a href="https://reddit.example/r/x">I own the mud, ask me anything</a> by Ida Holt in harbors</blockquote>',
    '<blockquote data-instgrm-permalink="https://instagram.example/p/1"><p>She sank before my eyes on Monday.</p></blockquote>',
  ])('is no part of a story: %s', (post) => {
    expect(between(post)).toEqual([]);
  });

  it('is not a quotation that is called embedded', () => {
    const quotation = 'A village without bells is a village that is waiting for something.';
    expect(between(`<blockquote class="blockquote-embed"><p>${quotation}</p></blockquote>`)).toEqual([
      quotation,
    ]);
  });
});

describe('lines of a page’s masthead in its text', () => {
  it.each([
    ['Saturday 8 March 2025 06:21, UK'],
    ['Issued on: 08/03/2025 - 13:40'],
    ['By نور حداد (Noor Haddad)'],
  ])('are left out above a story: %s', (line) => {
    expect(paragraphsOf(read(pageOf(`<p>${line}</p>${STORY}`)))).toEqual([FIRST, SECOND, LAST]);
  });
});

describe('gaps and struck words', () => {
  it('part what a page draws apart, and leave out what it has struck', () => {
    expect(
      between('<div>She sank at once, and fast.<span class="x br"></span>Nobody saw it sink.</div>'),
    ).toEqual(['She sank at once, and fast.', 'Nobody saw it sink.']);
    expect(between('<p>The line employs <s>2,400</s> 2,040 people, not counting divers.</p>')).toEqual([
      'The line employs 2,040 people, not counting divers.',
    ]);
  });
});
