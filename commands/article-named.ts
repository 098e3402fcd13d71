import { idKey } from '../src/article-key.ts';
import { UserError } from '../src/command.ts';
import type { Article } from '../src/news/article.ts';
import type { Newsroom } from '../src/newsroom.ts';
import type { Words } from '../src/words/words.ts';

/**
 * The article that a person means, or that a button was made for: also after its words have changed.
 *
 * @throws UserError listing what there is when none or several fit; that it is gone, for a button.
 */
export function articleNamed(newsroom: Newsroom, typed: string, words: Words): Article {
  const article = newsroom.article(typed) ?? articleOnButton(newsroom, typed);
  if (article !== undefined) return article;
  if (IS_KEY.test(typed)) throw new UserError(words.passage.gone);
  const near = newsroom.suggest('article', typed).slice(0, 5);
  const shown = near.length > 0 ? near : newsroom.suggest('article', '').slice(0, 5);
  const labels = shown.map(({ label }) => label);
  // Two papers may give one headline; a person who is to choose must be able to tell them apart.
  const list = shown.map(({ label, value }) =>
    labels.filter((other) => other === label).length > 1 ? `• ${label} (${value})` : `• ${label}`,
  );
  throw new UserError([words.articles.notOne(typed, near.length > 1), ...list].join('\n'));
}

/** Ten letters with a capital somewhere inside, as nearly every key has and next to nothing that is typed. */
const IS_KEY = /^(?=.+[A-Z])[\w-]{10}$/;

/** The article whose key it was before its words changed. */
const articleOnButton = ({ articles }: Newsroom, key: string): Article | undefined =>
  IS_KEY.test(key) ? articles.find((article) => key.startsWith(idKey(article))) : undefined;
