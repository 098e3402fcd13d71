import type { FeedCount, RefusalCode } from '../librarian.ts';

/** What becomes of articles. */
export type Fate = 'added' | 'updated' | 'unchanged' | 'gone' | 'refused';

/** About looking after the corpus. Rare reasons are given in English, as they come. */
export interface CorpusWords {
  /** The corpus cannot be changed from where it was asked. */
  readonly notHere: string;
  /** Neither an address nor a file was given, or both. */
  readonly oneOfBoth: string;
  readonly busy: string;
  readonly reading: string;
  /** Before anything goes in: the article is new, or there with these words. */
  readonly wouldAdd: string;
  readonly isThere: string;
  /** Above what was understood of an article, and before what it is. */
  readonly understood: string;
  readonly byline: string;
  readonly standfirst: string;
  readonly noDate: string;
  readonly noPublisher: string;
  /** A feed without articles. */
  readonly nothing: string;
  /** A button was pressed: the proposal was accepted or discarded before, or is not known (any more). */
  readonly acceptedBefore: string;
  readonly discardedBefore: string;
  readonly unknownProposal: string;
  /** After Cancel. */
  readonly nothingChanged: string;
  /** Of all articles, nothing can be refreshed. */
  readonly noAddress: string;
  readonly sureToRemove: string;
  /** Above files that are no articles. */
  readonly leftOut: string;
  /** Above the articles whose pages are no more. */
  readonly goneButKept: string;
  readonly labels: CorpusLabels;
  /** The one article that was named cannot be refreshed. */
  noAddressOf(headline: string): string;
  fetching(host: string): string;
  /** "12 of 40 articles…" */
  doneOf(done: number, total: number): string;
  /** "2 paragraphs changed"; of none, that what stands above them did. */
  changed(paragraphs: number): string;
  wouldUpdate(paragraphs: number): string;
  /** There already, under another name. */
  isThereAs(headline: string, publisher: string | undefined): string;
  /** The same beside a headline, in a list of what is there already. */
  thereAs(headline: string, publisher: string | undefined): string;
  /** @param why begins in lower case and ends with a full stop. */
  refused(why: string): string;
  added(headline: string): string;
  updated(headline: string, paragraphs: number): string;
  removed(headline: string, file: string): string;
  /** Why something was refused, in a sentence. @param why the same in English, with its particulars. */
  reason(code: RefusalCode | undefined, why: string): string;
  /** At the end of a reason, where an article of ours stands in the way of a new text. */
  readonly removeFirst: string;
  /** "3 updated" */
  count(fate: Fate, count: number): string;
  /** "3 new": what would become of articles. */
  proposed(fate: Exclude<Fate, 'gone'>, count: number): string;
  ofFeed(count: FeedCount): string;
  /** Others are left for the next time. */
  onlySome(asked: number, of: number): string;
  /** @param day as `Setting.date` gives it. */
  fetched(day: string): string;
  moreSections(count: number): string;
}

/** On buttons: at most 38 characters. */
export interface CorpusLabels {
  readonly add: string;
  readonly addFeed: string;
  readonly update: string;
  /** Once more, of what was refused. */
  readonly again: string;
  readonly cancel: string;
  readonly remove: string;
  readonly outline: string;
  addAll(count: number): string;
  updateAll(count: number): string;
}
