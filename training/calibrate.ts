/** Logistic regression with a few trees on top: when is the best sentence right? */
import type { Tree } from '../src/answer/trees.ts';
import { boost } from './trees.ts';

export interface Judged {
  readonly signs: readonly number[];
  readonly right: boolean;
  readonly weight: number;
}

export interface Calibrated {
  readonly bias: number;
  readonly weights: readonly number[];
  readonly trees: readonly Tree[];
}

export function calibrate(rows: readonly Judged[], trees: number): Calibrated {
  const width = rows[0]?.signs.length ?? 0;
  const { bias, weights } = logistic(rows, width);
  const columns = new Float32Array(rows.length * width);
  rows.forEach(({ signs }, row) => {
    columns.set(signs, row * width);
  });
  const scores = Float64Array.from(rows, ({ signs }) =>
    signs.reduce((sum, sign, at) => sum + sign * (weights[at] ?? 0), bias),
  );
  const grown = boost(
    {
      columns,
      width,
      scores,
      slopes: (current, gradient, hessian) =>
        rows.forEach(({ right, weight }, row) => {
          const p = sigmoid(current[row] ?? 0);
          gradient[row] = weight * (p - (right ? 1 : 0));
          hessian[row] = weight * Math.max(p * (1 - p), 1e-4);
        }),
    },
    { trees, depth: 3, rate: 0.08, leastHessian: 12, l2: 4, sample: 0.6 },
  );
  return { bias: round(bias), weights: weights.map(round), trees: grown };
}

const sigmoid = (sum: number): number => 1 / (1 + Math.exp(-sum));
const round = (value: number): number => Number(value.toPrecision(4));

/** Adam, full batch, on standardised signs. */
function logistic(rows: readonly Judged[], width: number): { bias: number; weights: readonly number[] } {
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const means = Array.from(
    { length: width },
    (_none, at) => rows.reduce((sum, { signs, weight }) => sum + weight * (signs[at] ?? 0), 0) / total,
  );
  const spreads = means.map((mean, at) =>
    Math.sqrt(
      Math.max(
        1e-6,
        rows.reduce((sum, { signs, weight }) => sum + weight * ((signs[at] ?? 0) - mean) ** 2, 0) / total,
      ),
    ),
  );
  const weights = new Float64Array(width + 1);
  const first = new Float64Array(width + 1);
  const second = new Float64Array(width + 1);
  for (let step = 1; step <= 400; step++) {
    const gradient = new Float64Array(width + 1);
    for (const { signs, right, weight } of rows) {
      let sum = weights[width] ?? 0;
      for (let at = 0; at < width; at++)
        sum += (((signs[at] ?? 0) - (means[at] ?? 0)) / (spreads[at] ?? 1)) * (weights[at] ?? 0);
      const pull = (weight * (sigmoid(sum) - (right ? 1 : 0))) / total;
      for (let at = 0; at < width; at++)
        gradient[at] =
          (gradient[at] ?? 0) + pull * (((signs[at] ?? 0) - (means[at] ?? 0)) / (spreads[at] ?? 1));
      gradient[width] = (gradient[width] ?? 0) + pull;
    }
    for (let at = 0; at <= width; at++) {
      const slope = (gradient[at] ?? 0) + (at < width ? 1e-4 * (weights[at] ?? 0) : 0);
      first[at] = 0.9 * (first[at] ?? 0) + 0.1 * slope;
      second[at] = 0.999 * (second[at] ?? 0) + 0.001 * slope * slope;
      const rate = 0.05 * (1 - step / 420);
      weights[at] =
        (weights[at] ?? 0) -
        (rate * ((first[at] ?? 0) / (1 - 0.9 ** step))) /
          (Math.sqrt((second[at] ?? 0) / (1 - 0.999 ** step)) + 1e-8);
    }
  }
  const plain = means.map((_mean, at) => (weights[at] ?? 0) / (spreads[at] ?? 1));
  return {
    bias: (weights[width] ?? 0) - plain.reduce((sum, weight, at) => sum + weight * (means[at] ?? 0), 0),
    weights: plain,
  };
}
