import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/command.ts';
import { encodeCall } from '../../src/discord/custom-id.ts';
import { type Article, buildArticle } from '../../src/news/article.ts';
import { createNewsroom } from '../../src/newsroom.ts';
import type { Reply } from '../../src/reply.ts';
import { createMiniSearchEngine } from '../../src/search/minisearch.ts';
import { articles, ferry, kelp, library } from '../fixtures/newsroom.ts';
import {
  expectCallable,
  expectOwnWords,
  kindsOf,
  notesIn,
  passagesIn,
  press,
  quotationsIn,
  replyTo,
} from './replies.ts';

/** Another paper's report of the strike, in words of its own. */
const post: Article = buildArticle(
  'post-strike',
  { headline: 'Bay without boats', publisher: 'The Northern Post', published: '2031-03-10T07:00:00Z' },
  [
    {
      paragraphs: [
        'The crews of the ferries are striking because their timetable leaves no night’s sleep.',
        '“We will sail when we have slept,” Tilda Marsh said on Sunday.',
      ],
    },
  ],
);
const harbourPost: Article = buildArticle(
  'prices',
  { headline: 'Fish prices fall', publisher: 'Harbour Post', published: '2030-12-24' },
  [{ paragraphs: ['Herring costs two crowns a kilo, half as much as in summer, traders said.'] }],
);
const NOW = Date.parse('2031-03-12T09:00:00Z');
const newsroom = createNewsroom(
  [...articles, post, harbourPost],
  createMiniSearchEngine(),
  undefined,
  () => NOW,
);

type Options = Readonly<Record<string, string>>;
const WHY = 'Why are the crews striking?';
const ask = (options: Options, question = WHY) => replyTo(newsroom, 'ask', { question, ...options });
const quote = (options: Options) => replyTo(newsroom, 'quote', options);
const labels = ({ actions }: Reply) => actions.map(({ label }) => label);
const UNDATED = ' 1 article without a date was left out.';

/** The articles that a reply shows anything of. */
const from = (reply: Reply): readonly string[] => [
  ...new Set([...passagesIn(reply), ...quotationsIn(reply)].map(({ article }) => article.id)),
];

describe('choosing where to look', () => {
  it.each<[string, Options, readonly Article[]]>([
    ['a publisher', { publisher: 'The Northern Post' }, [post]],
    ['a publisher in other letters', { publisher: ' the  NORTHERN post' }, [post]],
    ['a part of its name', { publisher: 'northern' }, [post]],
    ['since a day', { since: '2031-03-05' }, [post]],
    ['since that very day', { since: '10 March 2031' }, [post]],
    ['since a few days ago', { since: '3 days' }, [post]],
    ['until a day', { until: '2031-03-04' }, [ferry]],
    ['until the end of a month, from its beginning', { since: '2031-03', until: 'Mar 2031' }, [ferry, post]],
    ['both', { publisher: 'Courier', since: '2031-03-01' }, [ferry]],
  ])('asks the articles of %s only', async (_what, options, allowed) => {
    const reply = await ask(options);
    expectOwnWords(newsroom, reply);
    expect(passagesIn(reply)[0]?.strength).not.toBe('nearest');
    expect(from(reply).length).toBeGreaterThan(0);
    for (const id of from(reply)) expect(allowed.map((article) => article.id)).toContain(id);
  });

  it.each<[string, Options, readonly string[]]>([
    ['a publisher', { publisher: 'northern', speaker: 'marsh' }, ['post-strike']],
    ['a time', { until: '2031-03-09', speaker: 'marsh' }, ['ferry-strike']],
    ['a time, whoever speaks', { since: 'yesterday', until: 'today' }, []],
    ['a publisher, whoever speaks', { publisher: 'The Northern Post' }, ['post-strike']],
    ['a time and a subject', { about: 'sleep', since: '2031-03-05' }, ['post-strike']],
  ])('quotes the articles of %s only', async (_what, options, expected) => {
    expect(from(await quote(options))).toEqual(expected);
  });

  it('leaves articles without a date out where a time is chosen', async () => {
    expect(from(await quote({ about: 'cold water' }))).toEqual([kelp.id]);
    expect(from(await quote({ about: 'cold water', until: '2040' }))).toEqual([]);
  });

  it('is for one question only', async () => {
    const conversation = 'somebody who goes on';
    await replyTo(newsroom, 'ask', { question: WHY, publisher: 'northern' }, conversation);
    const next = await replyTo(newsroom, 'ask', { question: 'When do talks resume?' }, conversation);
    expect(from(next)).toEqual([ferry.id]);
  });
});

