import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Article, buildArticle } from '../../../src/news/article.ts';
import { parseMarkdown } from '../../../src/news/parse/markdown.ts';
import { foldedArticle } from '../../../src/news/write/folding.ts';
import { readFrontMatter, readOwnersFields, writeMarkdown } from '../../../src/news/write/markdown.ts';
import { shapeOf } from '../parse/shape.ts';

// biome-ignore format: a table
const PIECES = [
  '#', '##', ' #', '1.', '2)', '-', '+', '*', '**', '_', '__', '>', '---', '===', '***', '```', '`', '~~~', '<b>', '</b>',
  '<br>', '<!-- x -->', '<https://a.example>', 'https://a_b.example/*c*?d=e&f', '&amp;', '&#35;', '&', '\\', '\\\\', '\\*',
  '[', ']', '[1]', '[1]:', '[^1]', '[^1]: note', '[a](b)', '![a](b)', '](', '(', ')', '!', '|', '$', ':', ': ', "'", '"',
  '{', '}', '%', '@', '\t', '\n', '\r\n', '\n\n', ' ', '  ', '\u00a0', '\u200b', '\u200d', '\ufeff', '\u2028', '\u00ad', '\u0000',
  '\u0007', '\u0085', '\ud800', 'שלום', '\u202eمرحبا', '👩‍👩‍👧', '🇺🇦', 'The mayor', 'said.', '“No,”', 'snake_case', 'true', 'null', '~',
  '0x1f', '2025-02-16', 'headline: x', 'e\u0301',
];
const adversarial = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6, unit: 'binary' })), { maxLength: 8 })
  .map((pieces) => pieces.join(''));

const block = fc.oneof(
  adversarial,
  adversarial.map((text) => `${text} word`),
);
const maybe = (value: fc.Arbitrary<string>) => fc.option(value, { nil: undefined });

const article: fc.Arbitrary<Article> = fc
  .record({
    headline: adversarial.map((text) => `${text}x`),
    standfirst: maybe(adversarial),
    byline: maybe(adversarial),
    publisher: maybe(adversarial),
    published: maybe(fc.constantFrom('2025-02-16', '2025-02-16T08:30+01:00')),
    url: maybe(fc.webUrl({ withQueryParameters: true, withFragments: true })),
    sections: fc.array(fc.record({ heading: maybe(block), paragraphs: fc.array(block, { maxLength: 4 }) }), {
      maxLength: 4,
    }),
  })
  .map(({ sections, ...masthead }) => {
    const told = Object.fromEntries(Object.entries(masthead).filter(([, value]) => value !== undefined));
    const drafts = sections.map(({ heading, paragraphs }) => ({
      ...(heading !== undefined && { heading }),
      paragraphs,
    }));
    return buildArticle('a', { headline: '', ...told }, [...drafts, { paragraphs: ['The end.'] }]);
  });

const provenance = {
  source: 'https://courier.example/ferry',
  fetched: '2031-03-04T08:30:00.000Z',
  etag: 'W/"3: #a"',
  modified: 'Tue, 04 Mar 2031 08:00:00 GMT',
  digest: '1234567890123456.12345678',
};

