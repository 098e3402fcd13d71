import type { Fragment, Line } from './printed.ts';
import { type Body, isSmaller } from './type.ts';

const MARK = /^(?:\d{1,2}|[*†‡§]{1,3})$/;
/** "10" and "km" are followed by powers. */
const POWER_AFTER = /(?:\d|\b[ckm]?m|\bft)$/;

/** Whether a fragment beside another one is small and raised, as "1" is in "percent.¹". */
export const isMark = (fragment: Fragment, last: Fragment): boolean =>
  MARK.test(fragment.text.trim()) &&
  fragment.size < 0.85 * last.size &&
  last.baseline - fragment.baseline > 0.15 * last.size &&
  fragment.left - last.right < 0.3 * last.size &&
  !POWER_AFTER.test(last.text);

const NOTE = /^(?:\d{1,2}|[*†‡§]{1,3})[.)]?\s?["“‘]?\p{Lu}/u;

/** The lines of a column without the notes at its foot: smaller than the text, from the first that has a mark. */
export function withoutNotes(lines: readonly Line[], body: Body): readonly Line[] {
  const small = lines.findLastIndex((line) => !isSmaller(line, body)) + 1;
  const note = lines.findIndex(({ text }, index) => index >= small && NOTE.test(text));
  return note < 0 ? lines : lines.slice(0, note);
}
