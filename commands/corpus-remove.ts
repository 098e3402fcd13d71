import { articleKey } from '../src/article-key.ts';
import { defineCommand, UserError } from '../src/command.ts';
import type { Article } from '../src/news/article.ts';
import type { ListItem, Reply } from '../src/reply.ts';
import type { Words } from '../src/words/words.ts';
import { articleNamed } from './article-named.ts';
import { CORPUS, inPlace, librarianFor, noted, plain } from './corpus.ts';

/** Shows which article is meant, and asks. */
export const corpusRemove = defineCommand({
  name: 'corpus remove',
  group: CORPUS,
  description: 'Removes an article, after asking',
  options: {
    article: { type: 'text', description: 'The article to remove', suggest: 'article', required: true },
  },
  main: 'article',
  async run(newsroom, { article: typed }, context): Promise<Reply> {
    librarianFor(context);
    const { words } = context;
    const { labels } = words.corpus;
    const article = articleNamed(newsroom, typed, words);
    return {
      blocks: [{ kind: 'list', title: words.corpus.sureToRemove, items: [itemOf(article, words)] }],
      actions: [
        { ...inPlace(labels.remove, 'corpus withdraw', { article: articleKey(article) }), final: true },
        inPlace(labels.cancel, 'corpus cancel', {}),
      ],
    };
  },
});

/** Removes it: what the button "Remove" calls. An article that has changed since is not the one that was shown. */
export const corpusWithdraw = defineCommand({
  name: 'corpus withdraw',
  group: CORPUS,
  description: 'Removes an article',
  options: { article: { type: 'text', description: 'Which article', required: true, maxLength: 100 } },
  hidden: true,
  async run(newsroom, { article: key }, context): Promise<Reply> {
    const librarian = librarianFor(context);
    const { passage, corpus } = context.words;
    const article = newsroom.article(key);
    if (article === undefined) throw new UserError(passage.gone);
    const { headline, file } = await librarian.remove(article.id);
    return {
      ...noted(plain(corpus.removed(headline, file))),
      changes: [{ kind: 'removed', article: article.id }],
    };
  },
});

const itemOf = ({ headline, publisher, published, url }: Article, { set }: Words): ListItem => {
  const detail = [publisher, published && set.date(published)].filter((part) => part !== undefined);
  return {
    text: headline,
    ...(detail.length > 0 && { detail: detail.join(' · ') }),
    ...(url !== undefined && { url }),
  };
};