describe('an article that is written down', () => {
  it('is read back to the letter, whatever it holds', () => {
    fc.assert(
      fc.property(article, (any) => {
        const folded = foldedArticle(any);
        expect(parseMarkdown('a', writeMarkdown(folded, provenance))).toEqual(folded);
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps what the owner of its file has added to the front matter to the letter, and no old field of ours', () => {
    // biome-ignore format: a table
    const OWNERS = [
      'price: 1.10', 'number: 12345678901234567890', 'colour: 0x1F', 'version: "1.10"', 'topics:\n- ferries\n- islands',
      'desks:\n  - news  # theirs', 'remark: |\n  # Not a heading\n  headline: nor this', '# Checked by Ann', 'empty:',
      '"my key": x', 'constructor: y', 'toString: z', 'deep: {a: [1, 2], b: ~}', '-dash: 1', 'date: 2031-03-05', "it's: 'so'",
    ];
    fc.assert(
      fc.property(article, fc.shuffledSubarray(OWNERS), fc.nat(20), (any, entries, place) => {
        const folded = foldedArticle(any);
        const lines = entries.map((entry) => `${entry}\n`);
        const [before, after] = [lines.slice(0, place).join(''), lines.slice(place).join('')];
        const earlier = writeMarkdown(folded, provenance, before).replace(
          /^digest: .*\n/m,
          (ours) => ours + after,
        );
        const { publisher: _, ...anonymous } = folded;
        const later = writeMarkdown(anonymous, {}, readOwnersFields(earlier));
        expect(later.startsWith(`---\n${before}${after}headline:`)).toBe(true);
        expect(parseMarkdown('a', later)).toEqual(anonymous);
        expect(readFrontMatter(later)).not.toHaveProperty('digest');
        expect(readFrontMatter(later)).not.toHaveProperty('publisher');
      }),
    );
  });

  it('keeps an owner’s fields that are written on one line with ours', () => {
    const owners = readOwnersFields(
      '---\n{headline: Ferry, price: 1.10, "topic": [a, b]}\n---\n\nIt sank.\n',
    );
    expect(owners).toBe('price: 1.10\ntopic:\n  - a\n  - b\n');
  });

  it.each([
    ['no front matter', 'It sank.\n'],
    ['an empty one', '---\n---\n\nIt sank.\n'],
    ['one that is no YAML', '---\na: [\n---\n\nIt sank.\n'],
    ['one that is all ours', '---\nheadline: Ferry\n---\n\nIt sank.\n'],
  ])('has nothing of an owner’s where there is %s', (_what, contents) => {
    expect(readOwnersFields(contents)).toBe('');
  });

  it('is folded once and for all', () => {
    fc.assert(
      fc.property(article, (any) => {
        const folded = foldedArticle(any);
        expect(foldedArticle(folded)).toEqual(folded);
      }),
    );
  });

  it('loses nothing but white space and control characters when it is folded', () => {
    fc.assert(
      fc.property(article, (any) => {
        const letters = (text: string) =>
          text.replace(/[\s\u0000-\u001f\u007f-\u009f]/g, '').replace(/\p{Cs}/gu, '\ufffd');
        expect(letters(foldedArticle(any).text)).toBe(letters(any.text));
      }),
    );
  });

  it('is a file that a person can read and correct', () => {
    const ferry = buildArticle(
      'ferry',
      { headline: 'Ferry: sunk', byline: 'Noor Amani', publisher: 'The Courier', published: '2031-03-04' },
      [
        { paragraphs: ['It sank in the bay.', '“We are fine,” she said.'] },
        { heading: 'Why?', paragraphs: ['1. It leaked.'] },
      ],
    );
    expect(writeMarkdown(ferry, { source: 'ferry.html' })).toBe(
      [
        '---',
        "headline: 'Ferry: sunk'",
        'byline: Noor Amani',
        'publisher: The Courier',
        'published: 2031-03-04',
        'source: ferry.html',
        '---',
        '',
        'It sank in the bay.',
        '',
        '“We are fine,” she said.',
        '',
        '## Why?',
        '',
        '1\\. It leaked.',
        '',
      ].join('\n'),
    );
  });

  it('keeps paragraphs that follow without a heading in the section before them', () => {
    const parted = buildArticle('a', { headline: 'h' }, [
      { heading: 'Why?', paragraphs: ['One.'] },
      { paragraphs: ['Two.'] },
    ]);
    expect(shapeOf(foldedArticle(parted))).toEqual([['Why?', 'One.', 'Two.']]);
  });
});

describe('front matter', () => {
  const written = writeMarkdown(buildArticle('a', { headline: 'h' }, [{ paragraphs: ['One.'] }]), provenance);

  it('tells where an article came from', () => {
    expect(readFrontMatter(written)).toEqual({ headline: 'h', ...provenance });
  });

  it('is not read in part', () => {
    expect(readFrontMatter(written.slice(0, 60))).toBeUndefined();
    expect(readFrontMatter('No front matter.\n')).toBeUndefined();
  });

  it('that is broken or empty says nothing, and what is no text is left out', () => {
    expect(readFrontMatter('---\n# nothing\n---\n')).toBeUndefined();
    expect(readFrontMatter('---\nheadline: "h\n---\n')).toBeUndefined();
    expect(readFrontMatter('---\nheadline: 7\ndigest: [a]\n---\n')).toEqual({});
  });
});
