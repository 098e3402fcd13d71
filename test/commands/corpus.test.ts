import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { articleKey } from '../../src/article-key.ts';
import { UserError } from '../../src/command.ts';
import { layOut } from '../../src/discord/card.ts';
import { encodeCall } from '../../src/discord/custom-id.ts';
import type { Kept, Librarian, Refused } from '../../src/librarian.ts';
import { buildArticle } from '../../src/news/article.ts';
import type { Reply } from '../../src/reply.ts';
import { ENGLISH } from '../../src/words/english.ts';
import { LANGUAGES } from '../../src/words/locales.ts';
import type { Words } from '../../src/words/words.ts';
import { articles, ferry, library, openFixture } from '../fixtures/newsroom.ts';
import { expectCallable, listsIn, notesIn, passagesIn } from './replies.ts';

const newsroom = openFixture();

const nobody: Librarian = {
  isBusy: () => false,
  propose: async () => ({ articles: [], refused: [] }),
  accept: async () => ({ kind: 'unknown' }),
  discard: async () => ({ kind: 'unknown' }),
  remove: async (id) => ({ id, headline: ferry.headline, file: `${id}.md` }),
  refresh: async () => ({ outcomes: [], of: 0 }),
  origins: async () => new Map(),
  leftOut: () => [],
};

interface Asked {
  readonly librarian?: Partial<Librarian> | null;
  readonly words?: Words;
  readonly told?: string[];
}

async function replyTo(
  name: string,
  options: Readonly<Record<string, string | number>> = {},
  { librarian = {}, words = ENGLISH, told = [] }: Asked = {},
): Promise<Reply> {
  const command = commands.find((each) => each.name === name);
  const reply = await command!.run(newsroom, options, {
    conversation: 'operator',
    words,
    progress: (text) => void told.push(text),
    ...(librarian !== null && { librarian: { ...nobody, ...librarian } }),
  });
  for (const action of reply.actions) {
    expectCallable(action);
    if (action.kind === 'command') expect(encodeCall(action)).toBeDefined();
  }
  return reply;
}

const kept = (kind: Kept['kind'], { id, headline } = ferry, changedParagraphs?: number): Kept => ({
  kind,
  id,
  headline,
  file: `${id}.md`,
  ...(changedParagraphs !== undefined && { changedParagraphs }),
});
const refused: Refused = { kind: 'refused', reference: 'https://courier.example/x', why: 'got a poem.' };
const KEY = 'abcdefghij';
const labels = ({ actions }: Reply) => actions.map(({ label }) => label);
const titlesIn = (reply: Reply) => listsIn(reply).map(({ title }) => title);

