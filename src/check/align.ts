/** How the words given become the words of an article, by their numbers in each. */
export type Step =
  | { readonly kind: 'kept'; readonly given: number; readonly word: number }
  | { readonly kind: 'missing'; readonly word: number }
  | { readonly kind: 'added'; readonly given: number };

export interface Sought {
  /** How many words are given. */
  readonly length: number;
  /** Whether the given word is the word with this id. */
  is(given: number, id: number): boolean;
  /** Before which given words some may have been left out without being missed. */
  readonly gaps: ReadonlySet<number>;
}

const MATCH = 4;
/** For a match right after another: five words in a row say more than five here and there. */
const RUN = 1;
const EDIT = 2;

/** Back pointers: which of the two states came before, and by which move. */
const FROM_MATCH = 1;
const SKIPPED = 2;
const ADDED = 4;

/**
 * The best way to lay the given words along `words` (ids): all of the given, and as much of the other as it
 * covers; what lies before and after that costs nothing. Words are kept, missing or added; a word replaced is one
 * missing and one added. Takes time in proportion to both lengths multiplied.
 *
 *     given a b x d, words z a b c d e → a b kept, c missing, x added, d kept
 */
export function align({ length, is, gaps }: Sought, words: Uint32Array): readonly Step[] {
  const columns = words.length + 1;
  // Two states a cell: the last move was a match, or anything else.
  const came = new Uint8Array((length + 1) * columns * 2);
  let matched = new Int32Array(columns).fill(NEVER);
  let edited = new Int32Array(columns);
  for (let i = 1; i <= length; i++) {
    const nextMatched = new Int32Array(columns).fill(NEVER);
    const nextEdited = new Int32Array(columns);
    const skip = gaps.has(i) ? 0 : EDIT;
    for (let j = 0; j < columns; j++) {
      const cell = (i * columns + j) * 2;
      const fromMatch = (matched[j] ?? NEVER) > (edited[j] ?? NEVER);
      let best = Math.max(matched[j] ?? NEVER, edited[j] ?? NEVER) - EDIT;
      let move = ADDED | (fromMatch ? FROM_MATCH : 0);
      if (j > 0) {
        const [left, leftEdited] = [nextMatched[j - 1] ?? NEVER, nextEdited[j - 1] ?? NEVER];
        const skipped = Math.max(left, leftEdited) - skip;
        if (skipped > best) {
          best = skipped;
          move = SKIPPED | (left > leftEdited ? FROM_MATCH : 0);
        }
        if (is(i - 1, words[j - 1] ?? 0)) {
          const [run, fresh] = [(matched[j - 1] ?? NEVER) + MATCH + RUN, (edited[j - 1] ?? NEVER) + MATCH];
          nextMatched[j] = Math.max(run, fresh);
          came[cell + 1] = run > fresh ? FROM_MATCH : 0;
        }
      }
      nextEdited[j] = best;
      came[cell] = move;
    }
    matched = nextMatched;
    edited = nextEdited;
  }
  let end = 0;
  for (let j = 1; j < columns; j++) if (scoreAt(matched, edited, j) > scoreAt(matched, edited, end)) end = j;
  return traced(came, columns, length, end, (matched[end] ?? NEVER) > (edited[end] ?? NEVER));
}

const NEVER = -1_000_000_000;

const scoreAt = (matched: Int32Array, edited: Int32Array, j: number): number =>
  Math.max(matched[j] ?? NEVER, edited[j] ?? NEVER);

function traced(
  came: Uint8Array,
  columns: number,
  length: number,
  end: number,
  endsInMatch: boolean,
): readonly Step[] {
  const steps: Step[] = [];
  let [i, j, inMatch] = [length, end, endsInMatch];
  while (i > 0) {
    const move = came[(i * columns + j) * 2 + (inMatch ? 1 : 0)] ?? 0;
    if (inMatch) steps.push({ kind: 'kept', given: --i, word: --j });
    else if ((move & SKIPPED) !== 0) steps.push({ kind: 'missing', word: --j });
    else steps.push({ kind: 'added', given: --i });
    inMatch = (move & FROM_MATCH) !== 0;
  }
  return steps.reverse();
}
