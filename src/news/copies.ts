import type { Article, ArticleId } from './article.ts';
import { createFamilies } from './families.ts';

/**
 * Which articles are the same story, word for word or nearly: an agency's report in several papers, shortened here,
 * with another headline there.
 *
 * Two articles are copies when most runs of five words of the shorter one stand in the longer one, and they are of
 * about one length: a round-up that holds the story among others is something else. Candidates are found by MinHash
 * (Broder 1997, one permutation: Li, Owen & Zhang 2012), and then compared in full.
 */
export interface Copies {
  put(article: Article): void;
  /** An article that was never put is passed over. */
  remove(id: ArticleId): void;
  /** The article and its copies; copies of copies are of the family too. */
  familyOf(id: ArticleId): readonly Article[];
  /** Whether no article has a copy. */
  readonly none: boolean;
  /** A line of JSON for each article, with which none of them need be read again. */
  save(): Iterable<string>;
}

/** Words in a run. Fewer are found by chance, and more are broken by every edit. */
const RUN = 5;
/** Shorter articles (an "I have no comment" page) are copies only when they are equal. */
const FEWEST_RUNS = 30;
/** Of the shorter one's runs. */
const LEAST_HELD = 0.7;
/** Of all runs of both (Jaccard): below it, the longer one tells more than twice as much. */
const LEAST_SHARED = 0.4;

/** Bins of a signature. Pairs of them are looked up: of two articles that share .4, 99.6 % have an equal pair. */
const BINS = 64;
const ROWS = 2;
/** The share of equal bins is about what two articles share; of those that share .4, one in 2,000 has fewer. */
const FEWEST_EQUAL = 0.2 * BINS;

/** What is saved of an article: its signature as base64, and the copies that it is tied to. */
type Saved = readonly [id: ArticleId, signature: string, copies: readonly ArticleId[]];

/** @param saved what `save` gave of the articles that are put first, each of which is as it was then. */
export function createCopies(saved: Iterable<string> = []): Copies {
  const articles = new Map<ArticleId, Article>();
  const signatures = new Map<ArticleId, Uint32Array>();
  const shelves = createShelves();
  const families = createFamilies();
  /** Of articles that were compared in full: mostly those that are to be compared again. */
  const compared = new Map<ArticleId, Uint32Array>();
  const known = new Map<ArticleId, Saved>();
  for (const line of saved) {
    const one = JSON.parse(line) as Saved;
    known.set(one[0], one);
  }

  const remove = (id: ArticleId): void => {
    const signature = signatures.get(id);
    if (signature === undefined) return;
    for (const key of keysOf(signature)) shelves.take(key, id);
    signatures.delete(id);
    articles.delete(id);
    compared.delete(id);
    for (const other of families.leave(id)) relate(other);
  };

  /** Gives those that may be copies of it. */
  const shelve = (article: Article, signature: Uint32Array): ReadonlySet<ArticleId> => {
    articles.set(article.id, article);
    signatures.set(article.id, signature);
    const alike = new Set<ArticleId>();
    for (const key of keysOf(signature)) {
      for (const other of shelves.at(key)) alike.add(other);
      shelves.put(key, article.id);
    }
    return alike;
  };
  /** Ties an article to its copies. One of each family is enough: the others are compared with none. */
  const relate = (id: ArticleId, alike = likely(id), runs?: Uint32Array): void => {
    const signature = signatures.get(id);
    if (signature === undefined) return;
    for (const other of alike) {
      if (other === id || families.areOne(id, other)) continue;
      // Comparing in full means reading the other one again.
      if (equalBins(signature, signatures.get(other)) < FEWEST_EQUAL) continue;
      compared.set(id, runs ?? runsIn(id));
      if (areCopies(runsIn(id), runsIn(other))) families.tie(id, other);
    }
  };
  const likely = (id: ArticleId): ReadonlySet<ArticleId> => {
    const signature = signatures.get(id);
    return new Set(signature === undefined ? [] : [...keysOf(signature)].flatMap((key) => shelves.at(key)));
  };
  const runsIn = (id: ArticleId): Uint32Array => {
    const runs = compared.get(id) ?? runsOf(articles.get(id)?.text ?? '');
    compared.set(id, runs);
    return runs;
  };

  return {
    put(article) {
      const { id } = article;
      remove(id);
      const before = known.get(id);
      known.delete(id);
      if (before !== undefined) {
        const [, signature, others] = before;
        shelve(article, fromBase64(signature));
        for (const other of others) if (articles.has(other)) families.tie(id, other);
        return;
      }
      const runs = runsOf(article.text);
      relate(id, shelve(article, signatureOf(runs)), runs);
    },
    remove,
    familyOf: (id) => families.of(id).flatMap((member) => articles.get(member) ?? []),
    get none() {
      return families.none;
    },
    *save() {
      for (const [id, signature] of signatures)
        yield JSON.stringify([id, base64(signature), families.tiesOf(id)] satisfies Saved);
    },
  };
}

