import { type Features, type LinearModel, TABLE_SIZE } from '../../src/news/quotations/linear.ts';

/** Features met less often than this are not learned: they would be learned by heart. */
const LEAST_MET = 3;

const RATE = 0.12;
/** Pulls every weight that is used a little towards nothing. */
const SHRINK = 1e-6;

/** A model being learned by AdaGrad (Duchi et al. 2011): each weight has its own rate. */
export class Learned implements LinearModel {
  readonly scale = 1;
  readonly classes: number;
  readonly weights: Float32Array;
  private readonly squares: Float32Array;
  private readonly sums: Float32Array;
  private readonly met = new Uint8Array(TABLE_SIZE);
  private epochs = 0;

  constructor(classes: number) {
    this.classes = classes;
    this.weights = new Float32Array(TABLE_SIZE * classes);
    this.squares = new Float32Array(TABLE_SIZE * classes);
    this.sums = new Float32Array(TABLE_SIZE * classes);
  }

  /** Counts features before anything is learned. */
  meet(features: ArrayLike<number>): void {
    for (let at = 0; at < features.length; at++) {
      const index = features[at] ?? 0;
      const met = this.met[index] ?? 0;
      if (met < LEAST_MET) this.met[index] = met + 1;
    }
  }

  score(features: ArrayLike<number>, which: number): number {
    let sum = 0;
    for (let at = 0; at < features.length; at++)
      sum += this.weights[(features[at] ?? 0) * this.classes + which] ?? 0;
    return sum;
  }

  step(features: ArrayLike<number>, which: number, gradient: number): void {
    if (Math.abs(gradient) < 0.003) return;
    for (let at = 0; at < features.length; at++) {
      const index = features[at] ?? 0;
      if ((this.met[index] ?? 0) < LEAST_MET) continue;
      const place = index * this.classes + which;
      const weight = this.weights[place] ?? 0;
      const whole = gradient + SHRINK * weight;
      const square = (this.squares[place] ?? 0) + whole * whole;
      this.squares[place] = square;
      this.weights[place] = weight - (RATE * whole) / Math.sqrt(square + 1e-3);
    }
  }

  /** The weights as they are now count towards the mean. */
  remember(): void {
    this.epochs++;
    for (let at = 0; at < this.sums.length; at++)
      this.sums[at] = (this.sums[at] ?? 0) + (this.weights[at] ?? 0);
  }

  /** The mean of what was remembered: steadier than the last. */
  mean(): LinearModel {
    return { classes: this.classes, scale: 1, weights: this.sums.map((sum) => sum / this.epochs) };
  }
}

/** A copy of features that were written, to keep. */
export const kept = (features: Features): Int32Array => features.at.slice(0, features.count);

/** Scores as shares of one, in place. */
export function softmax(scores: Float64Array): void {
  const most = scores.reduce((best, score) => Math.max(best, score), Number.NEGATIVE_INFINITY);
  const sum = scores.reduce((total, score) => total + Math.exp(score - most), 0);
  for (const [at, score] of scores.entries()) scores[at] = Math.exp(score - most) / sum;
}

/** The same order every time for the same seed: a linear congruential generator (Numerical Recipes). */
export function shuffled<T>(list: readonly T[], seed: number): readonly T[] {
  const keys = new Map<T, number>();
  let state = seed >>> 0;
  for (const one of list) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    keys.set(one, state);
  }
  return [...list].sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
}
