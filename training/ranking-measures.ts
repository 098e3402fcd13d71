/** A candidate of a ranked list; the higher score stands first. */
export interface Scored {
  readonly score: number;
  readonly right: boolean;
}

/** Orders of tied candidates that are tried; the mean settles to about ±0.001 over a set. */
const SHUFFLES = 50;

/** Mean over the right candidates of the precision at their rank; ties in every order alike. */
export const averagePrecision = (list: readonly Scored[]): number =>
  overShuffles(list, (rights) => {
    let seen = 0;
    let sum = 0;
    rights.forEach((right, at) => {
      if (right) sum += ++seen / (at + 1);
    });
    return seen === 0 ? 0 : sum / seen;
  });

/** 1 / rank of the first right candidate, 0 without one; ties in every order alike. */
export const reciprocalRank = (list: readonly Scored[]): number =>
  overShuffles(list, (rights) => {
    const at = rights.indexOf(true);
    return at < 0 ? 0 : 1 / (at + 1);
  });

function overShuffles(list: readonly Scored[], measure: (rights: readonly boolean[]) => number): number {
  const ties = new Set(list.map(({ score }) => score)).size < list.length;
  const times = ties ? SHUFFLES : 1;
  const random = generator(list.length);
  let sum = 0;
  for (let time = 0; time < times; time++) {
    const drawn = list.map((one) => ({ ...one, lot: random() }));
    drawn.sort((a, b) => b.score - a.score || a.lot - b.lot);
    sum += measure(drawn.map(({ right }) => right));
  }
  return sum / times;
}

/** Numbers in 0..1 that are the same in every run (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
