/**
 * A listwise softmax ranker (Cao et al. 2007, with several right candidates): of all candidates of a
 * question, the right ones together should get all the probability. Sparse linear model, Adam, L2.
 */

/** One question's candidates. */
export interface List {
  /** Row-major: candidate × dense feature. */
  readonly dense: Float32Array;
  /** For each candidate, the indices of its sparse features (each 1). */
  readonly sparse: readonly (readonly number[])[];
  readonly right: readonly boolean[];
}

export interface LinearModel {
  readonly dense: Float64Array;
  readonly sparse: Float64Array;
}

export interface LinearSettings {
  readonly denseCount: number;
  readonly sparseCount: number;
  readonly epochs: number;
  readonly rate: number;
  /** L2 on the sparse and, a tenth of it, on the standardised dense weights. */
  readonly decay: number;
}

export function scoresOf(list: List, model: LinearModel): Float64Array {
  const count = list.right.length;
  const width = model.dense.length;
  const scores = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    let sum = 0;
    for (let column = 0; column < width; column++)
      sum += (list.dense[row * width + column] ?? 0) * (model.dense[column] ?? 0);
    for (const index of list.sparse[row] ?? []) sum += model.sparse[index] ?? 0;
    scores[row] = sum;
  }
  return scores;
}

/** Softmax over scores, in place of them. */
export function softmax(scores: Float64Array): Float64Array {
  const highest = Math.max(...scores);
  let total = 0;
  for (let row = 0; row < scores.length; row++) total += scores[row] = Math.exp((scores[row] ?? 0) - highest);
  for (let row = 0; row < scores.length; row++) scores[row] = (scores[row] ?? 0) / total;
  return scores;
}

/** Probability that each candidate should lose: its own less its share among the right ones. */
export function gradientOf(probabilities: Float64Array, right: readonly boolean[]): Float64Array {
  let rightMass = 0;
  probabilities.forEach((probability, row) => {
    if (right[row] === true) rightMass += probability;
  });
  return probabilities.map((probability, row) =>
    right[row] === true ? probability - probability / Math.max(rightMass, 1e-12) : probability,
  );
}

export function trainLinear(lists: readonly List[], settings: LinearSettings): LinearModel {
  const { denseCount, sparseCount, epochs, rate, decay } = settings;
  const scale = standardDeviations(lists, denseCount);
  const size = denseCount + sparseCount;
  const weights = new Float64Array(size);
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  const gradient = new Float64Array(size);
  const order = lists.map((_list, index) => index);
  const random = randomNumbers(7);
  const batch = 64;
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    const epochRate = rate * (1 - epoch / epochs) + rate * 0.02;
    for (let from = 0; from < order.length; from += batch) {
      gradient.fill(0);
      const chosen = order.slice(from, from + batch);
      const model = {
        dense: weights.subarray(0, denseCount).map((w, i) => w / (scale[i] ?? 1)),
        sparse: weights.subarray(denseCount),
      };
      for (const index of chosen) {
        const list = lists[index];
        if (list === undefined) continue;
        const pull = gradientOf(softmax(scoresOf(list, model)), list.right);
        pull.forEach((amount, row) => {
          if (Math.abs(amount) < 1e-7) return;
          for (let column = 0; column < denseCount; column++)
            gradient[column] =
              (gradient[column] ?? 0) +
              (amount * (list.dense[row * denseCount + column] ?? 0)) / (scale[column] ?? 1);
          for (const at of list.sparse[row] ?? [])
            gradient[denseCount + at] = (gradient[denseCount + at] ?? 0) + amount;
        });
      }
      step++;
      for (let index = 0; index < size; index++) {
        const l2 = index < denseCount ? decay / 10 : decay;
        const slope = (gradient[index] ?? 0) / chosen.length + l2 * (weights[index] ?? 0);
        first[index] = 0.9 * (first[index] ?? 0) + 0.1 * slope;
        second[index] = 0.999 * (second[index] ?? 0) + 0.001 * slope * slope;
        const m = (first[index] ?? 0) / (1 - 0.9 ** step);
        const v = (second[index] ?? 0) / (1 - 0.999 ** step);
        weights[index] = (weights[index] ?? 0) - (epochRate * m) / (Math.sqrt(v) + 1e-8);
      }
    }
  }
  return {
    dense: weights.slice(0, denseCount).map((w, i) => w / (scale[i] ?? 1)),
    sparse: weights.slice(denseCount),
  };
}

function standardDeviations(lists: readonly List[], width: number): Float64Array {
  const sum = new Float64Array(width);
  const squares = new Float64Array(width);
  let rows = 0;
  for (const { dense, right } of lists) {
    rows += right.length;
    for (let index = 0; index < dense.length; index++) {
      const column = index % width;
      const value = dense[index] ?? 0;
      sum[column] = (sum[column] ?? 0) + value;
      squares[column] = (squares[column] ?? 0) + value * value;
    }
  }
  return sum.map((total, column) =>
    Math.sqrt(Math.max(1e-6, (squares[column] ?? 0) / rows - (total / rows) ** 2)),
  );
}

export function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
}

/** The same numbers in every run (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
