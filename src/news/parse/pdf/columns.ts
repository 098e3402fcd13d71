import { linesOf } from './lines.ts';
import type { Line } from './printed.ts';

/** So many lines must stand beside others before they are two columns and not a table or a wide space. */
const FEWEST_PAIRS = 3;
/** In sizes of the letters: the space between two columns, and the width of a column at the least. */
const NARROWEST_GUTTER = 0.6;
const NARROWEST_COLUMN = 5;

/**
 * Pieces of lines → the columns of a page in the order in which they are read: what spans columns parts those above
 * it from those below it, and between two such lines each column is read to its end. (The x-y cut of Nagy and
 * others, 1984, with the upright cut first.)
 *
 * @param em the size of the letters of the text, in points.
 */
export function columnsOf(pieces: readonly Line[], em: number): readonly (readonly Line[])[] {
  if (pieces.length === 0) return [];
  const gutter = gutterOf(pieces, em);
  if (gutter === undefined) return [linesOf(pieces)];
  const bands: { spans: boolean; pieces: Line[] }[] = [];
  for (const piece of pieces.toSorted((one, other) => one.baseline - other.baseline)) {
    const spans = crosses(piece, gutter);
    if (bands.at(-1)?.spans !== spans) bands.push({ spans, pieces: [] });
    bands.at(-1)?.pieces.push(piece);
  }
  return bands.flatMap(({ spans, pieces: band }) =>
    spans
      ? columnsOf(band, em)
      : [
          ...columnsOf(
            band.filter(({ right }) => right <= gutter),
            em,
          ),
          ...columnsOf(
            band.filter(({ right }) => right > gutter),
            em,
          ),
        ],
  );
}

const crosses = (piece: Line, x: number): boolean => piece.left < x && piece.right > x;

/** Where the most lines stand side by side and the fewest go across: the right edge of the column before it. */
function gutterOf(pieces: readonly Line[], em: number): number | undefined {
  const sorted = pieces.toSorted((one, other) => one.baseline - other.baseline);
  const edges = new Map(
    sorted.map(({ right }) => [Math.round(right), right] as const).sort((a, b) => a[1] - b[1]),
  );
  let best: { edge: number; score: number } | undefined;
  for (const edge of edges.values()) {
    const across = sorted.filter((piece) => crosses(piece, edge)).length;
    const pairs = pairsAt(sorted, edge, em);
    if (pairs >= FEWEST_PAIRS && (best === undefined || pairs - across > best.score))
      best = { edge, score: pairs - across };
  }
  return best?.edge;
}

/** On how many heights something stands left of a gutter and something right of it. */
function pairsAt(sorted: readonly Line[], edge: number, em: number): number {
  const before = sorted.filter(({ right }) => right <= edge);
  const after = sorted.filter(({ left }) => left > edge);
  if (after.some(({ left }) => left - edge < NARROWEST_GUTTER * em)) return 0;
  const heights = new Set<number>();
  let [leftmost, rightmost, next] = [edge, edge, 0];
  for (const piece of before) {
    while ((after[next]?.baseline ?? Number.POSITIVE_INFINITY) < piece.baseline - 0.6 * em) next++;
    const beside = after[next];
    if (beside === undefined || beside.baseline > piece.baseline + 0.6 * em) continue;
    heights.add(Math.round(piece.baseline / em));
    leftmost = Math.min(leftmost, piece.left);
    rightmost = Math.max(rightmost, beside.right);
  }
  const narrower = Math.min(edge - leftmost, rightmost - edge);
  return narrower >= NARROWEST_COLUMN * em ? heights.size : 0;
}
