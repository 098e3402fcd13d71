/** A node is a leaf's value, or `[column, threshold, where at most the threshold, where above]`. */
export type Tree = number | readonly [column: number, threshold: number, below: Tree, above: Tree];

/** What a forest adds to a score: the sum of the leaves that a row of values falls into. */
export function forestScore(trees: readonly Tree[], row: ArrayLike<number>): number {
  let sum = 0;
  for (const tree of trees) {
    let node = tree;
    while (typeof node !== 'number') node = (row[node[0]] ?? 0) <= node[1] ? node[2] : node[3];
    sum += node;
  }
  return sum;
}
