import { createHash } from 'node:crypto';
import type { Article } from './news/article.ts';
import { foldedName } from './newsroom/publishers.ts';

/**
 * A short name for an article as it stands now: ten letters that say which article and which wording, so
 * that a button made for other words is recognised as out of date.
 */
export const articleKey = (article: Article): string =>
  `${idKey(article)}${digest(article.text).slice(0, 4)}`;

/** What a key begins with: which article, whatever its words are now. */
export const idKey = ({ id }: Article): string => digest(id).slice(0, 6);

/** A short name for a publisher, whatever its capitals: six letters after a mark that no name begins with. */
export const publisherKey = (name: string): string => `~${digest(foldedName(name)).slice(0, 6)}`;

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');
