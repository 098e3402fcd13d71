import fc from 'fast-check';
import { type Article, buildArticle } from '../../src/news/article.ts';
import { type Passage, passagesOf } from '../../src/search/passages.ts';

/** Ten words that are no stop words, share no stem and name nothing. */
export const WORDS = [
  'ferry',
  'kelp',
  'storm',
  'roof',
  'map',
  'gull',
  'tide',
  'cable',
  'lamp',
  'copper',
] as const;

const written = fc.constantFrom(
  ...WORDS,
  ...WORDS.map((word) => word.charAt(0).toUpperCase() + word.slice(1)),
);
const sentence = fc.array(written, { minLength: 1, maxLength: 6 }).map((words) => `${words.join(' ')}.`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((sentences) => sentences.join(' '));

/** A few small articles with ids of their own. */
export const someArticles: fc.Arbitrary<readonly Article[]> = fc
  .array(
    fc.array(
      fc.record(
        { heading: sentence, paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 3 }) },
        { requiredKeys: ['paragraphs'] },
      ),
      { minLength: 1, maxLength: 3 },
    ),
    { maxLength: 4 },
  )
  .map((all) =>
    all.map((sections, index) =>
      buildArticle(`article-${index}`, { headline: `Headline ${index}` }, sections),
    ),
  );

export const somePassages: fc.Arbitrary<readonly Passage[]> = someArticles.map((all) =>
  all.flatMap(passagesOf),
);

/** One article, its paragraphs given. */
export const articleOf = (id: string, ...paragraphs: readonly string[]): Article =>
  buildArticle(id, { headline: 'News' }, [{ paragraphs }]);
