import { describe, expect, test } from 'vitest';
import { growTo, madeQuestions, openShelves, sentencesOf, spread } from '../../bench/shelves.ts';
import { type Article, buildArticle } from '../../src/news/article.ts';
import { saysGold } from '../../src/terminal/measures.ts';

const article = (id: string, ...paragraphs: readonly string[]) =>
  buildArticle(id, { headline: 'Council Delays Harbour Bridge' }, [{ heading: 'What Next?', paragraphs }]);

const ARTICLES = [
  article('a', 'The council has delayed the harbour bridge. Work was to begin in May.', 'Nobody knows why.'),
  article('b', 'The ferry between the harbour and the island will sail twice every morning.'),
];
const count = (articles: readonly Article[]): number =>
  articles.reduce((sum, each) => sum + sentencesOf(each).length, 0);

describe('shelves grown to a size', () => {
  test.each([1, 2, 3, 4, 5, 9, 50])('hold just %d sentences', (sentences) => {
    expect(count(growTo(sentences, ARTICLES))).toBe(sentences);
  });

  test('begin with the articles as they are', () => {
    expect(growTo(9, ARTICLES).slice(0, 2)).toEqual(ARTICLES);
  });

  test('repeat none: ids are distinct, and so are most texts', () => {
    const grown = growTo(40, ARTICLES);
    expect(new Set(grown.map(({ id }) => id)).size).toBe(grown.length);
    const texts = grown.flatMap(sentencesOf).map(({ text }) => text);
    expect(new Set(texts).size).toBeGreaterThan(texts.length / 2);
  });

  test('are the same in every run', () => {
    expect(growTo(30, ARTICLES)).toEqual(growTo(30, ARTICLES));
  });

  test('cannot grow from nothing', () => {
    expect(() => growTo(3, [])).toThrow('no sentence');
  });
});

test('without real questions, questions are made of sentences, and the sentence is the answer', async () => {
  const questions = madeQuestions(ARTICLES, 1);
  expect(questions.map(({ turns }) => turns[0])).toContain('What about council harbour?');
  for (const row of questions) {
    const sentences = ARTICLES.flatMap(sentencesOf);
    expect(sentences.filter((sentence) => saysGold(sentence, row))).toHaveLength(1);
  }
});

test('where the real articles are missing, that is said, and the shipped ones take their place', async () => {
  const shipped = new URL('../../corpus', import.meta.url).pathname;
  const { origin, articles, questions } = await openShelves('/nowhere/at/all', shipped);
  expect(origin).toMatch(/^\/nowhere\/at\/all is not there: the shipped article/);
  expect(articles.length).toBeGreaterThan(1);
  expect(questions.length).toBeGreaterThan(100);
});

test.each([
  [[1, 2, 3], 5, [1, 2, 3]],
  [[1, 2, 3, 4, 5, 6], 3, [1, 3, 5]],
  [[], 3, []],
])('%j, at most %d, is %j', (list, most, expected) => {
  expect(spread<number>(list, most)).toEqual(expected);
});
