import { publisherKey } from '../src/article-key.ts';
import { UserError } from '../src/command.ts';
import { foldedName } from '../src/newsroom/publishers.ts';
import type { Newsroom } from '../src/newsroom.ts';
import type { Words } from '../src/words/words.ts';

const MOST_LISTED = 5;

/**
 * The publisher that a person, or a button, means: the one that is called so, else the only one in whose name it
 * stands as whole words. Where no article names its publisher, what was typed stands for itself.
 *
 * @throws UserError listing what there is when none or several fit; that it is gone, for a button.
 */
export function publisherNamed(newsroom: Newsroom, typed: string, words: Words): string {
  const names = newsroom.publishers();
  const wanted = wordsOf(typed);
  const exact =
    names.find((name) => foldedName(name) === foldedName(typed)) ??
    names.find((name) => publisherKey(name) === typed);
  if (exact !== undefined) return exact;
  if (typed.startsWith('~')) throw new UserError(words.passage.gone);
  if (names.length === 0) return typed;
  const fitting = wanted === '' ? [] : names.filter((name) => ` ${wordsOf(name)} `.includes(` ${wanted} `));
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return only;
  const near = fitting.length > 0 ? fitting : newsroom.suggest('publisher', typed).map(({ label }) => label);
  const list = (near.length > 0 ? near : names).slice(0, MOST_LISTED).map((name) => `• ${name}`);
  throw new UserError([words.articles.notOnePublisher(typed, near.length > 1), ...list].join('\n'));
}

/** "The Port-Courier" → "the port courier". */
const wordsOf = (name: string): string =>
  (
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ');
