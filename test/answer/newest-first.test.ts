import { describe, expect, it } from 'vitest';
import { contributions } from '../../src/answer/explain.ts';
import { newestFirst } from '../../src/answer/newest-first.ts';
import type { Ranked } from '../../src/answer/rank.ts';
import { type Article, buildArticle, textAt } from '../../src/news/article.ts';
import { createNewsroom } from '../../src/newsroom.ts';
import { createMiniSearchEngine } from '../../src/search/minisearch.ts';

const told = (id: string, published: string | undefined, ...paragraphs: string[]): Article =>
  buildArticle(id, { headline: `Report ${id}`, ...(published !== undefined && { published }) }, [
    { paragraphs },
  ]);

/** No more of a sentence than its order is decided by. */
const ranked = (article: Article, score: number, raised?: number): Ranked =>
  ({
    candidate: { question: { text: 'What did she say?' }, passage: { passage: { article } } },
    score,
    ...(raised !== undefined && { raised }),
  }) as unknown as Ranked;

const OLD = 'The new bridge will cost 40 million crowns, the harbour office said.';
const NEW = 'The new bridge is going to cost 55 million crowns, according to the harbour office.';
const market = told(
  'market',
  '2031-01-01',
  'The market opens at six. Fish is cheap this year, traders said.',
);

function ask(question: string, articles: readonly Article[]) {
  const outcome = createNewsroom([...articles, market], createMiniSearchEngine()).ask(question);
  return {
    outcome,
    sentences: outcome.evidence.map(({ passage, sentence }) => textAt(passage.article, sentence)),
  };
}

describe('two articles that say the same in other words', () => {
  const COST = 'How much will the bridge cost?';

  it('are answered from the newer one, since things may have changed', () => {
    const { outcome, sentences } = ask(COST, [told('a', '2031-01-10', OLD), told('b', '2031-03-10', NEW)]);
    expect(outcome.kind).toBe('answer');
    expect(sentences.slice(0, 2)).toEqual([NEW, OLD]);
  });

  it('are answered from the one that says it best where that is the newer', () => {
    const { sentences } = ask(COST, [told('a', '2031-03-10', OLD), told('b', '2031-01-10', NEW)]);
    expect(sentences[0]).toBe(OLD);
  });

  it.each([
    ['one has no date', '2031-01-10', undefined],
    ['the other has no date', undefined, '2031-03-10'],
    ['neither has', undefined, undefined],
    ['both are of one day', '2031-03-10T08:00:00Z', '2031-03-10T18:00:00+02:00'],
  ])('are ranked by what they say where %s', (_why, first, second) => {
    expect(ask(COST, [told('a', first, OLD), told('b', second, NEW)]).sentences[0]).toBe(OLD);
  });

  it('are told apart in the explanation by their dates', () => {
    const { outcome } = ask(COST, [told('a', '2031-01-10', OLD), told('b', '2031-03-10', NEW)]);
    const [best, second] = outcome.evidence;
    expect(best!.score).toBeGreaterThan(second!.score);
    expect(contributions(best!, [second!]).map(({ sign }) => sign)).toContain('newer');
  });
});

describe('a newer article', () => {
  it('gives way where an older one says it far better', () => {
    const older = told('a', '2031-01-10', 'The ferry will sail again on 3 May because its engine is mended.');
    const newer = told('b', '2031-03-10', 'A ferry of the line sails in May, weather allowing.');
    const { sentences } = ask('When will the ferry sail again?', [older, newer]);
    expect(sentences[0]).toBe(textAt(older, older.sections[0]!.paragraphs[0]!));
  });

  it.each(['Nobody knows what the bridge will cost.', 'The bridge is to cost more than was thought.'])(
    'takes the place of no answer where it is none: %s',
    (vague) => {
      const both = [told('a', '2031-01-10', OLD), told('b', '2031-03-10', vague)];
      expect(ask('How much will the bridge cost?', both)).toMatchObject({
        outcome: { kind: 'answer' },
        sentences: [OLD, vague],
      });
    },
  );

  it('takes the place of no words that were asked for by their speaker’s name', () => {
    const [older, newer] = [told('a', '2031-01-10', OLD), told('b', '2031-03-10', NEW)];
    const said = [ranked(older, 2, 1.5), ranked(newer, 1.9)];
    expect(newestFirst(said)).toEqual(said);
    expect(newestFirst([ranked(older, 2, 1.5), ranked(newer, 1.9, 1)])[0]).toMatchObject({ raised: 1 });
    expect(newestFirst([ranked(older, 2), ranked(newer, 1.9)])[0]!.score).toBeGreaterThan(2);
  });
});

describe('a question that asks for news of something', () => {
  const opened = told(
    'opened',
    '2031-01-10',
    'The lighthouse was lit again on Saturday, the harbour office said.',
    'The lighthouse keeper of the lighthouse, Hanne Dorsey, wept.',
  );
  const dark = told(
    'dark',
    '2031-03-10',
    'A lightning stroke has put out the lighthouse for good, divers said.',
    'Nobody was in the lighthouse.',
  );
  const passing = told('passing', '2031-05-10', 'Seals were counted.', 'Most lay near the lighthouse.');

  it.each(['What happened to the lighthouse?', 'Latest news on the lighthouse', 'lighthouse news'])(
    'is answered by what opens the newest article on it: %s',
    (question) => {
      const { outcome, sentences } = ask(question, [opened, dark, passing]);
      expect(outcome.kind).toBe('answer');
      expect(sentences[0]).toMatch(/^A lightning stroke/);
    },
  );

  it('prefers articles that have it in their headline to newer ones that merely mention it', () => {
    const headed = buildArticle('headed', { headline: 'Lighthouse lit again', published: '2031-02-10' }, [
      { paragraphs: ['The lighthouse shines on the bay again.', 'The lighthouse is white.'] },
    ]);
    const mention = told('mention', '2031-06-10', 'Seals were counted from the lighthouse on Monday.');
    expect(ask('What happened to the lighthouse?', [headed, mention]).sentences[0]).toMatch(/shines/);
  });

  it('takes an article without a date for news only where none has one', () => {
    const undated = told('undated', undefined, 'The lighthouse will be sold, the lighthouse owner said.');
    expect(ask('What happened to the lighthouse?', [undated, opened]).sentences[0]).toMatch(/lit again/);
    expect(ask('What happened to the lighthouse?', [undated]).sentences[0]).toMatch(/sold/);
  });
});

it('changes the order of nothing but the first, and leaves scores falling', () => {
  const { outcome } = ask('harbour office bridge crowns', [
    told('a', '2031-01-10', OLD),
    told('b', '2031-03-10', NEW),
  ]);
  const order = outcome.evidence.map((one) => one.ranked);
  expect(newestFirst(order)).toEqual(order);
  const scores = outcome.evidence.map(({ score }) => score);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  expect(newestFirst([])).toEqual([]);
});
