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

/** Which marks an article sets around quotations: British papers use single ones, and double ones inside them. */
export type Marks = 'double' | 'single';

/** Single marks only where there is no double one, and a comma or a stop stands before one that closes. */
export const marksOf = (text: string): Marks =>
  !/[“”"„«]/.test(text) && /(?:^|[\s(])[‘'][^‘'\n]{2,}[,.?!][’'](?!\p{L})/u.test(text) ? 'single' : 'double';

/**
 * The stretches between marks in one paragraph, in order, curly or straight. A mark inside an open quotation
 * that opens again is nested and belongs to the outer one; inches ("6'2\"") open nothing.
 */
export function markedIn(text: string, paragraph: Span, marks: Marks = 'double'): readonly Marked[] {
  const roleOf = marks === 'double' ? doubleRole : singleRole;
  const found: Marked[] = [];
  let opened = -1;
  let depth = 0;
  const close = (innerEnd: number, outerEnd: number, closed: boolean): void => {
    const inner = { start: opened + 1, end: innerEnd };
    if (/[\p{L}\p{N}]/u.test(text.slice(inner.start, inner.end)))
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

type Role = 'opens' | 'closes' | null;

function doubleRole(text: string, at: number, isOpen: boolean): Role {
  switch (text[at]) {
    case '“':
    case '„':
      return isOpen && text[at] === '“' && closesHere(text, at) ? 'closes' : 'opens';
    case '«':
      return 'opens';
    case '”':
    case '»':
      return 'closes';
    case '"':
      if (isOpen) return opensHere(text, at) && !closesHere(text, at) ? null : 'closes';
      return opensHere(text, at) ? 'opens' : null;
    default:
      return null;
  }
}

/** An apostrophe between letters, or after the s of a plural, is no mark; one after a stop is. */
function singleRole(text: string, at: number, isOpen: boolean): Role {
  const mark = text[at];
  if (mark !== '‘' && mark !== '’' && mark !== "'") return null;
  if (!isOpen) return mark !== '’' && opensHere(text, at) ? 'opens' : null;
  if (mark === '‘') return 'opens';
  const [before = '', after = ''] = [text[at - 1], text[at + 1]];
  if (/[\p{L}\p{N}]/u.test(after)) return null;
  return /[.,!?…—–]/.test(before) || (/\p{L}/u.test(before) && !/s/i.test(before)) ? 'closes' : null;
}

const opensHere = (text: string, at: number): boolean =>
  /^$|[\s([{—–\-/‘']/.test(text[at - 1] ?? '') && /\S/.test(text[at + 1] ?? '');

/** An opening mark typed where a closing one was meant: after a word or a stop, before a blank. */
const closesHere = (text: string, at: number): boolean =>
  /[\p{L}\p{N}.,!?…]/u.test(text[at - 1] ?? '') && /^$|[\s.,;:!?)\]—–]/.test(text[at + 1] ?? '');
