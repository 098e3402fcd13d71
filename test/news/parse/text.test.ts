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
    ['By Ada Quill\n4 March 2031', 'Ada Quill', '2031-03-04'],
    ['4 March 2031\n\nBy Ada Quill, harbour correspondent', 'Ada Quill, harbour correspondent', '2031-03-04'],
    ['BY ADA QUILL and Bo van der Lund', 'ADA QUILL and Bo van der Lund', undefined],
    ['Published: Tuesday, March 4, 2031 at 8:30 a.m. GMT', undefined, '2031-03-04'],
    ['2031-03-04', undefined, '2031-03-04'],
  ])('takes %j below its headline for its byline and its date', (lines, byline, published) => {
    const article = parseText('ferry', `Ferry sinks in harbor\n${lines}\nIt sank on Monday.\n`);
    expect({ byline: article.byline, published: article.published }).toEqual({ byline, published });
    expect(shapeOf(article)).toEqual([[null, 'It sank on Monday.']]);
  });

  it.each(['By the Sea', 'By 4 March 2031', 'March 2031', 'What Happens on 4 March 2031', '31 Boats 2031'])(
    'keeps the heading %s below its headline',
    (heading) => {
      const article = parseText('ferry', `Ferry sinks in harbor\n${heading}\nIt sank on Monday.\n`);
      expect(shapeOf(article)).toEqual([[heading, 'It sank on Monday.']]);
      expect(article).not.toHaveProperty('byline');
      expect(article).not.toHaveProperty('published');
    },
  );

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
});
