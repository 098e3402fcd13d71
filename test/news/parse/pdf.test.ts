import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ParseError } from '../../../src/news/parse/masthead.ts';
import { LARGEST_PDF, MOST_PAGES } from '../../../src/news/parse/pdf/open.ts';
import { parsePdf } from '../../../src/news/parse/pdf.ts';
import { paragraphsOf, shapeOf } from './shape.ts';
import { type Printing, type SetText, writePdf } from './write-pdf.ts';

const LEADING = 12;

/** Lines one below the other. */
const column = (
  lines: readonly string[],
  x: number,
  y: number,
  look: Partial<SetText> = {},
): readonly SetText[] =>
  lines
    .map((text, index) => ({ text, x, y: y + index * LEADING, ...look }))
    .filter(({ text }) => text !== '');

const read = (pages: readonly (readonly SetText[])[], printing?: Printing, id = 'ferry-sinks') =>
  parsePdf(id, {
    bytes: writePdf(
      pages.map((texts) => ({ texts })),
      printing,
    ),
  });

const HEADLINE: SetText = { text: 'Ferry sinks in harbour', x: 72, y: 120, size: 24, bold: true };

async function complaint(bytes: Uint8Array): Promise<string> {
  try {
    await parsePdf('a', { bytes });
  } catch (error) {
    if (error instanceof ParseError) return error.message;
    throw error;
  }
  throw new Error('nothing was complained of');
}

const ONE = [
  'The ferry Astra sank on Monday night when the pumps of its',
  'engine room stopped, the owner said on Tuesday in the yard.',
  'Nobody drowned.',
];
const TWO = [
  'Divers found the ship upright, with its lamps still burning,',
  'and brought up the mail, nine crates of tea and one piano.',
];

describe('a PDF', () => {
  it('has a headline, a byline, headings and paragraphs', async () => {
    const article = await read([
      [
        HEADLINE,
        { text: 'By Noor Amani', x: 72, y: 145 },
        ...column(ONE, 72, 170),
        { text: 'What the divers saw', x: 72, y: 230, size: 13, bold: true },
        ...column(TWO, 72, 250),
      ],
    ]);
    expect(article).toMatchObject({
      id: 'ferry-sinks',
      headline: 'Ferry sinks in harbour',
      byline: 'Noor Amani',
    });
    expect(shapeOf(article)).toEqual([
      [null, ONE.join(' ')],
      ['What the divers saw', TWO.join(' ')],
    ]);
    expect(article).not.toHaveProperty('published');
  });

  it.each([
    ['The Harbour Post, 4 March 2031', { publisher: 'The Harbour Post', published: '2031-03-04' }],
    ['By Noor Amani | 04.03.2031', { byline: 'Noor Amani', published: '2031-03-04' }],
  ])('has the imprint that stands beside its headline: %s', async (line, imprint) => {
    const article = await read([[HEADLINE, { text: line, x: 72, y: 145 }, ...column(ONE, 72, 170)]]);
    expect(article).toMatchObject(imprint);
    expect(shapeOf(article)).toEqual([[null, ONE.join(' ')]]);
  });

  it.each([
    ['names who wrote it with no gap below', ['By Noor Amani']],
    ['names who wrote it, and what they are', ['By Noor Amani', 'Courier Staff Writer']],
  ])('%s', async (_what, lines) => {
    const article = await read([[HEADLINE, ...column([...lines, ...ONE], 72, 145)]]);
    expect(article.byline).toBe('Noor Amani');
    expect(paragraphsOf(article)).toEqual([ONE.join(' ')]);
  });

  it('names who wrote it above a day', async () => {
    const lines = [
      { text: 'Noor Amani', x: 200, y: 145, size: 12 },
      { text: '4 March 2031', x: 200, y: 165, size: 12 },
    ];
    const article = await read([[HEADLINE, ...lines, ...column(ONE, 72, 190)]]);
    expect(article).toMatchObject({ byline: 'Noor Amani', published: '2031-03-04' });
    expect(shapeOf(article)).toEqual([[null, ONE.join(' ')]]);
  });

  it('has bold headings of the size of its text', async () => {
    const article = await read([
      [
        HEADLINE,
        ...column([...ONE, ''], 72, 170),
        { text: 'What the divers saw', x: 72, y: 206, bold: true },
        ...column(TWO, 72, 218),
      ],
    ]);
    expect(shapeOf(article)).toEqual([
      [null, ONE.join(' ')],
      ['What the divers saw', TWO.join(' ')],
    ]);
  });
});

