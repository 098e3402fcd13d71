import type { Span } from '../article.ts';
import type { Marked } from './marks.ts';

/** What a token looks like, as bits: features of the learned models. */
export const SHAPE = { capital: 1, allCapitals: 2, digit: 4, punctuation: 8, quoted: 16 } as const;

/**
 * The words and punctuation marks of an article's paragraphs, as parallel arrays: an article has about a
 * thousand, and every model looks at all of them. What stands between quotation marks is one token.
 */
export interface Tokens {
  readonly length: number;
  /** UTF-16 offsets into the article's text. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The word in lower case, digits as 0; for a quotation, what sort it is: `“X,”`. */
  readonly words: readonly string[];
  /** A 32-bit hash of the word; of its last three letters. */
  readonly hashes: Int32Array;
  readonly suffixes: Int32Array;
  /** Bits of `SHAPE`. */
  readonly shapes: Uint8Array;
  /** The number of the token's frame, counted through the article. */
  readonly frames: Int32Array;
  /** The number of the quotation that the token stands for, or −1. */
  readonly quoted: Int32Array;
}

/** Tokens `[from, to)`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What is asked of a token beyond the frame that is looked at. */
const NO_WORD = 7;
const NO_SHAPE = 32;

/** Looks at the tokens of one frame: what lies beyond it is nothing. */
export class Window {
  readonly from: number;
  readonly to: number;
  private readonly hashes: Int32Array;
  private readonly suffixes: Int32Array;
  private readonly shapes: Uint8Array;
  constructor({ hashes, suffixes, shapes }: Tokens, { from, to }: Stretch) {
    this.from = from;
    this.to = to;
    this.hashes = hashes;
    this.suffixes = suffixes;
    this.shapes = shapes;
  }
  has(at: number): boolean {
    return at >= this.from && at < this.to;
  }
  word(at: number): number {
    return at >= this.from && at < this.to ? (this.hashes[at] ?? NO_WORD) : NO_WORD;
  }
  suffix(at: number): number {
    return at >= this.from && at < this.to ? (this.suffixes[at] ?? NO_WORD) : NO_WORD;
  }
  shape(at: number): number {
    return at >= this.from && at < this.to ? (this.shapes[at] ?? NO_SHAPE) : NO_SHAPE;
  }
}

/** The frame that a token stands in. @param reach tokens on either side beyond which it is not followed */
export function frameAround({ frames }: Tokens, at: number, reach = Number.POSITIVE_INFINITY): Stretch {
  let from = at;
  let to = at + 1;
  while (from > 0 && frames[from - 1] === frames[at] && at - from < reach) from--;
  while (frames[to] === frames[at] && to - at < reach) to++;
  return { from, to };
}

export const isQuoted = ({ quoted }: Tokens, at: number): boolean => (quoted[at] ?? -1) >= 0;

/** Whatever is neither a blank nor a sign: letters and digits of any script, told by what they are not. */
const LETTERS =
  '[^\\s\\u0000-/:-@[-`{-\\u00bf\\u00d7\\u00f7\\u2000-\\u206f\\u20a0-\\u20cf\\u2100-\\u2bff\\u3000-\\u303f]';
const NO_LETTER = `(?!${LETTERS})`;
const ABBREVIATION =
  '(?:Mrs?|Ms|Drs?|Sens?|Reps?|Govs?|Gen|Lt|Col|Maj|Capt|Sgt|St|Jr|Sr|Rev|Prof|Hon|Inc|Corp|Co|Ltd|No|vs|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\\.';
const CLITIC = `(?:s|S|d|ll|re|ve|m)${NO_LETTER}`;
const NEGATION = `n[’']t${NO_LETTER}`;
/** "U.S.", "D.C.", and a lone initial. */
const INITIALS = `(?:[A-ZÀ-ÖØ-Þ]\\.)+${NO_LETTER}`;
const WORD = `(?:(?!${NEGATION})${LETTERS})+(?:[.&’'](?!${CLITIC})${LETTERS}+)*`;
/** Most words, told by what follows them: the other patterns are slow. */
const PLAIN = '[a-z]+(?=[\\s,;:)])';
const TOKEN = new RegExp(
  `${PLAIN}|${INITIALS}|\\b${ABBREVIATION}|[’']${CLITIC}|${NEGATION}|@?${WORD}|--+|\\.{2,}|''|\\S`,
  'g',
);

