import type { Run } from './check/verdict.ts';
import type { Article, ArticleId, Span } from './news/article.ts';
import type { Quotation } from './news/quotations/quotation.ts';

/** How sure we are of an answer, in words; *nearest* is shown with "not in the articles" and answers nothing. */
export type Strength = 'strong' | 'fair' | 'weak' | 'nearest';

/** A stretch of an article with the answering sentences marked. Never cut inside a sentence. */
export interface PassageBlock {
  readonly kind: 'passage';
  readonly article: Article;
  /** What is shown. */
  readonly span: Span;
  /** Shown in bold; inside `span`, in order, not overlapping. */
  readonly answers: readonly Span[];
  readonly heading: Span | null;
  /** Null where nothing was asked, as in "more context". */
  readonly strength: Strength | null;
  /** Copies of the story in other papers that hold the answers word for word. */
  readonly also: readonly Article[];
}

/** Words that somebody said. Shown whole or not at all. */
export interface QuotationBlock {
  readonly kind: 'quotation';
  readonly article: Article;
  readonly quotation: Quotation;
  /** Copies of the story in other papers that hold these words. */
  readonly also: readonly Article[];
}

/** Words that a person holds for a quotation, laid along the true ones. The added ones are that person’s. */
export interface ComparisonBlock {
  readonly kind: 'comparison';
  readonly article: Article;
  /** Null for words of the article’s own. */
  readonly quotation: Quotation | null;
  /** What is shown, whole and in order, with the added words between. */
  readonly shown: readonly Span[];
  readonly runs: readonly Run[];
}

/** One row of a list. `text` and `detail` are plain: names, headlines, counts. */
export interface ListItem {
  readonly text: string;
  readonly detail?: string;
  readonly url?: string;
}

export interface ListBlock {
  readonly kind: 'list';
  readonly title: string;
  readonly items: readonly ListItem[];
}

/** Our own words, never the news: plain text, no markup. */
export interface NoteBlock {
  readonly kind: 'note';
  readonly text: string;
  /**
   * *understood*: how a follow-up was read; *verdict*: a finding, summed up in what stands before its first full
   * stop or colon; *absent*: not in the articles; *aside*: which page this is; *plain*: anything else.
   */
  readonly tone: 'plain' | 'understood' | 'verdict' | 'absent' | 'aside';
}

export type Block = PassageBlock | QuotationBlock | ComparisonBlock | ListBlock | NoteBlock;

/** A button: another call of a command, complete in itself, so that it works after a restart. */
export interface CommandAction {
  readonly kind: 'command';
  /** At most 38 characters. */
  readonly label: string;
  readonly command: string;
  readonly options: Readonly<Record<string, string | number>>;
  /** Its reply takes the place of this one (more context, next page) rather than following it. */
  readonly inPlace: boolean;
  /** What most people want next; at most one of a reply’s. */
  readonly primary?: boolean;
  /** Takes something away that nobody can bring back. */
  readonly final?: boolean;
}

export interface LinkAction {
  readonly kind: 'link';
  readonly label: string;
  readonly url: string;
}

export type Action = CommandAction | LinkAction;

/** What was done to an article of the corpus. */
export interface Change {
  readonly kind: 'added' | 'updated' | 'removed';
  readonly article: ArticleId;
}

/** What a command has to say. Faces lay it out; limits, escaping and splitting are theirs. */
export interface Reply {
  readonly blocks: readonly Block[];
  readonly actions: readonly Action[];
  /** For whoever keeps a record of who did what. */
  readonly changes?: readonly Change[];
}
