import { UserError } from '../src/command.ts';
import type { Article } from '../src/news/article.ts';
import type { Newsroom } from '../src/newsroom.ts';
import type { Words } from '../src/words/words.ts';

/** The article that a person means. @throws UserError listing what there is when none or several fit. */
export function articleNamed(newsroom: Newsroom, typed: string, words: Words): Article {
  const article = newsroom.article(typed);
  if (article !== undefined) return article;
  const near = newsroom.suggest('article', typed).slice(0, 5);
  const list = (near.length > 0 ? near : newsroom.suggest('article', '').slice(0, 5)).map(
    ({ label }) => `• ${label}`,
  );
  throw new UserError([words.articles.notOne(typed, near.length > 1), ...list].join('\n'));
}
