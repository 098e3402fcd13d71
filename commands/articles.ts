import { defineCommand } from '../src/command.ts';
import { type Article, textAt } from '../src/news/article.ts';
import type { Newsroom } from '../src/newsroom.ts';
import type { Action, ListItem, Reply } from '../src/reply.ts';
import type { Words } from '../src/words/words.ts';
import { articleNamed } from './article-named.ts';
import { pageActions, pageOf } from './pages.ts';
import { speakerItem } from './speaker-list.ts';

/** What the bot knows: all articles, or the outline of one. */
export const articles = defineCommand({
  name: 'articles',
  description: 'Lists the articles, or outlines one of them',
  options: {
    article: { type: 'text', description: 'The article to outline', suggest: 'article' },
    page: { type: 'integer', description: 'Which page', min: 1 },
  },
  main: 'article',
  private: true,
  async run(newsroom, { article, page = 1 }, { words }): Promise<Reply> {
    return article === undefined
      ? list(newsroom, page, words)
      : outline(newsroom, articleNamed(newsroom, article, words), words);
  },
});

const ARTICLES_PER_PAGE = 15;

function list(newsroom: Newsroom, number: number, words: Words): Reply {
  const count = newsroom.articles.length;
  if (count === 0)
    return { blocks: [{ kind: 'note', tone: 'absent', text: words.articles.none }], actions: [] };
  const page = pageOf(newsroom.articles, number, ARTICLES_PER_PAGE, words);
  return {
    blocks: [
      {
        kind: 'list',
        title: words.set.articles(count),
        items: page.rows.map((article) => item(article, words)),
      },
      ...(page.note === null ? [] : [page.note]),
    ],
    actions: pageActions('articles', {}, page, words),
  };
}

function item({ headline, publisher, published, url }: Article, { set }: Words): ListItem {
  const detail = [publisher, published === undefined ? undefined : set.date(published)]
    .filter((part) => part !== undefined)
    .join(' · ');
  return { text: headline, ...(detail !== '' && { detail }), ...(url !== undefined && { url }) };
}

function outline(newsroom: Newsroom, article: Article, words: Words): Reply {
  const { standfirst, byline, sections } = article;
  const headings = sections.flatMap(({ heading, paragraphs }) =>
    heading === null
      ? []
      : [{ text: textAt(article, heading), detail: words.set.paragraphs(paragraphs.length) }],
  );
  const speakers = newsroom.speakers(article.id).map((speaker) => speakerItem(speaker, words));
  const { text, detail } = item(article, words);
  const about: readonly ListItem[] = [
    ...(detail === undefined ? [] : [{ text: detail }]),
    ...(byline === undefined ? [] : [{ text: byline }]),
    ...(standfirst === undefined ? [] : [{ text: standfirst }]),
  ];
  const actions: readonly Action[] =
    article.url === undefined ? [] : [{ kind: 'link', label: words.labels.readArticle, url: article.url }];
  return {
    blocks: [
      { kind: 'list', title: text, items: about },
      ...(headings.length === 0
        ? []
        : [{ kind: 'list' as const, title: words.articles.sections, items: headings }]),
      ...(speakers.length === 0
        ? []
        : [{ kind: 'list' as const, title: words.quote.speakers, items: speakers }]),
    ],
    actions,
  };
}
