import { withInitials } from './initials.ts';
import type { Fragment, Line } from './printed.ts';

/** Wider than this, in sizes of the letters, a gap may be one between columns. */
const WIDEST_WORD_GAP = 0.9;
/** From this on it is a space. Letters of one word stand closer, even when they are spaced out a little. */
const NARROWEST_WORD_GAP = 0.15;
/** How far, in sizes of the letters, a footnote's mark may be raised. */
const SAME_LINE = 0.4;

/** Fragments, in whatever order a program wrote them → pieces of lines, from top to bottom, left to right. */
export function piecesOf(fragments: readonly Fragment[]): readonly Line[] {
  return rowsOf(withInitials(fragments)).flatMap((row) => {
    const pieces: Fragment[][] = [];
    for (const fragment of row) {
      const piece = pieces.at(-1);
      const last = piece?.at(-1);
      if (last !== undefined && isPrintedTwice(last, fragment)) continue;
      const goesOn =
        last !== undefined &&
        fragment.left - last.right < WIDEST_WORD_GAP * Math.min(last.size, fragment.size) &&
        // A headline beside a paragraph of another article.
        Math.max(last.size, fragment.size) < 2 * Math.min(last.size, fragment.size);
      if (goesOn) piece?.push(fragment);
      else pieces.push([fragment]);
    }
    return pieces.map(joined);
  });
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
