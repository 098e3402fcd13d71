import MiniSearch, { type AsPlainObject, type Options } from 'minisearch';
import { textAt } from '../news/article.ts';
import type { Hit, QueryTerm, SearchEngine, SearchOptions } from './engine.ts';
import { headingText, type Passage, type PassageId } from './passages.ts';
import { indexTerms } from './terms.ts';

/** What each field is worth beside the passage's own text. Headings repeat the question; neighbours finish it. */
const FIELD_WEIGHTS = { text: 1, heading: 0.5, headline: 0.2, neighbours: 0.2 } as const;
type Field = keyof typeof FIELD_WEIGHTS;

interface IndexedPassage extends Readonly<Record<Field, string>> {
  readonly id: PassageId;
}

/** Parts texts in one field; no word holds it. */
const BETWEEN = '\u0000';

/** A passage is read as itself and as the neighbour of two others, a headline with every passage below it. */
const REMEMBERED = 64;
const remembered = new Map<string, readonly string[]>();

function termsOnce(text: string): readonly string[] {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const terms = indexTerms(text);
  const [oldest] = remembered.keys();
  if (remembered.size >= REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  remembered.set(text, terms);
  return terms;
}

const OPTIONS: Options<IndexedPassage> = {
  fields: Object.keys(FIELD_WEIGHTS),
  tokenize: (field) => field.split(BETWEEN).flatMap(termsOnce),
  processTerm: (term) => term,
};

/** Terms to a line: one of them all would be longer than any string may be. */
const TERMS_PER_LINE = 500;

type SavedTerms = AsPlainObject['index'];

/** Line by line: all of it as plain objects would take several times the memory of the index. */
function restored(saved: Iterable<string>): MiniSearch<IndexedPassage> {
  const lines = saved[Symbol.iterator]();
  const head = JSON.parse(lines.next().value ?? '') as Omit<AsPlainObject, 'index'>;
  function* terms(): Generator<SavedTerms[number]> {
    for (let next = lines.next(); next.done !== true; next = lines.next())
      yield* JSON.parse(next.value) as SavedTerms;
  }
  // It is only ever gone through once, from the beginning.
  const index = terms() as Iterable<SavedTerms[number]> as SavedTerms;
  return MiniSearch.loadJS<IndexedPassage>({ ...head, index }, OPTIONS);
}

/**
 * MiniSearch behind the port: BM25+ over the fields of a passage, our own terms on both sides.
 *
 * @param saved what another one's `save` gave.
 */
export function createMiniSearchEngine(saved?: Iterable<string>): SearchEngine {
  const index = saved === undefined ? new MiniSearch<IndexedPassage>(OPTIONS) : restored(saved);
  /** A reply looks for the same terms several times, each time among other passages. */
  const searched = new Map<string, readonly Hit[]>();
  const hitsOf = (weights: ReadonlyMap<string, number>): readonly Hit[] => {
    const key = JSON.stringify([...weights]);
    const known = searched.get(key);
    if (known !== undefined) return known;
    const hits: Hit[] = [];
    // The terms go in as they are: joined to a text and cut again, "@north korea" would be two.
    index.search('', {
      tokenize: () => [...weights.keys()],
      processTerm: (term) => term,
      boost: FIELD_WEIGHTS,
      boostTerm: (term) => weights.get(term) ?? 1,
      // All of them are taken here, and none is left to be sorted.
      filter: ({ id, score }) => {
        hits.push({ id: String(id), score });
        return false;
      },
    });
    const [oldest] = searched.keys();
    if (searched.size >= MOST_SEARCHED && oldest !== undefined) searched.delete(oldest);
    searched.set(key, hits);
    return hits;
  };
  return {
    *save() {
      const { index: terms, ...head } = index.toJSON();
      yield JSON.stringify(head);
      for (let at = 0; at < terms.length; at += TERMS_PER_LINE)
        yield JSON.stringify(terms.slice(at, at + TERMS_PER_LINE));
    },
    add(passages) {
      searched.clear();
      for (const passage of passages) if (!index.has(passage.id)) index.add(fieldsOf(passage));
    },
    // Not `discard`, which is quicker, but lets what is gone count as common until a later cleaning.
    remove(passages) {
      searched.clear();
      for (const passage of passages) if (index.has(passage.id)) index.remove(fieldsOf(passage));
    },
    search(terms: readonly QueryTerm[], options: SearchOptions): readonly Hit[] {
      const weights = new Map(terms.map(({ term, weight }) => [term, weight]));
      return weights.size === 0 ? [] : bestOf(hitsOf(weights), options);
    },
    get size() {
      return index.documentCount;
    },
  };
}

const MOST_SEARCHED = 2;

const bestFirst = (a: Hit, b: Hit): number => b.score - a.score || (a.id < b.id ? -1 : 1);

/** As if all were sorted, of which there may be a hundred thousand, and the first taken. */
function bestOf(hits: readonly Hit[], { limit, within }: SearchOptions): readonly Hit[] {
  const best: Hit[] = [];
  const trim = (): number => {
    best.sort(bestFirst).length = Math.min(best.length, limit);
    return best.length < limit ? Number.NEGATIVE_INFINITY : (best.at(-1)?.score ?? Number.POSITIVE_INFINITY);
  };
  let least = Number.NEGATIVE_INFINITY;
  for (const hit of hits) {
    if (hit.score < least || within?.(hit.id) === false) continue;
    best.push(hit);
    if (best.length > 2 * limit + SLACK) least = trim();
  }
  trim();
  return best;
}

/** Sorting for each hit would take longer than sorting them all. */
const SLACK = 100;

function fieldsOf(passage: Passage): IndexedPassage {
  return {
    id: passage.id,
    text: textAt(passage.article, passage.span),
    heading: headingText(passage),
    headline: passage.article.headline,
    neighbours: passage.neighbours.map((span) => textAt(passage.article, span)).join(BETWEEN),
  };
}
