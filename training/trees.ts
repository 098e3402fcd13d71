/**
 * Gradient-boosted regression trees over the listwise softmax loss (Friedman 2001; second-order leaves as
 * in Chen & Guestrin 2016), on features cut into at most 32 bins.
 */
import type { Tree } from '../src/answer/trees.ts';
import { gradientOf, randomNumbers, softmax } from './listwise.ts';


/** One question's candidates. */
export interface TreeList {
  /** Row-major: candidate × column. */
  readonly columns: Float32Array;
  /** Where boosting begins: the linear model's scores. */
  readonly base: Float64Array;
  readonly right: readonly boolean[];
}

export interface TreeSettings {
  readonly width: number;
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  readonly leastHessian: number;
  readonly l2: number;
  /** Share of the columns that each tree may look at. */
  readonly sample: number;
}

const MOST_BINS = 32;

export function trainTrees(lists: readonly TreeList[], settings: TreeSettings): readonly Tree[] {
  const { width, rate } = settings;
  const rows = lists.reduce((sum, { right }) => sum + right.length, 0);
  const cuts = binCuts(lists, width);
  const bins = new Uint8Array(rows * width);
  const scores = new Float64Array(rows);
  let row = 0;
  for (const list of lists)
    for (let at = 0; at < list.right.length; at++, row++) {
      scores[row] = list.base[at] ?? 0;
      for (let column = 0; column < width; column++)
        bins[row * width + column] = binOf(list.columns[at * width + column] ?? 0, cuts[column] ?? []);
    }
  const gradient = new Float64Array(rows);
  const hessian = new Float64Array(rows);
  const random = randomNumbers(11);
  const trees: Tree[] = [];
  for (let round = 0; round < settings.trees; round++) {
    let from = 0;
    for (const { right } of lists) {
      const probabilities = softmax(scores.slice(from, from + right.length));
      gradientOf(probabilities, right).forEach((pull, at) => {
        const p = probabilities[at] ?? 0;
        gradient[from + at] = pull;
        hessian[from + at] = Math.max(p * (1 - p), 1e-6);
      });
      from += right.length;
    }
    const columns = Array.from({ length: width }, (_none, column) => column).filter(
      () => random() < settings.sample,
    );
    const everything = Int32Array.from({ length: rows }, (_none, index) => index);
    const grown = grow(everything, 0, { bins, gradient, hessian, cuts, columns, scores, settings });
    trees.push(grown);
  }
  return trees.map((tree) => scaled(tree, rate));
}

interface Ground {
  readonly bins: Uint8Array;
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
  readonly cuts: readonly (readonly number[])[];
  readonly columns: readonly number[];
  /** Moved by each leaf as it is made. */
  readonly scores: Float64Array;
  readonly settings: TreeSettings;
}

function grow(rows: Int32Array, depth: number, ground: Ground): Tree {
  const { bins, gradient, hessian, cuts, columns, scores, settings } = ground;
  let totalGradient = 0;
  let totalHessian = 0;
  for (const row of rows) {
    totalGradient += gradient[row] ?? 0;
    totalHessian += hessian[row] ?? 0;
  }
  const leaf = (): Tree => {
    const value = -totalGradient / (totalHessian + settings.l2);
    for (const row of rows) scores[row] = (scores[row] ?? 0) + settings.rate * value;
    return value;
  };
  if (depth >= settings.depth || totalHessian < 2 * settings.leastHessian) return leaf();
  const worth = (g: number, h: number): number => (g * g) / (h + settings.l2);
  let best = { gain: 1e-3, column: -1, bin: 0 };
  const sumG = new Float64Array(MOST_BINS);
  const sumH = new Float64Array(MOST_BINS);
  for (const column of columns) {
    sumG.fill(0);
    sumH.fill(0);
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index] ?? 0;
      const bin = bins[row * settings.width + column] ?? 0;
      sumG[bin] = (sumG[bin] ?? 0) + (gradient[row] ?? 0);
      sumH[bin] = (sumH[bin] ?? 0) + (hessian[row] ?? 0);
    }
    let leftG = 0;
    let leftH = 0;
    for (let bin = 0; bin < (cuts[column]?.length ?? 0); bin++) {
      leftG += sumG[bin] ?? 0;
      leftH += sumH[bin] ?? 0;
      if (leftH < settings.leastHessian || totalHessian - leftH < settings.leastHessian) continue;
      const gain =
        worth(leftG, leftH) +
        worth(totalGradient - leftG, totalHessian - leftH) -
        worth(totalGradient, totalHessian);
      if (gain > best.gain) best = { gain, column, bin };
    }
  }
  if (best.column < 0) return leaf();
  const below = rows.filter((row) => (bins[row * settings.width + best.column] ?? 0) <= best.bin);
  const above = rows.filter((row) => (bins[row * settings.width + best.column] ?? 0) > best.bin);
  const threshold = cuts[best.column]?.[best.bin] ?? 0;
  return [best.column, threshold, grow(below, depth + 1, ground), grow(above, depth + 1, ground)];
}

/** At most 31 thresholds a column, at its quantiles; a value belongs to the first bin whose threshold it does not pass. */
function binCuts(lists: readonly TreeList[], width: number): readonly (readonly number[])[] {
  return Array.from({ length: width }, (_none, column) => {
    const values: number[] = [];
    for (let index = 0; index < lists.length; index += 3) {
      const list = lists[index];
      if (list === undefined) continue;
      for (let row = 0; row < list.right.length; row++) values.push(list.columns[row * width + column] ?? 0);
    }
    values.sort((a, b) => a - b);
    const cuts = new Set<number>();
    for (let bin = 1; bin < MOST_BINS; bin++) {
      const cut = values[Math.floor((values.length * bin) / MOST_BINS)] ?? 0;
      if (cut < (values.at(-1) ?? 0)) cuts.add(Number(cut.toPrecision(5)));
    }
    return [...cuts].sort((a, b) => a - b);
  });
}

function binOf(value: number, cuts: readonly number[]): number {
  let bin = 0;
  while (bin < cuts.length && value > (cuts[bin] ?? 0)) bin++;
  return bin;
}

function scaled(tree: Tree, rate: number): Tree {
  if (typeof tree === 'number') return Number((tree * rate).toPrecision(4));
  return [tree[0], tree[1], scaled(tree[2], rate), scaled(tree[3], rate)];
}