describe('/corpus add', () => {
  const proposing = (outcome: Kept | Refused, key?: string): Partial<Librarian> => ({
    propose: async () => ({
      articles: [{ article: ferry, outcome }],
      refused: [],
      ...(key !== undefined && { key }),
    }),
  });

  it('shows the first sentence as it will be shown, and what else was understood', async () => {
    const reply = await replyTo('corpus add', { address: 'x' }, { librarian: proposing(kept('added'), KEY) });
    const [passage, ...others] = passagesIn(reply);
    expect(others).toEqual([]);
    expect(passage?.article).toBe(ferry);
    expect(ferry.text.startsWith(ferry.text.slice(passage!.span.start, passage!.span.end))).toBe(true);
    expect(notesIn(reply)).toEqual(['New: this article is not there yet.']);
    const [about, sections, speakers] = listsIn(reply);
    expect(about!.items).toContainEqual({ text: 'Byline', detail: 'By Noor Amani' });
    expect(about!.items.at(-1)!.text).toMatch(/^\d+ quotations/);
    expect(sections!.items).toContainEqual({ text: 'Why Are the Crews Striking?', detail: '3 paragraphs' });
    expect(speakers!.items.map(({ text }) => text)).toContain('Tilda Marsh');
    expect(reply.actions).toMatchObject([
      { label: 'Add', command: 'corpus accept', options: { key: KEY }, inPlace: true, primary: true },
      { label: 'Cancel', command: 'corpus cancel', options: { key: KEY }, inPlace: true },
    ]);
  });

  it.each([
    [kept('updated', ferry, 3), 'Updates an article that is there: 3 paragraphs changed.'],
    [kept('unchanged'), 'There already: an article with these words or this address.'],
    [refused, 'Not taken: got a poem.'],
  ])('says what would become of it: %#', async (outcome, said) => {
    const reply = await replyTo('corpus add', { file: 'x' }, { librarian: proposing(outcome) });
    expect(notesIn(reply)).toEqual([said]);
    expect(reply.actions).toEqual([]);
  });

  it('lists the articles of a feed, those that cannot be had too', async () => {
    const propose = async () => ({
      key: KEY,
      articles: [
        { article: ferry, outcome: kept('added') },
        { article: library, outcome: kept('added', library) },
        { article: articles[0]!, outcome: kept('unchanged', articles[0]!) },
      ],
      refused: [refused],
    });
    const reply = await replyTo('corpus add', { address: 'x' }, { librarian: { propose } });
    expect(titlesIn(reply)).toEqual(['2 new', '1 there already', '1 not taken']);
    expect(listsIn(reply)[0]!.items.map(({ text }) => text)).toEqual([ferry.headline, library.headline]);
    expect(listsIn(reply)[2]!.items).toEqual([{ text: 'https://courier.example/x', detail: 'got a poem.' }]);
    expect(labels(reply)).toEqual(['Add all 2', 'Cancel']);
  });

  it('says of a long feed in one message how much of it is new, and why the rest is not taken', async () => {
    const long = (number: number) =>
      buildArticle(
        `boat-${number}`,
        {
          headline: `Boat ${number} of the Harrow Bay line runs aground off the northern breakwater in thick fog`,
          publisher: 'The Harrow Bay Courier and Intelligencer',
          published: '2031-03-04',
          url: `https://courier.example/2031/03/04/boat-${number}-runs-aground-off-the-northern-breakwater`,
        },
        [{ paragraphs: ['She ran aground.'] }],
      );
    const articles = Array.from({ length: 20 }, (_, number) => {
      const article = long(number);
      const kind = number < 14 ? 'added' : number < 17 ? 'updated' : 'unchanged';
      return { article, outcome: kept(kind, article, kind === 'updated' ? 2 : undefined) };
    });
    const missing = Array.from(
      { length: 20 },
      (_, number): Refused => ({
        kind: 'refused',
        reference: `https://courier.example/2031/03/05/${'long-and-gone-'.repeat(8)}${number}`,
        why: 'expected a page, got status 404: there is no page any more, or never was. Check the address.',
      }),
    );
    const propose = async () => ({ key: KEY, articles, refused: missing });
    const reply = await replyTo('corpus add', { address: 'x' }, { librarian: { propose } });
    expect(titlesIn(reply)).toEqual(['14 new', '3 updates', '3 there already', '20 not taken']);
    const [added, updated, , refusals] = listsIn(reply);
    expect(added!.items[0]!.text).toMatch(/^Boat 0 /);
    expect(added!.items.every(({ url, detail = '' }) => url === undefined && !/new/i.test(detail))).toBe(
      true,
    );
    expect(updated!.items[0]!.detail).toMatch(/2 paragraphs changed$/);
    expect(refusals!.items).toHaveLength(1);
    expect(refusals!.items[0]!.text).toMatch(/ and 17 more$/);
    expect(refusals!.items[0]!.detail).toBe(missing[0]!.why);
    for (const style of ['components', 'embeds'] as const)
      for (const words of Object.values(LANGUAGES))
        expect(layOut(reply, { words, style }).messages).toHaveLength(1);
  });

  it.each([
    [['added', 'added', 'updated'], 'Add all 3'],
    [['updated', 'updated', 'unchanged'], 'Update all 2'],
    [['updated', 'unchanged'], 'Update'],
    [['added', 'unchanged'], 'Add'],
  ] as const)('calls its button by what it does: %j', async (kinds, label) => {
    const proposed = kinds.map((kind, at) => ({
      article: articles[at]!,
      outcome: kept(kind, articles[at]!, kind === 'updated' ? 1 : undefined),
    }));
    const propose = async () => ({ key: KEY, articles: proposed, refused: [] });
    const reply = await replyTo('corpus add', { address: 'x' }, { librarian: { propose } });
    expect(labels(reply)).toEqual([label, 'Cancel']);
  });

  it('names the article that is there where another paper’s copy is offered', async () => {
    const copy = { ...ferry, headline: 'Ferries idle', publisher: 'The Evening Post' };
    const proposed = { article: copy, outcome: kept('unchanged') };
    const one = async () => ({ articles: [proposed], refused: [] });
    const single = await replyTo('corpus add', { address: 'x' }, { librarian: { propose: one } });
    expect(notesIn(single)[0]).toBe(
      `There already: “${ferry.headline}” in The Harrow Bay Courier has these words or this address.`,
    );
    const many = async () => ({
      articles: [proposed, { article: library, outcome: kept('unchanged', library) }],
      refused: [],
    });
    const [there] = listsIn(await replyTo('corpus add', { address: 'x' }, { librarian: { propose: many } }));
    expect(there!.items[0]!.text).toBe('Ferries idle');
    expect(there!.items[0]!.detail).toContain(`as “${ferry.headline}” in The Harrow Bay Courier`);
    expect(there!.items[1]!.detail).not.toContain(' as ');
  });

  it('says what an article lacks, and how many speakers are not shown', async () => {
    const paragraphs = Array.from(
      { length: 15 },
      (_, at) => `“Kelp is good for harbour number ${at},” said Ada ${'ABCDEFGHIJKLMNO'[at]}quill.`,
    );
    const bare = buildArticle('bare', { headline: 'Kelp' }, [{ paragraphs }]);
    const propose = async () => ({
      articles: [{ article: bare, outcome: kept('added', bare) }],
      refused: [],
    });
    const reply = await replyTo('corpus add', { address: 'x' }, { librarian: { propose } });
    const [about, , speakers] = listsIn(reply);
    expect(about!.items.map(({ text }) => text)).toEqual([
      expect.stringMatching(/quotations/),
      'no date found',
      'no publisher found',
    ]);
    expect(speakers!.items.at(-1)!.text).toBe('3 more speakers');
  });

  it('says what to do where a correction by hand stands in the way', async () => {
    const outcome: Refused = {
      kind: 'refused',
      reference: 'x',
      code: 'corrected',
      why: 'ferry-strike was corrected by hand; the page changed too.',
    };
    const reply = await replyTo('corpus add', { address: 'x' }, { librarian: proposing(outcome) });
    expect(notesIn(reply)[0]).toMatch(/^Not taken: The article was corrected by hand.* \/corpus remove/);
    expect(notesIn(reply)[0]).not.toContain('ferry-strike');
  });

  it('offers the feed that a front page names', async () => {
    const feed = 'https://courier.example/feed.xml';
    const propose = async () => ({ articles: [], refused: [{ ...refused, feed }] });
    const reply = await replyTo('corpus add', { address: 'x' }, { librarian: { propose } });
    expect(reply.actions).toMatchObject([
      { label: 'Add the feed', command: 'corpus add', options: { address: feed } },
    ]);
  });

  it('shows an article without a heading, a paragraph of which is all there is', async () => {
    const bare = buildArticle('bare', { headline: 'Kelp' }, [{ paragraphs: ['Kelp grows. It is green.'] }]);
    const propose = async () => ({
      articles: [{ article: bare, outcome: kept('added', bare) }],
      refused: [],
    });
    const reply = await replyTo('corpus add', { address: 'x' }, { librarian: { propose } });
    expect(passagesIn(reply)[0]!.span).toEqual({ start: 0, end: 'Kelp grows.'.length });
    expect(listsIn(reply)[1]!.items).toEqual([{ text: 'Kelp', detail: '1 paragraph' }]);
  });

  it('says what was passed over', async () => {
    const notes = ['entries with neither an address nor a text: 2.'];
    const articles = [ferry, library].map((article) => ({ article, outcome: kept('added', article) }));
    const propose = async () => ({ articles, refused: [], notes });
    expect(notesIn(await replyTo('corpus add', { address: 'x' }, { librarian: { propose } }))).toEqual(notes);
  });

  it('says of a long feed how much of it is there, and how the rest is had', async () => {
    const feed = { entries: 60, there: 20, left: 20 };
    const articles = [ferry, library].map((article) => ({ article, outcome: kept('added', article) }));
    const propose = async () => ({ articles, refused: [], feed });
    expect(notesIn(await replyTo('corpus add', { address: 'x' }, { librarian: { propose } }))).toEqual([
      'The feed has 60 entries, 20 of them there already. 20 more are for the next time: add it again once these are in.',
    ]);
    const whole = async () => ({ articles: [], refused: [], feed: { entries: 60, there: 60, left: 0 } });
    const reply = await replyTo('corpus add', { address: 'x' }, { librarian: { propose: whole } });
    expect(notesIn(reply)).toEqual(['The feed has 60 entries, 60 of them there already.']);
  });

  it('tells what is done, in the reader’s language', async () => {
    const told: string[] = [];
    const propose: Librarian['propose'] = async (_given, progress) => {
      progress?.({ kind: 'fetching', host: 'courier.example' });
      progress?.({ kind: 'reading' });
      progress?.({ kind: 'counting', done: 3, total: 20 });
      return { articles: [], refused: [] };
    };
    const asked = { librarian: { propose }, words: LANGUAGES.de, told };
    const reply = await replyTo('corpus add', { address: 'x' }, asked);
    expect(told).toEqual(['Wird von courier.example geholt…', 'Wird gelesen…', '3 von 20 Artikeln…']);
    expect(notesIn(reply)).toEqual(['Darin sind keine Artikel.']);
  });
});

