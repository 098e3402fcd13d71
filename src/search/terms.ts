import { createRequire } from 'node:module';
import { aliasForms } from './aliases.ts';
import { irregularForms } from './irregular.ts';
import { stopWords } from './stopwords.ts';

// By sub-path: the package's own entry takes most of a second and prints to stdout.
const porter = createRequire(import.meta.url)('natural/lib/natural/stemmers/porter_stemmer.js') as {
  stem(word: string): string;
};

/** A word of a text, where it stands and what it is searched as. */
export interface Token {
  /** UTF-16 offsets into the text that was given. */
  readonly start: number;
  readonly end: number;
  /** Folded: lower case, no accents, no possessive, acronyms joined. */
  readonly word: string;
  /** What is indexed and matched: the stem of the word's base form. */
  readonly term: string;
  /** Says nothing about the subject. */
  readonly stop: boolean;
  /** Written with a capital first letter. */
  readonly capital: boolean;
}

// An opening mark in the middle of a word is a mistyped apostrophe: "Trump‘s".
const WORD =
  /\p{L}(?:\.\p{L})+\.?(?!\p{L})(?:['’‘ʼ`´]s(?![\p{L}\p{N}]))?|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’‘ʼ`´.,](?=[\p{L}\p{N}])[\p{L}\p{N}\p{M}]+)*|[%$€£]/gu;
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['%', 'percent'],
  ['$', 'dollar'],
  ['€', 'euro'],
  ['£', 'pound'],
]);

/** Every word of a text in order, stop words included. */
export function tokens(text: string): readonly Token[] {
  const shouts = text.length > 3 && !/\p{Ll}/u.test(text);
  const found: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const written = match[0];
    for (const piece of pieces(written, match.index, shouts)) {
      // What folding leaves nothing of, such as a lone vowel sign, stays as it is.
      const folded = (piece.acronym ? acronym(piece.text) : fold(piece.text)) || piece.text;
      const word = inItsPlace(folded, found.at(-1)?.word ?? '');
      const isAcronym = word.endsWith('.');
      found.push({
        start: piece.start,
        end: piece.start + piece.text.length,
        word,
        term: isAcronym ? word : termOf(word),
        stop: !isAcronym && stopWords.has(word),
        capital: /^\p{Lu}/u.test(piece.text),
      });
    }
  }
  return found;
}

/** "did the us agree" asks about a country; "at 5 pm" names an hour and no prime minister. */
function inItsPlace(word: string, previous: string): string {
  if (word === 'us' && previous === 'the') return 'us.';
  return /^[ap]m$/.test(word) && /^\d/.test(previous) ? `${word}.` : word;
}

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly acronym: boolean;
}

/** Stop words that are names in capitals. Any other stop word in capitals is only loud: "he did NOT say". */
const STOP_WORD_ACRONYMS = /^(?:US|WHO|IT)$/;

/** "end.Next" is two words; "U.S.", "3.5" and "Zelensky's" are one. In a text that shouts, capitals distinguish nothing. */
function pieces(written: string, at: number, shouts: boolean): readonly Piece[] {
  const bare = written.replace(POSSESSIVE, '');
  const isAcronym = (word: string): boolean => !shouts && STOP_WORD_ACRONYMS.test(word);
  const acronym = /^(?:\p{L}\.)+\p{L}?\.?$/u.test(bare) || isAcronym(bare);
  if (acronym || !/\p{L}[.,]\p{L}/u.test(written)) return [{ text: written, start: at, acronym }];
  return [...written.matchAll(/[^.,]+/g)].map((part) => ({
    text: part[0],
    start: at + part.index,
    acronym: isAcronym(part[0].replace(POSSESSIVE, '')),
  }));
}

/** Of a person or a thing: the ending is no part of the name. */
export const POSSESSIVE = /['’‘ʼ`´]s$/;

/** "U.S." → "us."; the dot stays where a stop word, or another meaning, would swallow the acronym. */
function acronym(written: string): string {
  const joined = fold(written.replace(POSSESSIVE, '').replaceAll('.', ''));
  const ambiguous = (stopWords.has(joined) && joined.length > 1) || /^\p{Ll}\.m\.?$/u.test(written);
  return ambiguous ? `${joined}.` : joined;
}

/** Letters that Unicode does not take apart, as English papers write them. */
const UNDECOMPOSED: ReadonlyMap<string, string> = new Map([
  ...['øo', 'Øo', 'łl', 'Łl', 'đd', 'Đd', 'ðd', 'Ðd', 'ıi'].map(
    (pair) => [pair.charAt(0), pair.charAt(1)] as const,
  ),
  ...['ßss', 'æae', 'Æae', 'œoe', 'Œoe', 'þth', 'Þth'].map((row) => [row.charAt(0), row.slice(1)] as const),
]);

function fold(written: string): string {
  const sign = SIGNS.get(written);
  if (sign !== undefined) return sign;
  const plain = /^[\x20-\x5f\x61-\x7e]*$/.test(written)
    ? written
    : written
        .normalize('NFKD')
        .replace(/[\p{M}\s]/gu, '')
        .replace(/[øØłŁđĐðÐßæÆœŒıþÞ]/g, (letter) => UNDECOMPOSED.get(letter) ?? letter)
        .replace(/[’‘ʼ`´]/g, "'");
  const lower = plain.toLowerCase();
  if (!/['.,]/.test(lower)) return lower;
  if (stopWords.has(lower)) return lower; // don't, it's
  // "1,000" is one number with 1000; only between digits does a dot belong to one: "3.5", "4.5m".
  return lower
    .replace(/'s$/, '')
    .replace(/[',]/g, '')
    .replace(/(?<!\d)\.|\.(?!\d)/g, '');
}

const termCache = new Map<string, string>();
/** Enough for the vocabulary of a large corpus; a flood of invented words must not fill the memory. */
const MOST_CACHED_TERMS = 200_000;
const LONGEST_STEMMED_WORD = 40;

/** The stem of a folded word's base form. */
export function termOf(word: string): string {
  const cached = termCache.get(word);
  if (cached !== undefined) return cached;
  const base = irregularForms.get(word) ?? word;
  const term = /^[a-z]+$/.test(base) && base.length <= LONGEST_STEMMED_WORD ? porter.stem(base) : base;
  if (termCache.size >= MOST_CACHED_TERMS) termCache.clear();
  termCache.set(word, term);
  return term;
}

/** The names for a thing that stand at each token, as concepts: "United States" → "@us.". */
export function conceptsAt(
  words: readonly Token[],
): readonly { readonly concept: string; readonly first: number; readonly last: number }[] {
  const found: { concept: string; first: number; last: number }[] = [];
  for (let at = 0; at < words.length; at++) {
    const form = aliasForms
      .get(words[at]?.word ?? '')
      ?.find((candidate) => candidate.words.every((word, offset) => words[at + offset]?.word === word));
    if (form === undefined) continue;
    found.push({ concept: form.concept, first: at, last: at + form.words.length - 1 });
    at += form.words.length - 1;
  }
  return found;
}

/** What a text is indexed as: its terms without stop words, and the concepts that it names. */
export function indexTerms(text: string): string[] {
  const words = tokens(text);
  return [
    ...words.filter((token) => !token.stop).map((token) => token.term),
    ...conceptsAt(words).map(({ concept }) => concept),
  ];
}
