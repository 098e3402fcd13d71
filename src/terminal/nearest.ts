/** The word among `known` that `typed` was probably meant to be, or null when none is near. */
export function nearest(typed: string, known: readonly string[]): string | null {
  const wanted = typed.toLowerCase();
  const started = known.find((word) => wanted.length >= 2 && word.startsWith(wanted));
  if (started !== undefined) return started;
  const ranked = known
    .map((word) => ({ word, distance: edits(wanted, word) }))
    .filter(({ word, distance }) => distance <= Math.max(1, Math.floor(word.length / 3)))
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.word ?? null;
}

/**
 * Fewest letters inserted, left out, replaced or swapped with their neighbour (optimal string alignment):
 * edits('aks', 'ask') is 1. Words here are short; longer input than any of them is not worth comparing.
 */
function edits(from: string, to: string): number {
  if (Math.abs(from.length - to.length) > to.length) return Number.POSITIVE_INFINITY;
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i++) {
    const row: number[] = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = at(last, j - 1) + (from[i - 1] === to[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
          ? at(beforeLast, j - 2) + 1
          : Number.POSITIVE_INFINITY;
      row.push(Math.min(replaced, swapped, at(last, j) + 1, at(row, j - 1) + 1));
    }
    beforeLast = last;
    last = row;
  }
  return at(last, to.length);
}

const at = (row: readonly number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY;
