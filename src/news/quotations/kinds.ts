import { type Article, type Span, textAt } from '../article.ts';
import type { Marked } from './marks.ts';

/** The words without the blanks at their ends, nor the comma that American papers set inside the closing mark. */
export function wordsOf(article: Article, inner: Span): Span {
  const text = textAt(article, inner);
  return {
    start: inner.start + text.length - text.trimStart().length,
    end: inner.start + text.replace(/[\s,]+$/, '').length,
  };
}

const LONGEST_TERM = 3;
const LONGEST_TITLE = 8;

/** Scare quotes ("sky walk") and titles ("The Ferry at Night"): words that nobody is said to have said. */
export function isTerm(article: Article, words: Span): boolean {
  const text = textAt(article, words);
  const all = text.split(/\s+/, LONGEST_TITLE + 1);
  if (/[!?]$/.test(text)) return false;
  if (all.length <= LONGEST_TERM) return true;
  const capitals = all.filter((word) => /^[^\p{L}]*\p{Lu}/u.test(word)).length;
  return all.length <= LONGEST_TITLE && !/\.$/.test(text) && capitals * 3 >= all.length * 2;
}

/** Whole clauses are *direct*, a fragment inside a reported clause is *mixed*. */
export function kindOf(article: Article, piece: Marked | undefined, words: Span): 'direct' | 'mixed' {
  if (piece === undefined) return 'mixed';
  const text = textAt(article, words);
  const lead = article.text.slice(Math.max(0, piece.outer.start - 2), piece.outer.start);
  const whole = /[.!?…,]$/.test(textAt(article, piece.inner).trimEnd()) || /[,:]\s?$/.test(lead);
  return whole && /^[^\p{L}]*\p{Lu}/u.test(text) ? 'direct' : 'mixed';
}