describe('where nothing can be looked in', () => {
  it.each<[Options, string]>([
    [{ publisher: 'northern', until: '2030' }, 'No article in The Northern Post until 2030.'],
    [{ since: '2032' }, 'No article since 2032.'],
    [{ since: '11 Mar 2031', until: 'yesterday' }, 'No article since 11 Mar 2031 until 11 Mar 2031.'],
    [
      { article: 'kelp', publisher: 'harbour post' },
      'No article called “Kelp farm doubles its harvest” in Harbour Post.',
    ],
  ])('says so and names what was chosen: %j', async (options, note) => {
    for (const reply of [await ask(options), await quote({ speaker: 'marsh', ...options })]) {
      expect(kindsOf(reply)).toEqual(['note']);
      expect(notesIn(reply)[0]!.replace(UNDATED, '')).toBe(note);
      expect(reply.blocks[0]).toMatchObject({ tone: 'absent' });
    }
  });

  it('says how many articles might be meant that have no date', async () => {
    expect(notesIn(await ask({ since: '2032' }))).toEqual([`No article since 2032.${UNDATED}`]);
    expect(notesIn(await ask({ since: '2032', publisher: 'northern' }))).toEqual([
      'No article in The Northern Post since 2032.',
    ]);
  });

  it.each<[Options, string]>([
    [
      { article: 'kelp', since: '2020' },
      '“Kelp farm doubles its harvest” has no date, so it is not among the articles since 2020.',
    ],
    [
      { article: 'prices', since: '2031', until: '2032' },
      '“Fish prices fall” is dated 24 Dec 2030, so it is not among the articles since 2031 until 2032.',
    ],
  ])('says of an article that was chosen why it is not looked in: %j', async (options, note) => {
    expect(notesIn(await ask(options))).toEqual([note]);
  });

  it('takes a publisher at its word where no article names one', async () => {
    const bare = createNewsroom([kelp], createMiniSearchEngine());
    const reply = await replyTo(bare, 'ask', { question: WHY, publisher: 'The Courier' });
    expect(notesIn(reply)).toEqual(['No article in The Courier.']);
  });

  it('says that there are no articles where there are none at all', async () => {
    const empty = createNewsroom([], createMiniSearchEngine());
    const reply = await replyTo(empty, 'ask', { question: WHY, since: '2031' });
    expect(notesIn(reply)[0]).toMatch(/no articles yet/);
  });
});

describe('a choice that cannot be understood', () => {
  it.each<[string, Options, RegExp]>([
    [
      'several publishers',
      { publisher: 'post' },
      /^Several publishers fit “post”\. Choose from:\n• .*Post\n• .*Post$/,
    ],
    [
      'a mistyped publisher',
      { publisher: 'Nothern' },
      /^No single publisher is called “Nothern”\. Choose from:\n• The Northern Post$/,
    ],
    ['a part of a word', { publisher: 'north' }, /^No single publisher .*\n• The Northern Post$/],
    ['a publisher that there is not', { publisher: 'Gazette' }, /Choose from:\n• The Harrow Bay Courier\n/],
    ['no words', { publisher: '?' }, /Choose from:\n• The Harrow Bay Courier\n/],
    ['no date', { since: 'spring' }, /^since: expected a date such as 2025, .* got “spring”\.$/],
    ['a day that there is not', { until: '2031-02-29' }, /^until: expected a date .* got “2031-02-29”\.$/],
    [
      'dates that are swapped',
      { since: 'Mar 2031', until: '16 Feb 2031' },
      /^since \(Mar 2031\) is later than until \(16 Feb 2031\)\. Swap the two\.$/,
    ],
  ])('is told of as a mistake: %s', async (_what, options, message) => {
    for (const asked of [ask(options), quote({ speaker: 'marsh', ...options })]) {
      await expect(asked).rejects.toThrow(UserError);
      await expect(asked).rejects.toThrow(message);
    }
  });

  it.each<[string, string]>([
    ['2031-02-16', '2031-02'],
    ['2031-02', '2031-02-16'],
    ['2031', '2031-02-16'],
    ['2031-02-16', '2031-02-16'],
  ])('is none where one date holds the other: since %s until %s', async (since, until) => {
    await expect(quote({ since, until })).resolves.toBeDefined();
  });

  it('names the option as it is called in the reader’s language', async () => {
    const { GERMAN } = await import('../../src/words/german.ts');
    const asked = replyTo(newsroom, 'ask', { question: WHY, since: 'Lenz' }, 'leserin', GERMAN);
    await expect(asked).rejects.toThrow(/^ab: Erwartet wird ein Datum/);
  });
});

