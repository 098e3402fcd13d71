import type { Span } from '../article.ts';
import { sentences } from '../sentences.ts';
import type { Marked } from './marks.ts';

/**
 * The sentences of a paragraph in which each quotation counts as one word: "“Is it ready? No,” she said." is
 * one. They are found by the rules for sentences in a copy of the paragraph where letters stand for what is
 * quoted, so that offsets stay what they are.
 */
export function framesOf(text: string, paragraph: Span, marked: readonly Marked[]): readonly Span[] {
  if (marked.length === 0) return sentences(text, paragraph);
  let masked = '';
  let at = paragraph.start;
  for (const { outer } of marked) {
    masked += text.slice(at, outer.start);
    masked += standIn(text, outer, paragraph.end);
    at = outer.end;
  }
  masked += text.slice(at, paragraph.end);
  return sentences(masked, { start: 0, end: masked.length }).map(({ start, end }) => ({
    start: paragraph.start + start,
    end: paragraph.start + end,
  }));
}

const STOPS = /[.!?…][”"’'\s]*$/;
const ASKS = /[!?][”"’'\s]*$/;
/** A reporting clause may follow a question: “Why?” the mayor of the town asked. Tokens. */
const CLAUSE =
  /^\s*(?:[\p{L}\p{M}\p{N}.’'-]+,?\s+){0,7}?(?:said|says|asked|asks|told|wrote|added|replied|shouted|wondered|tweeted|yelled|exclaimed|recalled|joked|demanded|continued|quipped|cried)\b/u;

/** As long as what it stands for; ends in a full stop where the quotation ends its sentence. */
function standIn(text: string, { start, end }: Span, paragraphEnd: number): string {
  const length = end - start;
  const said = text.slice(Math.max(start, end - 8), end);
  const after = text.slice(end, Math.min(paragraphEnd, end + 120));
  const ends =
    STOPS.test(said) && !/^[\s—–-]*[\p{Ll},;]/u.test(after) && !(ASKS.test(said) && CLAUSE.test(after));
  return length < 2 ? 'Q' : `Q${'q'.repeat(length - 2)}${ends ? '.' : 'q'}`;
}
