import type { Span } from '../article.ts';

/** A stretch between quotation marks. */
export interface Marked {
  /** What stands between the marks. */
  readonly inner: Span;
  /** With its marks. */
  readonly outer: Span;
  /** False when the paragraph ended first: the next one may go on with it. */
  readonly closed: boolean;
}

/**
 * The stretches between double marks in one paragraph, in order, curly or straight. A mark inside an open
 * quotation that opens again is nested and belongs to the outer one; inches ("6'2\"") open nothing.
 */
export function markedIn(text: string, paragraph: Span): readonly Marked[] {
  const found: Marked[] = [];
  let opened = -1;
  let depth = 0;
  const close = (innerEnd: number, outerEnd: number, closed: boolean): void => {
    const inner = { start: opened + 1, end: innerEnd };
    if (inner.end > inner.start && text.slice(inner.start, inner.end).trim() !== '')
      found.push({ inner, outer: { start: opened, end: outerEnd }, closed });
    opened = -1;
    depth = 0;
  };
  for (let at = paragraph.start; at < paragraph.end; at++) {
    const role = roleOf(text, at, opened >= 0);
    if (role === 'opens') {
      if (opened < 0) opened = at;
      else depth++;
    } else if (role === 'closes' && opened >= 0) {
      if (depth > 0) depth--;
      else close(at, at + 1, true);
    }
  }
  if (opened >= 0) close(paragraph.end, paragraph.end, false);
  return found;
}

function roleOf(text: string, at: number, isOpen: boolean): 'opens' | 'closes' | null {
  switch (text[at]) {
    case '“':
    case '„':
      return isOpen && text[at] === '“' && closesHere(text, at) ? 'closes' : 'opens';
    case '”':
      return 'closes';
    case '"':
      if (isOpen) return opensHere(text, at) && !closesHere(text, at) ? null : 'closes';
      return opensHere(text, at) ? 'opens' : null;
    default:
      return null;
  }
}

const opensHere = (text: string, at: number): boolean =>
  /^$|[\s([{—–\-/‘']/.test(text[at - 1] ?? '') && /\S/.test(text[at + 1] ?? '');

/** An opening mark typed where a closing one was meant: after a word or a stop, before a blank. */
const closesHere = (text: string, at: number): boolean =>
  /[\p{L}\p{N}.,!?…]/u.test(text[at - 1] ?? '') && /^$|[\s.,;:!?)\]—–]/.test(text[at + 1] ?? '');
