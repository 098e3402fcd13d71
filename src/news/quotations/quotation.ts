import type { ArticleId, Span } from '../article.ts';

/** *direct*: whole clauses; *mixed*: a fragment inside a reported clause; *term*: scare quotes or a title; *indirect*: reported without marks. */
export type QuotationKind = 'direct' | 'mixed' | 'term' | 'indirect';

/** How the speaker was recognised: a name stands with the cue, a pronoun was resolved, inferred from the neighbours, or not at all. */
export type Grade = 'named' | 'pronoun' | 'inferred' | 'unknown';

export interface Speaker {
  /** The fullest name or description known in the article: "Volodymyr Zelensky", "a senior Ukrainian official". */
  readonly name: Span;
  /** The words at the quotation: "he", "Zelensky". Null when the speaker was inferred from afar. */
  readonly mention: Span | null;
  /** "Former Ukrainian Foreign Minister", as the article puts it. */
  readonly role: Span | null;
}

/** Words between marks, and who is said to have said them. Carries places in the article, never copies. */
export interface Quotation {
  readonly article: ArticleId;
  /** The contents, without their marks: more than one span when a cue interrupts ("…," he said. "…"). In order. */
  readonly spans: readonly Span[];
  readonly kind: QuotationKind;
  readonly speaker: Speaker | null;
  readonly grade: Grade;
  /** "said", "told", "according to". */
  readonly cue: Span | null;
  /** Where, or to whom: "The Associated Press", "at the Munich Security Conference". */
  readonly venue: Span | null;
  /** 0..1: how often attributions made by this rule are right. */
  readonly confidence: number;
}
