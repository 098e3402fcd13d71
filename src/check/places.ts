import type { Concordance, Stretch } from './concordance.ts';
import type { Given } from './given.ts';

/** The words given as the concordance numbers them. */
export interface Ids {
  readonly ids: readonly number[];
  /** "US" may be "U.S.", and the other way round; 0 for every other word. */
  readonly others: readonly number[];
}

export function idsOf({ text, words }: Given, concordance: Concordance): Ids {
  return {
    ids: words.map(({ form }) => concordance.formId(form)),
    others: words.map(({ form, start, end }) => {
      if (form.endsWith('.')) return concordance.formId(form.slice(0, -1));
      return /^\p{Lu}{2,5}$/u.test(text.slice(start, end)) ? concordance.formId(`${form}.`) : 0;
    }),
  };
}

export const isSame = ({ ids, others }: Ids, given: number, id: number): boolean =>
  id !== 0 && (ids[given] === id || others[given] === id);

/** Looked at for the words as they stand; the commonest word of English makes this many in 15,000 sentences. */
const MOST_LOOKED_AT = 50_000;

/** Where the words stand one after another, all of them, in order. */
export function placesOfAll(sought: Ids, concordance: Concordance): readonly number[] {
  const { ids, others } = sought;
  const counts = ids.map((id, at) => concordance.countOf(id) + concordance.countOf(others[at] ?? 0));
  const rarest = counts.indexOf(Math.min(...counts));
  const found: number[] = [];
  for (const id of [ids[rarest] ?? 0, others[rarest] ?? 0])
    for (const place of concordance.placesOf(id).subarray(0, MOST_LOOKED_AT)) {
      const first = place - rarest;
      if (ids.every((_, at) => isSame(sought, at, concordance.idAt(first + at)))) found.push(first);
    }
  return found;
}

/** Words to a stride: what is searched for lies in a few of them, one after another. */
const STRIDE = 32;
/** Places read for each check, of words and of pairs: a further one is worth little once so much has been read. */
const MOST_READ = 6_000;
const MOST_PAIRED = 25_000;
/** Words and pairs with more places than this hardly say where. */
const COMMON = 2_000;
/** Stretches that share less than this of what the best one shares are not looked at. */
const LEAST_SHARE = 0.4;

/**
 * The stretches of articles that share most with the words given, rare words counting more; the likeliest first.
 * Each is wide enough for a quotation that is half as long again and that a cue interrupts.
 */
export function nearPlaces({ ids }: Ids, concordance: Concordance, most: number): readonly Stretch[] {
  const scores = new Map<number, number>();
  for (const places of tellingPlaces(ids, concordance)) {
    const weight = Math.log(1 + concordance.size / places.length);
    let last = -1;
    for (const place of places) {
      const stride = Math.floor(place / STRIDE);
      if (stride !== last) scores.set(stride, (scores.get(stride) ?? 0) + weight);
      last = stride;
    }
  }
  const wide = Math.ceil((1.5 * ids.length) / STRIDE) + 1;
  const summed = [...scores.keys()].map((stride) => {
    let score = 0;
    for (let at = 0; at < wide; at++) score += scores.get(stride + at) ?? 0;
    return { stride, score };
  });
  const least = LEAST_SHARE * summed.reduce((best, { score }) => Math.max(best, score), 0);
  const likely = summed.filter(({ score }) => score >= least);
  likely.sort((a, b) => b.score - a.score || a.stride - b.stride);
  const taken = new Set<number>();
  const stretches: Stretch[] = [];
  for (const { stride } of likely) {
    if (stretches.length >= most) break;
    // One of a run of overlapping stretches is enough: it is widened below.
    if (taken.has(stride)) continue;
    for (let at = 1 - wide; at < wide; at++) taken.add(stride + at);
    const [from, to] = [(stride - 1) * STRIDE, (stride + wide + 1) * STRIDE];
    stretches.push(...inArticles(from, to, ids.length, concordance));
  }
  return stretches;
}

/** The places of the words given, and of each two in a row; the rarest first, as far as is worth reading. */
function* tellingPlaces(ids: readonly number[], concordance: Concordance): Generator<Uint32Array> {
  const { countOf } = concordance;
  const known = [...new Set(ids)].filter((id) => id !== 0).sort((a, b) => countOf(a) - countOf(b));
  let read = 0;
  for (const id of known) {
    read += countOf(id);
    if (countOf(id) > COMMON || (read > MOST_READ && id !== known[0])) break;
    yield concordance.placesOf(id);
  }
  const pairs = new Map<string, readonly [first: number, second: number]>();
  ids.forEach((id, at) => {
    const next = ids[at + 1] ?? 0;
    if (id !== 0 && next !== 0) pairs.set(`${id} ${next}`, [id, next]);
  });
  const cost = ([first, second]: readonly [number, number]): number =>
    Math.min(countOf(first), countOf(second));
  let paired = 0;
  for (const [first, second] of [...pairs.values()].sort((a, b) => cost(a) - cost(b))) {
    paired += cost([first, second]);
    if (paired > MOST_PAIRED) return;
    const together =
      countOf(first) < countOf(second)
        ? concordance.placesOf(first).filter((place) => concordance.idAt(place + 1) === second)
        : concordance.placesOf(second).filter((place) => concordance.idAt(place - 1) === first);
    if (together.length > 0 && together.length <= COMMON) yield together;
  }
}

/** What lies between two places, article by article, with room for `margin` words on either side. */
function inArticles(from: number, to: number, margin: number, concordance: Concordance): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (let at = Math.max(0, from); at < Math.min(to, concordance.end); ) {
    const whole = concordance.articleAt(at);
    if (!whole.gone)
      stretches.push({
        article: whole.article,
        from: Math.max(whole.from, from - margin),
        to: Math.min(whole.to, to + margin),
      });
    at = whole.to + 1;
  }
  return stretches;
}