describe('the paragraphs of a PDF', () => {
  it.each([
    ['by a gap', [...column(ONE, 72, 170), ...column(TWO, 72, 214)]],
    [
      'by an indent',
      [...column(ONE, 72, 170), ...column(TWO.slice(0, 1), 86, 206), ...column(TWO.slice(1), 72, 218)],
    ],
    ['by a short last line alone', column([...ONE, ...TWO], 72, 170)],
    ['by a bullet', [...column([...ONE.slice(0, 2), `• ${TWO[0]}`, TWO[1]!], 72, 170)]],
  ])('are told %s', async (how, texts) => {
    const [one, two] = [ONE, TWO];
    const first = how === 'by a bullet' ? one.slice(0, 2) : one;
    expect(paragraphsOf(await read([[HEADLINE, ...texts]]))).toEqual([
      first.join(' '),
      `${how === 'by a bullet' ? '• ' : ''}${two.join(' ')}`,
    ]);
  });

  it('are no shorter for a sentence that ends with a line', async () => {
    const lines = [
      'The ferry Astra sank on Monday night beside its own pier, ok.',
      'The pumps had been repaired in May, in June and in August.',
      'It did not help.',
    ];
    expect(paragraphsOf(await read([[HEADLINE, ...column(lines, 72, 170)]]))).toEqual([lines.join(' ')]);
  });

  it('go on over columns and pages', async () => {
    const [a, b, c] = [
      ['Harbour masters said on', 'Monday that the old pier', 'would be closed while the'],
      ['divers work, and that all', 'boats are to go round by', 'the northern mole, where'],
      ['there is room.', '', 'Ferries go on time.'],
    ] as const;
    const article = await read([
      [HEADLINE, ...column(a, 72, 170), ...column(b, 320, 170)],
      column(c, 72, 100),
    ]);
    expect(paragraphsOf(article)).toEqual([[...a, ...b, c[0]].join(' '), c[2]]);
  });
});

