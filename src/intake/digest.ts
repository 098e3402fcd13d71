import { createHash } from 'node:crypto';
import type { Article } from '../news/article.ts';

/**
 * `<text>.<masthead>`: 16 and 8 hexadecimal digits. Equal first parts: the same words, wherever they are published.
 * Another digest than the one in its own file: a person has corrected the text, or the headline and the like.
 */
export function digestOf(article: Article): string {
  const { headline, standfirst, byline, publisher, published, url } = article;
  const masthead = [headline, standfirst, byline, publisher, published, url].map((field) => field ?? null);
  return `${sha256(article.text).slice(0, 16)}.${sha256(JSON.stringify(masthead)).slice(0, 8)}`;
}

/** The part of a digest that is the text's own; undefined for what is no digest of ours. */
export const textDigest = (digest: string): string | undefined =>
  /^([0-9a-f]{16})\.[0-9a-f]{8}$/.exec(digest)?.[1];

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
