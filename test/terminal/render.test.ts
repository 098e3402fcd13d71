import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildArticle } from '../../src/news/article.ts';
import type { Block, Reply } from '../../src/reply.ts';
import { pageOf } from '../../src/terminal/ink.ts';
import { type Layout, renderReply } from '../../src/terminal/render.ts';
import { columns } from '../../src/terminal/wrap.ts';
import { ENGLISH } from '../../src/words/english.ts';
import { harbour, mayorQuotation, spanOf } from './fixture.ts';

const plain: Layout = { width: 60, colour: false, actions: 'numbered' };
const rendered = (reply: Reply, layout: Partial<Layout> = {}): string =>
  renderReply(reply, { ...plain, ...layout }).join('\n');

const opening = harbour.sections[0]!.paragraphs;
const delay: Block = {
  kind: 'passage',
  article: harbour,
  span: { start: opening[0]!.start, end: opening[1]!.end },
  answers: [spanOf('The council has put off the new harbour bridge by two years.')],
  heading: null,
  strength: 'strong',
  also: [],
};
const cost: Block = {
  kind: 'passage',
  article: harbour,
  span: harbour.sections[1]!.paragraphs[0]!,
  answers: [],
  heading: harbour.sections[1]!.heading,
  strength: 'nearest',
  also: [],
};
const reply: Reply = {
  blocks: [{ kind: 'note', tone: 'understood', text: 'bridge · council' }, delay, cost],
  actions: [
    { kind: 'command', label: 'More context', command: 'ask', options: {}, inPlace: true },
    {
      kind: 'link',
      label: 'Read article',
      url: 'https://courier.example/harbour-bridge#:~:text=The%20council',
    },
    { kind: 'command', label: 'Quotes on this', command: 'quote', options: {}, inPlace: false },
  ],
};

describe('a reply', () => {
  test('is laid out without colour, its answer between asterisks and its calls numbered', () => {
    expect(`\n${rendered(reply)}\n`).toBe(`
↳ bridge · council

Council Delays Harbour Bridge
│ **The council has put off the new harbour bridge by two
│ years.** Work was to begin in May.
│
│ “We cannot build on sand,” Mayor Ada Quill said. “The
│ bridge will wait.”
  The Port Courier · 4 Mar 2025 · strong match

│ The bridge will cost 40 million crowns, according to the
│ harbour office.
  What Will It Cost? · nearest passage, not an answer

[1] More context  [2] Quotes on this
Read article: https://courier.example/harbour-bridge#:~:text=The%20council
`);
  });

  test('is broken at its spaces in a narrow window, but for an address', () => {
    expect(`\n${rendered({ blocks: [delay], actions: reply.actions }, { width: 24 })}\n`).toBe(`
Council Delays Harbour
Bridge
│ **The council has put
│ off the new harbour
│ bridge by two years.**
│ Work was to begin in
│ May.
│
│ “We cannot build on
│ sand,” Mayor Ada Quill
│ said. “The bridge will
│ wait.”
  The Port Courier · 4
  Mar 2025 · strong
  match

[1] More context
[2] Quotes on this
Read article: https://courier.example/harbour-bridge#:~:text=The%20council
`);
  });

  test('in colour has the same words, and the answer in bold on each of its lines', () => {
    const lines = rendered({ blocks: [delay], actions: [] }, { colour: true }).split('\n');
    expect(lines[0]).toBe('\u001b[1mCouncil Delays Harbour Bridge\u001b[22m');
    expect(lines[1]).toBe(
      '\u001b[2m│ \u001b[22m\u001b[1mThe council has put off the new harbour bridge by two\u001b[22m',
    );
    expect(lines[2]).toBe('\u001b[2m│ \u001b[22m\u001b[1myears.\u001b[22m Work was to begin in May.');
  });

  test('for nobody to choose from shows links only', () => {
    expect(rendered({ blocks: [], actions: reply.actions }, { actions: 'links' })).toBe(
      'Read article: https://courier.example/harbour-bridge#:~:text=The%20council',
    );
  });
});

describe('a quotation', () => {
  test('is shown with who said it, how that is known, and where it stands', () => {
    expect(
      `\n${rendered({ blocks: [{ kind: 'quotation', article: harbour, quotation: mayorQuotation, also: [] }], actions: [] })}\n`,
    ).toBe(`
Council Delays Harbour Bridge
│ “We cannot build on sand,” … “The bridge will wait.”
— Ada Quill, Mayor · said · named
  The Port Courier · 4 Mar 2025
`);
  });

  test.each([
    [{ grade: 'inferred' }, '— Ada Quill, Mayor · said · inferred'],
    [
      { grade: 'pronoun', speaker: { ...mayorQuotation.speaker!, mention: spanOf('it'), role: null } },
      '— Ada Quill · said · through a pronoun (“it”)',
    ],
    [{ grade: 'unknown', speaker: null, cue: null }, '— speaker unknown'],
    [{ venue: spanOf('harbour office') }, '— Ada Quill, Mayor · said harbour office · named'],
    [{ kind: 'indirect' }, '— Ada Quill, Mayor · said · reported speech · named'],
  ] as const)('changed by %j is attributed so: %s', (change, line) => {
    const quotation = { ...mayorQuotation, ...change };
    const lines = rendered(
      { blocks: [{ kind: 'quotation', article: harbour, quotation, also: [] }], actions: [] },
      { width: 90 },
    );
    expect(lines.split('\n')).toContain(line);
    expect(lines.includes('“We')).toBe(quotation.kind !== 'indirect');
  });
});