describe('the columns of a PDF', () => {
  const left = [
    'The ferry Astra sank on',
    'Monday night, the owner',
    'said, in six fathoms of',
    'water. Nobody drowned.',
  ];
  const right = [
    'Divers found it upright',
    'on Tuesday. The harbour',
    'master thanked them all',
    'for coming so quickly.',
  ];
  const text = [...left, ...right].join(' ');

  it('are read one after the other, below a headline over both', async () => {
    const texts = [HEADLINE, ...column(left, 72, 170), ...column(right, 220, 170)];
    expect((await read([texts])).text.replaceAll('\n\n', ' ')).toBe(text);
  });

  it('are read in the same order however the program wrote them', async () => {
    const texts = [HEADLINE, ...column(left, 72, 170), ...column(right, 220, 170)];
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(texts, { minLength: texts.length }), async (shuffled) => {
        expect((await read([shuffled])).text.replaceAll('\n\n', ' ')).toBe(text);
      }),
      { numRuns: 20 },
    );
  });

  it('need not stand on the same lines', async () => {
    const texts = [HEADLINE, ...column(left, 72, 170), ...column(right, 220, 175)];
    expect((await read([texts])).text.replaceAll('\n\n', ' ')).toBe(text);
  });

  it('are read to a heading over both of them before those below it', async () => {
    const wide = 'The harbour master and the owner both say what happens now';
    const texts = [
      HEADLINE,
      ...column(left, 72, 170),
      ...column(right, 220, 170),
      { text: wide, x: 72, y: 240, size: 13, bold: true },
      ...column(['Boats go round the mole', 'until May. It is a long', 'way, but there is room.'], 72, 260),
      ...column(['Ferries will be replaced', 'by buses. They leave as', 'soon as they are full.'], 220, 260),
    ];
    expect((await read([texts])).text.replaceAll('\n\n', ' ')).toBe(
      `${text} ${wide} Boats go round the mole until May. It is a long way, but there is room. Ferries will be replaced by buses. They leave as soon as they are full.`,
    );
  });

  it('are read to a short heading over both of them before those below it', async () => {
    const texts = [
      HEADLINE,
      ...column(left, 72, 170),
      ...column(right, 220, 170),
      { text: 'What happens now', x: 72, y: 240, size: 14, bold: true },
      ...column(['Boats go round the mole', 'until May. It is a long', 'way, but there is room.'], 72, 260),
      ...column(['Ferries will be replaced', 'by buses. They leave as', 'soon as they are full.'], 220, 260),
    ];
    expect((await read([texts])).text.replaceAll('\n\n', ' ')).toBe(
      `${text} What happens now Boats go round the mole until May. It is a long way, but there is room. Ferries will be replaced by buses. They leave as soon as they are full.`,
    );
  });

  it('are not seen in one column that was set to the full width, with wide spaces in it', async () => {
    const spaced = (words: readonly string[], y: number): readonly SetText[] =>
      words.map((word, index) => ({ text: word, x: 72 + index * 150 + (y % 5) * 9, y }));
    const rows = [170, 182, 194, 206, 218, 230].map((y) => [`${y}a word`, `${y}b word`, `${y}c end`]);
    const texts = rows.flatMap((words, index) => spaced(words, 170 + index * 12));
    const wide = 'A line of the same column that has more words in it, and so runs across all of the spaces.';
    const lines = column([wide, wide, wide, wide], 72, 242);
    expect((await read([[HEADLINE, ...texts, ...lines]])).text.replace(/\s+/g, ' ')).toContain(
      rows.flat().join(' '),
    );
  });

  it('are known from other pages where a page has two lines of each', async () => {
    const page = (x: number, lines: readonly string[]) => column(lines, x, 72);
    const article = await read([
      [HEADLINE, ...column(left, 72, 170), ...column(right, 220, 170)],
      [
        ...page(72, ['The mail and a piano are', 'still down there. Divers']),
        ...page(220, ['will look for them when', 'the sea is calm again.']),
      ],
    ]);
    expect(article.text).toContain(
      'The mail and a piano are still down there. Divers will look for them when the sea is calm again.',
    );
  });

  it('may stand as close as words do', async () => {
    const texts = [HEADLINE, ...column(left, 72, 170), ...column(right, 188, 170)];
    expect((await read([texts])).text.replaceAll('\n\n', ' ')).toBe(text);
  });

  it('may be three', async () => {
    const third = ['Buses go instead, every', 'hour from six. The fare', 'is that of the ferries.'];
    const texts = [
      HEADLINE,
      ...column(left, 72, 170),
      ...column(right, 220, 170),
      ...column(third, 368, 170),
    ];
    expect((await read([texts])).text.replaceAll('\n\n', ' ')).toBe(`${text} ${third.join(' ')}`);
  });
});

describe('words that were parted at the end of a line', () => {
  const mended = async (...lines: readonly string[]): Promise<string> => {
    const filled = ['The ferries go to the outer islands in the morning, so', ...lines];
    return (await read([[HEADLINE, ...column(filled, 72, 170)]])).text;
  };

  it.each([
    ['the govern-', 'ment said no.', 'the government said no.'],
    ['the Anglo-', 'American line.', 'the Anglo-American line.'],
    ['a COVID-', '19 rule.', 'a COVID-19 rule.'],
    ['a 10-', 'year plan.', 'a 10-year plan.'],
    ['U.S.-', 'backed boats.', 'U.S.-backed boats.'],
    ['a NATO-', 'led fleet.', 'a NATO-led fleet.'],
    ['a Kremlin-', 'backed fleet.', 'a Kremlin-backed fleet.'],
    ['a mother-in-', 'law swam.', 'a mother-in-law swam.'],
    ['they cancel-', 'led it.', 'they cancelled it.'],
    ['a self-', 'taught diver.', 'a self-taught diver.'],
    ['a self-', 'ish diver.', 'a selfish diver.'],
    ['a state-', 'owned boat.', 'a state-owned boat.'],
    ['over-', 'morning trips.', 'overmorning trips.'],
    ['outer-', 'morning trips.', 'outer-morning trips.'],
    ['a high-', 'pressure pump.', 'a high-pressure pump.'],
    ['a high-', 'er tide.', 'a higher tide.'],
    ['ninety-', 'one boats.', 'ninety-one boats.'],
    ['a so-', 'called pump.', 'a so-called pump.'],
    ['a so-', 'cial club.', 'a social club.'],
    ['an e-', 'mail.', 'an e-mail.'],
    ['a state-', 'of-the-art pump.', 'a state-of-the-art pump.'],
    ['a state-of-', 'the-art pump.', 'a state-of-the-art pump.'],
    ['the decision-mak-', 'ing body.', 'the decision-making body.'],
    ['the deci-', 'sion-making body.', 'the decision-making body.'],
    ['a non-', 'profit yard.', 'a non-profit yard.'],
    ['such non-', 'sense.', 'such nonsense.'],
    ['it sank—', 'and rose.', 'it sank—and rose.'],
    ['it sank –', 'and rose.', 'it sank – and rose.'],
    ['and/', 'or rose.', 'and/or rose.'],
    ['one -', 'two.', 'one - two.'],
  ])('%s | %s is %s', async (first, second, expected) => {
    expect(await mended(first, second)).toMatch(new RegExp(`so ${expected}$`));
  });

  it('are as the article has them elsewhere', async () => {
    expect(await mended('ice-cream and the ice-', 'cream of old.')).toContain('the ice-cream of old.');
    expect(await mended('long term and longterm long-', 'term plans.')).toContain('longterm longterm plans.');
  });

  it('are told from compounds by a sign of their own, where the article has one', async () => {
    const lines = ['the well-known up‐', 'side of the over-', 'board motor.'];
    expect(await mended(...lines)).toMatch(/the well-known upside of the over-board motor\.$/);
  });

  it('have capitals inside where the article has them so', async () => {
    expect(await mended('when Bo McGill sailed and Mc-', 'Gill sank.')).toContain('and McGill sank.');
  });

  it('are whole over the end of a column', async () => {
    const lines = ['The owner said on Mon-', 'day that he would ask', 'the govern-'];
    const article = await read([
      [
        HEADLINE,
        ...column(lines, 72, 170),
        ...column(['ment for help. It did', 'not say when or how it', 'would.'], 220, 170),
      ],
    ]);
    expect(article.text).toBe(
      'The owner said on Monday that he would ask the government for help. It did not say when or how it would.',
    );
  });
});

