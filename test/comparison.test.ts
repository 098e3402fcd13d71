import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Run } from '../src/check/verdict.ts';
import { comparedTexts } from '../src/comparison.ts';
import { layOut } from '../src/discord/card.ts';
import { buildArticle, type Span, textAt } from '../src/news/article.ts';
import type { ComparisonBlock } from '../src/reply.ts';
import { pageOf } from '../src/terminal/ink.ts';
import { renderReply } from '../src/terminal/render.ts';
import { ENGLISH } from '../src/words/english.ts';
import { article, hostileText, spansIn, words } from './discord/hostile.ts';
import { lines, texts, violations } from './discord/reading.ts';

const ferries = buildArticle(
  'ferries',
  { headline: 'No boats', publisher: 'The Courier', url: 'https://a.example/f' },
  [{ heading: 'Crews', paragraphs: ['“We cannot win, frankly,” said Ada Quill. “Not this year.”'] }],
);
const at = (text: string): Span => {
  const start = ferries.text.indexOf(text);
  return { start, end: start + text.length };
};
const kept = (text: string): Run => ({ kind: 'kept', span: at(text) });
const missing = (text: string): Run => ({ kind: 'missing', span: at(text) });
const added = (text: string): Run => ({ kind: 'added', text });

const altered: ComparisonBlock = {
  kind: 'comparison',
  article: ferries,
  quotation: {
    article: 'ferries',
    spans: [at('We cannot win, frankly'), at('Not this year.')],
    kind: 'direct',
    speaker: { name: at('Ada Quill'), mention: at('Ada Quill'), role: null },
    grade: 'named',
    cue: at('said'),
    venue: null,
    confidence: 1,
  },
  shown: [at('We cannot win, frankly'), at('Not this year.')],
  runs: [
    kept('We'),
    added('can'),
    missing('cannot'),
    kept('win'),
    missing('Not'),
    kept('this year'),
    added('or next'),
  ],
};

