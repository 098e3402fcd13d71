import type { Answer, NoAnswer } from './answer/answer.ts';
import type { Article, ArticleId } from './news/article.ts';
import type { Quotation } from './news/quotations/quotation.ts';

export interface AskOptions {
  /** Search in this article only. */
  readonly article?: ArticleId;
  /** Earlier questions asked here are taken into account, and this one is remembered. */
  readonly conversation?: string;
}

export interface QuotationFilter {
  /** Any way of naming the speaker: "kuleba", "the foreign minister". */
  readonly speaker?: string;
  readonly about?: string;
  readonly article?: ArticleId;
}

export interface SpeakerEntry {
  readonly name: string;
  readonly role: string | null;
  readonly article: Article;
  readonly quotations: number;
}

export type SuggestionKind = 'speaker' | 'article';

/** `label` is what a person reads; `value` is what the command gets. Both at most 100 characters. */
export interface Suggestion {
  readonly label: string;
  readonly value: string;
}

/** Everything the commands may know: articles that were read, and what can be asked of them. */
export interface Newsroom {
  /** Newest first. */
  readonly articles: readonly Article[];
  ask(question: string, options?: AskOptions): Answer | NoAnswer;
  /** Newest article first, then in the order of the text. */
  quotations(filter?: QuotationFilter): readonly Quotation[];
  speakers(article?: ArticleId): readonly SpeakerEntry[];
  /** By id, by the key that buttons carry, or by (part of) its headline; undefined when none or several fit. */
  article(reference: string): Article | undefined;
  /** Best first, at most 25; with nothing typed, the most useful ones. */
  suggest(kind: SuggestionKind, typed: string): readonly Suggestion[];
}
