import type { Article } from '../news/article.ts';
import { wordsOf } from './words.ts';

/** A stretch of an article's words, by their numbers in the concordance. */
export interface Stretch {
  readonly article: Article;
  readonly from: number;
  readonly to: number;
}

/** All words of an article. */
export interface Whole extends Stretch {
  /** Whether it was removed: its places are empty. */
  readonly gone: boolean;
}

/** Every word of every article, in the order in which they were added, and where each form of a word stands. */
export interface Concordance {
  /** The form's number; 0 for one that stands nowhere. */
  formId(form: string): number;
  /** Of the word at a place. 0 stands between two articles, and where an article stood that was removed. */
  idAt(place: number): number;
  /** Where the word at a place begins in its article's text. */
  startOf(place: number): number;
  /** How often the form stands. */
  countOf(id: number): number;
  /** The places, in order, at which the form stands. */
  placesOf(id: number): Uint32Array;
  /** How much it says that a word is this one: the natural logarithm of how rare it is; one that is nowhere is the rarest. */
  weightOf(id: number): number;
  /** How many words there are, those between articles included. */
  readonly size: number;
  /** The place after the last one. */
  readonly end: number;
  /** The words of the article that a place is in. */
  articleAt(place: number): Whole;
  /** The first place in a stretch that begins at or after an offset into the text. */
  placeAt(stretch: Stretch, offset: number): number;
}

/** A concordance of articles that come and go. */
export interface GrowingConcordance extends Concordance {
  add(article: Article): void;
  /** An article that was never added is passed over. */
  remove(article: Article): void;
}

/** Words that were added since the places were last put in order: so many are read through at each look-up. */
const MOST_UNSORTED = 65_536;
/** Of all places; beyond it, the articles that are left move together. */
const MOST_EMPTY = 0.3;

/** Takes two or three seconds over ten thousand articles, and eight bytes and four more a word. */
export function createConcordance(articles: readonly Article[] = []): GrowingConcordance {
  const stretches: (Whole & { gone: boolean })[] = [];
  const byArticle = new Map<Article, Whole & { gone: boolean }>();
  const forms = new Map<string, number>();
  const counts: number[] = [0];
  let [ids, starts] = [new Uint32Array(4096), new Uint32Array(4096)];
  let size = 0;
  let empty = 0;
  let sorted = placesByForm(ids, 1, 0);
  /** Places of forms that do not all lie in `sorted`. */
  const merged = new Map<number, Uint32Array>();

  const add = (article: Article): void => {
    merged.clear();
    const words = wordsOf(article.text);
    if (size + words.length >= ids.length) {
      const room = 2 * (size + words.length + 1);
      [ids, starts] = [grown(ids, room), grown(starts, room)];
    }
    const from = size;
    for (const { form, start } of words) {
      let id = forms.get(form);
      if (id === undefined) {
        id = counts.length;
        forms.set(form, id);
        counts.push(0);
      }
      counts[id] = (counts[id] ?? 0) + 1;
      ids[size] = id;
      starts[size] = start;
      size++;
    }
    const whole = { article, from, to: size, gone: false };
    stretches.push(whole);
    byArticle.set(article, whole);
    ids[size] = 0;
    size++;
  };

  const moveTogether = (): void => {
    const staying = [...byArticle.keys()];
    for (const list of [stretches, counts]) list.length = 0;
    for (const map of [byArticle, forms]) map.clear();
    counts.push(0);
    [size, empty] = [0, 0];
    sorted = placesByForm(ids, 1, 0);
    for (const article of staying) add(article);
  };

  const placesOf = (id: number): Uint32Array => {
    if (size - sorted.upTo > MOST_UNSORTED) sorted = placesByForm(ids, counts.length, size);
    const first = sorted.places.subarray(sorted.firsts[id] ?? 0, sorted.firsts[id + 1] ?? 0);
    if (id === 0 || (empty === 0 && sorted.upTo === size)) return first;
    const known = merged.get(id);
    if (known !== undefined) return known;
    const places = new Uint32Array(counts[id] ?? 0);
    let found = 0;
    for (const place of first) if (ids[place] === id) places[found++] = place;
    for (let place = sorted.upTo; place < size; place++) if (ids[place] === id) places[found++] = place;
    merged.set(id, places);
    return places;
  };

  for (const article of articles) add(article);

  return {
    add,
    remove(article) {
      const whole = byArticle.get(article);
      if (whole === undefined) return;
      merged.clear();
      for (let place = whole.from; place < whole.to; place++) {
        const id = ids[place] ?? 0;
        counts[id] = (counts[id] ?? 0) - 1;
      }
      ids.fill(0, whole.from, whole.to);
      whole.gone = true;
      byArticle.delete(article);
      empty += whole.to - whole.from + 1;
      if (empty > MOST_EMPTY * size) moveTogether();
    },
    get size() {
      return size - empty;
    },
    get end() {
      return size;
    },
    formId(form) {
      const id = forms.get(form) ?? 0;
      return counts[id] === 0 ? 0 : id;
    },
    idAt: (place) => ids[place] ?? 0,
    startOf: (place) => starts[place] ?? 0,
    countOf: (id) => (id === 0 ? 0 : (counts[id] ?? 0)),
    placesOf,
    weightOf: (id) => Math.log(1 + (size - empty) / Math.max(1, id === 0 ? 0 : (counts[id] ?? 0))),
    articleAt(place) {
      const whole = stretches[firstAbove(stretches.length, (at) => (stretches[at]?.to ?? 0) >= place)];
      if (whole === undefined) throw new Error(`no article holds word ${place} of ${size}`);
      return whole;
    },
    placeAt: ({ from, to }, offset) =>
      from + firstAbove(to - from, (at) => (starts[from + at] ?? 0) >= offset),
  };
}

function grown(array: Uint32Array<ArrayBuffer>, size: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(size);
  larger.set(array);
  return larger;
}

/** The places below `upTo`: those of form `id` from `firsts[id]` up to `firsts[id + 1]`, in order. */
interface Sorted {
  readonly places: Uint32Array;
  readonly firsts: Uint32Array;
  readonly upTo: number;
}

/** Counting sort: the places of form 1, then those of form 2, …, each in order. */
function placesByForm(ids: Uint32Array, forms: number, upTo: number): Sorted {
  const firsts = new Uint32Array(forms + 1);
  for (let place = 0; place < upTo; place++) {
    const id = ids[place] ?? 0;
    if (id !== 0) firsts[id + 1] = (firsts[id + 1] ?? 0) + 1;
  }
  for (let id = 1; id < forms; id++) firsts[id + 1] = (firsts[id + 1] ?? 0) + (firsts[id] ?? 0);
  const next = firsts.slice();
  const places = new Uint32Array(firsts[forms] ?? 0);
  for (let place = 0; place < upTo; place++) {
    const id = ids[place] ?? 0;
    if (id === 0) continue;
    const at = next[id] ?? 0;
    places[at] = place;
    next[id] = at + 1;
  }
  return { places, firsts, upTo };
}

/** The least number below `count` that passes, or `count`; whatever is above one that passes does too. */
function firstAbove(count: number, passes: (at: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
