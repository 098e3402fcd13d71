import { describe, expect, it } from 'vitest';
import { read } from './pages/read.ts';
import { between, FIRST, LAST, pageOf, SECOND } from './pages/story.ts';
import { paragraphsOf } from './shape.ts';

describe('words of a sentence', () => {
  it.each([
    [
      '<span class="dateline">BRINE, Maine</span> — Workers found salt.',
      'BRINE, Maine — Workers found salt.',
    ],
    [
      '<b><span class="dateline">BRINE</span></b> — Workers found salt on Monday.',
      'BRINE — Workers found salt on Monday.',
    ],
    [
      'It is old, said <a class="author" href="/t">Ines Cruz</a>, who owns it.',
      'It is old, said Ines Cruz, who owns it.',
    ],
    [
      'A third comes from the <span class="tooltip" title="x">state</span> if it pays.',
      'A third comes from the state if it pays.',
    ],
    ['They asked for a <a class="tag" href="/tag">channel</a> in 2011.', 'They asked for a channel in 2011.'],
    ['He built a <button class="glossary">yawl</button> in the town.', 'He built a yawl in the town.'],
    ['She sank. <span class="keywords">Nobody saw it.</span>', 'She sank. Nobody saw it.'],
  ])('are kept whatever they are called: %s', (html, expected) => {
    expect(between(`<p>${html}</p>`)).toEqual([expected]);
  });

  it.each([
    'She sank at once, and nobody saw it. <span class="share">Share this</span>',
    'She sank at once, and nobody saw it. <span class="photo-credit">Bo Lund</span>',
    'She sank at once, <button aria-label="Info">?</button>and nobody saw it.',
    'She sank at once, and nobody saw it. <button>Copy link</button>',
    'She sank at once, <span class="sr-only">opens in a new tab</span>and nobody saw it.',
    'She sank at once, <span hidden>by three metres, </span>and nobody saw it.',
  ])('are not what stands beside them: %s', (html) => {
    expect(between(`<p>${html}</p>`)).toEqual(['She sank at once, and nobody saw it.']);
  });

  it.each([
    '<a href="#fn1"><sup>1</sup></a>',
    '<sup><a href="https://courier.example/elmo#fn2">2</a></sup>',
    '<a class="footnote-anchor" href="/elmo#footnote-3">3</a>',
    '<a href="#n">4</a>',
    '<sup>[5]</sup>',
    '<sup class="footnote">6</sup>',
    '<sup class="footnote"><a href="#n">*</a></sup>',
    ' <a href="#ref7">↩</a>',
  ])('are not the numbers of notes: %s', (note) => {
    expect(between(`<p>She had sunk before.${note}</p>`)).toEqual(['She had sunk before.']);
  });

  it('are numbers that are none of notes', () => {
    const html = 'It is 4 m<sup>2</sup> of CO<sub>2</sub>, says section <a href="#two">2</a> of the law.';
    expect(between(`<p>${html}</p>`)).toEqual(['It is 4 m2 of CO2, says section 2 of the law.']);
  });
});

describe('lines that single breaks part', () => {
  const lines = [FIRST, SECOND, `${FIRST} So it was.`, LAST];

  it('are paragraphs where most are sentences, or each is indented', () => {
    expect(paragraphsOf(read(pageOf(lines.join('<br>\n'))))).toEqual(lines);
    const short = ['She sank on Monday, and nobody saw it.', 'She was old.', 'So was the captain.'];
    expect(paragraphsOf(read(pageOf([FIRST, ...short].map((line) => `&emsp;${line}`).join('<br>'))))).toEqual(
      [FIRST, ...short],
    );
  });

  it('are one where they are verses', () => {
    const verses = '“She went down to the sea,<br>as all of us must.<br>She did not come back.”';
    expect(between(`<p>${verses}</p>`)).toEqual([
      '“She went down to the sea, as all of us must. She did not come back.”',
    ]);
  });
});

describe('sentences that begin or end as notices do', () => {
  it.each([
    'Related costs – fuel, wages and harbour dues – rose by a tenth.',
    'More from the mayor: “We will not pay a penny of it,” she said.',
    'Every photograph was stamped “All rights reserved,” the judge wrote in his ruling on Friday.',
    'Get our children out of there, she begged; what came was a newsletter from the school.',
    'Join us at seven, the notice said, and bring our podcast some tea.',
    'We use cookies to keep your children quiet, the guard said; they are oatmeal.',
    'Copyright 2025 is what the stone says, though the church is from 1312.',
    'This article was first printed with the headline that cost the editor his job.',
    'It was, he said, a photograph: Mary Finch, at four, on the quay',
    'Ships of up to 40 metres may use the channel by day, the council said (dawn/dusk)',
    'Close.',
    '12:45',
    'By Saturday night',
  ])('are kept: %s', (sentence) => {
    expect(between(`<p>${sentence}</p>`)).toEqual([sentence]);
  });

  it('are kept in lists', () => {
    const items = [
      '500g strong white flour (17oz/4 cups)',
      'Credit: Visa or Crowns',
      '4 March 2031: A ship sinks',
    ];
    expect(between(`<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`)).toEqual(items);
  });
});

describe('paragraphs that are hidden', () => {
  const HIDDEN = [
    'The owner said on Friday that she would never have sailed.',
    '“We were told to wait,” the captain said.',
  ];
  const rest = HIDDEN.map((text) => `<p>${text}</p>`).join('');

  it.each([
    ['waits for a button', `<button>Read more</button><div style="display:none">${rest}</div>`],
    ['is blurred', `<div class="premium-blur" aria-hidden="true" style="filter:blur(6px)">${rest}</div>`],
    ['waits for a script', `<noscript>${rest}</noscript>`],
  ])('are the rest of a story that %s', (_why, html) => {
    expect(paragraphsOf(read(pageOf(`<p>${FIRST}</p><p>${SECOND}</p>${html}`)))).toEqual([
      FIRST,
      SECOND,
      ...HIDDEN,
    ]);
  });

  it('are none of it where they stand on the page already, or in a box of another kind', () => {
    for (const html of [
      `<div hidden>${rest}<p>${SECOND}</p></div>`,
      `<div class="newsletter" hidden>${rest}</div>`,
      '<div hidden><p>The owner said on Friday that she would never have sailed.</p></div>',
      `<div style="position:absolute;left:-9999px">${FIRST} ${SECOND}</div>`,
    ])
      expect(paragraphsOf(read(pageOf(`<p>${FIRST}</p><p>${SECOND}</p>${html}`)))).toEqual([FIRST, SECOND]);
  });
});

it('reads what stands in a template that a browser has filled in', () => {
  const page = `<h1>Ferry sinks</h1><x-article><template shadowrootmode="open"><p>${FIRST}</p><p>${SECOND}</p></template></x-article>`;
  expect(paragraphsOf(read(page))).toEqual([FIRST, SECOND]);
});
