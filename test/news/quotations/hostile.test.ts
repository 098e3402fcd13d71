import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textAt } from '../../../src/news/article.ts';
import { quotationsOf } from '../../../src/news/quotations/quotations.ts';
import { inParagraphs, read, readQuoted } from './read.ts';

const speakersIn = (...paragraphs: string[]) =>
  read(...paragraphs).flatMap(({ who, grade }) => (who === null || grade === 'unknown' ? [] : [who]));

describe('a speaker is not made up', () => {
  it.each([
    [
      'an interview without marks',
      ['Q: Why is the bridge closed?', 'A: It was never safe.', 'Q: And now?', 'A: Now it is shut.'],
    ],
    [
      'poetry',
      ['O ferry, ferry on the bay,', 'the gulls are grey, the morning grey,', 'and nobody will sail today.'],
    ],
    [
      'left-overs of HTML',
      [
        '<p class="lead">The bridge&nbsp;is <b>closed</b>.</p>',
        '<a href="https://example.org">Read more</a>',
      ],
    ],
    ['inches and feet', ['The plank was 6\'2" long, 9" wide and 3" thick; the other 5\'11".']],
    ['a lone mark', ['“', '”', '"', '“ ”', '""', "'"]],
    ['a list', ['1. Rope. 2. Paint: red. 3. Nails; see page 9.']],
    [
      'a sentence that somebody’s verb stands in',
      ['Ivy has crept over the gates of the mint, and the mint, which shut in May, says so.'],
    ],
    [
      'a rule of which only “so” is told',
      ['So says a statute of 1702, which has hung in the hall since then.'],
    ],
  ])('of %s', (_what, paragraphs) => {
    expect(speakersIn(...paragraphs)).toEqual([]);
  });

  it('where nobody is near', () => {
    expect(
      speakersIn('The bridge opened in May.', '“Not a ferry, not a boat, not a raft in sight anywhere.”'),
    ).toEqual([]);
  });
});

describe('odd text', () => {
  it('with marks that never close keeps to its paragraph', () => {
    const rows = readQuoted('“We will not wait, Ana Moreau said.', 'The bridge opened on Monday.');
    expect(rows.every(({ words }) => !words.includes('Monday'))).toBe(true);
  });

  it('of a tweet gives its handle as who wrote it', () => {
    const [row] = readQuoted('“The bridge is closed again, thanks for nothing,” @harrowbay tweeted.');
    expect(row?.who).toBe('@harrowbay');
  });

  const pieces = fc.constantFrom(
    '“',
    '”',
    '"',
    "'",
    '‘',
    '’',
    '„',
    '«',
    '»',
    ' said ',
    'Ana Moreau ',
    '. ',
    ', ',
    ': ',
    ' told ',
    '\n',
    'a',
    '?',
    ' — ',
    'he ',
    ' who ',
    ' that ',
    ' according to ',
    '(',
    '\u202e',
    '😀',
    '&amp;',
    '@x ',
  );

  it('never breaks it: spans are in order, inside one paragraph each, and never empty', () => {
    fc.assert(
      fc.property(fc.array(fc.array(pieces, { maxLength: 40 }), { maxLength: 4 }), (paragraphs) => {
        const article = inParagraphs(...paragraphs.map((parts) => parts.join('')));
        const all = article.sections.flatMap((section) => section.paragraphs);
        for (const { spans, speaker, cue, confidence } of quotationsOf(article)) {
          let last = -1;
          for (const { start, end } of spans) {
            expect(start).toBeGreaterThan(last);
            expect(end).toBeGreaterThan(start);
            expect(all.some((paragraph) => paragraph.start <= start && end <= paragraph.end)).toBe(true);
            last = start;
          }
          if (speaker !== null) expect(textAt(article, speaker.name).trim()).not.toBe('');
          if (cue !== null) expect(textAt(article, cue).trim()).not.toBe('');
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('is read the same way twice', () => {
    const article = inParagraphs(
      '“We will not wait,” Ana Moreau said. “The pier is sinking.”',
      'She said that it was late.',
    );
    expect(quotationsOf(article)).toEqual(quotationsOf(article));
  });
});

describe('long text is read to its end', () => {
  it.each([
    ['a megabyte without a full stop', `“so it goes” and ${'on and on and '.repeat(75_000)}`],
    ['ten thousand quotations in one paragraph', '“Yes it is,” he said. '.repeat(10_000)],
    ['thousands of cues in one sentence', 'Ana Moreau said, and said, '.repeat(1_500)],
    ['thousands of quotations in one sentence', 'he said “yes” and '.repeat(3_000)],
    ['a hundred thousand marks', '“'.repeat(100_000)],
    ['ten thousand names', 'Ana Moreau met Paul Venn. '.repeat(10_000)],
    ['one capital after the other', 'Ana '.repeat(50_000)],
  ])('of %s', (_what, text) => {
    expect(Array.isArray(quotationsOf(inParagraphs(text)))).toBe(true);
  });
});
