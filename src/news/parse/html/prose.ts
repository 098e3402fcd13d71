import { wordsIn } from '../../words-in.ts';

/* What sets a story's lines apart from those around it: they are sentences. */

/** Whether a text ends as a sentence does, inside its quotation marks or out of them. */
export const isClosed = (text: string): boolean =>
  /[.!?…]["”’'»)\]]*$/.test(text) && !/ [ap]\.m\.$/.test(text);

/** Short enough to be a label, and not closed as a sentence is. */
export const isBrief = ({ text }: { readonly text: string }, words: number): boolean =>
  wordsIn(text) <= words && !isClosed(text);

/** A teaser, a label and a link have fewer words than a paragraph, unless they are sentences. */
const WORDS_OF_A_PARAGRAPH = 15;
const WORDS_OF_A_SENTENCE = 4;

export function isProse(text: string): boolean {
  const words = wordsIn(text);
  return words >= WORDS_OF_A_PARAGRAPH || (words >= WORDS_OF_A_SENTENCE && isClosed(text));
}

/** How two texts are compared that may differ in their marks, as a quotation and what it was pulled from. */
export const comparable = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