describe('the buttons of a proposal', () => {
  it('say what was taken in, and lead to it', async () => {
    const accept = async () => ({ kind: 'accepted' as const, outcomes: [kept('added')] });
    const reply = await replyTo('corpus accept', { key: KEY }, { librarian: { accept } });
    expect(notesIn(reply)).toEqual([`Added: “${ferry.headline}”.`]);
    expect(reply.actions).toMatchObject([{ command: 'articles', options: { article: ferry.id } }]);
  });

  it('offer what was refused again', async () => {
    const outcomes = [kept('added'), kept('updated', library, 1), refused];
    const accept = async () => ({ kind: 'accepted' as const, outcomes });
    const reply = await replyTo('corpus accept', { key: KEY }, { librarian: { accept } });
    expect(listsIn(reply).map(({ title, items }) => [title, ...items])).toEqual([
      ['1 added', { text: ferry.headline }],
      ['1 updated', { text: library.headline, detail: '1 paragraph changed' }],
      ['1 not taken', { text: refused.reference, detail: 'got a poem.' }],
    ]);
    expect(labels(reply)).toEqual(['Try again']);
  });

  it('say which articles were changed, for the record', async () => {
    const outcomes = [kept('added'), kept('unchanged', articles[2]), kept('updated', library, 1)];
    const accept = async () => ({ kind: 'accepted' as const, outcomes });
    const reply = await replyTo('corpus accept', { key: KEY }, { librarian: { accept } });
    expect(reply.changes).toEqual([
      { kind: 'added', article: ferry.id },
      { kind: 'updated', article: library.id },
    ]);
  });

  it('lead to what was added also when pressed twice', async () => {
    const accept = async () => ({ kind: 'settled', how: 'accepted', there: [kept('unchanged')] }) as const;
    const reply = await replyTo('corpus accept', { key: KEY }, { librarian: { accept } });
    expect(notesIn(reply)).toEqual(['That has been added already.']);
    expect(listsIn(reply)[0]!.items).toEqual([{ text: ferry.headline }]);
    expect(labels(reply)).toEqual(['Outline']);
  });

  it.each([
    [{ kind: 'settled', how: 'accepted', there: [] } as const, 'That has been added already.'],
    [{ kind: 'settled', how: 'discarded' } as const, /^That was cancelled/],
    [{ kind: 'unknown' } as const, /more than a day ago/],
  ])('say why there is nothing to be done any more: %#', async (answer, said) => {
    const librarian = { accept: async () => answer, discard: async () => answer };
    for (const name of ['corpus accept', 'corpus cancel'])
      expect(notesIn(await replyTo(name, { key: KEY }, { librarian }))[0]).toMatch(said);
  });
});

