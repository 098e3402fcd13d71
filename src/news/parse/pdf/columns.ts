import { linesOf } from './lines.ts';
import type { Line } from './printed.ts';
import { LARGER } from './type.ts';

/**
 * So many lines must begin beside others, below each other, before they are a column and not a table; fewer do
 * where columns of other pages begin, as on a last page of two lines.
 */
const FEWEST_PAIRS = 3;
/** Of a page, those where most lines begin: each is compared with all of the page. */
const MOST_STARTS = 100;
/** For two of those, one line may go across, between the first and the last of them: a heading, or some text. */
const PAIRS_TO_ONE_ACROSS = 2;
/** In sizes of the letters: the space between two columns, and the width of a column at the least. */
const NARROWEST_GUTTER = 0.5;
const NARROWEST_COLUMN = 5;

/**
 * Pieces of lines → the columns of a page in the order in which they are read: what spans columns parts those above
 * it from those below it, and between two such lines each column is read to its end. (The x-y cut of Nagy and
 * others, 1984, with the upright cut first.)
 *
 * @param em the size of the letters of the text, in points.
 * @param starts where columns begin on other pages, in whole points from the left.
 */
export function columnsOf(
  pieces: readonly Line[],
  em: number,
  starts: ReadonlySet<number> = new Set(),
): readonly (readonly Line[])[] {
  if (pieces.length === 0) return [];
  const gutter = gutterOf(pieces, em, starts);
  if (gutter === undefined) return [linesOf(pieces)];
  const bands: { spans: boolean; pieces: Line[] }[] = [];
  for (const piece of pieces.toSorted((one, other) => one.baseline - other.baseline)) {
    const spans = crosses(piece, gutter) || isOverBoth(piece, pieces, gutter, em);
    if (bands.at(-1)?.spans !== spans) bands.push({ spans, pieces: [] });
    bands.at(-1)?.pieces.push(piece);
  }
  const ordered = (part: readonly Line[]) => columnsOf(part, em, starts);
  return bands.flatMap(({ spans, pieces: band }) =>
    spans
      ? ordered(band)
      : [
          ...ordered(band.filter(({ right }) => right <= gutter)),
          ...ordered(band.filter(({ right }) => right > gutter)),
        ],
  );
}

/** Where columns begin that are long enough to be sure of, in whole points from the left. */
export const startsOf = (columns: readonly (readonly Line[])[]): ReadonlySet<number> =>
  new Set(
    columns
      .filter((lines) => lines.length >= FEWEST_PAIRS)
      .map((lines) => Math.round(Math.min(...lines.map(({ left }) => left)))),
  );

const crosses = (piece: Line, x: number): boolean => piece.left < x && piece.right > x;

/**
 * Whether a heading that is short, and so ends before the gutter, heads both columns: nothing stands beside it, and
 * below it both begin on one height. (Beside a picture in the other column, they do not.)
 */
function isOverBoth(heading: Line, pieces: readonly Line[], gutter: number, em: number): boolean {
  if (heading.size < LARGER * em || heading.right > gutter) return false;
  const beside = pieces.filter(({ left }) => left >= gutter);
  if (beside.some(({ baseline }) => Math.abs(baseline - heading.baseline) < heading.size)) return false;
  const top = (column: readonly Line[]): number =>
    column.reduce(
      (least, { baseline }) => (baseline > heading.baseline ? Math.min(least, baseline) : least),
      Number.POSITIVE_INFINITY,
    );
  const [left, right] = [top(pieces.filter((piece) => piece.right <= gutter)), top(beside)];
  return Math.abs(left - right) < 0.4 * em && beside.some(({ baseline }) => baseline < heading.baseline);
}

/**
 * Where the space before a column ends. The lines of a column begin below each other; wide spaces in a text that was
 * set to the full width seldom do, and other lines of the text go across them.
 */
function gutterOf(pieces: readonly Line[], em: number, starts: ReadonlySet<number>): number | undefined {
  const sorted = pieces.toSorted((one, other) => one.baseline - other.baseline);
  const begun = new Map<number, number>();
  for (const { left } of sorted) begun.set(Math.round(left), (begun.get(Math.round(left)) ?? 0) + 1);
  let best: { gutter: number; score: number } | undefined;
  const likely = [...begun]
    .sort((one, other) => Number(starts.has(other[0])) - Number(starts.has(one[0])) || other[1] - one[1])
    .slice(0, MOST_STARTS)
    .sort((one, other) => one[0] - other[0]);
  for (const [left, times] of likely) {
    const fewest = starts.has(left) ? 1 : FEWEST_PAIRS;
    if (times < fewest) continue;
    const gutter = left - NARROWEST_GUTTER * em;
    const score = evidenceFor(gutter, left, fewest, sorted, em);
    if (score > (best?.score ?? 0)) best = { gutter, score };
  }
  return best?.gutter;
}

/** On how many heights a line begins at the left edge of a column with another one beside it, less those across. */
function evidenceFor(
  gutter: number,
  left: number,
  fewest: number,
  sorted: readonly Line[],
  em: number,
): number {
  const before = sorted.filter(({ right }) => right <= gutter);
  const heights = new Set<number>();
  let [leftmost, rightmost, next] = [gutter, gutter, 0];
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const piece of sorted.filter((piece) => Math.abs(piece.left - left) <= 1)) {
    while ((before[next]?.baseline ?? Number.POSITIVE_INFINITY) < piece.baseline - 0.6 * em) next++;
    const beside = before[next];
    if (beside === undefined || beside.baseline > piece.baseline + 0.6 * em) continue;
    heights.add(Math.round(piece.baseline / em));
    leftmost = Math.min(leftmost, beside.left);
    rightmost = Math.max(rightmost, piece.right);
    [first, last] = [Math.min(first, piece.baseline), Math.max(last, piece.baseline)];
  }
  const across = sorted.filter(
    (piece) => crosses(piece, gutter) && piece.baseline > first && piece.baseline < last,
  ).length;
  const isWide = Math.min(gutter - leftmost, rightmost - gutter) >= NARROWEST_COLUMN * em;
  const isProven = heights.size >= fewest && heights.size >= PAIRS_TO_ONE_ACROSS * across;
  return isWide && isProven ? heights.size - across : 0;
}
