import { describe, expect, it } from 'vitest';
import { inOrder } from '../../src/intake/in-order.ts';
import { all } from './newsagent.ts';

describe('work that is done side by side', () => {
  it('gives its results in the order of the items, whichever is done first', async () => {
    const release: (() => void)[] = [];
    const work = (item: number) => new Promise<number>((resolve) => release.push(() => resolve(item)));
    const results = all(inOrder([1, 2, 3], 3, work));
    await Promise.resolve();
    for (const done of release.toReversed()) done();
    expect(await results).toEqual([1, 2, 3]);
  });

  it('never has more under way than it may, and none that nobody takes', async () => {
    let underWay = 0;
    let most = 0;
    const work = async (item: number) => {
      most = Math.max(most, ++underWay);
      await new Promise(setImmediate);
      underWay--;
      return item;
    };
    const items = Array.from({ length: 20 }, (_, item) => item);
    const begun: number[] = [];
    const results = inOrder(items, 4, (item) => {
      begun.push(item);
      return work(item);
    });
    await results.next();
    await new Promise(setImmediate);
    expect(begun.length).toBe(4);
    expect(await all(results)).toEqual(items.slice(1));
    expect(most).toBe(4);
  });

  it('tells of a failure in its turn', async () => {
    const results = inOrder([1, 2], 2, async (item) => {
      if (item === 2) throw new Error('two');
      return item;
    });
    expect(await results.next()).toEqual({ done: false, value: 1 });
    await expect(results.next()).rejects.toThrow('two');
  });
});
