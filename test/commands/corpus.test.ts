import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { articleKey } from '../../src/article-key.ts';
import { UserError } from '../../src/command.ts';
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
    expect(about!.items.map(({ text }) => text)).toContain('By Noor Amani');
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
    expect(listsIn(reply)[0]!.items).toHaveLength(3);
    expect(notesIn(reply)).toEqual(['Not taken: got a poem.\nhttps://courier.example/x']);
    expect(labels(reply)).toEqual(['Add all 2', 'Cancel']);
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
    const notes = ['a feed of 30 entries: the newest 20 are taken.'];
    const articles = [ferry, library].map((article) => ({ article, outcome: kept('added', article) }));
    const propose = async () => ({ articles, refused: [], notes });
    expect(notesIn(await replyTo('corpus add', { address: 'x' }, { librarian: { propose } }))).toEqual(notes);
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
    expect(told).toEqual(['Wird von courier.example geholt…', 'Wird gelesen…', '3 von 20…']);
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
    expect(listsIn(reply)[0]!.items).toEqual([
      { text: ferry.headline, detail: '1 added' },
      { text: library.headline, detail: '1 updated' },
    ]);
    expect(notesIn(reply)[0]).toContain('got a poem.');
    expect(labels(reply)).toEqual(['Add']);
  });

  it.each([
    [{ kind: 'settled', how: 'accepted' } as const, 'That has been added already.'],
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
      { command: 'corpus withdraw', options: { article: articleKey(ferry) } },
      {},
    ]);
    const reply = await replyTo('corpus withdraw', { article: articleKey(ferry) }, { librarian: { remove } });
    expect(removed).toEqual([ferry.id]);
    expect(notesIn(reply)[0]).toContain('ferry.md');
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
