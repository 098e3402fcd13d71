import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Meaning, openMeaning } from './answer/meaning.ts';

/** The word vectors that come with the program; read when the first question is asked. */
export function shippedMeaning(): Meaning {
  let opened: Meaning | undefined;
  const meaning = (): Meaning => {
    opened ??= openMeaning(readFileSync(createRequire(import.meta.url).resolve('#vectors')));
    return opened;
  };
  return {
    rowOf: (term) => meaning().rowOf(term),
    nearest: (row, others) => meaning().nearest(row, others),
    sum: (rows, weights) => meaning().sum(rows, weights),
  };
}
