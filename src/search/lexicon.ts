import { textAt } from '../news/article.ts';
import type { Passage } from './passages.ts';
import { conceptsAt, tokens } from './terms.ts';

interface Entry {
  /** Sentences that hold the term. */
  sentences: number;
  /** Sentences that hold it with a capital where grammar asks for none: a name, then. */
  capitals: number;
}

/** What the corpus knows of words: which it holds, how rare they are, which of them are names. */
export interface Lexicon {
  add(passages: readonly Passage[]): void;
  remove(passages: readonly Passage[]): void;
  readonly sentences: number;
  /** Whether any article holds the term. */
  knows(term: string): boolean;
  /** Natural logarithm of how rare a term is among sentences; a term that is nowhere is the rarest. */
  rarity(term: string): number;
  /** Whether the articles write the term with a capital more often than not. */
  isName(term: string): boolean;
  /** Every term and how many sentences hold it. */
  terms(): Iterable<readonly [term: string, sentences: number]>;
}

export function createLexicon(): Lexicon {
  const entries = new Map<string, Entry>();
  let total = 0;

  const count = (passages: readonly Passage[], step: 1 | -1): void => {
    for (const passage of passages)
      for (const sentence of passage.sentences) {
        total += step;
        for (const [term, capital] of termsOf(textAt(passage.article, sentence))) {
          const entry = entries.get(term) ?? { sentences: 0, capitals: 0 };
          entry.sentences += step;
          if (capital) entry.capitals += step;
          if (entry.sentences > 0) entries.set(term, entry);
          else entries.delete(term);
        }
      }
  };

  return {
    add: (passages) => count(passages, 1),
    remove: (passages) => count(passages, -1),
    get sentences() {
      return total;
    },
    knows: (term) => entries.has(term),
    // Robertson & Spärck Jones's idf, as in BM25, over sentences.
    rarity: (term) => {
      const holding = entries.get(term)?.sentences ?? 0;
      return Math.log(1 + (total - holding + 0.5) / (holding + 0.5));
    },
    isName: (term) => {
      const entry = entries.get(term);
      return entry !== undefined && entry.capitals * 2 > entry.sentences;
    },
    *terms() {
      for (const [term, entry] of entries) yield [term, entry.sentences];
    },
  };
}

function termsOf(sentence: string): ReadonlyMap<string, boolean> {
  const words = tokens(sentence);
  const found = new Map<string, boolean>();
  words.forEach((token, at) => {
    if (token.stop) return;
    const named = token.capital && (at > 0 || found.get(token.term) === true);
    found.set(token.term, named || found.get(token.term) === true);
  });
  for (const { concept } of conceptsAt(words)) found.set(concept, true);
  return found;
}
