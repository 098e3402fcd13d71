import { isProperName } from '../answer/speaker-fit.ts';
import type { ArticleId } from '../news/article.ts';
import { tokens } from '../search/terms.ts';

/** A name that tells who somebody is in whatever article it stands. */
export interface FullName {
  /** Folded, without titles and middle initials: "donald trump". */
  readonly key: string;
  /** "j" of "Donald J. Trump"; empty when there are none. */
  readonly initials: string;
}

/** Stand before anybody’s name. "Pope Francis" and "King Charles" have no other: there the title belongs to it. */
const TITLE =
  /^(?:mr|mrs|ms|miss|dr|prof|professor|sir|dame|lord|lady|president|vice|prime|minister|chancellor|secretary|senator|sen|senators|representative|rep|congressman|congresswoman|governor|gov|mayor|judge|justice|general|gen|admiral|adm|colonel|col|captain|capt|lieutenant|lt|sergeant|sgt|detective|sheriff|officer|ambassador|attorney|speaker|chairman|chairwoman|former|ex|then|acting|deputy|first|rev|reverend)$/;
const AFTER = /^(?:jr|sr|ii|iii|iv)$/;

/** Null for a bare surname, a title with one ("Mr. Trump") and a description ("the spokesman", "a U.S. official"). */
export function fullName(text: string): FullName | null {
  const written = text.replace(/\s*\([^)]*\)/g, ''); // "(R-Ohio)"
  if (!isProperName(written)) return null;
  const all = foldedWords(written);
  const untitled = all.slice(all.findIndex((word) => !TITLE.test(word)));
  const words = untitled[0] === 'the' ? untitled.slice(1) : untitled;
  const last = words.findLastIndex((word) => !AFTER.test(word));
  if (last < 1) return null;
  const isInitial = (at: number): boolean => at > 0 && at < last && isInitials(words[at], written);
  return {
    key: words.filter((_word, at) => !isInitial(at)).join(' '),
    initials: words.filter((_word, at) => isInitial(at)).join(''),
  };
}

/** "J." and "H.W.", but not the "Al" of "Jane Al Sayed". */
const isInitials = (word: string | undefined, written: string): boolean =>
  word !== undefined &&
  (word.length === 1 ||
    (word.length < 4 && new RegExp(`(?<![\\p{L}.])${[...word].join('\\.\\s?')}\\.`, 'iu').test(written)));

/** What is no full name tells who somebody is within its own article only. */
export const keyWithin = (name: string, article: ArticleId): string =>
  `${foldedWords(name).join(' ')} in ${article}`;

/** Lower case, no accents, no possessive: "Zelenskyy’s" → ["zelenskyy"]. */
const foldedWords = (text: string): readonly string[] =>
  tokens(text.replace(/[’']$/, '')).map(({ word }) => word);