describe('what is not the article', () => {
  const page = (number: number, lines: readonly string[], y: number): readonly SetText[] => [
    { text: `The Harbour Post, ${number} March 2031`, x: 72, y: 40, size: 8 },
    { text: `${number}`, x: 300, y: 760, size: 8 },
    ...column(lines, 72, y),
  ];

  it('is left out: running heads and page numbers', async () => {
    const article = await read([[...page(4, ONE, 170), HEADLINE], page(5, TWO, 100)]);
    expect(paragraphsOf(article)).toEqual([ONE.join(' '), TWO.join(' ')]);
  });

  it('is no word at the beginning of a page that another page begins with as well', async () => {
    const page = (rest: string): readonly SetText[] => [
      { text: 'The', x: 72, y: 60 },
      { text: rest, x: 110, y: 60 },
      ...column(ONE, 72, 72),
    ];
    const article = await read([
      [HEADLINE, ...column(TWO, 72, 170)],
      page('ferry sank.'),
      page('owner swam.'),
    ]);
    expect(article.text).toContain('The ferry sank.');
    expect(article.text).toContain('The owner swam.');
  });

  it('is left out: what a browser prints around a page', async () => {
    const texts: readonly SetText[] = [
      { text: '3/4/31, 8:00 AM', x: 24, y: 23, size: 8 },
      { text: 'Ferry sinks in harbour - The Harbour Post', x: 280, y: 23, size: 8 },
      { text: 'https://harbour.example/ferry', x: 24, y: 775, size: 8 },
      { text: '1/1', x: 576, y: 775, size: 8 },
    ];
    const title = 'Ferry sinks in harbour - The Harbour Post';
    const article = await read([[...texts, HEADLINE, ...column(ONE, 72, 170)]], { title });
    expect(article).toMatchObject({ headline: 'Ferry sinks in harbour', publisher: 'The Harbour Post' });
    expect(paragraphsOf(article)).toEqual([ONE.join(' ')]);
  });

  it.each(['7', '– 7 –', 'Page 7 of 9', '7/9', 'A7', 'https://harbour.example/ferry 1/2'])(
    'is left out: %s at the foot of a page',
    async (text) => {
      const article = await read([[HEADLINE, ...column(ONE, 72, 170), { text, x: 300, y: 770 }]]);
      expect(paragraphsOf(article)).toEqual([ONE.join(' ')]);
    },
  );

  it('is left out: what stands at the edge of every page, however deep its margins are', async () => {
    const page = (number: number, texts: readonly SetText[]): readonly SetText[] => [
      { text: 'The Harbour Post', x: 72, y: 140, size: 8 },
      ...texts,
      { text: `${number}`, x: 300, y: 640, size: 8 },
    ];
    const article = await read([
      page(1, [{ ...HEADLINE, y: 170 }, ...column(ONE, 72, 200)]),
      page(2, column(TWO, 72, 170)),
    ]);
    expect(paragraphsOf(article)).toEqual([ONE.join(' '), TWO.join(' ')]);
  });

  it.each([
    ['Continued on page 2', 'FERRY From page 1'],
    ['See FERRY, Page A2', 'Continued from A1'],
    ['Please turn to Page 2', 'FERRY, from A1'],
  ])('is left out: %s', async (away, back) => {
    const article = await read([
      [HEADLINE, ...column(['The ferry Astra sank on Monday night when the', away], 72, 170)],
      column([back, 'pumps of its engine room stopped.'], 72, 100),
    ]);
    expect(paragraphsOf(article)).toEqual([
      'The ferry Astra sank on Monday night when the pumps of its engine room stopped.',
    ]);
  });

  it('is left out: footnotes and their marks', async () => {
    const article = await read([
      [
        HEADLINE,
        { text: 'The fare rose by a tenth', x: 72, y: 170 },
        { text: '1', x: 179, y: 166.5, size: 6 },
        { text: ', the owner said.', x: 183, y: 170 },
        { text: 'The yard is 90 m', x: 72, y: 182 },
        { text: '2', x: 147.2, y: 178.5, size: 6 },
        { text: 'large.', x: 154, y: 182 },
        { text: '1. Harbour Trust, yearly report, page 77.', x: 72, y: 220, size: 7 },
      ],
    ]);
    expect(article.text).toBe('The fare rose by a tenth, the owner said. The yard is 90 m2 large.');
  });

  it.each([
    '© 2031 The Harbour Post. All rights reserved.',
    'Advertisement',
    'The harbour on Monday. Photograph: Bo Lund/The Harbour Post',
    '“Nobody drowned.”',
  ])('is left out: %s', async (text) => {
    const texts = [HEADLINE, ...column([...ONE, '', ...TWO], 72, 170), { text, x: 72, y: 260 }];
    const said = { text: 'The owner said: “It is over. Nobody drowned.” He left.', x: 72, y: 290 };
    expect(paragraphsOf(await read([[...texts, said]]))).toEqual([ONE.join(' '), TWO.join(' '), said.text]);
  });

  it('is left out: what stands below “Related”', async () => {
    const related: readonly SetText[] = [
      { text: 'Related', x: 72, y: 230, size: 14 },
      { text: 'Council delays budget again', x: 90, y: 250 },
      { text: 'Harbour dredging begins', x: 90, y: 264 },
    ];
    const article = await read([[HEADLINE, ...column(ONE, 72, 170), ...related, ...column(TWO, 72, 290)]]);
    expect(shapeOf(article)).toEqual([[null, ONE.join(' '), TWO.join(' ')]]);
  });

  it('is no number in the middle of a page, nor a line that says the same at another height', async () => {
    const article = await read([
      [
        HEADLINE,
        ...column(ONE, 72, 170),
        { text: '7', x: 72, y: 260 },
        { text: 'They all swam home.', x: 72, y: 280 },
      ],
      [{ text: 'They all swam home.', x: 72, y: 300 }],
    ]);
    expect(paragraphsOf(article)).toEqual([ONE.join(' '), '7', 'They all swam home.', 'They all swam home.']);
  });

  it.each([
    ['a photo credit', { text: 'Bo Lund/Getty Images', x: 72, y: 330 }],
    ['text that runs up the page', { text: 'Harbour Trust', x: 40, y: 300, upwards: true }],
    ['the name of the section above the headline', { text: 'World news', x: 72, y: 95, bold: true }],
  ])('is left out: %s', async (_what, text) => {
    expect(paragraphsOf(await read([[HEADLINE, ...column(ONE, 72, 170), text]]))).toEqual([ONE.join(' ')]);
  });
});

