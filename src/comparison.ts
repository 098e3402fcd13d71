import { type Span, textAt } from './news/article.ts';
import type { ComparisonBlock } from './reply.ts';

/** *missing*: true words that were not given; *added*: words given that are not true. */
export type Look = 'missing' | 'added';

/** A text with stretches that look different; the others are true and plain. In order, not overlapping. */
export interface ComparedText {
  readonly text: string;
  readonly marks: readonly (Span & { readonly look: Look })[];
}

/**
 * What a comparison shows, a text for each of its spans: the article’s words, whole, and the added ones where they
 * were given. Take out what is *added* and its blank, and a slice of the article is left.
 *
 *     "We cannot win", given "we can win" → "We can cannot win", added 3–6, missing 7–13
 */
export function comparedTexts({ article, shown, runs }: ComparisonBlock): readonly ComparedText[] {
  const placed = insertions(runs);
  return shown.map((span, index) => {
    const marks: (Span & { look: Look })[] = [];
    let text = '';
    let at = span.start;
    const copyTo = (end: number): void => {
      text += textAt(article, { start: at, end });
      at = end;
    };
    const mark = (words: string, look: Look): void => {
      marks.push({ start: text.length, end: text.length + words.length, look });
      text += words;
    };
    const isHere = (offset: number): boolean =>
      (offset >= span.start || index === 0) && (offset < span.end || index === shown.length - 1);
    for (const { offset, run } of placed) {
      if (run.kind === 'kept' || !isHere(offset)) continue;
      copyTo(Math.min(span.end, Math.max(at, offset)));
      if (run.kind === 'added') {
        const words = run.text.replace(/\s+/g, ' ').trim();
        const isAfterWord = /\S$/.test(text);
        if (isAfterWord) text += ' ';
        mark(words, 'added');
        if (!isAfterWord) text += ' ';
      } else {
        const end = Math.min(span.end, Math.max(at, run.span.end));
        if (end > at) mark(textAt(article, { start: at, end }), 'missing');
        at = end;
      }
    }
    copyTo(span.end);
    return { text, marks };
  });
}

/** Where each run stands: added words before the true ones that follow them, or after the last. */
function insertions(runs: ComparisonBlock['runs']) {
  return runs.map((run, index) => {
    if (run.kind !== 'added') return { offset: run.span.start, run };
    const next = runs.slice(index).find((other) => other.kind !== 'added');
    const last = runs.findLast((other) => other.kind !== 'added');
    return { offset: next?.span.start ?? last?.span.end ?? 0, run };
  });
}
