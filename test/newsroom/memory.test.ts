import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { buildArticle } from '../../src/news/article.ts';
import { openFixture } from '../fixtures/newsroom.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const nextTurn = () => new Promise((resolve) => setTimeout(resolve, 0));

test('a conversation that is remembered keeps nothing of an answer but what it is about', async () => {
  const newsroom = openFixture();
  const ask = () => new WeakRef(newsroom.ask('What did Mayor Ilse Brandt say?', { conversation: 'x' }));
  const answer = ask();
  expect(newsroom.lastAnswer('x')?.kind).toBe('answer');
  await nextTurn();
  collect();
  expect(answer.deref()).toBeUndefined();
});

test('an article that was taken out is kept by nobody, though it has answered', async () => {
  const newsroom = openFixture();
  const put = () => {
    const text = 'The zeppelin of Wexmouth was moored to the lighthouse by Captain Orla Finch at dawn.';
    const article = buildArticle('zeppelin', { headline: 'Zeppelin moored' }, [{ paragraphs: [text] }]);
    newsroom.update({ put: [article], remove: [] });
    expect(newsroom.ask('Who moored the zeppelin?').evidence[0]?.passage.article).toBe(article);
    return new WeakRef(article);
  };
  const article = put();
  newsroom.update({ put: [], remove: ['zeppelin'] });
  newsroom.ask('What did Mayor Ilse Brandt say?');
  await nextTurn();
  collect();
  expect(article.deref()).toBeUndefined();
});