describe('the headline of a PDF', () => {
  const below = column([...ONE, ...TWO], 72, 170);
  const headlineOf = async (texts: readonly SetText[], printing?: Printing) =>
    (await read([texts], printing)).headline;

  it('is the one that its title names, in the words of the page', async () => {
    const kicker: SetText = { text: 'SPECIAL EDITION', x: 72, y: 80, size: 40 };
    const title = 'Ferry Sinks in Harbour - The Harbour Post';
    expect(await headlineOf([kicker, HEADLINE, ...below], { title })).toBe('Ferry sinks in harbour');
  });

  it('is the largest text where the title is a program’s', async () => {
    const title = 'Microsoft Word - ferry-final2.docx';
    expect(await headlineOf([HEADLINE, ...below], { title })).toBe('Ferry sinks in harbour');
  });

  it('may run over lines', async () => {
    const lines: readonly SetText[] = [HEADLINE, { ...HEADLINE, text: 'and rises on Tuesday', y: 148 }];
    expect(await headlineOf([...lines, ...column(ONE, 72, 190)])).toBe(
      'Ferry sinks in harbour and rises on Tuesday',
    );
  });

  it('is not the name of the newspaper above it', async () => {
    const name: SetText = { text: 'The Harbour Post', x: 72, y: 70, size: 44 };
    const article = await read([[name, HEADLINE, ...below]]);
    expect(article).toMatchObject({ headline: 'Ferry sinks in harbour', publisher: 'The Harbour Post' });
  });

  it.each(['The Quay', 'POLITIKEN', 'News from the Coast'])(
    'is not %s, the name of a newspaper above its day',
    async (text) => {
      const name: SetText = { text, x: 72, y: 50, size: 44 };
      const day: SetText = { text: 'Tuesday, 4 March 2031 | Page A1', x: 72, y: 80 };
      const headline = { ...HEADLINE, text: 'Ferry sinks in old harbour' };
      const article = await read([[name, day, headline, ...below]]);
      expect(article).toMatchObject({ headline: 'Ferry sinks in old harbour', publisher: text });
    },
  );

  it('is no larger quotation further down', async () => {
    const quotation: SetText = { text: '“I can swim.”', x: 72, y: 300, size: 30 };
    expect(await headlineOf([HEADLINE, ...below, quotation])).toBe('Ferry sinks in harbour');
  });

  it('is no heading further down that its title names', async () => {
    const heading: SetText = { text: 'What the divers saw', x: 72, y: 260, size: 13, bold: true };
    const texts = [HEADLINE, ...below, heading, ...column(TWO, 72, 280)];
    expect(await headlineOf(texts, { title: 'What the divers saw' })).toBe('Ferry sinks in harbour');
  });

  it.each([
    ['a picture', []],
    [
      'a cover sheet',
      [
        { text: '4 March 2031', x: 72, y: 100, size: 30 },
        { text: 'For private use only', x: 72, y: 160 },
      ],
    ],
  ])('stands on the second page where the first is %s', async (_what, cover) => {
    const article = await read([cover, [HEADLINE, ...below]]);
    expect(article.headline).toBe('Ferry sinks in harbour');
    expect(paragraphsOf(article)).toEqual([ONE.join(' '), TWO.join(' ')]);
  });

  it('is a first line that reads like one where all letters are of one size', async () => {
    expect(await headlineOf([{ text: 'Ferry sinks', x: 72, y: 150 }, ...below])).toBe('Ferry sinks');
  });

  it('is the file’s name where there is none', async () => {
    expect(await headlineOf(below)).toBe('Ferry sinks');
  });
});

