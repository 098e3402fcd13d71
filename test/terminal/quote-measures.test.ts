import { describe, expect, test } from 'vitest';
import { type Article, buildArticle, type Span } from '../../src/news/article.ts';
import type { Quotation, QuotationKind } from '../../src/news/quotations/quotation.ts';
import { goldPieces, headOf, type JudgedArticle, judgedArticle } from '../../src/terminal/judged-quotes.ts';
import { countQuotations, emptyTally, figuresOf } from '../../src/terminal/quote-measures.ts';

const TEXT =
  '“We wait,” Ana Moreau said. “We always have.”\n\nPaul Venn told the town the pier was “a danger” to all.';

const placeOf = (words: string): Span => {
  const start = TEXT.indexOf(words);
  if (start < 0) throw new Error(`“${words}” is not in the text`);
  return { start, end: start + words.length };
};
const at = (words: string): [number, number] => [placeOf(words).start, placeOf(words).end];

const judged: JudgedArticle = {
  id: 'pier',
  headline: 'Pier',
  text: TEXT,
  quotes: [
    {
      kind: 'direct',
      speaker: 'Ana Moreau',
      cue: 'said',
      spans: [at('“We wait,”'), at('“We always have.”')],
      start: placeOf('“We wait').start,
      end: placeOf('have.”').end,
    },
    {
      kind: 'mixed',
      speaker: 'Paul Venn',
      cue: 'told',
      spans: [at('the pier was “a danger” to all')],
      start: placeOf('the pier was').start,
      end: placeOf('to all').end,
    },
  ],
};
const article: Article = buildArticle('pier', { headline: 'Pier' }, [{ paragraphs: TEXT.split('\n\n') }]);

const row = (kind: QuotationKind, words: readonly string[], who: string | null, cue: string): Quotation => ({
  article: 'pier',
  spans: words.map(placeOf),
  kind,
  speaker: who === null ? null : { name: placeOf(who), mention: placeOf(who), role: null },
  grade: who === null ? 'unknown' : 'named',
  cue: placeOf(cue),
  venue: null,
  confidence: 0.9,
});

const moreau = row('direct', ['We wait', 'We always have.'], 'Ana Moreau', 'said');
const fragment = row('mixed', ['a danger'], 'Paul Venn', 'told');
const clause = row('indirect', ['the pier was “a danger” to all'], 'Paul Venn', 'told');

const measured = (...rows: readonly Quotation[]) => {
  const tally = emptyTally();
  countQuotations(tally, judged, article, rows);
  return { ...figuresOf(tally), misses: tally.misses };
};

describe('the judgements', () => {
  test('hold the parts between marks, trimmed, with who said them', () => {
    expect(goldPieces(judged).map(({ start, end }) => TEXT.slice(start, end))).toEqual([
      'We wait',
      'We always have',
      'a danger',
    ]);
    expect(goldPieces(judged).map(({ speakers }) => speakers)).toEqual([
      ['Ana Moreau'],
      ['Ana Moreau'],
      ['Paul Venn'],
    ]);
  });

  test.each([
    ['Rick Tyler, Cruz’s spokesman', 'tyler'],
    ['a spokesman for the town', 'spokesman'],
    ['Ana Moreau’s', 'moreau'],
    ['the mayor who resigned', 'mayor'],
    ['he', 'he'],
    ['', ''],
  ])('%j is headed by %j', (phrase, head) => {
    expect(headOf(phrase)).toBe(head);
  });

  test.each([
    ['no JSON', 'oops', 'a JSON object'],
    ['a list', '[]', 'a JSON object'],
    ['no text', '{"quotes":[]}', '“text”'],
    ['no quotes', '{"text":"a"}', '“quotes”'],
    ['a span beyond the text', '{"text":"a","quotes":[{"kind":"direct","spans":[[0,9]]}]}', 'quote 1'],
    ['an unknown kind', '{"text":"abc","quotes":[{"kind":"odd","spans":[[0,1]]}]}', 'quote 1'],
  ])('that are wrong are told of: %s', (_what, line, expected) => {
    expect(judgedArticle(line)).toEqual({ error: expect.stringContaining(expected) });
  });
});

describe('the figures', () => {
  test('are full marks where everything is right', () => {
    expect(measured(moreau, fragment, clause)).toMatchObject({
      pieces: 3,
      spanF1: 1,
      speaker: 1,
      cue: 1,
      endToEndRecall: 1,
      endToEndPrecision: 1,
      surest: 1,
      sourceF1: 1,
      cueF1: 1,
      contentF1: 1,
      misses: [],
    });
  });

  test('tell a wrong speaker from words that were not found', () => {
    const wrong = { ...fragment, speaker: moreau.speaker };
    const { misses, speaker, endToEndRecall, spanRecall } = measured(moreau, wrong);
    expect(misses.map(({ what }) => what)).toEqual(['wrong speaker']);
    expect([speaker, endToEndRecall, spanRecall]).toEqual([2 / 3, 2 / 3, 1]);
    expect(measured(moreau).misses.map(({ what }) => what)).toEqual(['not found']);
  });

  test('count what nobody is said to have said against the precision', () => {
    const made = row('mixed', ['the town'], 'Paul Venn', 'told');
    expect(measured(moreau, fragment, made)).toMatchObject({ spanPrecision: 3 / 4, spanRecall: 1 });
  });

  test('do not count terms and what is given to nobody', () => {
    const term = { ...row('term', ['the town'], 'Paul Venn', 'told') };
    expect(measured(moreau, fragment, term, row('mixed', ['the town'], null, 'told')).spanPrecision).toBe(1);
  });

  test('take a clause and the fragment in it for one attribution', () => {
    expect(measured(moreau, fragment).contentF1).toBeLessThan(1);
    expect(measured(moreau, clause, fragment).contentF1).toBe(1);
  });

  test('of the surest 65 % leave out the least sure', () => {
    const unsure = { ...fragment, confidence: 0.1, speaker: moreau.speaker };
    expect(measured(moreau, unsure)).toMatchObject({ speaker: 2 / 3, surest: 1 });
  });

  test('are nought, not nothing, where there is nothing', () => {
    expect(measured()).toMatchObject({ spanF1: 0, speaker: 0, surest: 0 });
  });
});
