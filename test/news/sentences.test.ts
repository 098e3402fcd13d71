import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentences } from '../../src/news/sentences.ts';

const whole = (text: string) => ({ start: 0, end: text.length });
const split = (text: string): readonly string[] =>
  sentences(text, whole(text)).map(({ start, end }) => text.slice(start, end));

/** Each row is a paragraph; `|` stands where an editor would end a sentence. */
const PARAGRAPHS: Readonly<Record<string, readonly string[]>> = {
  'plain prose': [
    'The ferry sank. | Nobody drowned.',
    'Who knew? | Everybody did! | Nobody said so.',
    'One sentence without a stop',
    'He won by a nose (or less). | She shrugged.',
    'It was over. | (Or so they thought.) | Then it rained.',
  ],
  titles: [
    'Mr. Hale met Mrs. Oduya and Dr. Venn. | They talked.',
    'Gov. Ann Price vetoed it, and Lt. Gov. Sam Roe agreed. | Sen. Kit Lowe did not.',
    'Gen. Mark Ash and Sgt. Maj. Lou Pell saluted Rev. Dr. Ida Moss.',
    'Prof. Lindqvist v. Harbor Trust was heard. | Rep. Jo Park wept.',
  ],
  acronyms: [
    'The U.S. Treasury said so. | The U.N. Security Council did not.',
    'She left the U.S. | The boat stayed.',
    'He moved to Washington, D.C. | In May he returned.',
    'They sell to the U.S. | Officials denied it.',
    'The U.S.-led force left. | U.S. exports fell.',
    'He fled the U.S. | “We want to live,” his wife said.',
    'He fled the U.S. | “Boats burned,” his wife said.',
    'The U.S. “Green Harbor” plan failed.',
    'He has a Ph.D. | She has two.',
    'Buses, a.k.a. The Reds, were late.',
  ],
  'initials and names': [
    'J.K. Rowling spoke. | J. R. R. Tolkien did not.',
    'He hired Michael P. Millard and J. P. Morgan. | It failed.',
    'She takes vitamin C. | Doctors approve.',
    'George W. Bush met Samuel L. Jackson in Ohio.',
    'Martin Luther King Jr. Day is in January. | He loved Sammy Davis Jr. | He sang.',
    'World War I. | Germany lost.',
    'She is older than I. | Nobody minds.',
    'They stayed in St. Louis near Mt. Hood. | He lives on Main St. | The shop is closed.',
  ],
  companies: [
    'Bayline Inc. Chief Executive Oskar Venn quit. | He joined Acme Corp. | The end came soon.',
    'Kelp & Co. said no. | Gull Ltd. | But it paid.',
    'He runs Bayline Inc. | Shares fell.',
  ],
  'months and numbers': [
    'It opened on Sept. 11 and closed on Dec. 3, 2030. | Rain fell.',
    'They met in Jan. | Then they parted.',
    'No. 5 beat Nos. 1 and 2. | See p. 12 and para. 4.',
    'It rose 4.5 percent to $2.3 million. | It fell to .9 percent.',
    'The answer was no. | Maybe it was yes.',
    '1. Close the bridge. | 2. Mend it. | 3. Open it.',
    'In 2030. | In 2031 again.',
  ],
  clocks: [
    'Talks began at 9 a.m. | They ended at 5 p.m. | Officials went home.',
    'It starts at 9 a.m. Monday and ends at 5 p.m. Eastern time.',
    'It starts at 9 a.m. GMT in the hall. | It is free.',
    'It left at 7 p.m. Kyiv time.',
    'They argued until 7 p.m. | Brandt went home.',
  ],
  quotations: [
    '“We won.” | “They lost,” she said.',
    '“Why?” he asked. | “Because,” she said.',
    '“Why now?” Mayor Ilse Brandt asked. | Nobody knew.',
    '“Is it safe?” Mara Lind, the engineer, wondered.',
    '“Stop!” I shouted. | “Stop!” | He said nothing more.',
    '“It is ready!” the crew cried. | "Why?" he asked.',
    'She said it was “a disgrace.” | The mayor agreed.',
    'She called it “peace.”. | He did not.',
    '“I agree. | We must act,” he said. | “Now.”',
    'He left.| “Then she came.”',
    'He called it ‘over.’ | Then he slept.',
  ],
  ellipses: [
    'We were ... surprised. | He trailed off ... | Then he left.',
    'Well… maybe. | He waited . . . and waited.',
  ],
  'line breaks and bullets': [
    'The ferry\nsank in\r\nthe bay. | Nobody\u2028drowned.',
    '• The first boat. | • The second boat.',
  ],
};