function areCopies(one: Uint32Array, other: Uint32Array): boolean {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  const shared = commonTo(shorter, longer);
  if (shorter.length < FEWEST_RUNS) return shared === longer.length && shared > 0;
  return (
    shared >= LEAST_HELD * shorter.length && shared >= LEAST_SHARED * (one.length + other.length - shared)
  );
}

/** How many numbers two ascending rows have in common. */
function commonTo(one: Uint32Array, other: Uint32Array): number {
  let common = 0;
  for (let at = 0, beside = 0; at < one.length && beside < other.length; ) {
    const difference = (one[at] ?? 0) - (other[beside] ?? 0);
    if (difference === 0) common++;
    if (difference <= 0) at++;
    if (difference >= 0) beside++;
  }
  return common;
}

/**
 * Each run of words as 32 bits (FNV-1a over its words' own hashes), once, ascending; a text of fewer words is one run.
 */
function runsOf(text: string): Uint32Array {
  const words = Array.from(text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu), ([word]) => hashOf(word));
  const runs = new Set<number>();
  const last = Math.max(0, words.length - RUN);
  for (let first = 0; first <= last && words.length > 0; first++) {
    let hash = OFFSET;
    for (let at = first; at < first + RUN; at++) hash = Math.imul(hash ^ (words[at] ?? 0), PRIME);
    runs.add(mixed(hash));
  }
  return Uint32Array.from(runs).sort();
}

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

function hashOf(word: string): number {
  let hash = OFFSET;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), PRIME);
  return hash;
}

/** FNV's lowest bits are poor; MurmurHash3's finaliser spreads them. */
function mixed(hash: number): number {
  let mix = hash ^ (hash >>> 16);
  mix = Math.imul(mix, 0x85ebca6b);
  mix ^= mix >>> 13;
  mix = Math.imul(mix, 0xc2b2ae35);
  return (mix ^ (mix >>> 16)) >>> 0;
}

/** The least run in each bin; an empty bin borrows from the next one that has any. */
function signatureOf(runs: Uint32Array): Uint32Array {
  const least = new Uint32Array(BINS).fill(EMPTY);
  for (const run of runs) {
    const bin = run % BINS;
    if (run < (least[bin] ?? 0)) least[bin] = run;
  }
  if (runs.length === 0) return least;
  return least.map((own, bin) => {
    let steps = 0;
    while (least[(bin + steps) % BINS] === EMPTY) steps++;
    return steps === 0 ? own : mixed((least[(bin + steps) % BINS] ?? 0) + steps);
  });
}

const equalBins = (one: Uint32Array, other: Uint32Array | undefined): number =>
  one.reduce((count, least, bin) => count + (least === other?.[bin] ? 1 : 0), 0);

const EMPTY = 0xffffffff;

/** Of each pair of bins, told apart by where they are. Two that fall together by chance are compared, as all are. */
const keysOf = (signature: Uint32Array): Int32Array =>
  signature[0] === EMPTY
    ? new Int32Array()
    : Int32Array.from({ length: BINS / ROWS }, (_none, band) =>
        mixed(
          signature
            .subarray(band * ROWS, (band + 1) * ROWS)
            .reduce((hash, least) => Math.imul(hash ^ least, PRIME), band),
        ),
      );

/** Who lies under which key. Under most keys lies one article alone, of which nothing but its id is kept. */
function createShelves() {
  const shelves = new Map<number, ArticleId | ArticleId[]>();
  const at = (key: number): readonly ArticleId[] => [shelves.get(key) ?? []].flat();
  return {
    at,
    put(key: number, id: ArticleId): void {
      const others = shelves.get(key);
      if (Array.isArray(others)) others.push(id);
      else shelves.set(key, others === undefined ? id : [others, id]);
    },
    take(key: number, id: ArticleId): void {
      const [one, ...others] = at(key).filter((other) => other !== id);
      if (one === undefined) shelves.delete(key);
      else shelves.set(key, others.length === 0 ? one : [one, ...others]);
    },
  };
}

/** Whatever the order of bytes of the machine that saved it. */
const base64 = (signature: Uint32Array): string => {
  const bytes = Buffer.alloc(4 * signature.length);
  for (const [at, least] of signature.entries()) bytes.writeUInt32LE(least, 4 * at);
  return bytes.toString('base64');
};

function fromBase64(text: string): Uint32Array {
  const bytes = Buffer.from(text, 'base64');
  return Uint32Array.from({ length: bytes.length / 4 }, (_none, at) => bytes.readUInt32LE(4 * at));
}
