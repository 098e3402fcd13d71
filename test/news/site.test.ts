import { describe, expect, it } from 'vitest';
import { speaksFor } from '../../src/news/site.ts';

describe('what is said at one address can be believed of another', () => {
  it.each([
    ['of the same newspaper', 'https://www.courier.example/a', 'https://courier.example/b'],
    ['from its feeds', 'https://feeds.courier.example/rss', 'https://www.courier.example/b'],
    ['from its pages for phones', 'https://m.courier.co.uk/a', 'https://news.courier.co.uk/b'],
    ['on any of its own hosts', 'https://www.courier.example/rss', 'https://sport.courier.example/b'],
    ['on a paper that is called News', 'https://feeds.news.example/rss', 'https://www.news.example/b'],
    ['on one machine', 'http://127.0.0.1:8080/a', 'http://127.0.0.1:8081/b'],
  ])('%s', (_why, source, address) => {
    expect(speaksFor(source, address)).toBe(true);
  });

  it.each([
    ['but not of another', 'https://courier.example/a', 'https://gazette.example/a'],
    ['nor of one that shares an ending', 'https://www.courier.co.uk/a', 'https://www.gazette.co.uk/a'],
    ['nor of one whose name ends alike', 'https://notcourier.example/a', 'https://courier.example/a'],
    ['nor by one weblog of another', 'https://one.weblogs.example/a', 'https://two.weblogs.example/a'],
    ['called Feeds, or not', 'https://feeds.weblogs.example/a', 'https://two.weblogs.example/a'],
    ['nor by a weblog of its host', 'https://one.weblogs.example/a', 'https://weblogs.example/@two/a'],
    ['nor by two names below a public one', 'https://feeds.github.io/a', 'https://news.github.io/a'],
    ['nor by two papers with short names', 'https://news.co.uk/a', 'https://m.co.uk/a'],
    ['nor of another machine', 'http://127.0.0.1/a', 'http://127.0.0.2/a'],
    ['nor of what is no address', 'ferry.html', 'ferry.html'],
  ])('%s', (_why, source, address) => {
    expect(speaksFor(source, address)).toBe(false);
  });
});
