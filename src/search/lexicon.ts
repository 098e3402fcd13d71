import { textAt } from '../news/article.ts';
import { ordinaryNews } from './background.ts';
import { headingText, type Passage } from './passages.ts';
import { conceptsAt, type Token, tokens } from './terms.ts';

interface Entry {
  /** Sentences that hold the term. */
  sentences: number;
  /** Sentences that hold it with a capital where grammar asks for none: a name, then. */
  capitals: number;
  /** Sentences that hold it without one. Where it opens the sentence it counts as neither. */
  smalls: number;
}

/** What the corpus knows of words: which it holds, how rare they are, which of them are names. */
export interface Lexicon {
  add(passages: readonly Passage[]): void;
  remove(passages: readonly Passage[]): void;
  readonly sentences: number;
  /** Whether any article holds the term, in its text or above it. */
  knows(term: string): boolean;
  /** Natural logarithm of how rare a term is among sentences; a term that is nowhere is the rarest. */
  rarity(term: string): number;
  /** Whether the articles write the term with a capital more often than not. */
  isName(term: string): boolean;
  /** Every term and how many sentences hold it. */
  terms(): Iterable<readonly [term: string, sentences: number]>;
  /** Every word as it is written, folded, and how often it stands. */
  words(): Iterable<readonly [word: string, count: number]>;
  /** Lines of JSON. */
  save(): Iterable<string>;
}

type Rows = readonly (readonly [string, ...(readonly number[])])[];

/**
 * Ordinary news counts for as much as this many sentences of the corpus: enough that an article of thirty
 * still knows "deal" for common and "lithium" for rare, too few to drown a corpus of thousands.
 */
const BACKGROUND_SENTENCES = 3_000;
/** What a term that is not among the counted ones is taken to have, per counted sentence. */
const UNCOUNTED = 2;

/**
 * A lexicon that knows of ordinary news only.
 *
 * @param saved what another one's `save` gave: then it knows what that one knew.
 */
export function createLexicon(saved?: Iterable<string>): Lexicon {
  const background = ordinaryNews();
  const scale = BACKGROUND_SENTENCES / background.sentences;
  const [read, ...counts] = Array.from(saved ?? [], (line): unknown => JSON.parse(line));
  let total = (read as number | undefined) ?? 0;
  const [ofEntries = [], ofWritten = [], ofAbove = []] = counts as Rows[];
  const entries = new Map<string, Entry>(
    ofEntries.map(([term, sentences = 0, capitals = 0, smalls = 0]) => [
      term,
      { sentences, capitals, smalls },
    ]),
  );
  const written = new Map<string, number>(ofWritten.map(([word, count = 0]) => [word, count]));
  /** Terms of headings and headlines, once for each passage below them. */
  const above = new Map<string, number>(ofAbove.map(([term, count = 0]) => [term, count]));

  const count = (passages: readonly Passage[], step: 1 | -1): void => {
    let heads = '';
    let inHeads: readonly Token[] = [];
    for (const passage of passages) {
      // Passages of one section stand under the same headings: they are read once.
      const theirs = `${passage.article.headline}\n${headingText(passage)}`;
      if (theirs !== heads) inHeads = tokens(theirs);
      heads = theirs;
      for (const { word, term, stop } of inHeads)
        if (!stop) {
          add(above, term, step);
          add(written, word, step);
        }
      for (const sentence of passage.sentences) {
        total += step;
        const words = tokens(textAt(passage.article, sentence));
        for (const { word, stop } of words) if (!stop) add(written, word, step);
        for (const [term, how] of termsOf(words)) {
          const entry = entries.get(term) ?? { sentences: 0, capitals: 0, smalls: 0 };
          entry.sentences += step;
          if (how === 'capital') entry.capitals += step;
          if (how === 'small') entry.smalls += step;
          if (entry.sentences > 0) entries.set(term, entry);
          else entries.delete(term);
        }
      }
    }
  };

  return {
    add: (passages) => count(passages, 1),
    remove: (passages) => count(passages, -1),
    get sentences() {
      return total;
    },
    knows: (term) => entries.has(term) || above.has(term),
    // Robertson & Spärck Jones's idf, as in BM25, over the sentences of the corpus and of ordinary news.
    rarity: (term) => {
      const holding = (entries.get(term)?.sentences ?? 0) + scale * (background.terms.get(term) ?? UNCOUNTED);
      const all = total + scale * background.sentences;
      return Math.log(1 + Math.max(0, all - holding + 0.5) / (holding + 0.5));
    },
    isName: (term) => {
      const entry = entries.get(term);
      return entry !== undefined && entry.capitals > entry.smalls;
    },
    *terms() {
      for (const [term, entry] of entries) yield [term, entry.sentences];
    },
    words: () => written,
    *save() {
      yield JSON.stringify(total);
      yield JSON.stringify(
        Array.from(entries, ([term, { sentences, capitals, smalls }]) => [term, sentences, capitals, smalls]),
      );
      yield JSON.stringify([...written]);
      yield JSON.stringify([...above]);
    },
  };
}

function add(counts: Map<string, number>, key: string, step: 1 | -1): void {
  const count = (counts.get(key) ?? 0) + step;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}

type Written = 'capital' | 'small' | 'opening';

function termsOf(words: readonly Token[]): ReadonlyMap<string, Written> {
  const found = new Map<string, Written>();
  words.forEach(({ term, stop, capital }, at) => {
    if (stop || found.get(term) === 'capital') return;
    found.set(term, !capital ? 'small' : at > 0 ? 'capital' : 'opening');
  });
  for (const { concept } of conceptsAt(words)) found.set(concept, 'capital');
  return found;
}
