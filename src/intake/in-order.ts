/**
 * Works on several items at once and gives the results in the order of the items. No more than `atOnce` results are
 * under way or wait to be taken: who takes them slowly slows the work down, and memory is bounded.
 */
export async function* inOrder<Item, Result>(
  items: Iterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const underWay: Promise<Result>[] = [];
  for (const item of items) {
    const result = work(item);
    // Whoever takes the results sees the failure in its turn; until then it is not an unhandled one.
    result.catch(() => {});
    underWay.push(result);
    if (underWay.length < atOnce) continue;
    const first = underWay.shift();
    if (first !== undefined) yield await first;
  }
  for (const result of underWay) yield await result;
}