describe('the letters of a PDF', () => {
  it('are those that its signs stand for', async () => {
    const lines = ['The ﬁrst ﬂoor was dry. “Stay”,\u00a0she said…'];
    expect((await read([[HEADLINE, ...column(lines, 72, 170)]])).text).toBe(
      'The first floor was dry. “Stay”, she said…',
    );
  });

  it('begin with a large one that reaches over lines', async () => {
    const initial: SetText = { text: 'T', x: 72, y: 182, size: 30 };
    const texts = [
      HEADLINE,
      initial,
      { text: 'he ferry Astra sank on Monday night. The', x: 95, y: 170 },
      { text: 'pumps of its engine room had stopped at', x: 95, y: 182 },
      { text: 'noon, and nobody had looked after them since.', x: 72, y: 194 },
    ];
    expect(paragraphsOf(await read([texts]))).toEqual([
      'The ferry Astra sank on Monday night. The pumps of its engine room had stopped at noon, and nobody had looked after them since.',
    ]);
  });

  it.each([
    ['A', 'ferry sank on Monday night. The owner of', 'A ferry sank'],
    ['A', 'sudden storm rose on Monday. The owner of', 'A sudden storm'],
    ['A', 'fter the storm on Monday, the owner of', 'After the storm'],
    ['A', 'stra sank on Monday night. The owner of', 'Astra sank'],
  ])('begin with a word of one letter, or not: %s and %s', async (letter, line, beginning) => {
    const initial: SetText = { text: letter, x: 72, y: 182, size: 30 };
    const texts = [
      { text: line, x: 95, y: 170 },
      { text: 'the ferry Astra said on Tuesday that he is sad.', x: 95, y: 182 },
    ];
    expect((await read([[HEADLINE, initial, ...texts]])).text.startsWith(beginning)).toBe(true);
  });

  it('are read on a page that a viewer turns', async () => {
    const turned = column(ONE, 300, 100).map((text) => ({ ...text, upwards: true, x: text.y, y: 700 }));
    const bytes = writePdf([{ texts: turned, turned: 90 }]);
    expect(paragraphsOf(await parsePdf('a', { bytes }))).toEqual([ONE.join(' ')]);
  });
});

