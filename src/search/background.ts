import { createRequire } from 'node:module';

/** In how many of so many sentences of ordinary news a term stands. */
export interface Background {
  readonly sentences: number;
  readonly terms: ReadonlyMap<string, number>;
}

let loaded: Background | undefined;

/** Counts of ordinary news, made by `npm run frequencies`; read when first asked for. */
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

/** For a corpus that should be judged by its own words alone. */
export const noBackground: Background = { sentences: 0, terms: new Map() };
