import { foldSigns } from './fold.ts';
import type { Fragment } from './printed.ts';

/** As PDF writes it, `[a, b, c, d, e, f]`: x becomes ax + cy + e, and y becomes bx + dy + f. */
export type Transformation = readonly number[];

/** Text as pdf.js gives it. */
export interface TextItem {
  readonly str: string;
  readonly width: number;
  readonly transform: Transformation;
  readonly fontName: string;
}

/**
 * Text → where it stands on the page as a viewer shows it. Undefined for blanks, and for text that runs up or down
 * the page: that is none of the article but a credit beside a picture, or a mark at the edge.
 */
export function placed(item: TextItem, onPage: Transformation): Fragment | undefined {
  const text = foldSigns(item.str);
  const [a = 0, b = 0, c = 0, d = 0, left = 0, baseline = 0] = times(onPage, item.transform);
  const size = Math.hypot(c, d);
  const right = left + Math.max(0, item.width);
  const isUpright = a > 0 && d < 0 && Math.abs(b) < 0.1 * a;
  if (text.trim() === '' || !isUpright || ![right, baseline, size].every(Number.isFinite)) return undefined;
  return { text, left, right, baseline, size, font: item.fontName };
}

/** By how many degrees, clockwise, a page has to be turned so that most of its letters stand upright. */
export function turnOf(items: readonly TextItem[], onPage: Transformation): 0 | 90 | 180 | 270 {
  const letters = { 0: 0, 90: 0, 180: 0, 270: 0 };
  for (const { str, transform } of items) {
    const [a = 0, b = 0] = times(onPage, transform);
    const turn = Math.abs(a) >= Math.abs(b) ? (a >= 0 ? 0 : 180) : b < 0 ? 90 : 270;
    letters[turn] += str.trim().length;
  }
  const turns = [0, 90, 180, 270] as const;
  return turns.reduce((most, turn) => (letters[turn] > letters[most] ? turn : most));
}

/** Both, the second one first. PDF 32000-1, 8.3.4. */
function times(outer: Transformation, inner: Transformation): Transformation {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [k = 1, l = 0, m = 0, n = 1, o = 0, p = 0] = inner;
  return [a * k + c * l, b * k + d * l, a * m + c * n, b * m + d * n, a * o + c * p + e, b * o + d * p + f];
}
