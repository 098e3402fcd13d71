import type { Span } from '../news/article.ts';

/** A word as it is compared: two that differ only in how they are set have the same form. */
export interface Word extends Span {
  /** Lower case, one kind of apostrophe, no accents, no commas in numbers: "Don’t" → "don't". */
  readonly form: string;
}

/** Scripts without spaces: each character is a word. */
const CHARACTER = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]';
const ACRONYM = '\\p{L}(?:\\.\\p{L})+(?![\\p{L}\\p{N}])';
/** Hyphens part words ("rare-earth", "rare earth"); a sign of less than nothing belongs to its number. */
const NUMBER = '(?<![^\\s(\\[“"‘])[-−–—]?\\p{N}+(?:[.,]\\p{N}+)*|\\p{N}+(?:[.,]\\p{N}+)*(?![\\p{L}\\p{M}])';
const LETTERS =
  "[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}\\p{Cf}]*(?:['’‘ʼ`´](?=\\p{L})[\\p{L}\\p{N}\\p{M}\\p{Cf}]+)*";
/** What is read aloud without being letters. */
const SIGN = '[\\p{Sc}%‰°&+]|\\p{Extended_Pictographic}';

/** Most words by far, tried first: it halves the time. */
const PLAIN_WORD = "[A-Za-z]+(?![\\p{L}\\p{N}\\p{M}\\p{Cf}'’‘ʼ`´]|\\.\\p{L})";

const WORD = new RegExp([PLAIN_WORD, CHARACTER, ACRONYM, NUMBER, LETTERS, SIGN].join('|'), 'gu');

/** Every word of a text, in order. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const { 0: written, index } of text.matchAll(WORD))
    words.push({ start: index, end: index + written.length, form: formOf(written) });
  return words;
}

const PLAIN = /^[a-z]+$/;
/** "dont": an apostrophe that was forgotten where no other word can be meant. */
const BARE_NEGATION = /^(do|does|did|is|are|was|were|has|have|had|could|would|should|must|need|ai)nt$/;

function formOf(written: string): string {
  const lower = written.toLowerCase();
  if (PLAIN.test(lower)) return lower.endsWith('nt') ? lower.replace(BARE_NEGATION, "$1n't") : lower;
  const plain = /^[\x20-\x5f\x61-\x7e]*$/.test(lower) ? lower : folded(written);
  if (/^[-−–—]?\p{N}/u.test(plain)) return plain.replace(/^[−–—]/, '-').replace(/,(?=\d{3}(?!\d))/g, '');
  return /\p{L}\.\p{L}/u.test(plain) ? `${plain.replaceAll('.', '')}.` : plain;
}

/** Accents are left to whoever types; upper case first, since "ß" and "SS" are one. */
const folded = (written: string): string =>
  written
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})[\u0300-\u036f]+|\p{Cf}/gu, '')
    .toUpperCase()
    .toLowerCase()
    .replace(/[’‘ʼ`´]/g, "'") || written;

const NEGATION =
  /^(?:no|not|never|none|nobody|nothing|nowhere|neither|nor|cannot|without|hardly|barely|scarcely|.+n't)$/;

/** Whether a word turns what is said into its opposite. */
export const isNegation = (form: string): boolean => NEGATION.test(form);

/** The end of the word that begins at an offset. */
export function wordEnd(text: string, start: number): number {
  WORD.lastIndex = start;
  const end = start + (WORD.exec(text)?.[0].length ?? 0);
  WORD.lastIndex = 0;
  return end;
}