describe('a page that lies on its side', () => {
  const rising = column(ONE, 300, 100).map((text) => ({ ...text, upwards: true, x: text.y, y: 700 }));

  it('is read as if somebody had turned it', async () => {
    const bytes = writePdf([{ texts: rising }]);
    expect(paragraphsOf(await parsePdf('a', { bytes }))).toEqual([ONE.join(' ')]);
  });

  it('is read whichever way a viewer turns it', async () => {
    const bytes = writePdf([{ texts: column(ONE, 72, 170), turned: 90 }]);
    expect(paragraphsOf(await parsePdf('a', { bytes }))).toEqual([ONE.join(' ')]);
  });
});

describe('what is no good PDF', () => {
  const good = writePdf([{ texts: [HEADLINE, ...column(ONE, 72, 170)] }]);

  it.each([
    [
      'a picture',
      writePdf([{ texts: [], picture: true }]),
      /pages are pictures or blank. Run text recognition/,
    ],
    [
      'a picture with a page number',
      writePdf([{ texts: [{ text: '7', x: 300, y: 770 }], picture: true }]),
      /are pictures/,
    ],
    ['headings alone', writePdf([{ texts: [HEADLINE] }]), /at least one paragraph/],
    [
      'a password',
      writePdf([{ texts: [HEADLINE] }], { locked: true }),
      /with a password. Open it and print it/,
    ],
    [
      'its first half alone',
      good.slice(0, 700),
      /expected a PDF that is whole, got a broken one[^.]*\. Download it again/,
    ],
    ['no pages', writePdf([]), /expected a PDF that is whole|pages are pictures/],
    ['something else', new TextEncoder().encode('<html>'), /does not begin with %PDF/],
    ['nothing', new Uint8Array(), /does not begin with %PDF/],
    [
      'too many pages',
      writePdf(Array.from({ length: MOST_PAGES + 1 }, () => ({ texts: [] }))),
      /at most 200 pages, got 201/,
    ],
    ['too many bytes', new Uint8Array(LARGEST_PDF + 1), /at most 20 MB, got 20\.1 MB/],
  ])('with %s is refused, saying what to do', async (_what, bytes, message) => {
    expect(await complaint(bytes)).toMatch(message);
  });

  it('is never changed by being read', async () => {
    const before = good.slice();
    await parsePdf('a', { bytes: good });
    expect(good).toEqual(before);
  });

  it('throws a ParseError or nothing, wherever it was spoilt', async () => {
    const spoilt = fc.oneof(
      fc
        .uint8Array({ maxLength: 400 })
        .map((bytes) => Uint8Array.of(...new TextEncoder().encode('%PDF-1.4\n'), ...bytes)),
      fc.nat({ max: good.length }).map((end) => good.slice(0, end)),
      fc
        .array(fc.tuple(fc.nat({ max: good.length - 1 }), fc.nat({ max: 255 })), { maxLength: 20 })
        .map((changes) => {
          const bytes = good.slice();
          for (const [at, byte] of changes) bytes[at] = byte;
          return bytes;
        }),
    );
    await fc.assert(
      fc.asyncProperty(spoilt, async (bytes) => {
        await parsePdf('a', { bytes }).catch((error: unknown) => expect(error).toBeInstanceOf(ParseError));
      }),
      { numRuns: 200 },
    );
  });
});
