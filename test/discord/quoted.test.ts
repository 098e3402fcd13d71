import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DOT } from '../../src/discord/lines.ts';
import { buildArticle, textAt } from '../../src/news/article.ts';
import type { Quotation } from '../../src/news/quotations/quotation.ts';
import type { Block, QuotationBlock } from '../../src/reply.ts';
import { hostileText, shownPassage, words } from './hostile.ts';
import { readMarkdown } from './markdown-reader.ts';
import { BROOK, HARBOUR, passage, spanOf } from './newsdesk.ts';
import { lines, quoted, show, texts, violations } from './reading.ts';

const quotation = (change: Partial<Quotation> = {}): QuotationBlock => ({
  kind: 'quotation',
  article: HARBOUR,
  quotation: { ...BROOK, ...change },
  also: [],
});

describe('a passage', () => {
  test('is quoted with its answers in bold, under its headline and above where it stands', () => {
    const span = { start: HARBOUR.text.indexOf('Buses'), end: HARBOUR.text.length };
    const heading = spanOf(HARBOUR, 'Detours');
    const answers = [spanOf(HARBOUR, '“But the steel is tired.”')];
    expect(
      texts(
        show({ kind: 'passage', article: HARBOUR, span, answers, heading, strength: 'fair', also: [] }),
      )[0],
    ).toBe(
      [
        '### [Harbour bridge to close for repairs](<https://courier.example/harbour-bridge#:~:text=%E2%80%9CBut%20the%20steel%20is%20tired.%E2%80%9D>)',
        '> Buses will run along Mill Lane.',
        '> ',
        '> “We know it hurts,” said Ada Brook, the harbour master. **“But the steel is tired.”**',
        '-# The Quayside Courier · 16 Feb 2025 · Detours · fair match',
      ]
        .join('\n')
        .replaceAll(' · ', DOT),
    );
  });

  test('that answers nothing says so before all else, and nothing in it stands out', () => {
    const nearest: Block = {
      ...passage('Buses will run along Mill Lane.', HARBOUR.text.slice(HARBOUR.text.indexOf('Buses'))),
      strength: 'nearest',
    } as Block;
    const card = show(nearest);
    expect(texts(card)[0]).toMatch(/^-# nearest passage, not an answer\n### /);
    expect(lines(card).flatMap((line) => (line.kind === 'quote' ? line.bold : []))).toEqual([]);
  });

  test('that adds to an answer and is an answer as a whole is not bold as a whole', () => {
    const further = { ...passage('Buses will run along Mill Lane.'), strength: null } as Block;
    expect(texts(show(further))[0]).toContain('> Buses will run along Mill Lane.');
  });

  test('says where it is from once, where the one above is from the same article', () => {
    const one = passage('Buses will run along Mill Lane.');
    const [first, second] = texts(show(one, passage('It will stay shut for nine weeks, the council said.')));
    expect(first).toContain('The Quayside Courier');
    expect(second).not.toContain('The Quayside Courier');
  });

  test('without an address has a plain headline', () => {
    const { url: _, ...nowhere } = HARBOUR;
    const block = { ...passage('Buses will run along Mill Lane.'), article: nowhere } as Block;
    expect(texts(show(block))[0]).toMatch(/^### Harbour bridge to close for repairs\n/);
  });

  test('whose headline cannot be a link is linked from its small line', () => {
    const article = { ...HARBOUR, headline: 'Bridge [live]' };
    const [text = ''] = texts(show({ ...passage('Buses will run along Mill Lane.'), article } as Block));
    expect(text).toMatch(/^### Bridge \\\[live\\\]\n/);
    expect(readMarkdown(text).at(-1)?.links).toEqual([
      { label: 'read it there', url: expect.stringContaining('#:~:text=Buses') },
    ]);
  });

  test('is shown word for word, whatever it says, and nothing of it comes alive', () => {
    fc.assert(
      fc.property(shownPassage, (shown) => {
        const card = show({ kind: 'passage', ...shown, heading: null, strength: 'strong', also: [] });
        expect(violations(card)).toEqual([]);
        expect(lines(card).flatMap(({ alive }) => alive)).toEqual([]);
        expect(words(quoted(card))).toBe(words(textAt(shown.article, shown.span)));
        const bold = lines(card).flatMap((line) => (line.kind === 'quote' ? line.bold : []));
        const answers = shown.answers.map((answer) => textAt(shown.article, answer));
        expect(words(bold.join(''))).toBe(words(answers.join('')));
        for (const { url } of lines(card).flatMap(({ links }) => links)) expect(url).toMatch(/^https?:\/\//);
      }),
      { numRuns: 300 },
    );
  });

  test('longer than a message is split between sentences, and no word is lost', () => {
    const sentence = 'The *council* said it would look at the bridge again in the spring of next year. ';
    const article = buildArticle('long', { headline: 'Long' }, [
      { paragraphs: Array.from({ length: 12 }, () => sentence.repeat(10).trim()) },
    ]);
    const span = { start: 0, end: article.text.length };
    const card = show({
      kind: 'passage',
      article,
      span,
      answers: [span],
      heading: null,
      strength: 'weak',
      also: [],
    });
    expect(card.messages.length).toBeGreaterThan(1);
    expect(violations(card)).toEqual([]);
    expect(words(quoted(card))).toBe(words(article.text));
    for (const text of texts(card)) {
      const last = readMarkdown(text).findLast(({ kind }) => kind === 'quote');
      expect(last?.text).toMatch(/next year\.$/);
    }
  });
});

describe('a quotation', () => {
  test('stands between marks, with who said it, how, and where', () => {
    expect(texts(show(quotation()))[0]).toBe(
      [
        '> “We know it hurts,” … “But the steel is tired.”',
        '— **Ada Brook**, the harbour master',
        '-# said · named · [Harbour bridge to close for repairs](<https://courier.example/harbour-bridge#:~:text=We%20know%20it%20hurts%2C>) · The Quayside Courier · 16 Feb 2025 · Detours',
      ]
        .join('\n')
        .replaceAll(' · ', DOT),
    );
  });

  test.each([
    [
      { grade: 'pronoun' as const, speaker: { ...BROOK.speaker!, mention: spanOf(HARBOUR, 'We') } },
      'through a pronoun (“We”)',
    ],
    [{ grade: 'inferred' as const }, 'inferred'],
    [{ grade: 'unknown' as const, speaker: null }, 'speaker unknown'],
  ])('says how its speaker was recognised: %#', (change, wording) => {
    expect(texts(show(quotation(change)))[0]).toContain(`${DOT}${wording}${DOT}`);
  });

  test('without a speaker names nobody', () => {
    expect(texts(show(quotation({ speaker: null, grade: 'unknown' })))[0]).not.toContain('—');
  });

  test('that the article only reports stands in its sentence, without marks of ours', () => {
    const reported = [spanOf(HARBOUR, 'It will stay shut for nine weeks')];
    const text = texts(show(quotation({ kind: 'indirect', spans: reported })))[0];
    expect(text).toContain('> **It will stay shut for nine weeks**, the council said.\n');
    expect(text).toContain('reported speech');
  });

  test('of any length and any words is shown whole', () => {
    fc.assert(
      fc.property(hostileText({ minLength: 1, maxLength: 60 }), fc.nat(60), (text, times) => {
        fc.pre(text.trim() !== '');
        const said = `${text} `.repeat(times + 1).replace(/[“”]/g, '"');
        const article = buildArticle('said', { headline: 'Said' }, [{ paragraphs: [said] }]);
        const spans = [{ start: 0, end: article.text.length }];
        const card = show({ ...quotation({ spans, speaker: null, cue: null, grade: 'unknown' }), article });
        expect(violations(card)).toEqual([]);
        expect(words(quoted(card)).replace(/[“”]/g, '')).toBe(words(article.text));
        expect(lines(card).flatMap(({ alive }) => alive)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('over several messages is opened in each and closed in the last', () => {
    const article = buildArticle('speech', { headline: 'Speech' }, [
      { paragraphs: ['We shall see. '.repeat(500)] },
    ]);
    const spans = [{ start: 0, end: article.text.length }];
    const quotes = texts(show({ ...quotation({ spans, speaker: null, cue: null }), article }))
      .flatMap(readMarkdown)
      .filter(({ kind }) => kind === 'quote')
      .map(({ text }) => text);
    expect(quotes.length).toBeGreaterThan(1);
    expect(quotes.every((text) => text.startsWith('“We shall see.'))).toBe(true);
    expect(quotes.map((text) => text.endsWith('see.”'))).toEqual(
      quotes.map((_, at) => at === quotes.length - 1),
    );
  });

  test('of one endless word is split rather than cut', () => {
    const article = buildArticle('endless', { headline: 'Endless' }, [{ paragraphs: ['*'.repeat(9_000)] }]);
    const spans = [{ start: 0, end: article.text.length }];
    const card = show({ ...quotation({ spans, speaker: null, cue: null }), article });
    expect(violations(card)).toEqual([]);
    expect(quoted(card).replace(/[“”\n]/g, '')).toBe(article.text);
  });
});

test('an article’s headline is said once where several blocks in a row are from it', () => {
  const card = show(
    passage('Buses will run along Mill Lane.'),
    passage('The bridge closes on Monday.'),
    quotation(),
  );
  const headings = lines(card).filter(({ kind }) => kind === 'heading');
  expect(headings).toHaveLength(1);
  const links = lines(card).flatMap((line) => line.links);
  expect(links.map(({ label }) => label)).toEqual([HARBOUR.headline, 'read it there', 'read it there']);
});