test('lists have a row for each item, and notes a line for each of theirs', () => {
  const blocks: Block[] = [
    { kind: 'note', tone: 'absent', text: 'Not in the articles.\n\nThey know nothing of “tunnel”.' },
    {
      kind: 'list',
      title: 'Speakers',
      items: [
        { text: 'Ada Quill', detail: 'Mayor · 1 quotation', url: 'https://courier.example/a?b=1' },
        { text: 'A very long name of a very long committee of the council', detail: '2' },
      ],
    },
  ];
  expect(`\n${rendered({ blocks, actions: [] }, { width: 40 })}\n`).toBe(`
Not in the articles.
They know nothing of “tunnel”.

Speakers
• Ada Quill · Mayor · 1 quotation
  https://courier.example/a?b=1
• A very long name of a very long
  committee of the council · 2
`);
});

describe('what an article says', () => {
  const odd = buildArticle(
    'odd',
    { headline: 'Bell\u0007 \u001b]0;title\u0007', publisher: '日本\u009b2J', url: 'https://x.example/' },
    [
      {
        heading: 'H\u001b[2J',
        paragraphs: ['A\u001b[31m red\u202e word. 日本語日本語日本語日本語日本語.', 'B\r\nC'],
      },
    ],
  );
  const span = { start: odd.sections[0]!.paragraphs[0]!.start, end: odd.text.length };
  const block: Block = {
    kind: 'passage',
    article: odd,
    span,
    answers: [span],
    heading: odd.sections[0]!.heading,
    strength: null,
    also: [],
  };
  const note: Block = { kind: 'note', tone: 'plain', text: 'you asked \u001b[5m\u0000' };
  const list: Block = {
    kind: 'list',
    title: '\u001bc',
    items: [{ text: '\u001bc', detail: '\b', url: 'x\u001b' }],
  };
  const actions: Reply['actions'] = [
    { kind: 'command', label: 'a\u001b', command: 'ask', options: {}, inPlace: true },
    { kind: 'link', label: 'b\u001b', url: 'c\u001b' },
  ];

  test.each([true, false])('never controls the terminal (colour %s)', (colour) => {
    const lines = renderReply({ blocks: [block, note, list], actions }, { ...plain, width: 24, colour });
    const ours = /\u001b\[(?:1|2|3|22|23|33|39)m/g;
    for (const line of lines)
      expect(line.replace(ours, '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
  });

  test('is shown whole, within the window', () => {
    const lines = renderReply({ blocks: [block], actions: [] }, { ...plain, width: 24 });
    for (const line of lines) expect(columns(line)).toBeLessThanOrEqual(24);
    expect(lines.join('')).toContain('日本語');
    const shown = lines.join('').replaceAll(/[│\s]/g, '');
    expect(shown).toContain('日本語日本語日本語日本語日本語.');
  });
});

test('every passage is the article’s own words, whole and in order, in every window', () => {
  const place = fc.integer({ min: 0, max: harbour.text.length });
  fc.assert(
    fc.property(fc.tuple(place, place, place, place), fc.integer({ min: 20, max: 100 }), (cuts, width) => {
      const [start, from, to, end] = cuts.toSorted((a, b) => a - b) as [number, number, number, number];
      const span = { start, end };
      const answers = from < to ? [{ start: from, end: to }] : [];
      const passage: Block = { ...delay, span, answers };
      const lines = renderReply({ blocks: [passage], actions: [] }, { ...plain, width, colour: true });
      const shown = lines
        .map((line) => line.replaceAll(/\u001b\[\d+m/g, ''))
        .filter((line) => line.startsWith('│'))
        .map((line) => line.slice(1))
        .join('');
      expect(shown.replaceAll(/\s/g, '')).toBe(harbour.text.slice(start, end).replaceAll(/\s/g, ''));
    }),
  );
});

test.each([
  ['2025-02-16', '16 Feb 2025'],
  ['2025-02-06T23:59:00-05:00', '6 Feb 2025'],
  ['2025-02', 'Feb 2025'],
  ['2025-13-01', '2025-13-01'],
  ['last spring', 'last spring'],
])('the day of %s is %s', (published, day) => {
  expect(ENGLISH.set.date(published)).toBe(day);
});

test.each([
  [undefined, 80],
  [200, 100],
  [50, 50],
  [3, 20],
])('a window of %s columns is written %s wide', (columns, width) => {
  expect(pageOf(columns, false).width).toBe(width);
});
