/** What becomes of articles. */
export type Fate = 'added' | 'updated' | 'unchanged' | 'gone' | 'refused';

/** About looking after the corpus. Reasons are given in English, as they come. */
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
  /** Above what was understood of an article. */
  readonly understood: string;
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
  /** "12 of 40" */
  doneOf(done: number, total: number): string;
  /** "2 paragraphs changed"; of none, that what stands above them did. */
  changed(paragraphs: number): string;
  wouldUpdate(paragraphs: number): string;
  /** @param why begins in lower case and ends with a full stop. */
  refused(why: string): string;
  added(headline: string): string;
  updated(headline: string, paragraphs: number): string;
  removed(headline: string, file: string): string;
  /** "3 updated" */
  count(fate: Fate, count: number): string;
  /** Others are left for the next time. */
  onlySome(asked: number, of: number): string;
  /** @param day as `Setting.date` gives it. */
  fetched(day: string): string;
  moreSections(count: number): string;
}

/** On buttons: at most 38 characters. */
export interface CorpusLabels {
  readonly add: string;
  readonly cancel: string;
  readonly remove: string;
  readonly outline: string;
  addAll(count: number): string;
}
