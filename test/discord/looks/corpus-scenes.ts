import { commands } from '../../../commands/index.ts';
import type { Kept, Librarian, Proposal, Refused } from '../../../src/librarian.ts';
import { type Article, buildArticle } from '../../../src/news/article.ts';
import type { Newsroom } from '../../../src/newsroom.ts';
import type { Reply } from '../../../src/reply.ts';
import { wordsFor } from '../../../src/words/locales.ts';
import type { Body, Scene } from './page.ts';

/** What those see who look after the articles. */

const boat = (number: number): Article =>
  buildArticle(
    `boat-${number}`,
    {
      headline: `Ferry number ${number} of the Westhaven line runs aground off the northern breakwater`,
      publisher: 'The Quayside Courier',
      published: `2025-03-${String(number + 1).padStart(2, '0')}`,
      url: `https://courier.example/2025/03/boat-${number}`,
    },
    [{ paragraphs: ['The ferry ran aground in thick fog.'] }],
  );

const kept = (kind: Kept['kind'], { id, headline }: Article, changedParagraphs?: number): Kept => ({
  kind,
  id,
  headline,
  file: `${id}.md`,
  ...(changedParagraphs !== undefined && { changedParagraphs }),
});

const gone = (number: number): Refused => ({
  kind: 'refused',
  code: 'not-found',
  reference: `https://courier.example/2025/02/old-story-number-${number}`,
  why: 'expected a page, got status 404: there is no page any more, or never was. Check the address.',
});
const locked: Refused = {
  kind: 'refused',
  code: 'paywall',
  reference: 'https://courier.example/2025/03/for-subscribers',
  why: 'expected a whole article; only its first 70 words are readable without a subscription. Save the whole article as .md or .txt and add that.',
};

const feed: Proposal = {
  key: 'abcdefghij',
  articles: Array.from({ length: 15 }, (_, number) => {
    const article = boat(number);
    const kind = number < 10 ? 'added' : number < 12 ? 'updated' : 'unchanged';
    const outcome = kept(kind, article, kind === 'updated' ? number - 9 : undefined);
    return {
      article,
      outcome: number === 14 ? { ...outcome, headline: 'The ferry that ran aground' } : outcome,
    };
  }),
  refused: [...Array.from({ length: 4 }, (_, number) => gone(number)), locked],
  feed: { entries: 60, there: 20, left: 20 },
};

const nobody: Librarian = {
  isBusy: () => false,
  propose: async () => feed,
  accept: async () => ({
    kind: 'accepted',
    outcomes: [
      ...Array.from({ length: 10 }, (_, number) => kept('added', boat(number))),
      kept('updated', boat(10), 1),
      { ...gone(11), code: 'corrected', keeps: 'boat-11' },
    ],
  }),
  discard: async () => ({ kind: 'discarded' }),
  remove: async (id) => ({ id, headline: 'x', file: `${id}.md` }),
  refresh: async () => ({ outcomes: [], of: 0 }),
  origins: async () => new Map(),
  leftOut: () => [{ file: 'torn.json', line: 3, message: 'expected a comma.' }],
};

/** @param bodiesOf lays a reply out in a language. */
export async function corpusScenes(
  newsroom: Newsroom,
  bodiesOf: (reply: Reply, locale: string) => readonly Body[],
): Promise<readonly Scene[]> {
  const [shipped] = newsroom.articles;
  if (shipped === undefined) throw new Error('no article');
  const { published: _, publisher: __, ...undated } = shipped;
  const page: Proposal = {
    key: 'abcdefghij',
    articles: [{ article: undated, outcome: kept('added', shipped) }],
    refused: [],
  };
  const copy: Proposal = {
    articles: [{ article: { ...shipped, headline: 'Kyiv says no' }, outcome: kept('unchanged', shipped) }],
    refused: [],
  };
  const front: Proposal = {
    articles: [],
    refused: [
      {
        kind: 'refused',
        reference: 'https://courier.example/',
        why: 'expected an article, got a page of links to 40 others. Add the address of one of them. It names a feed, which can be added instead: https://courier.example/feed.xml',
        feed: 'https://courier.example/feed.xml',
      },
    ],
  };
  const shown: readonly (readonly [
    string,
    string,
    Readonly<Record<string, string>>,
    Partial<Librarian>?,
    string?,
  ])[] = [
    ['corpus-feed', 'corpus add', { address: 'https://courier.example/feed.xml' }],
    ['corpus-feed-german', 'corpus add', { address: 'https://courier.example/feed.xml' }, {}, 'de'],
    ['corpus-page', 'corpus add', { address: 'https://courier.example/deal' }, { propose: async () => page }],
    ['corpus-copy', 'corpus add', { address: 'https://post.example/deal' }, { propose: async () => copy }],
    ['corpus-front-page', 'corpus add', { address: 'courier.example' }, { propose: async () => front }],
    ['corpus-accepted', 'corpus accept', { key: 'abcdefghij' }],
    ['corpus-remove', 'corpus remove', { article: shipped.id }],
    ['corpus-list', 'corpus list', {}],
  ];
  return Promise.all(
    shown.map(async ([name, command, options, librarian = {}, locale = 'en']) => {
      const found = commands.find((each) => each.name === command);
      if (found === undefined) throw new Error(`no command ${command}`);
      const reply = await found.run(newsroom, options, {
        conversation: name,
        words: wordsFor(locale),
        librarian: { ...nobody, ...librarian },
      });
      return {
        name,
        asked: { by: 'command' as const, words: `/${command}` },
        isPrivate: true,
        messages: bodiesOf(reply, locale),
      };
    }),
  );
}
