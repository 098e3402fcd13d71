import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseText } from '../../../src/news/parse/text.ts';
import { complaintOf, paragraphsOf, shapeOf } from './shape.ts';

describe('a plain text article', () => {
  it('has short lines without closing punctuation for headings, the first of them for its headline', () => {
    const article = parseText(
      'ferry',
      'Ferry sinks in harbor\nIt sank on Monday.\nWhy It Matters\nNobody can leave.\nNobody can come.\nWhat Happens Next?\nDivers will look.\n',
    );
    expect(article.headline).toBe('Ferry sinks in harbor');
    expect(shapeOf(article)).toEqual([
      [null, 'It sank on Monday.'],
      ['Why It Matters', 'Nobody can leave.', 'Nobody can come.'],
      ['What Happens Next?', 'Divers will look.'],
    ]);
  });

  it('is named after its file when it begins with a paragraph', () => {
    expect(parseText('ferry-sinks_again', 'It sank on Monday.\n').headline).toBe('Ferry sinks again');
  });

  it.each([
    'Ada Quill/AP Photo',
    'Bo Lund/Getty Images',
    'Photo: Bo Lund',
    'Photograph by Ada Quill',
    '(Reuters)',
    'Getty Images',
    'Ada Quill via Reuters',
    'Image credit: The Harbor Trust',
  ])('leaves out the photo credit %s', (credit) => {
    expect(shapeOf(parseText('a', `It sank.\n\n${credit}\nNobody drowned.\n`))).toEqual([
      [null, 'It sank.', 'Nobody drowned.'],
    ]);
  });

  it.each([
    'The photo shows a boat/ship.',
    'Reuters reported it first.',
    'He told Getty Images that the photo was real.',
    '“Stay home”',
    '• Bring a coat',
    '– and a hat',
    'He wrote:',
  ])('keeps the paragraph %s', (paragraph) => {
    expect(paragraphsOf(parseText('a', `It sank.\n${paragraph}\n`))).toContain(paragraph);
  });

  it.each([
    ['By Ada Quill\n4 March 2031', { byline: 'Ada Quill', published: '2031-03-04' }],
    [
      '4 March 2031\n\nBy Ada Quill, harbour correspondent',
      { byline: 'Ada Quill, harbour correspondent', published: '2031-03-04' },
    ],
    ['BY ADA QUILL and Bo van der Lund', { byline: 'ADA QUILL and Bo van der Lund' }],
    ['By Ada Quill | 4 March 2031 | 5 min read', { byline: 'Ada Quill', published: '2031-03-04' }],
    ['Ada Quill · March 4, 2031', { byline: 'Ada Quill', published: '2031-03-04' }],
    [
      'By Ada Quill, Sound Gazette, 4 March 2031',
      { byline: 'Ada Quill', publisher: 'Sound Gazette', published: '2031-03-04' },
    ],
    ['The Sound, Tuesday, 4 March 2031', { publisher: 'The Sound', published: '2031-03-04' }],
    [
      'By Ada Quill\nSound Gazette\n4th March 2031',
      { byline: 'Ada Quill', publisher: 'Sound Gazette', published: '2031-03-04' },
    ],
    ['PORT AMBERLEY, 4 March 2031', { published: '2031-03-04' }],
    ['Published: Tuesday, March 4, 2031 at 8:30 a.m. GMT', { published: '2031-03-04' }],
    ['Last updated: 5 March 2031 09:00 GMT\nPosted on 4 March 2031 in News', { published: '2031-03-04' }],
    ['Posted on March 4, 2031 by Ada Quill', { byline: 'Ada Quill', published: '2031-03-04' }],
    ['Tue 4 Mar 2031 06.21, UK', { published: '2031-03-04' }],
    ['2031-03-04', { published: '2031-03-04' }],
    ['04.03.2031', { published: '2031-03-04' }],
    ['28/03/2031 14:02', { published: '2031-03-28' }],
    ['03/28/2031', { published: '2031-03-28' }],
    ['04/03/2031', {}],
  ])('takes %j beside its headline for its imprint', (lines, imprint) => {
    const { byline, publisher, published, ...article } = parseText(
      'ferry',
      `Ferry sinks in harbor\n${lines}\nIt sank on Monday.\n`,
    );
    expect({ byline, publisher, published }).toEqual(imprint);
    expect(shapeOf(article)).toEqual([[null, 'It sank on Monday.']]);
  });

  it.each(['4 March 2031\nFerry sinks\nIt sank.\n', 'Ferry sinks\nIt sank.\nSound Gazette, 4 March 2031\n'])(
    'reads the day above its headline or below its text: %j',
    (contents) => {
      const article = parseText('a', contents);
      expect(article).toMatchObject({ headline: 'Ferry sinks', published: '2031-03-04' });
      expect(shapeOf(article)).toEqual([[null, 'It sank.']]);
    },
  );

  it.each([
    'By the Sea',
    'By Monday',
    'By 4 March 2031',
    'By Monday, 4 March 2031',
    'March 2031',
    'What Happens on 4 March 2031',
    'What Happens, 4 March 2031',
    'Ferry Sinks 4 March 2031',
    '4 March 2031, and why it matters',
    'The Sound Gazette',
    '31 Boats 2031',
  ])('keeps the heading %s below its headline', (heading) => {
    const article = parseText('ferry', `Ferry sinks in harbor\n${heading}\nIt sank on Monday.\n`);
    expect(shapeOf(article)).toEqual([[heading, 'It sank on Monday.']]);
    for (const field of ['byline', 'publisher', 'published']) expect(article).not.toHaveProperty(field);
  });

  it('has no byline and no date in the middle of its text', () => {
    const article = parseText(
      'ferry',
      'Ferry sinks\nIt sank.\nBy Ada Quill\n4 March 2031\nNobody drowned.\n',
    );
    expect(paragraphsOf(article)).toEqual(['It sank.', 'Nobody drowned.']);
    expect(article.sections.map((section) => section.heading === null)).toEqual([true, false, false]);
  });

  it('joins lines that an editor wrapped at a fixed width', () => {
    const article = parseText(
      'a',
      'Ferry sinks in harbor\n\nThe ferry sank on Monday because two\nof its plates had rusted, the owner\nsaid in the evening.\n\nNobody drowned, but the mail, a piano\nand nine crates of tea are lost.\n',
    );
    expect(article.headline).toBe('Ferry sinks in harbor');
    expect(shapeOf(article)).toEqual([
      [
        null,
        'The ferry sank on Monday because two of its plates had rusted, the owner said in the evening.',
        'Nobody drowned, but the mail, a piano and nine crates of tea are lost.',
      ],
    ]);
  });

  it.each(['\n', '\r\n', '\r'])('reads any line end: %j', (end) => {
    expect(shapeOf(parseText('a', ['It sank.', 'Why', 'It leaked.', ''].join(end)))).toEqual([
      [null, 'It sank.'],
      ['Why', 'It leaked.'],
    ]);
  });

  const word = fc.stringMatching(/^[a-zé,’“”-]{1,12}$/);
  const paragraph = fc
    .array(word, { minLength: 1, maxLength: 40 })
    .map((words) => `The ${words.join(' ')} end.`);

  it('loses no paragraph', () => {
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 8 }),
        fc.constantFrom('\n', '\n\n', '\r\n'),
        (all, gap) => {
          expect(paragraphsOf(parseText('a', `Ferry sinks\n${all.join(gap)}\n`))).toEqual(all);
        },
      ),
    );
  });

  it.each([
    ['is empty', ''],
    ['holds white space only', ' \r\n\t\n'],
    ['holds a photo credit only', 'Ada Quill/AP Photo\n'],
    ['holds headings only', 'Ferry sinks\nWhy It Matters\n'],
  ])('is refused when it %s', (_what, contents) => {
    const got = complaintOf(() => parseText('a', contents));
    expect(got).toMatchObject({
      line: 1,
      message: expect.stringMatching(/^expected at least one paragraph/),
    });
  });

  it.each(['<!doctype html><html><body><p>It sank.</p></body></html>', '\n<HTML lang="en"><p>It sank.</p>'])(
    'is refused, and told its right ending, when it is the source of a page: %s',
    (contents) => {
      expect(complaintOf(() => parseText('a', contents)).message).toBe(
        'expected plain text, got a web page. Give the file the ending .html.',
      );
    },
  );
});
