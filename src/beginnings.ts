/**
 * Rows whose words begin as the typed ones do, one typing mistake forgiven; what is found in what a row is called
 * first, then what is found beside that; in the order given where equal.
 */
export function best<Row>(
  rows: readonly Row[],
  typed: string,
  textsOf: (row: Row) => readonly [called: string, beside: string],
): readonly Row[] {
  const wanted = words(typed);
  if (wanted.length === 0) return rows;
  const index = indexOf(rows, textsOf);
  const fits = wanted.map((word) => fitsOf(index, word));
  const [first, ...others] = fits;
  return [...(first ?? [])]
    .map(([row, own]) => ({ row, fit: Math.min(own, ...others.map((other) => other.get(row) ?? 0)) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit || a.row - b.row)
    .flatMap(({ row }) => rows[row] ?? []);
}

/** Places of the rows that hold each word: in what they are called, and beside that. */
type WordIndex = ReadonlyMap<
  string,
  { readonly called: readonly number[]; readonly beside: readonly number[] }
>;

/** A list is read when something is first typed, and lives as long as its index: thousands are no wait at each key. */
const indexes = new WeakMap<object, WordIndex>();

function indexOf<Row>(
  rows: readonly Row[],
  textsOf: (row: Row) => readonly [called: string, beside: string],
): WordIndex {
  const known = indexes.get(rows);
  if (known !== undefined) return known;
  const index = new Map<string, { called: number[]; beside: number[] }>();
  rows.forEach((row, at) => {
    const [called, beside] = textsOf(row).map((text) => new Set(words(text)));
    for (const word of new Set([...(called ?? []), ...(beside ?? [])])) {
      const places = index.get(word) ?? { called: [], beside: [] };
      places[called?.has(word) === true ? 'called' : 'beside'].push(at);
      index.set(word, places);
    }
  });
  indexes.set(rows, index);
  return index;
}

/** A word that is found beside a name counts a little less than one of the same fit in the name. */
const BESIDE = 0.5;

/** How well each row that holds anything like a typed word fits it. */
function fitsOf(index: WordIndex, typed: string): ReadonlyMap<number, number> {
  const fits = new Map<number, number>();
  for (const [word, { called, beside }] of index) {
    const own = fit(typed, word);
    if (own === 0) continue;
    for (const row of called) fits.set(row, Math.max(own, fits.get(row) ?? 0));
    for (const row of beside) fits.set(row, Math.max(own - BESIDE, fits.get(row) ?? 0));
  }
  return fits;
}

const words = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** 3 begins so, 2 holds it, 1 but for one mistake, 0 not at all. */
function fit(typed: string, word: string): number {
  if (word.startsWith(typed)) return 3;
  if (typed.length >= 3 && word.includes(typed)) return 2;
  return typed.length >= 4 && isOneMistakeAway(typed, word.slice(0, typed.length + 1)) ? 1 : 0;
}

/** One letter wrong, missing, too many, or swapped with its neighbour; what is typed may be only the beginning. */
function isOneMistakeAway(typed: string, word: string): boolean {
  let at = 0;
  while (at < typed.length && typed[at] === word[at]) at++;
  const [rest, theirs] = [typed.slice(at), word.slice(at)];
  return (
    theirs.startsWith(rest.slice(1)) ||
    theirs.slice(1).startsWith(rest.slice(1)) ||
    theirs.slice(1).startsWith(rest) ||
    theirs.startsWith(`${rest[1] ?? ''}${rest[0] ?? ''}${rest.slice(2)}`)
  );
}