describe('buttons under a choice', () => {
  it('look for quotations in the same articles', async () => {
    const reply = await ask(
      { publisher: 'northern', since: '2031-03-05' },
      'What did Marsh say about sleep?',
    );
    const quotes = await press(newsroom, reply, 'Quotes on this')!;
    expect(from(quotes)).toEqual(['post-strike']);
    reply.actions.forEach(expectCallable);
  });

  it('lead through pages of the same articles, and fit where Discord keeps them', async () => {
    const said = Array.from(
      { length: 8 },
      (_, at) => `“Point ${at + 1} is that boats float,” Ada Quill said.`,
    );
    const talk = (id: string, publisher: string) =>
      buildArticle(id, { headline: id, publisher, published: '2031-03-01' }, [{ paragraphs: said }]);
    const several = createNewsroom(
      [talk('a', 'The Very Long and Ancient Harrow Bay Intelligencer'), library],
      createMiniSearchEngine(),
    );
    const options = {
      speaker: 'Ada Quill',
      publisher: 'intelligencer',
      since: '2031-02-28',
      until: '2031-03-31',
    };
    const first = await replyTo(several, 'quote', options);
    expect(quotationsIn(first)).toHaveLength(5);
    for (const action of first.actions)
      if (action.kind === 'command') expect(encodeCall(action)).toBeDefined();
    const second = await press(several, first, 'Next')!;
    expect(quotationsIn(second)).toHaveLength(3);
    expect(await press(several, second, 'Previous')).toEqual(first);
  });

  it('say that a publisher is gone of whom there is no article any more', async () => {
    const reply = await quote({ publisher: 'northern', speaker: 'the pope' });
    const action = (await ask({ publisher: 'northern' })).actions.find(
      ({ label }) => label === 'Quotes on this',
    );
    if (action?.kind !== 'command') throw new Error('no button');
    const later = createNewsroom(articles, createMiniSearchEngine());
    await expect(replyTo(later, 'quote', action.options)).rejects.toThrow(/has changed or gone/);
    expect(kindsOf(reply)[0]).toBe('note');
  });
});

describe('what is found in the articles that were chosen', () => {
  it.each<[Options, string]>([
    [{ publisher: 'northern' }, 'Looked only at articles in The Northern Post.'],
    [{ since: '2031-03-01' }, `Looked only at articles since 1 Mar 2031.${UNDATED}`],
    [{ article: 'night shifts' }, `Looked only in “${ferry.headline}”.`],
  ])('is shown with where was looked: %j', async (options, note) => {
    expect(notesIn(await ask(options))[0]).toBe(note);
    expect(notesIn(await quote({ speaker: 'marsh', ...options }))[0]).toBe(note);
  });

  it('is shown alone where all were looked in', async () => {
    expect(notesIn(await ask({})).join()).not.toContain('Looked only');
    expect(notesIn(await quote({ speaker: 'marsh' })).join()).not.toContain('Looked only');
  });
});

describe('what is not in the articles that were chosen', () => {
  it('is said with where was looked, and looked for in all where those hold it', async () => {
    const reply = await ask({ publisher: 'harbour post' });
    expect(notesIn(reply).slice(0, 2)).toEqual([
      'Looked only at articles in Harbour Post.',
      'Nothing is said there about “crews” or “striking”.',
    ]);
    expect(labels(reply)).toContain('Look in all articles');
    expect(from(await press(newsroom, reply, 'Look in all articles')!)).not.toEqual(from(reply));
  });

  it('is not looked for in all where nothing holds it', async () => {
    const reply = await ask({ article: 'kelp' }, 'Who won the chess tournament in Reykjavik?');
    expect(notesIn(reply)).toContain('Looked only in “Kelp farm doubles its harvest”.');
    expect(labels(reply)).not.toContain('Look in all articles');
  });

  it('is named in what is said of quotations', async () => {
    const limits = { publisher: 'courier', since: '2031-03' };
    expect(notesIn(await quote({ ...limits, about: 'zebras' }))).toEqual([
      'The articles in The Harrow Bay Courier since Mar 2031 quote nobody on “zebras”.',
    ]);
    expect(notesIn(await quote({ ...limits, speaker: 'oduya' }))).toEqual([
      'The articles in The Harrow Bay Courier since Mar 2031 quote nobody called “oduya”.',
    ]);
    const elsewhere = await quote({ publisher: 'northern', speaker: 'venn', about: 'price' });
    expect(labels(elsewhere)).toEqual(['Look in all articles']);
    expect(from(await press(newsroom, elsewhere, 'Look in all articles')!)).toEqual([ferry.id]);
    const other = await quote({ publisher: 'northern', speaker: 'marsh', about: 'moon' });
    expect(notesIn(other)).toEqual(['The articles in The Northern Post quote “marsh”, but not on “moon”.']);
    expect(from(await press(newsroom, other, 'All by marsh')!)).toEqual([post.id]);
  });
});
