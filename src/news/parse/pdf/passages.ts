import { columnsOf, startsOf } from './columns.ts';
import { withoutNotes } from './footnotes.ts';
import { withoutFurniture } from './furniture.ts';
import type { Passage } from './headline.ts';
import { mendLines, type Wording, wordingOf } from './hyphens.ts';
import { piecesOf } from './lines.ts';
import { blocksOf } from './paragraphs.ts';
import type { Block, PrintedPage } from './printed.ts';
import { type Body, bodyOf, isLarger, isSmaller, readsLikeHeading, standsOut } from './type.ts';

/** Pages with letters at their places → paragraphs and headings in the order in which they are read. */
export function passagesOf(pages: readonly PrintedPage[]): readonly Passage[] {
  const printed = pages.map(({ height, fragments }) => ({ height, lines: piecesOf(fragments) }));
  const pieces = withoutFurniture(printed);
  const body = bodyOf(pieces);
  const starts = startsOf(pieces.flatMap((page) => columnsOf(page, body.size)));
  const columns = pieces.flatMap((page, number) =>
    columnsOf(page, body.size, starts)
      .map((lines) => ({ page: number, lines: withoutNotes(lines, body) }))
      .filter(({ lines }) => lines.length > 0),
  );
  const wording = wordingOf(columns.flatMap(({ lines }) => lines.map(({ text }) => text)));
  return blocksOf(columns, body).map((block) => passageOf(block, wording, body));
}

const MOST_HEADING_LINES = 4;

function passageOf({ page, lines }: Block, wording: Wording, body: Body): Passage {
  const text = mendLines(
    lines.map((line) => line.text),
    wording,
  );
  return {
    text,
    page,
    size: Math.max(...lines.map(({ size }) => size)),
    isLarge: lines.every((line) => isLarger(line, body)),
    isSmall: lines.every((line) => isSmaller(line, body)),
    isHeading:
      lines.length <= MOST_HEADING_LINES &&
      lines.every((line) => standsOut(line, body)) &&
      readsLikeHeading(text),
  };
}
