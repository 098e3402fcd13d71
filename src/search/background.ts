import { createRequire } from 'node:module';

/** In how many of so many sentences of ordinary news a term stands. */
interface Background {
  readonly sentences: number;
  readonly terms: ReadonlyMap<string, number>;
}

let loaded: Background | undefined;

/** Counts of ordinary news, made by `training/frequencies.ts`; read when first asked for. */
export function ordinaryNews(): Background {
  if (loaded === undefined) {
    // Two lists rather than an object of thousands of keys: every start of the program waits for this.
    const { sentences, terms, counts } = createRequire(import.meta.url)('#frequencies') as {
      readonly sentences: number;
      /** Between bars, commonest first. */
      readonly terms: string;
      readonly counts: readonly number[];
    };
    loaded = { sentences, terms: new Map(terms.split('|').map((term, at) => [term, counts[at] ?? 0])) };
  }
  return loaded;
}
