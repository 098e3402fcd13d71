import type { Meaning } from './meaning.ts';
import type { Profile } from './profile.ts';
import type { Question } from './question.ts';

/** How near in meaning the words of a text are to a question's, where they are not the same words. */
export interface Closeness {
  /** For each of the question's terms, the cosine of the text's nearest other word; 0 when there is none. */
  readonly byTerm: readonly number[];
  /** Cosine of what the text as a whole and the question as a whole are about. */
  readonly overall: number;
}

export interface ClosenessTable {
  /** Ready to compare many texts with one question; a text is compared once. */
  to(question: Question): (text: Profile) => Closeness;
}

interface Rows {
  readonly rows: readonly number[];
  readonly sum: Float32Array | null;
}

/** @param rarity what each term weighs in what a text is about. */
export function createClosenessTable(meaning: Meaning, rarity: (term: string) => number): ClosenessTable {
  // A text's rows do not depend on the question; they live as long as its profile.
  const kept = new WeakMap<Profile, Rows>();

  const rowsOf = (terms: readonly string[]): Rows => {
    const known = [...new Set(terms)]
      .map((term) => ({ term, row: meaning.rowOf(term) }))
      .filter(({ row }) => row >= 0);
    const rows = known.map(({ row }) => row);
    return {
      rows,
      sum: meaning.sum(
        rows,
        known.map(({ term }) => rarity(term)),
      ),
    };
  };
  const rowsIn = (text: Profile): Rows => {
    const before = kept.get(text);
    if (before !== undefined) return before;
    const made = rowsOf(text.terms.filter((_term, at) => text.stops[at] !== true));
    kept.set(text, made);
    return made;
  };

  return {
    to(question) {
      const asked = question.terms.map(({ term }) => meaning.rowOf(term));
      const about = rowsOf(question.terms.map(({ term }) => term)).sum;
      const compared = new Map<Profile, Closeness>();
      return (text) => {
        const before = compared.get(text);
        if (before !== undefined) return before;
        const { rows, sum } = rowsIn(text);
        const byTerm = asked.map((row) => (row < 0 ? 0 : meaning.nearest(row, rows)));
        const made = {
          byTerm,
          overall: about === null || sum === null ? 0 : Math.max(0, cosine(about, sum)),
        };
        compared.set(text, made);
        return made;
      };
    },
  };
}

function cosine(one: Float32Array, other: Float32Array): number {
  let dot = 0;
  for (let at = 0; at < one.length; at++) dot += (one[at] ?? 0) * (other[at] ?? 0);
  return dot;
}
