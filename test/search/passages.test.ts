import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildArticle, covers, textAt } from '../../src/news/article.ts';
import { sentences } from '../../src/news/sentences.ts';
import { headingText, passagesOf } from '../../src/search/passages.ts';
import { articleOf, someArticles } from './shelf.ts';

describe('passages', () => {
  it('hold every sentence of their article exactly once, in order', () => {
    fc.assert(
      fc.property(someArticles, (articles) => {
        for (const article of articles) {
          const all = article.sections.flatMap(({ paragraphs }) =>
            paragraphs.flatMap((paragraph) => sentences(article.text, paragraph)),
          );
          const passages = passagesOf(article);
          expect(passages.flatMap((passage) => passage.sentences)).toEqual(all);
          for (const { span, sentences: own } of passages)
            expect(own.every((sentence) => covers(span, sentence))).toBe(true);
        }
      }),
    );
  });

  it('are the paragraphs, with ids that say where they stand', () => {
    const article = articleOf('bay', 'The ferry sank. Nobody drowned.', 'It rained.');
    expect(passagesOf(article).map(({ id, position }) => [id, position])).toEqual([
      ['bay#0-31', 0],
      ['bay#33-43', 1],
    ]);
    expect(passagesOf(article)).toEqual(
      passagesOf(articleOf('bay', 'The ferry sank. Nobody drowned.', 'It rained.')),
    );
  });

  it('are at most 2,000 units long, cut between sentences, unless one sentence is longer', () => {
    const long = `The ${'very '.repeat(500)}end.`;
    const article = articleOf('bay', `${'The ferry sank again. '.repeat(300)}${long} It rained.`);
    const passages = passagesOf(article);
    expect(passages.length).toBeGreaterThan(4);
    for (const { span, sentences: own } of passages)
      if (own.length > 1) expect(span.end - span.start).toBeLessThanOrEqual(2_000);
    expect(passages.some(({ span }) => textAt(article, span) === long)).toBe(true);
    expect(passages[0]!.span.end - passages[0]!.span.start).toBeGreaterThan(1_900);
  });

  it('know their neighbours in the same section only, also where two sections have no heading', () => {
    const article = buildArticle('bay', { headline: 'News' }, [
      { paragraphs: ['One.', 'Two.'] },
      { paragraphs: ['Three.'] },
      { heading: 'Later', paragraphs: ['Four.', 'Five.', 'Six.'] },
    ]);
    const passages = passagesOf(article);
    expect(passages.map(({ neighbours }) => neighbours.map((span) => textAt(article, span)))).toEqual([
      ['Two.'],
      ['One.'],
      [],
      ['Five.'],
      ['Four.', 'Six.'],
      ['Five.'],
    ]);
    expect(passages.map(headingText)).toEqual(['', '', '', 'Later', 'Later', 'Later']);
  });

  it('are none for an article that is all headings', () => {
    expect(
      passagesOf(buildArticle('bay', { headline: 'News' }, [{ heading: 'Why', paragraphs: [] }])),
    ).toEqual([]);
  });
});
