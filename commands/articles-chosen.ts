import { articleKey, publisherKey } from '../src/article-key.ts';
import { type OptionDefinitions, UserError } from '../src/command.ts';
import type { Article } from '../src/news/article.ts';
import { foldedName } from '../src/newsroom/publishers.ts';
import type { ArticleFilter, Newsroom } from '../src/newsroom.ts';
import type { CommandAction, NoteBlock } from '../src/reply.ts';
import type { Scope, Words } from '../src/words/words.ts';
import { articleNamed } from './article-named.ts';
import { dateTyped } from './date-typed.ts';
import { publisherNamed } from './publisher-named.ts';

/** The options by which a person chooses where to look. */
export const CHOOSING = {
  article: { type: 'text', description: 'Look in this article only', suggest: 'article' },
  publisher: {
    type: 'text',
    description: 'Only articles of this publisher',
    suggest: 'publisher',
    maxLength: 100,
  },
  since: {
    type: 'text',
    description: 'Only articles from then on: 2025, 2025-02, 16 Feb 2025, yesterday, 2 weeks',
    suggest: 'date',
    maxLength: 40,
  },
  until: {
    type: 'text',
    description: 'Only articles up to then: 2025, 2025-02, 16 Feb 2025, yesterday, 2 weeks',
    suggest: 'date',
    maxLength: 40,
  },
} as const satisfies OptionDefinitions;

/** Those options as they were typed. */
export type Choice = { readonly [Name in keyof typeof CHOOSING]?: string | undefined };

/** What they mean: the article, the publisher as it is written, and beginnings of ISO dates, both inclusive. */
export interface Chosen {
  readonly article?: Article | undefined;
  readonly publisher?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** @throws UserError where no one article or publisher is called so, for what is no date, and for dates that are swapped. */
export function chosenFrom(newsroom: Newsroom, typed: Choice, words: Words): Chosen {
  const { article, publisher } = typed;
  const [since, until] = [day(newsroom, 'since', typed, words), day(newsroom, 'until', typed, words)];
  if (since !== undefined && until !== undefined && isAfter(since, until))
    throw new UserError(words.articles.swapped(since, until));
  return {
    article: article === undefined ? undefined : articleNamed(newsroom, article, words),
    publisher: publisher === undefined ? undefined : publisherNamed(newsroom, publisher, words),
    since,
    until,
  };
}

function day(newsroom: Newsroom, option: 'since' | 'until', typed: Choice, words: Words): string | undefined {
  const text = typed[option];
  if (text === undefined) return undefined;
  const found = dateTyped(text, newsroom.today());
  if (found !== undefined) return found;
  throw new UserError(words.articles.notADate(words.commands.ask?.options[option]?.name ?? option, text));
}

/** Not so where one holds the other, as February 2025 does its sixteenth. */
function isAfter(since: string, until: string): boolean {
  const shared = Math.min(since.length, until.length);
  return since.slice(0, shared) > until.slice(0, shared);
}

export const filterOf = ({ article, publisher, since, until }: Chosen): ArticleFilter => ({
  ...(article !== undefined && { article: article.id }),
  ...(publisher !== undefined && { publisher }),
  ...(since !== undefined && { since }),
  ...(until !== undefined && { until }),
});

export const isLimited = (chosen: Chosen): boolean => Object.keys(filterOf(chosen)).length > 0;

export const scopeOf = ({ article, publisher, since, until }: Chosen): Scope => ({
  headline: article?.headline,
  publisher,
  since,
  until,
});

/** As a button carries it: names by their keys, which are short. */
export const carriedChoice = ({ article, publisher, since, until }: Chosen): CommandAction['options'] => ({
  ...(article !== undefined && { article: articleKey(article) }),
  ...(publisher !== undefined && { publisher: publisherKey(publisher) }),
  ...(since !== undefined && { since }),
  ...(until !== undefined && { until }),
});

/** That there is nowhere to look; null where there is, and where there are no articles at all. */
export function nowhere(newsroom: Newsroom, chosen: Chosen, words: Words): NoteBlock | null {
  if (newsroom.articles.length === 0 || !isLimited(chosen)) return null;
  return newsroom.selected(filterOf(chosen)).length > 0
    ? null
    : { kind: 'note', tone: 'absent', text: whyNowhere(newsroom, chosen, words) };
}

function whyNowhere(newsroom: Newsroom, chosen: Chosen, words: Words): string {
  const { article, since: _, until: __, ...others } = chosen;
  if (article !== undefined && newsroom.selected(filterOf({ article, ...others })).length > 0)
    return words.articles.outside(article.headline, article.published, scopeOf(chosen));
  return [words.articles.noneOf(scopeOf(chosen)), ...undated(newsroom, chosen, words)].join(' ');
}

/** Where was looked, above what was found there: nobody should take it for all that there is. */
export function lookedIn(newsroom: Newsroom, chosen: Chosen, words: Words): readonly NoteBlock[] {
  if (newsroom.articles.length === 0 || !isLimited(chosen)) return [];
  const text = [words.articles.onlyIn(scopeOf(chosen)), ...undated(newsroom, chosen, words)].join(' ');
  return [{ kind: 'note', tone: 'aside', text }];
}

/** Articles that would be looked in if they said of when they are. */
function undated(
  newsroom: Newsroom,
  { article, publisher, since, until }: Chosen,
  { articles }: Words,
): readonly string[] {
  if (article !== undefined || (since === undefined && until === undefined)) return [];
  const isWanted = publisher === undefined ? undefined : foldedName(publisher);
  const count = newsroom.articles.filter(
    (one) =>
      one.published === undefined && (isWanted === undefined || foldedName(one.publisher ?? '') === isWanted),
  ).length;
  return count === 0 ? [] : [articles.undated(count)];
}
