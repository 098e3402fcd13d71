import { defineCommand } from '../src/command.ts';
import type { LeftOut, Origin } from '../src/librarian.ts';
import type { Article } from '../src/news/article.ts';
import type { Block, ListItem, Reply } from '../src/reply.ts';
import type { Words } from '../src/words/words.ts';
import { CORPUS, librarianFor } from './corpus.ts';
import { pageActions, pageOf } from './pages.ts';

const ARTICLES_PER_PAGE = 12;
/** Files that are left out, on the first page. */
const MOST_LEFT_OUT = 10;

/** Where the articles come from, and what of the corpus cannot be read. */
export const corpusList = defineCommand({
  name: 'corpus list',
  group: CORPUS,
  description: 'Where the articles come from, and which files are left out',
  options: { page: { type: 'integer', description: 'Which page', min: 1 } },
  async run(newsroom, { page: number = 1 }, context): Promise<Reply> {
    const librarian = librarianFor(context);
    const { words } = context;
    const page = pageOf(newsroom.articles, number, ARTICLES_PER_PAGE, words);
    const origins = await librarian.origins(page.rows.map(({ id }) => id));
    const items = page.rows.map((article) => itemOf(article, origins.get(article.id) ?? {}, words));
    return {
      blocks: [
        { kind: 'list', title: words.set.articles(newsroom.articles.length), items },
        ...(number === 1 ? leftOut(librarian.leftOut(), words) : []),
        ...(page.note === null ? [] : [page.note]),
      ],
      actions: pageActions('corpus list', {}, page, words),
    };
  },
});

function itemOf(
  { headline, publisher, published, url }: Article,
  { fetched, source }: Origin,
  { set, corpus }: Words,
): ListItem {
  const details = [
    publisher,
    published && set.date(published),
    // An address is behind the headline; a file or a feed is worth a word.
    source === undefined || /^https?:/i.test(source) ? undefined : source,
    fetched && corpus.fetched(set.date(fetched)),
  ].filter((part) => part !== undefined && part !== '');
  return {
    text: headline,
    ...(details.length > 0 && { detail: details.join(' · ') }),
    ...(url !== undefined && { url }),
  };
}

function leftOut(files: readonly LeftOut[], { corpus, around }: Words): readonly Block[] {
  if (files.length === 0) return [];
  const items = files.slice(0, MOST_LEFT_OUT).map(({ file, line, message }) => ({
    text: line === undefined ? file : `${file}:${line}`,
    detail: message,
  }));
  const more = files.length - MOST_LEFT_OUT;
  return [
    {
      kind: 'list',
      title: corpus.leftOut,
      items: [...items, ...(more > 0 ? [{ text: around.andMore(more) }] : [])],
    },
  ];
}
