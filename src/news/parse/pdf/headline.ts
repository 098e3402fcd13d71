import { isNewspaper } from '../newspapers.ts';
import { readsLikeHeading } from './type.ts';

/** A paragraph or a heading with its lines made one. */
export interface Passage {
  readonly text: string;
  /** Counts from 0. */
  readonly page: number;
  /** Of its letters, in points. */
  readonly size: number;
  /** Larger than the running text. */
  readonly isLarge: boolean;
  readonly isHeading: boolean;
}

const LONGEST_HEADLINE = 250;

/**
 * Which passage is the headline: the one on the first page that the PDF's own title names (a title that stands
 * nowhere is a file's name or a program's), else the largest there, else a first line that reads like one.
 */
export function headlineAmong(passages: readonly Passage[], title: string | undefined): number | undefined {
  const first = passages.filter(({ page, text }) => page === 0 && text.length <= LONGEST_HEADLINE);
  const bySize = first.toSorted((one, other) => other.size - one.size);
  const largest = bySize.filter(({ isLarge, text }) => isLarge && /\p{L}{2}/u.test(text));
  const chosen =
    bySize.find(({ text }) => isNamedBy(title ?? '', text)) ??
    // A newspaper's own name is set larger than any headline, above all of them.
    largest.find(({ text }) => largest.length === 1 || !isNewspaper(text)) ??
    first.slice(0, 1).find(({ text }) => passages.length > 1 && readsLikeHeading(text));
  return chosen === undefined ? undefined : passages.indexOf(chosen);
}

/** "Ferry sinks in harbour – The Harbour Post" names "Ferry sinks in harbour". */
function isNamedBy(title: string, text: string): boolean {
  const [named, words] = [lettersOf(title), lettersOf(text)];
  if (words === '') return false;
  return named === words || (words.split(' ').length >= 3 && named.startsWith(`${words} `));
}

const lettersOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