describe('/corpus remove', () => {
  it('removes the article that was shown, and no other', async () => {
    const removed: string[] = [];
    const remove: Librarian['remove'] = async (id) => {
      removed.push(id);
      return { id, headline: ferry.headline, file: 'ferry.md' };
    };
    const shown = await replyTo('corpus remove', { article: 'night shifts' }, { librarian: { remove } });
    expect(removed).toEqual([]);
    expect(shown.actions).toMatchObject([
      { command: 'corpus withdraw', options: { article: articleKey(ferry) }, final: true },
      {},
    ]);
    const reply = await replyTo('corpus withdraw', { article: articleKey(ferry) }, { librarian: { remove } });
    expect(removed).toEqual([ferry.id]);
    expect(notesIn(reply)[0]).toContain('ferry.md');
    expect(reply.changes).toEqual([{ kind: 'removed', article: ferry.id }]);
    const changed = `${articleKey(ferry).slice(0, 6)}AbCd`;
    const late = replyTo('corpus withdraw', { article: changed }, { librarian: { remove } });
    await expect(late).rejects.toThrow(/changed or gone/);
    expect(removed).toEqual([ferry.id]);
  });

  it('asks for one article', async () => {
    await expect(replyTo('corpus remove', { article: 'courier' })).rejects.toThrow(/Several articles fit/);
  });
});

