import { hashesOf, isQuoted, type Tokens } from './tokens.ts';
import type { VerbRate } from './verbs.ts';

/** What may stand between two tokens, as running sums over an article: counting it is one subtraction. */
export interface Counts {
  readonly commas: Int32Array;
  readonly quoted: Int32Array;
  readonly verbs: Int32Array;
  /** Words that open a clause: "who", "that", "and". */
  readonly joints: Int32Array;
  /** Auxiliaries: where one stands there is a clause, and a phrase that names somebody holds none. */
  readonly auxiliaries: Int32Array;
  /** Of each token, not summed: how much it is a reporting verb. */
  readonly rates: Uint8Array;
}

const JOINTS = hashesOf('who which that whom whose where when and but as if because');
const AUXILIARIES = hashesOf(
  'is are was were be been has have had will would can could may might must should shall do does did',
);
const COMMAS = hashesOf(', — -- ;');
/** From this rate on a word counts as a verb that may have a subject of its own. */
export const REPORTS = 3;

export function countsOf(tokens: Tokens, rate: VerbRate): Counts {
  const rates = new Uint8Array(tokens.length);
  for (let at = 0; at < tokens.length; at++) rates[at] = rate(tokens.words[at] ?? '', tokens.hashes[at] ?? 0);
  const sums = (counts: (at: number) => boolean): Int32Array => {
    const running = new Int32Array(tokens.length + 1);
    for (let at = 0; at < tokens.length; at++) running[at + 1] = (running[at] ?? 0) + (counts(at) ? 1 : 0);
    return running;
  };
  return {
    commas: sums((at) => COMMAS.has(tokens.hashes[at] ?? 0)),
    quoted: sums((at) => isQuoted(tokens, at)),
    verbs: sums((at) => (rates[at] ?? 0) >= REPORTS),
    auxiliaries: sums((at) => AUXILIARIES.has(tokens.hashes[at] ?? 0)),
    joints: sums((at) => JOINTS.has(tokens.hashes[at] ?? 0)),
    rates,
  };
}

/** How many from one token up to another: 0, 1, 2, or 3 for more. */
export const between = (sums: Int32Array, from: number, to: number): number =>
  Math.min((sums[to] ?? 0) - (sums[from] ?? 0), 3);

const STEPS = [0, 1, 2, 3, 4, 5, 6, 6, 7, 7, 7, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9];

/** Tokens in steps that grow: 0–5 as they are, then 6, 8, 11, 15, 21 and more. */
export const distanceStep = (tokens: number): number => STEPS[tokens] ?? 10;

/** Log-odds in whole steps. */
export const oddsStep = (odds: number): number => Math.max(-8, Math.min(8, Math.round(odds)));
