/** What a PDF sets in one go. Places and sizes are in points, from the left and the top of the page as it is shown. */
export interface Fragment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Where its letters stand: grows down the page. */
  readonly baseline: number;
  /** Of the letters. */
  readonly size: number;
  /** A name for a typeface and its weight: it tells two apart and no more. */
  readonly font: string;
}

/** Fragments that stand side by side; of several, the size and font of most of its letters. */
export type Line = Fragment;

export interface PrintedPage {
  readonly height: number;
  readonly fragments: readonly Fragment[];
}

export interface Printed {
  /** What the PDF says of itself, true or not. */
  readonly title?: string;
  readonly pages: readonly PrintedPage[];
}

/** Lines that are read one below the other. */
export interface Column {
  /** Counts from 0. */
  readonly page: number;
  readonly lines: readonly Line[];
}

/** A paragraph or a heading. */
export interface Block {
  /** Of its beginning; counts from 0. */
  readonly page: number;
  readonly lines: readonly Line[];
}