describe('sentences', () => {
  for (const [kind, rows] of Object.entries(PARAGRAPHS))
    it.each(rows)(`${kind}: %s`, (row) => {
      const expected = row.split(/\s*\|\s?/);
      const paragraph = row.replace(/\| ?/g, '');
      expect(split(paragraph)).toEqual(expected);
    });

  it('carry offsets into the text, not into the paragraph', () => {
    const text = 'Skip this. The ferry sank. Nobody drowned. Skip that.';
    const within = { start: 11, end: 42 };
    expect(sentences(text, within)).toEqual([
      { start: 11, end: 26 },
      { start: 27, end: 42 },
    ]);
  });

  it('are none where there is nothing but white space', () => {
    expect(split('')).toEqual([]);
    expect(split(' \n\t\u00a0 ')).toEqual([]);
  });

  const pieces = fc.constantFrom(
    ...['The ferry', 'sank', 'Mr.', 'U.S.', 'No.', '5', 'p.m.', '“', '”', '"', '.', '?', '!', '…', ',', ' '],
    ...[
      'said',
      'he',
      'Jan.',
      '\n',
      '(',
      ')',
      'Inc.',
      'Kyiv',
      '’s',
      '—',
      '4.5',
      '•',
      'é',
      '日本。',
      '😀',
      '\u2028',
    ],
  );
  const prose = fc
    .array(pieces, { maxLength: 60 })
    .map((words) => words.join(' ').replace(/ ([.?!,”])/g, '$1'));

  it.each([
    ['any text', fc.string({ unit: 'binary', maxLength: 200 })],
    ['news-like prose', prose],
    [
      'long prose',
      fc.tuple(prose, fc.integer({ min: 1, max: 400 })).map(([one, times]) => one.repeat(times)),
    ],
  ])('tile %s: between them and around them there is only white space', (_kind, texts) => {
    fc.assert(
      fc.property(texts, fc.string({ maxLength: 5 }), (text, before) => {
        const found = sentences(before + text, { start: before.length, end: before.length + text.length });
        let at = before.length;
        for (const { start, end } of found) {
          expect((before + text).slice(at, start).trim()).toBe('');
          expect(end).toBeGreaterThan(start);
          const own = (before + text).slice(start, end);
          expect(own).toBe(own.trim());
          at = end;
        }
        expect((before + text).slice(at).trim()).toBe('');
      }),
      { numRuns: 200 },
    );
  });

  it('do not depend on how much text follows: a long paragraph splits as its parts do', () => {
    const paragraph =
      'The U.S. Treasury met at 5 p.m. Officials left. “Why?” Mayor Brandt asked. Nobody knew. ';
    const once = split(paragraph);
    expect(split(paragraph.repeat(500))).toEqual(Array.from({ length: 500 }, () => once).flat());
  });

  it.each([
    ['a megabyte without a full stop', 'word '.repeat(200_000), 1],
    ['a hundred thousand quotations', '“Why?” '.repeat(100_000), 100_000],
    ['a hundred thousand marks', '“a” '.repeat(100_000), 1],
    ['a hundred thousand sentences', 'He said. '.repeat(100_000), 100_000],
    ['a megabyte of full stops', '.'.repeat(1_000_000), 1],
  ])('of %s are found without the work growing with the square of it', (_what, text, count) => {
    expect(split(text)).toHaveLength(count);
  });
});
