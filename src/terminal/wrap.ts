import type { Span } from '../news/article.ts';

let segmenter: Intl.Segmenter | undefined;
/** Made when the first text needs it: most is Latin and does not. */
const graphemes = (text: string): Intl.Segments => {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
};
const invisible = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;
/** East Asian Width W and F (Unicode UAX #11), as ranges, and what is drawn as a picture. */
const wide =
  /^(?:\p{Emoji_Presentation}|\p{Emoji}\ufe0f|[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}])/u;
const narrow = /^[\u0020-\u007e\u00a0-\u02ff\u2010-\u2027]*$/;

const graphemeWidth = (grapheme: string): number =>
  invisible.test(grapheme) ? 0 : wide.test(grapheme) ? 2 : 1;

/** Columns that printable text takes in a terminal. */
export function columns(text: string): number {
  if (narrow.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes(text)) width += graphemeWidth(segment);
  return width;
}

/**
 * Breaks printable text (see `printable`) at its spaces into lines of at most `width` columns. A word that is
 * wider than a line is broken between graphemes; nothing but the spaces around a break is left out.
 *
 *     wrap('one two three', 7) → 'one two', 'three'
 */
export function wrap(text: string, width: number): readonly Span[] {
  const lines: Span[] = [];
  let line: (Span & { width: number }) | null = null;
  for (const word of words(text, width)) {
    const gap: number = line === null ? 0 : word.start - line.end;
    if (line !== null && line.width + gap + word.width <= width) {
      line = { start: line.start, end: word.end, width: line.width + gap + word.width };
      continue;
    }
    if (line !== null) lines.push({ start: line.start, end: line.end });
    line = word;
  }
  if (line !== null) lines.push({ start: line.start, end: line.end });
  return lines;
}

/** The runs between spaces, those wider than `limit` in pieces that are not. */
function* words(text: string, limit: number): Generator<Span & { readonly width: number }> {
  for (const match of text.matchAll(/[^ ]+/g)) {
    const start = match.index;
    const end = start + match[0].length;
    const width = columns(match[0]);
    if (width <= limit) yield { start, end, width };
    else yield* pieces(match[0], start, limit);
  }
}

function* pieces(word: string, offset: number, limit: number): Generator<Span & { readonly width: number }> {
  let start = 0;
  let width = 0;
  for (const { segment, index } of graphemes(word)) {
    const next = graphemeWidth(segment);
    if (width > 0 && width + next > limit) {
      yield { start: offset + start, end: offset + index, width };
      start = index;
      width = 0;
    }
    width += next;
  }
  yield { start: offset + start, end: offset + word.length, width };
}
