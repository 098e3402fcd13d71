import type { Article, Span } from '../news/article.ts';

/** `articleId#start-end`: the same passage has the same id in every run. */
export type PassageId = string;

/** What is searched for and shown as one piece: a paragraph, or part of a long one. */
export interface Passage {
  readonly id: PassageId;
  readonly article: Article;
  readonly span: Span;
  readonly sentences: readonly Span[];
  readonly heading: Span | null;
}
