/*
 * Linear models over hashed features: a feature is a number made of a template and up to two hashes, and its
 * weight stands in a table at that number's place. There are no names, so a million possible features need no
 * dictionary; two that fall together share a weight, which costs little (Weinberger et al. 2009, "Feature
 * Hashing for Large Scale Multitask Learning").
 */

const TABLE_BITS = 18;
export const TABLE_SIZE = 1 << TABLE_BITS;

export interface LinearModel {
  /** A weight for each class and place in the table; those of one place stand side by side. */
  readonly weights: Int8Array | Float32Array;
  readonly classes: number;
  /** What a weight of 1 is worth. */
  readonly scale: number;
}

/** A feature's place in a table: a multiplicative hash, of which the high bits are the best mixed. */
export function feature(template: number, a: number, b = 0): number {
  let hash = Math.imul(a ^ Math.imul(template + 1, 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15) ^ Math.imul(b, 0x27d4eb2f), 0xc2b2ae35);
  return (hash ^ (hash >>> 14)) >>> (32 - TABLE_BITS);
}

/** The features of one thing, written for one score and then written over. */
export class Features {
  readonly at = new Int32Array(128);
  count = 0;
  add(template: number, a: number, b = 0): void {
    this.at[this.count++] = feature(template, a, b);
  }
}

/** The sums of the weights of what was written, for the first two classes: at once, since they lie side by side. */
export function scoreBoth(
  { weights, scale }: LinearModel,
  { at, count }: Features,
  into: Float64Array,
): void {
  let first = 0;
  let second = 0;
  for (let index = 0; index < count; index++) {
    const place = (at[index] ?? 0) * 2;
    first += weights[place] ?? 0;
    second += weights[place + 1] ?? 0;
  }
  into[0] = first * scale;
  into[1] = second * scale;
}

/** The sum of the weights of what was written, for one class. */
export function scoreOf(
  { weights, classes, scale }: LinearModel,
  { at, count }: Features,
  which = 0,
): number {
  let sum = 0;
  for (let index = 0; index < count; index++) sum += weights[(at[index] ?? 0) * classes + which] ?? 0;
  return sum * scale;
}