describe('/corpus refresh', () => {
  it('sums up what came of it, and names what changed', async () => {
    const gone = { kind: 'gone' as const, id: library.id, headline: library.headline, file: 'library.md' };
    const outcomes = [kept('unchanged'), kept('updated', ferry, 2), gone, refused];
    const refresh = async () => ({ outcomes, of: 9 });
    const reply = await replyTo('corpus refresh', {}, { librarian: { refresh } });
    expect(notesIn(reply)[0]).toBe('1 updated · 1 unchanged · 1 no longer published · 1 not taken');
    expect(notesIn(reply)[1]).toMatch(/^4 of 9 articles/);
    expect(listsIn(reply).map(({ items }) => items[0]!.text)).toEqual([
      ferry.headline,
      library.headline,
      refused.reference,
    ]);
  });

  it('names some of many, and counts the others', async () => {
    const outcomes = Array.from({ length: 18 }, () => kept('updated', ferry, 1));
    const refresh = async () => ({ outcomes, of: 18 });
    const [list] = listsIn(await replyTo('corpus refresh', {}, { librarian: { refresh } }));
    expect(list!.items).toHaveLength(16);
    expect(list!.items.at(-1)!.text).toBe('and 3 more');
  });

  it('of one article asks for that one, and says it of that one when it has no address', async () => {
    const asked: (string | undefined)[] = [];
    const refresh: Librarian['refresh'] = async (id) => {
      asked.push(id);
      return { outcomes: [], of: 0 };
    };
    const reply = await replyTo('corpus refresh', { article: 'night shifts' }, { librarian: { refresh } });
    expect(asked).toEqual([ferry.id]);
    expect(notesIn(reply)).toEqual([`“${ferry.headline}” has no address at which it could be asked for.`]);
    expect(notesIn(await replyTo('corpus refresh'))).toEqual([
      'None of the articles has an address at which it could be asked for.',
    ]);
  });
});

describe('/corpus list', () => {
  it('says of each article where it came from and when', async () => {
    const origins = async () =>
      new Map([
        [ferry.id, { fetched: '2031-03-05T08:00:00Z', source: ferry.url! }],
        [library.id, { source: 'roof.pdf' }],
      ]);
    const [list] = listsIn(await replyTo('corpus list', {}, { librarian: { origins } }));
    expect(list!.items.map(({ detail }) => detail)).toEqual([
      'The Harrow Bay Courier · 4 Mar 2031 · fetched 5 Mar 2031',
      'The Harrow Bay Courier · 11 Feb 2031 · roof.pdf',
      undefined,
    ]);
  });

  it('names files that are left out, and counts those beyond ten', async () => {
    const leftOut = () => Array.from({ length: 12 }, (_, at) => ({ file: `${at}.json`, message: 'torn.' }));
    const [, files] = listsIn(await replyTo('corpus list', {}, { librarian: { leftOut } }));
    expect(files!.items).toHaveLength(11);
    expect(files!.items.at(-1)!.text).toBe('and 2 more');
  });
});

describe('every command about the corpus', () => {
  const asked: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['corpus add', { address: 'https://courier.example' }],
    ['corpus accept', { key: KEY }],
    ['corpus cancel', {}],
    ['corpus remove', { article: ferry.id }],
    ['corpus withdraw', { article: articleKey(ferry) }],
    ['corpus refresh', {}],
    ['corpus list', {}],
  ];

  it.each(asked)('says where the articles cannot be changed from: /%s', async (name, options) => {
    for (const words of Object.values(LANGUAGES)) {
      const asking = replyTo(name, options, { librarian: null, words });
      await expect(asking).rejects.toThrow(UserError);
      await expect(asking).rejects.toThrow(words.corpus.notHere);
    }
  });

  it('is one of those that were tried', () => {
    const names = commands.filter(({ group }) => group?.name === 'corpus').map(({ name }) => name);
    expect(names.toSorted()).toEqual(asked.map(([name]) => name).toSorted());
  });

  it.each(['corpus add', 'corpus refresh'])('does one thing at a time: /%s', async (name) => {
    const options: Readonly<Record<string, string>> = name === 'corpus add' ? { address: 'x' } : {};
    await expect(replyTo(name, options, { librarian: { isBusy: () => true } })).rejects.toThrow(/already/);
  });

  it('is listed by help to those who may use it, by both of its words', async () => {
    const listed = async (asking: Asked) =>
      listsIn(await replyTo('help', {}, asking)).flatMap(({ items }) => items.map(({ text }) => text));
    expect(await listed({})).toEqual(expect.arrayContaining(['/corpus add', '/corpus list']));
    expect(await listed({ words: LANGUAGES.de })).toContain('/korpus aufnehmen');
    expect((await listed({ librarian: null })).join()).not.toContain('corpus');
  });
});
