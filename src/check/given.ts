import { type Word, wordsOf } from './words.ts';

/** The words that somebody holds for a quotation. */
export interface Given {
  readonly text: string;
  readonly words: readonly Word[];
  /** Before which words "…" stands, where some may have been left out: 0 is the beginning, the number of words the end. */
  readonly gaps: ReadonlySet<number>;
}

const ELLIPSIS = /…|\.\s?\.\s?\./g;

export function readGiven(text: string): Given {
  const words = wordsOf(text);
  const gaps = [...text.matchAll(ELLIPSIS)].map(({ index }) => {
    const after = words.findIndex(({ start }) => start > index);
    return after < 0 ? words.length : after;
  });
  return { text, words, gaps: new Set(gaps) };
}
