import { stopWords } from './stopwords.ts';

/** Finds the word that was meant. */
export interface Spelling {
  /** The known word one mistake away from an unknown one; null when there is none. */
  meant(word: string): string | null;
}

/** Counts as standing so often. */
const SMALL_WORD = 1e6;
/** Shorter words are near too many others. */
const SHORTEST = 4;

/**
 * Learns the spelling of words and how often each occurs. Every word is filed under what is left of it when a
 * letter is left out (Garbe's SymSpell): two words that are one mistake apart share such a remainder.
 */
export function createSpelling(words: Iterable<readonly [word: string, count: number]>): Spelling {
  const counts = new Map<string, number>();
  const byRemainder = new Map<string, string[]>();
  const file = (word: string, count: number): void => {
    if (word.length < SHORTEST - 1 || !/^\p{L}+$/u.test(word)) return;
    counts.set(word, count);
    for (const remainder of [word, ...remainders(word)]) {
      const filed = byRemainder.get(remainder);
      if (filed === undefined) byRemainder.set(remainder, [word]);
      else filed.push(word);
    }
  };
  // Small words are in every corpus; a mistyped "becuase" should not become a rare noun.
  for (const word of stopWords) file(word, SMALL_WORD);
  for (const [word, count] of words) if (!counts.has(word)) file(word, count);

  const nearest = (word: string): string | null => {
    const alike = [word, ...remainders(word)].flatMap((remainder) => byRemainder.get(remainder) ?? []);
    const near = [...new Set(alike)].filter((other) => distance(word, other) === 1);
    // The first letter is rarely the wrong one; beyond that, the commoner word was meant.
    const worth = (other: string): number => (counts.get(other) ?? 0) * (other[0] === word[0] ? 1e6 : 1);
    // Of equal ones the first by its letters: not the one that was learned first.
    const [best = null] = near.sort((one, other) => worth(other) - worth(one) || (one < other ? -1 : 1));
    return best;
  };

  return {
    meant: (word) =>
      word.length < SHORTEST || word.length > 40 || !/^\p{L}+$/u.test(word) ? null : nearest(word),
  };
}

function remainders(word: string): readonly string[] {
  return Array.from({ length: word.length }, (_none, at) => word.slice(0, at) + word.slice(at + 1));
}

/** Damerau–Levenshtein (optimal string alignment): letters wrong, missing, too many, or swapped with the next. */
export function distance(one: string, other: string): number {
  const width = other.length + 1;
  let before: number[] = [];
  let above = Array.from({ length: width }, (_none, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const here = [row];
    for (let column = 1; column < width; column++) {
      const same = one[row - 1] === other[column - 1];
      let least = Math.min(
        (above[column] ?? 0) + 1,
        (here[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        least = Math.min(least, (before[column - 2] ?? 0) + 1);
      here.push(least);
    }
    before = above;
    above = here;
  }
  return above[other.length] ?? one.length;
}
