import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildArticle, type DraftSection, sectionAt, textAt } from '../../src/news/article.ts';

const block = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', ' ', '\n\n', 'a\n\nb'),
);
const drafts: fc.Arbitrary<readonly DraftSection[]> = fc.array(
  fc.record(
    { heading: block, paragraphs: fc.array(block, { maxLength: 4 }) },
    { requiredKeys: ['paragraphs'] },
  ),
  { maxLength: 5 },
);
const says = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

describe('an article', () => {
  it('holds every heading and paragraph to the letter, in order, joined by one blank line', () => {
    fc.assert(
      fc.property(drafts, (sections) => {
        const blocks = sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]).filter(says);
        expect(buildArticle('a', { headline: 'h' }, sections).text).toBe(blocks.join('\n\n'));
      }),
    );
  });

  it('has spans that cut the very words they stand for', () => {
    fc.assert(
      fc.property(drafts, (sections) => {
        const article = buildArticle('a', { headline: 'h' }, sections);
        const cut = article.sections.map(({ heading, paragraphs }) => ({
          heading: heading && textAt(article, heading),
          paragraphs: paragraphs.map((span) => textAt(article, span)),
        }));
        const kept = sections
          .map(({ heading, paragraphs }) => ({
            heading: says(heading) ? heading : null,
            paragraphs: paragraphs.filter(says),
          }))
          .filter(({ heading, paragraphs }) => heading !== null || paragraphs.length > 0);
        expect(cut).toEqual(kept);
      }),
    );
  });

  it('keeps its masthead beside the text, not in it', () => {
    const article = buildArticle('a', { headline: 'Ferry sinks', publisher: 'The Courier' }, [
      { paragraphs: ['Nobody drowned.'] },
    ]);
    expect(article).toMatchObject({ id: 'a', headline: 'Ferry sinks', publisher: 'The Courier' });
    expect(article.text).toBe('Nobody drowned.');
  });

  it('knows the section that a span lies in, and that a span over two paragraphs lies in none', () => {
    const article = buildArticle('a', { headline: 'h' }, [
      { paragraphs: ['First.'] },
      { heading: 'Later', paragraphs: ['Second.', 'Third.'] },
    ]);
    const at = (words: string) => {
      const start = article.text.indexOf(words);
      return { start, end: start + words.length };
    };
    expect(sectionAt(article, at('First'))).toBe(article.sections[0]);
    expect(sectionAt(article, at('Later'))).toBe(article.sections[1]);
    expect(sectionAt(article, at('Third.'))).toBe(article.sections[1]);
    expect(sectionAt(article, at('Second.\n\nThird'))).toBeNull();
  });
});
