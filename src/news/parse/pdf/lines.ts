import { isMark } from './footnotes.ts';
import { withInitials } from './initials.ts';
import type { Fragment, Line } from './printed.ts';

/** Wider than this, in sizes of the letters, a gap may be one between columns. */
const WIDEST_WORD_GAP = 0.9;
/** Where others begin below each other, a narrower one may be. */
const WIDEST_GAP_AT_EDGE = 0.4;
const FEWEST_AT_EDGE = 3;
/** From this on it is a space. Letters of one word stand closer, even when they are spaced out a little. */
const NARROWEST_WORD_GAP = 0.15;
/** How far, in sizes of the letters, a footnote's mark may be raised. */
const SAME_LINE = 0.4;

/** Fragments, in whatever order a program wrote them → pieces of lines, from top to bottom, left to right. */
export function piecesOf(fragments: readonly Fragment[]): readonly Line[] {
  const rows = rowsOf(withInitials(fragments));
  const edges = edgesIn(rows);
  return rows.flatMap((row) => {
    const pieces: Fragment[][] = [];
    for (const fragment of row) {
      const piece = pieces.at(-1);
      const last = piece?.at(-1);
      if (last !== undefined && isPrintedTwice(last, fragment)) continue;
      const goesOn =
        last !== undefined &&
        gapBetween(last, fragment) <
          (edges.has(Math.round(fragment.left)) ? WIDEST_GAP_AT_EDGE : WIDEST_WORD_GAP) &&
        // A headline beside a paragraph of another article.
        Math.max(last.size, fragment.size) < 2 * Math.min(last.size, fragment.size);
      if (goesOn) piece?.push(isMark(fragment, last) ? { ...fragment, text: '' } : fragment);
      else pieces.push([fragment]);
    }
    return pieces.map(joined);
  });
}

/** In sizes of the letters. */
const gapBetween = (one: Fragment, other: Fragment): number =>
  (other.left - one.right) / Math.min(one.size, other.size);

/**
 * Where columns may begin, in whole points from the left: fragments begin there below each other, after a gap. In a
 * text of separate words chance makes such places too; whoever looks for columns finds other lines going across.
 */
function edgesIn(rows: readonly (readonly Fragment[])[]): ReadonlySet<number> {
  const begun = new Map<number, number>();
  for (const row of rows)
    row.forEach((fragment, index) => {
      const last = row[index - 1];
      if (last === undefined || gapBetween(last, fragment) < WIDEST_GAP_AT_EDGE) return;
      for (const wander of [-1, 0, 1]) {
        const x = Math.round(fragment.left) + wander;
        begun.set(x, (begun.get(x) ?? 0) + 1);
      }
    });
  return new Set([...begun].filter(([, times]) => times >= FEWEST_AT_EDGE).map(([x]) => x));
}

/** Pieces of one column → its lines. A wide gap in a line that was set to the full width is a space after all. */
export const linesOf = (pieces: readonly Line[]): readonly Line[] => rowsOf(pieces).map(joined);

function rowsOf(fragments: readonly Fragment[]): readonly (readonly Fragment[])[] {
  const rows: Fragment[][] = [];
  let baseline = Number.NEGATIVE_INFINITY;
  for (const fragment of fragments.toSorted((one, other) => one.baseline - other.baseline)) {
    if (fragment.baseline - baseline > SAME_LINE * fragment.size) {
      rows.push([]);
      baseline = fragment.baseline;
    }
    rows.at(-1)?.push(fragment);
  }
  return rows.map((row) => row.sort((one, other) => one.left - other.left));
}

/** Some programs make letters bold by setting them twice, a hair apart. */
const isPrintedTwice = (one: Fragment, other: Fragment): boolean =>
  one.text === other.text && other.left - one.left < 0.3 * one.size;

function joined(fragments: readonly Fragment[]): Line {
  let text = '';
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const fragment of fragments) {
    const isApart = fragment.left - right > NARROWEST_WORD_GAP * fragment.size;
    if (text !== '' && isApart && !/\s$/.test(text) && !/^\s/.test(fragment.text)) text += ' ';
    text += fragment.text;
    left = Math.min(left, fragment.left);
    right = Math.max(right, fragment.right);
  }
  const { baseline, size, font } = fragments.reduce((most, fragment) =>
    fragment.text.length > most.text.length ? fragment : most,
  );
  return { text: text.replace(/\s+/g, ' ').trim(), left, right, baseline, size, font };
}
