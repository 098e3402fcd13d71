import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairQuestion } from '../../src/answer/repair.ts';
import { createSpelling, distance } from '../../src/search/spelling.ts';
import { termOf } from '../../src/search/terms.ts';

const written = [
  'ferry',
  'harbour',
  'security',
  'guarantees',
  'moreau',
  'counterproposal',
  'bridge',
  'bridges',
];
const inArticles = new Set(written.map(termOf));
const spelling = createSpelling(written.map((word, index) => [word, 10 - index]));
const repair = (text: string): string =>
  repairQuestion(text, {
    inArticles: (term) => inArticles.has(term),
    inEnglish: (term) => term === termOf('football'),
    spelling,
  });

describe('a mistyped word', () => {
  it.each([
    ['a letter too many', 'when does the ferrry leave', 'when does the ferry leave'],
    ['a letter missing', 'who closed the harbor', 'who closed the harbour'],
    ['a wrong letter', 'what securitu is there', 'what security is there'],
    ['two letters swapped', 'why is the brigde closed', 'why is the bridge closed'],
    ['a mistyped name, as it was written', 'What did Morau say?', 'What did Moreau say?'],
    ['a possessive', "what is Morau's plan", "what is Moreau's plan"],
    ['a mistyped small word', 'becuase of the bridge', 'because of the bridge'],
  ])('is mended: %s', (_what, typed, meant) => {
    expect(repair(typed)).toBe(meant);
  });

  it('is mended the same way in whatever order the words came', () => {
    const rows = [
      ['lender', 1],
      ['leader', 1],
    ] as const;
    for (const order of [rows, rows.toReversed()])
      expect(createSpelling(order).meant('leeder')).toBe('leader');
  });

  it.each([
    ['it is in the articles', 'two bridges and a ferry'],
    ['it is an English word, though no article holds it', 'who won the football'],
    ['it is two mistakes away from anything', 'what about the hrbuor'],
    ['nothing is near it', 'what about Xylophon'],
    ['it is a name, and only a small word is near it', 'who is Ambrose Thare'],
    ['it is too short to tell', 'what is tke'],
    ['it is no word', 'ferry 2025 ☃ №5'],
  ])('is left alone when %s', (_why, typed) => {
    expect(repair(typed)).toBe(typed);
  });

  it('never changes a question whose words are all known', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...written, 'the', 'why', 'Football', '“', ' ', '?'), { maxLength: 12 }),
        (words) => {
          expect(repair(words.join(' '))).toBe(words.join(' '));
        },
      ),
    );
  });

  it('never breaks on hostile text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(typeof repair(text)).toBe('string');
      }),
    );
  });
});

describe('the distance of two words', () => {
  it.each([
    ['ferry', 'ferry', 0],
    ['ferry', 'fery', 1],
    ['ferry', 'frery', 1],
    ['ferry', 'berry', 1],
    ['', 'abc', 3],
    ['ferry', 'harbour', 6],
  ])('of “%s” and “%s” is %i', (one, other, expected) => {
    expect(distance(one, other)).toBe(expected);
  });

  it('is the same both ways, and nothing only between equals', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(distance(one, other)).toBe(distance(other, one));
        expect(distance(one, other) === 0).toBe(one === other);
      }),
    );
  });
});
