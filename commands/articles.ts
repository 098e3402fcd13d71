import { defineCommand } from '../src/command.ts';
import { type Article, textAt } from '../src/news/article.ts';
import type { Newsroom } from '../src/newsroom.ts';
import type { Action, ListItem, Reply } from '../src/reply.ts';
import { writtenDate } from '../src/wording.ts';
import { articleNamed } from './article-named.ts';
import { speakerItem } from './speaker-list.ts';

/** What the bot knows: all articles, or the outline of one. */
export const articles = defineCommand({
  name: 'articles',
  description: 'Lists the articles, or outlines one of them',
  options: {
    article: { type: 'text', description: 'The article to outline', suggest: 'article' },
  },
  main: 'article',
  private: true,
  async run(newsroom, { article }): Promise<Reply> {
    return article === undefined ? list(newsroom) : outline(newsroom, articleNamed(newsroom, article));
  },
});

function list(newsroom: Newsroom): Reply {
  const count = newsroom.articles.length;
  if (count === 0)
    return {
      blocks: [
        {
          kind: 'note',
          tone: 'absent',
          text: 'There are no articles yet. The operator adds them to the corpus directory.',
        },
      ],
      actions: [],
    };
  return {
    blocks: [
      {
        kind: 'list',
        title: count === 1 ? '1 article' : `${count} articles`,
        items: newsroom.articles.map(item),
      },
    ],
    actions: [],
  };
}

function item({ headline, publisher, published, url }: Article): ListItem {
  const detail = [publisher, published === undefined ? undefined : writtenDate(published)]
    .filter((part) => part !== undefined)
    .join(' · ');
  return { text: headline, ...(detail !== '' && { detail }), ...(url !== undefined && { url }) };
}

function outline(newsroom: Newsroom, article: Article): Reply {
  const { standfirst, byline, sections } = article;
  const headings = sections.flatMap(({ heading, paragraphs }) =>
    heading === null
      ? []
      : [
          {
            text: textAt(article, heading),
            detail: paragraphs.length === 1 ? '1 paragraph' : `${paragraphs.length} paragraphs`,
          },
        ],
  );
  const speakers = newsroom.speakers(article.id).map(speakerItem);
  const { text, detail } = item(article);
  const about: readonly ListItem[] = [
    ...(detail === undefined ? [] : [{ text: detail }]),
    ...(byline === undefined ? [] : [{ text: byline }]),
    ...(standfirst === undefined ? [] : [{ text: standfirst }]),
  ];
  const actions: readonly Action[] =
    article.url === undefined ? [] : [{ kind: 'link', label: 'Read article', url: article.url }];
  return {
    blocks: [
      { kind: 'list', title: text, items: about },
      ...(headings.length === 0 ? [] : [{ kind: 'list' as const, title: 'Sections', items: headings }]),
      ...(speakers.length === 0 ? [] : [{ kind: 'list' as const, title: 'Who is quoted', items: speakers }]),
    ],
    actions,
  };
}
