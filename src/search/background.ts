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
    const { sentences, terms } = createRequire(import.meta.url)('#frequencies') as {
      readonly sentences: number;
      readonly terms: Readonly<Record<string, number>>;
    };
    loaded = { sentences, terms: new Map(Object.entries(terms)) };
  }
  return loaded;
}