describe('a comparison', () => {
  it('puts the words given before the true ones in their place, and the last after the last', () => {
    expect(comparedTexts(altered)).toEqual([
      {
        text: 'We can cannot win, frankly',
        marks: [
          { start: 3, end: 6, look: 'added' },
          { start: 7, end: 13, look: 'missing' },
        ],
      },
      {
        text: 'Not this year or next.',
        marks: [
          { start: 0, end: 3, look: 'missing' },
          { start: 14, end: 21, look: 'added' },
        ],
      },
    ]);
  });

  it('is shown on Discord with true words bold and others struck through', () => {
    expect(texts(layOut({ blocks: [altered], actions: [] }, { words: ENGLISH }))[0]).toBe(
      [
        '> “We ~~can~~ **cannot** win, frankly” … “**Not** this year ~~or next~~.”',
        '— **Ada Quill**',
        '-# said · named · [No boats](<https://a.example/f#:~:text=We%20cannot%20win%2C%20frankly>) · The Courier · Crews',
        '-# **missing from your version** · ~~not in the article~~',
      ]
        .join('\n')
        .replaceAll(' · ', '\u00a0· '),
    );
  });

  it('is shown in a terminal without colour in marks of their own', () => {
    const page = renderReply({ blocks: [altered], actions: [] }, { ...pageOf(100, false), actions: 'links' });
    expect(page).toEqual([
      'No boats',
      '│ “We [-can-] {+cannot+} win, frankly” … “{+Not+} this year [-or next-].”',
      '  {+missing from your version+} · [-not in the article-]',
      '— Ada Quill · said · named',
      '  The Courier · Crews',
    ]);
  });

  it('is shown in colour with the same words and no marks', () => {
    const page = renderReply({ blocks: [altered], actions: [] }, { ...pageOf(100, true), actions: 'links' });
    expect(page[1]).toContain('\u001b[31m');
    expect(page[1]?.replaceAll(/\u001b\[\d+m/g, '')).toBe(
      '│ “We can cannot win, frankly” … “Not this year or next.”',
    );
  });

  it('of the article’s own words names nobody and has no marks of speech', () => {
    const [text] = texts(
      layOut({ blocks: [{ ...altered, quotation: null }], actions: [] }, { words: ENGLISH }),
    );
    expect(text).toMatch(/^> We ~~can~~/);
    expect(text).not.toContain('Ada Quill');
  });

  it('longer than a message goes on in another, and no word is lost', () => {
    const long = buildArticle('long', { headline: 'Long' }, [
      { paragraphs: ['We shall *see* about it. '.repeat(400)] },
    ]);
    const whole = { start: 0, end: long.text.length };
    const card = layOut(
      {
        blocks: [
          {
            ...altered,
            article: long,
            quotation: null,
            shown: [whole],
            runs: [added('never '.repeat(200)), { kind: 'missing', span: whole }],
          },
        ],
        actions: [],
      },
      { words: ENGLISH },
    );
    expect(card.messages.length).toBeGreaterThan(1);
    expect(violations(card)).toEqual([]);
    const quoted = lines(card).filter(({ kind }) => kind === 'quote');
    expect(words(quoted.map(({ unstruck }) => unstruck).join(''))).toBe(words(long.text));
  });
});

/** Any runs along any stretches of any article, in order. */
const block = article.chain((any) =>
  spansIn(any.text, 4).chain((places) =>
    fc
      .array(fc.oneof(fc.constantFrom('kept', 'missing'), hostileText({ minLength: 1, maxLength: 4 })), {
        maxLength: 8,
      })
      .map((kinds): ComparisonBlock => {
        const shown = places.slice(0, 2).filter(({ start, end }) => start < end);
        const inside = shown.flatMap(({ start, end }) => {
          const middle = Math.floor((start + end) / 2);
          return [
            { start, end: middle },
            { start: middle, end },
          ].filter((span) => span.start < span.end);
        });
        const runs = kinds.flatMap((kind): readonly Run[] => {
          if (kind !== 'kept' && kind !== 'missing')
            return /\S/.test(words(kind)) ? [{ kind: 'added', text: kind }] : [];
          const span = inside.shift();
          return span === undefined ? [] : [{ kind, span }];
        });
        return { kind: 'comparison', article: any, quotation: null, shown, runs };
      }),
  ),
);

it('whatever is compared, the article’s words are slices and the others are told from them', () => {
  fc.assert(
    fc.property(block, (one) => {
      const compared = comparedTexts(one);
      const marked = (text: (typeof compared)[number], look: string): string =>
        text.marks
          .filter((mark) => mark.look === look)
          .map(({ start, end }) => text.text.slice(start, end))
          .join('');
      compared.forEach((text, index) => {
        let bare = text.text;
        for (const { start, end, look } of text.marks.toReversed())
          if (look === 'added') bare = bare.slice(0, start) + bare.slice(end);
        expect(words(bare)).toBe(words(textAt(one.article, one.shown[index]!)));
      });
      const card = layOut({ blocks: [one], actions: [] }, { words: ENGLISH });
      expect(violations(card)).toEqual([]);
      const quoted = lines(card).filter(({ kind }) => kind === 'quote');
      const struck = quoted.flatMap((line) => line.struck);
      expect(quoted.flatMap(({ alive }) => alive)).toEqual(struck.map((text) => `struck: ${text}`));
      expect(words(struck.join(''))).toBe(words(compared.map((text) => marked(text, 'added')).join('')));
      expect(words(quoted.flatMap(({ bold }) => bold).join(''))).toBe(
        words(compared.map((text) => marked(text, 'missing')).join('')),
      );
      const page = renderReply({ blocks: [one], actions: [] }, { ...pageOf(40, false), actions: 'links' });
      for (const line of page) expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
    }),
    { numRuns: 200 },
  );
});