/** Splits an article's frames, in order, into tokens. "Kuleba’s" is two, "U.S." and "Sen." are one. */
export function tokensIn(text: string, frames: readonly Span[], marked: readonly Marked[]): Tokens {
  const starts: number[] = [];
  const ends: number[] = [];
  const words: string[] = [];
  const hashes: number[] = [];
  const suffixes: number[] = [];
  const shapes: number[] = [];
  const frameOf: number[] = [];
  const quoted: number[] = [];
  let next = 0;
  const push = (
    word: string,
    start: number,
    end: number,
    shape: number,
    frame: number,
    piece: number,
  ): void => {
    starts.push(start);
    ends.push(end);
    words.push(word);
    hashes.push(hashOf(word));
    suffixes.push(word.length > 3 ? hashOf(word, word.length - 3) : 1);
    shapes.push(shape);
    frameOf.push(frame);
    quoted.push(piece);
  };
  const plain = (start: number, end: number, frame: number): void => {
    for (const match of text.slice(start, end).matchAll(TOKEN)) {
      const word = match[0];
      const at = start + match.index;
      push(normal(word), at, at + word.length, shapeOf(word), frame, -1);
    }
  };
  for (const [frame, { start, end }] of frames.entries()) {
    let at = start;
    for (; next < marked.length; next++) {
      const piece = marked[next];
      if (piece === undefined || piece.outer.start >= end) break;
      plain(at, piece.outer.start, frame);
      push(sortOf(text, piece), piece.outer.start, piece.outer.end, SHAPE.quoted, frame, next);
      at = piece.outer.end;
    }
    plain(at, end, frame);
  }
  return {
    length: words.length,
    starts: new Int32Array(starts),
    ends: new Int32Array(ends),
    words,
    hashes: new Int32Array(hashes),
    suffixes: new Int32Array(suffixes),
    shapes: new Uint8Array(shapes),
    frames: new Int32Array(frameOf),
    quoted: new Int32Array(quoted),
  };
}

const normal = (word: string): string =>
  isLower(word) ? word : word.toLowerCase().replace(/\d/g, '0').replace(/’/g, "'");

/** Whether there is nothing to change: true of most words. */
function isLower(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code < 97 || code > 122) return false;
  }
  return true;
}

function shapeOf(word: string): number {
  const first = word.charCodeAt(0);
  if (first >= 97 && first <= 122) return 0;
  if (/^\p{Lu}/u.test(word))
    return SHAPE.capital | (word.length > 1 && !/\p{Ll}/u.test(word) ? SHAPE.allCapitals : 0);
  if (/^[’']./.test(word)) return 0;
  if (/^\d/.test(word)) return SHAPE.digit;
  return /^[\p{L}@]/u.test(word) ? 0 : SHAPE.punctuation;
}

/** `“X,”`: a capital or not, how many words, the last character. */
function sortOf(text: string, { inner }: Marked): string {
  const said = text.slice(inner.start, inner.end).trim();
  const words = said.split(/\s+/, 9).length;
  const size = words <= 1 ? 1 : words <= 3 ? 3 : words <= 8 ? 8 : 9;
  const last = /[.,?!;:…—-]$/.exec(said)?.[0] ?? '';
  return `“${/^[^\p{L}]*\p{Lu}/u.test(said) ? 'X' : 'x'}${size}${last}”`;
}

/** FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/). */
export function hashOf(word: string, start = 0): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}

/** The hashes of words with a blank between them, to look words up by. */
export const hashesOf = (words: string): ReadonlySet<number> =>
  new Set(words.split(' ').map((word) => hashOf(word)));
