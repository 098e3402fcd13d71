import type { Element } from './tree.ts';

/** Adds up what stands in each box: running sums over the elements' numbers, since a box holds its own to its last. */
export function sumsOver(
  page: Element,
  found: Iterable<readonly [element: Element, amount: number]>,
): (box: Element) => number {
  const sums = new Uint32Array(page.last + 2);
  for (const [{ number }, amount] of found) sums[number + 1] = (sums[number + 1] ?? 0) + amount;
  for (let at = 1; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + (sums[at - 1] ?? 0);
  return (box) => (sums[box.last + 1] ?? 0) - (sums[box.number] ?? 0);
}
