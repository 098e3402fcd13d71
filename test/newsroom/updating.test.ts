import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleKey } from '../../src/article-key.ts';
import { type Article, buildArticle, textAt } from '../../src/news/article.ts';
import { createNewsroom, type Newsroom } from '../../src/newsroom.ts';
import { createMiniSearchEngine } from '../../src/search/minisearch.ts';
import { shippedMeaning } from '../../src/vectors.ts';
import { articles, ferry, kelp, library, openFixture } from '../fixtures/newsroom.ts';

const corrected: Article = buildArticle('ferry-strike', { ...ferry, headline: 'Ferry strike is over' }, [
  {
    paragraphs: [
      'Crews of the Harrow Bay ferries went back to work on Friday after the operator gave them ten hours of sleep.',
      '“We sleep, so we steer,” said Tilda Marsh, the union’s secretary.',
    ],
  },
]);

/** The same story in another paper, later. */
const reprint: Article = buildArticle(
  'reprint',
  { headline: 'No boats', publisher: 'The Gull', published: '2031-03-05' },
  [{ paragraphs: ferry.text.split('\n\n') }],
);
/** Says again what somebody has said before, and makes common words of rare ones. */
const echo: Article = buildArticle('echo', { headline: 'Luck', published: '2031-03-06' }, [
  {
    paragraphs: [
      '“Cold water is our luck,” Rosa Lindqvist of the kelp farm said again. “Nobody steers well asleep,” she added.',
      'Sleep, shifts and timetables: the crews of the kelp boats sleep well, and harvest well, and sleep again.',
      'The leader of the lenders is the reader of the library.',
    ],
  },
]);
const pool = [...articles, reprint, echo];

/** With the meaning of words, of which much is remembered from one question to the next. */
const open = (read: readonly Article[]): Newsroom =>
  createNewsroom(read, createMiniSearchEngine(), shippedMeaning());

const QUESTIONS = [
  'Why are the crews striking?',
  'When did the crews go back to work?',
  'How much kelp was harvested?',
  'What did Marsh say?',
  'Who is Rosa Lindquist?',
  'What will the libary repairs cost?',
  'Who is the leeder?',
  'Are the sailors tired?',
];

/** All that a newsroom says, of whatever is asked of it. */
function saidBy(newsroom: Newsroom): unknown {
  const quoted = (article: string, spans: readonly { start: number; end: number }[]) =>
    spans.map((span) => textAt(newsroom.article(article)!, span));
  return {
    articles: newsroom.articles,
    answers: QUESTIONS.map((question) => {
      const outcome = newsroom.ask(question);
      return {
        kind: outcome.kind,
        understood: outcome.question.text,
        confidence: outcome.confidence.toFixed(9),
        evidence: outcome.evidence.map(({ passage, sentence, score }) => [
          passage.article.id,
          textAt(passage.article, sentence),
          score.toFixed(9),
        ]),
      };
    }),
    speakers: newsroom.speakers().map(({ name, quotations, articles: where }) => [name, quotations, where]),
    named: newsroom.speakersNamed('marsh').map(({ name, roles }) => [name, roles]),
    quotations: newsroom.quotations().map(({ article, spans }) => quoted(article, spans)),
    about: newsroom.statements({ about: 'sleep' }).map(({ article, spans }) => quoted(article, spans)),
    suggested: newsroom.suggest('speaker', 'ros'),
    publishers: newsroom.publishers(),
    checked: ['Nobody steers well asleep', 'Cold water is our luck', 'Cold water is my luck'].map((words) => {
      const verdict = newsroom.checkQuotation(words);
      if (verdict.kind === 'not-found') return verdict.kind;
      return [verdict.kind, verdict.match.article.id, verdict.also.map(({ id }) => id)];
    }),
  };
}

const steps = fc.array(
  fc.oneof(
    fc.record({ put: fc.shuffledSubarray([...pool, corrected]), remove: fc.constant([]) }),
    fc.record({ put: fc.constant([]), remove: fc.shuffledSubarray(pool.map(({ id }) => id)) }),
    fc.constantFrom('ask' as const, 'read ahead' as const),
  ),
  { maxLength: 8 },
);

describe('a newsroom that changes', () => {
  it('says whatever one says that was opened with the same articles', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(pool), steps, (first, changes) => {
        const newsroom = open(first);
        const there = new Map(first.map((article) => [article.id, article]));
        for (const change of changes) {
          // What has been read for one answer must not outlive what it was read from.
          if (change === 'ask') {
            saidBy(newsroom);
            continue;
          }
          if (change === 'read ahead') {
            void newsroom.readAhead(); // the first article at once, the others later
            continue;
          }
          newsroom.update(change);
          for (const id of change.remove) there.delete(id);
          for (const article of change.put) there.set(article.id, article);
        }
        expect(saidBy(newsroom)).toEqual(saidBy(open([...there.values()])));
      }),
      { numRuns: 60 },
    );
  });

  it('answers from an article as soon as it is there, and no longer once it is gone', () => {
    const newsroom = openFixture([library]);
    expect(newsroom.ask('How much kelp was harvested?').kind).toBe('no-answer');
    newsroom.update({ put: [kelp], remove: [] });
    expect(newsroom.ask('How much kelp was harvested?').kind).toBe('answer');
    newsroom.update({ put: [], remove: [kelp.id] });
    expect(newsroom.ask('How much kelp was harvested?').kind).toBe('no-answer');
    expect(newsroom.articles).toEqual([library]);
  });

  it('knows an article no longer by the key of its earlier words', () => {
    const newsroom = openFixture([ferry]);
    const before = articleKey(ferry);
    expect(newsroom.article(before)).toBe(ferry);
    newsroom.update({ put: [corrected], remove: [] });
    expect(newsroom.article(before)).toBeUndefined();
    expect(newsroom.article(articleKey(corrected))).toBe(corrected);
  });

  it('reads ahead what was put while it was reading ahead', async () => {
    const newsroom = openFixture([library]);
    const reading = newsroom.readAhead();
    newsroom.update({ put: [kelp], remove: [] });
    await reading;
    expect(newsroom.speakersNamed('Lindqvist')).toHaveLength(1);
  });

  it('passes over the removal of an article that is not there', () => {
    const newsroom = openFixture([library]);
    newsroom.update({ put: [], remove: ['never'] });
    expect(newsroom.articles).toEqual([library]);
  });
});
