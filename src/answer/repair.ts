import type { Spelling } from '../search/spelling.ts';
import { tokens } from '../search/terms.ts';

/** What is needed to tell a mistyped word from one that the articles merely lack. */
export interface KnownWords {
  /** Whether the articles hold a word of this stem. */
  inArticles(term: string): boolean;
  /** Whether it is a word of English, though no article may hold it. */
  inEnglish(term: string): boolean;
  readonly spelling: Spelling;
}

/**
 * Mends mistyped words: those that neither the articles nor English know, and that are one mistake away from one
 * that is known. A word that is known is never touched, and neither is a name that merely isn't there.
 */
export function repairQuestion(text: string, known: KnownWords): string {
  let repaired = '';
  let from = 0;
  for (const { start, end, word, term, stop, capital } of tokens(text)) {
    if (stop || known.inArticles(term) || known.inEnglish(term)) continue;
    const meant = known.spelling.meant(word);
    if (meant === null || (capital && start > 0 && isSmallWord(meant))) continue;
    const written = text.slice(start, end);
    const owner = /['’]s$/.exec(written)?.[0] ?? '';
    repaired += text.slice(from, start) + asWritten(meant, written) + owner;
    from = end;
  }
  return repaired + text.slice(from);
}

/** "Ambrose Tull" is somebody of whom no article speaks, and no slip for "tell". */
const isSmallWord = (word: string): boolean => tokens(word)[0]?.stop === true;

const asWritten = (word: string, like: string): string =>
  /^\p{Lu}/u.test(like) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
