import { isJump } from './jumps.ts';
import type { Line } from './printed.ts';

interface PageOfLines {
  readonly height: number;
  readonly lines: readonly Line[];
}
/** What stands on one height, in any column. */
type Row = readonly Line[];

/**
 * The part of a page, at its top and at its foot, in which running heads stand, and how many rows they have. The
 * outermost row may stand anywhere: some margins are deep.
 */
const MARGIN = 0.15;
const MOST_ROWS = 3;
/** In points: how far a running head may wander. */
const SAME_HEIGHT = 4;

const PAGE_NUMBER =
  /^(?:page\s+)?[-–—|[\s]*(?:[A-Z]?\d{1,4}|[ivxl]{1,6})(?:\s*(?:\/|of)\s*\d{1,4})?[-–—|\]\s]*$/i;
const PRINTED_ADDRESS = /^(?:https?|file):\/\/\S+(?:\s+\d+\s*\/\s*\d+)?$/;
/** A browser prints when it prints, and the page's title beside it: "3/4/31, 8:00 AM". */
const PRINTED_DATE = /^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, \d{1,2}:\d{2}(?:\s?[AP]M)?$/i;

/**
 * The pieces of each page without those that are the newspaper's and not the article's. From the edge inwards, a row
 * goes when all of it says the same at the same height on another page, whatever its numbers, or, near the edge, is a
 * page number or was added by a browser. The first row with anything else in it ends that: two pages may well have a word in
 * common at the same height.
 */
export function withoutFurniture(pages: readonly PageOfLines[]): readonly (readonly Line[])[] {
  const edges = pages.map((page) => ({ top: edgeOf(page, 'top'), foot: edgeOf(page, 'foot') }));
  const places = new Map<string, { page: number; baseline: number }[]>();
  edges.forEach(({ top, foot }, page) => {
    for (const line of [...top, ...foot].flat()) {
      const known = places.get(wording(line));
      if (known === undefined) places.set(wording(line), [{ page, baseline: line.baseline }]);
      else known.push({ page, baseline: line.baseline });
    }
  });
  return pages.map(({ lines, height }, page) => {
    const isRepeated = (line: Line): boolean =>
      (places.get(wording(line)) ?? []).some(
        (other) => other.page !== page && Math.abs(other.baseline - line.baseline) < SAME_HEIGHT,
      );
    const isFurniture = (row: Row): boolean =>
      row.every(isRepeated) || (row.every((line) => isAtEdge(line, height)) && isOfEdge(row, isRepeated));
    const { top = [], foot = [] } = edges[page] ?? {};
    const gone = new Set([top, foot].flatMap((rows) => beginning(rows, isFurniture).flat()));
    return lines.filter((line) => !gone.has(line) && !isJump(line.text));
  });
}

const isOfEdge = (row: Row, isRepeated: (line: Line) => boolean): boolean =>
  row.some(({ text }) => PRINTED_DATE.test(text)) ||
  row.every((line) => PAGE_NUMBER.test(line.text) || PRINTED_ADDRESS.test(line.text) || isRepeated(line));

const isAtEdge = ({ baseline }: Line, height: number): boolean =>
  Math.min(baseline, height - baseline) < MARGIN * height;

const wording = ({ text }: Line): string => text.toLowerCase().replace(/\d+/g, '#');

/** The rows at the top or the foot of a page, from the edge inwards. */
function edgeOf({ lines, height }: PageOfLines, edge: 'top' | 'foot'): readonly Row[] {
  const depth = ({ baseline }: Line): number => (edge === 'top' ? baseline : height - baseline);
  const rows: Line[][] = [];
  for (const line of lines.toSorted((one, other) => depth(one) - depth(other))) {
    const [first] = rows.at(-1) ?? [];
    if (first !== undefined && depth(line) - depth(first) < SAME_HEIGHT) rows.at(-1)?.push(line);
    else if (rows.length < MOST_ROWS && (rows.length === 0 || depth(line) < MARGIN * height))
      rows.push([line]);
    else break;
  }
  return rows;
}

function beginning(rows: readonly Row[], isWanted: (row: Row) => boolean): readonly Row[] {
  const end = rows.findIndex((row) => !isWanted(row));
  return end < 0 ? rows : rows.slice(0, end);
}
