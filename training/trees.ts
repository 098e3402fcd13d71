/**
 * Gradient-boosted regression trees (Friedman 2001; second-order leaves as in Chen & Guestrin 2016) on columns
 * cut into at most 32 bins.
 */
import type { Tree } from '../src/answer/trees.ts';
import { gradientOf, randomNumbers, softmax } from './listwise.ts';

export interface TreeSettings {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  readonly leastHessian: number;
  readonly l2: number;
  /** Share of the columns that each tree may look at. */
  readonly sample: number;
}

/** What is boosted: rows, where they begin, and how wrong they are. */
export interface Boosted {
  /** Row-major: row × column. */
  readonly columns: Float32Array;
  readonly width: number;
  /** Moved as trees are added. */
  readonly scores: Float64Array;
  /** Fills in first and second derivative of the loss by each score. */
  slopes(scores: Float64Array, gradient: Float64Array, hessian: Float64Array): void;
}

const MOST_BINS = 32;

export function boost(boosted: Boosted, settings: TreeSettings): readonly Tree[] {
  const { columns, width, scores } = boosted;
  const rows = scores.length;
  const cuts = binCuts(columns, width, rows);
  const bins = new Uint8Array(rows * width);
  for (let index = 0; index < bins.length; index++)
    bins[index] = binOf(columns[index] ?? 0, cuts[index % width] ?? []);
  const gradient = new Float64Array(rows);
  const hessian = new Float64Array(rows);
  const everything = Int32Array.from({ length: rows }, (_none, index) => index);
  const random = randomNumbers(11);
  const trees: Tree[] = [];
  for (let round = 0; round < settings.trees; round++) {
    boosted.slopes(scores, gradient, hessian);
    const chosen = cuts.flatMap((_cuts, column) => (random() < settings.sample ? [column] : []));
    trees.push(grow(everything, 0, { bins, width, gradient, hessian, cuts, chosen, scores, settings }));
  }
  return trees.map((tree) => scaled(tree, settings.rate));
}

/** One question's candidates. */
export interface TreeList {
  readonly columns: Float32Array;
  /** Where boosting begins: the linear model's scores. */
  readonly base: Float64Array;
  readonly right: readonly boolean[];
}

/** Trees for the listwise softmax loss. */
export function boostLists(
  lists: readonly TreeList[],
  width: number,
  settings: TreeSettings,
): readonly Tree[] {
  const rows = lists.reduce((sum, { right }) => sum + right.length, 0);
  const columns = new Float32Array(rows * width);
  const scores = new Float64Array(rows);
  let from = 0;
  for (const list of lists) {
    columns.set(list.columns, from * width);
    scores.set(list.base, from);
    from += list.right.length;
  }
  const slopes: Boosted['slopes'] = (current, gradient, hessian) => {
    let at = 0;
    for (const { right } of lists) {
      const probabilities = softmax(current.slice(at, at + right.length));
      gradientOf(probabilities, right).forEach((pull, row) => {
        const probability = probabilities[row] ?? 0;
        gradient[at + row] = pull;
        hessian[at + row] = Math.max(probability * (1 - probability), 1e-6);
      });
      at += right.length;
    }
  };
  return boost({ columns, width, scores, slopes }, settings);
}

interface Ground {
  readonly bins: Uint8Array;
  readonly width: number;
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
  readonly cuts: readonly (readonly number[])[];
  /** Columns that this tree may look at. */
  readonly chosen: readonly number[];
  readonly scores: Float64Array;
  readonly settings: TreeSettings;
}

function grow(rows: Int32Array, depth: number, ground: Ground): Tree {
  const { bins, width, gradient, hessian, cuts, scores, settings } = ground;
  let totalGradient = 0;
  let totalHessian = 0;
  for (const row of rows) {
    totalGradient += gradient[row] ?? 0;
    totalHessian += hessian[row] ?? 0;
  }
  const best =
    depth < settings.depth && totalHessian >= 2 * settings.leastHessian
      ? bestSplit(rows, totalGradient, totalHessian, ground)
      : null;
  if (best === null) {
    const value = -totalGradient / (totalHessian + settings.l2);
    for (const row of rows) scores[row] = (scores[row] ?? 0) + settings.rate * value;
    return value;
  }
  const isBelow = (row: number): boolean => (bins[row * width + best.column] ?? 0) <= best.bin;
  const below = grow(rows.filter(isBelow), depth + 1, ground);
  const above = grow(
    rows.filter((row) => !isBelow(row)),
    depth + 1,
    ground,
  );
  return [best.column, cuts[best.column]?.[best.bin] ?? 0, below, above];
}

function bestSplit(rows: Int32Array, totalGradient: number, totalHessian: number, ground: Ground) {
  const { bins, width, gradient, hessian, cuts, chosen, settings } = ground;
  const worth = (g: number, h: number): number => (g * g) / (h + settings.l2);
  const whole = worth(totalGradient, totalHessian);
  const sumG = new Float64Array(MOST_BINS);
  const sumH = new Float64Array(MOST_BINS);
  let best: { readonly column: number; readonly bin: number } | null = null;
  let most = 1e-3;
  for (const column of chosen) {
    sumG.fill(0);
    sumH.fill(0);
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index] ?? 0;
      const bin = bins[row * width + column] ?? 0;
      sumG[bin] = (sumG[bin] ?? 0) + (gradient[row] ?? 0);
      sumH[bin] = (sumH[bin] ?? 0) + (hessian[row] ?? 0);
    }
    let g = 0;
    let h = 0;
    for (let bin = 0; bin < (cuts[column]?.length ?? 0); bin++) {
      g += sumG[bin] ?? 0;
      h += sumH[bin] ?? 0;
      if (h < settings.leastHessian || totalHessian - h < settings.leastHessian) continue;
      const gain = worth(g, h) + worth(totalGradient - g, totalHessian - h) - whole;
      if (gain > most) {
        most = gain;
        best = { column, bin };
      }
    }
  }
  return best;
}

/** Rows that are looked at for where to cut. */
const SAMPLED_ROWS = 40_000;

/** At most 31 thresholds a column, at its quantiles; a value belongs to the first bin whose threshold it does not pass. */
function binCuts(columns: Float32Array, width: number, rows: number): readonly (readonly number[])[] {
  const step = Math.max(1, Math.floor(rows / SAMPLED_ROWS));
  return Array.from({ length: width }, (_none, column) => {
    const values: number[] = [];
    for (let row = 0; row < rows; row += step) values.push(columns[row * width + column] ?? 0);
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
