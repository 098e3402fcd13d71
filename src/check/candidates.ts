import { type Article, overlap, type Span } from '../news/article.ts';
import type { Quotation } from '../news/quotations/quotation.ts';
import { align, type Step } from './align.ts';
import { type Comparison, type Measures, measuresOf, spanAt } from './comparison.ts';
import type { Concordance, Stretch } from './concordance.ts';
import type { Given } from './given.ts';
import { type Ids, isSame } from './places.ts';
import { reportedIn, type Statement, statementsIn } from './statements.ts';

/** Words of an article that the words given may be. */
export interface Candidate {
  readonly comparison: Comparison;
  readonly measures: Measures;
  /** Those that the words lie in; for running text, those that they touch, or that report them. */
  readonly quotations: readonly Quotation[];
  /** All that was said in one go with them. */
  readonly statement: readonly Quotation[];
  /** *speech*: all between marks and said in one go. */
  readonly source: 'speech' | 'reported' | 'partly' | 'text';
  /** How many words there are to look at beside those that the words given are laid along. */
  readonly length: number;
  /** How many the quotations have. */
  readonly whole: number;
  /** How many of the words added stand elsewhere beside those kept: said in another order. */
  readonly moved: number;
}

export interface Search {
  readonly concordance: Concordance;
  readonly given: Given;
  readonly ids: Ids;
}

/** The words as they stand at a place, one after another. */
export function candidateAt(search: Search, place: number): Candidate {
  const { concordance, ids } = search;
  const whole = concordance.articleAt(place);
  const to = place + ids.ids.length;
  const [first, last] = [concordance.startOf(place), concordance.startOf(to - 1)];
  const statement = statementsIn(whole.article).find(
    ({ spans }) =>
      holds(spans, first) &&
      holds(spans, last) &&
      ids.ids.every((_, at) => holds(spans, concordance.startOf(place + at))),
  );
  if (statement !== undefined) {
    const places = placesIn(concordance, whole, statement.spans);
    const at = places.indexOf(place);
    return spoken(search, statement, whole.article, places, keptFrom(at, ids.ids.length));
  }
  const places = range(Math.max(whole.from, place - BESIDE), Math.min(whole.to, to + BESIDE));
  return written(search, whole.article, places, keptFrom(places.indexOf(place), ids.ids.length));
}

/** What a stretch of an article has to offer: its statements, and its running text. */
export function candidatesIn(search: Search, stretch: Stretch): readonly Candidate[] {
  const { concordance, ids, given } = search;
  const { article } = stretch;
  const sought = {
    length: ids.ids.length,
    is: (at: number, id: number) => isSame(ids, at, id),
    gaps: given.gaps,
  };
  const along = (places: readonly number[]): readonly Step[] | null => {
    const words = Uint32Array.from(places, (place) => concordance.idAt(place));
    return sharesEnough(ids, words) ? align(sought, words) : null;
  };
  const places = range(stretch.from, stretch.to);
  const steps = along(places);
  if (steps === null) return [];
  const [from, to] = [concordance.startOf(stretch.from), concordance.startOf(stretch.to - 1)];
  const statements = statementsIn(article)
    .filter(({ spans }) => (spans[0]?.start ?? 0) <= to && (spans.at(-1)?.end ?? 0) > from)
    .flatMap((statement) => {
      const theirs = placesIn(concordance, stretch, statement.spans);
      const aligned = along(theirs);
      return aligned === null ? [] : [spoken(search, statement, article, theirs, aligned)];
    });
  const isAllSpoken = statementsIn(article).some(({ spans }) =>
    steps.every((step) => step.kind !== 'kept' || holds(spans, concordance.startOf(places[step.word] ?? 0))),
  );
  return isAllSpoken ? statements : [...statements, written(search, article, places, steps)];
}

const LEAST_SHARED = 0.3;

/** Whether so many of the words given are there at all, in whatever order, that comparing is worth its time. */
function sharesEnough({ ids, others }: Ids, words: Uint32Array): boolean {
  const there = new Set(words);
  const shared = ids.filter((id, at) => there.has(id) || (others[at] !== 0 && there.has(others[at] ?? 0)));
  return shared.length >= LEAST_SHARED * ids.length;
}

/** Words on either side that tell whether a "not" was left behind. */
const BESIDE = 40;

function spoken(
  search: Search,
  { quotations }: Statement,
  article: Article,
  places: readonly number[],
  steps: readonly Step[],
): Candidate {
  const comparison = comparisonOf(search, article, places, steps);
  const touched = touchedBy(comparison);
  const theirs = quotations.filter((quotation) => quotation.spans.some((span) => overlap(span, touched)));
  const shown = theirs.length === 0 ? [quotations[0]] : theirs;
  const spans = shown.flatMap((quotation) => quotation.spans);
  return {
    comparison,
    measures: measuresOf(comparison),
    quotations: shown,
    statement: quotations,
    source: 'speech',
    length: places.length,
    moved: movedIn(search, places, steps),
    whole: places.filter((place) => holds(spans, search.concordance.startOf(place))).length,
  };
}

function written(
  search: Search,
  article: Article,
  places: readonly number[],
  steps: readonly Step[],
): Candidate {
  const comparison = comparisonOf(search, article, places, steps);
  const touched = touchedBy(comparison);
  const spoken = statementsIn(article).filter(({ spans }) => spans.some((span) => overlap(span, touched)));
  const reported = reportedIn(article).filter(({ spans }) =>
    spans.some(({ start, end }) => start <= touched.start && touched.end <= end),
  );
  return {
    comparison,
    measures: measuresOf(comparison),
    statement: [],
    quotations: spoken.length > 0 ? spoken.flatMap(({ quotations }) => quotations) : reported,
    source: spoken.length > 0 ? 'partly' : reported.length > 0 ? 'reported' : 'text',
    length: places.length,
    moved: 0,
    whole: places.length,
  };
}

function movedIn({ concordance, ids }: Search, places: readonly number[], steps: readonly Step[]): number {
  const taken = new Set(steps.flatMap((step) => (step.kind === 'kept' ? [step.word] : [])));
  const left = new Map<number, number>();
  places.forEach((place, word) => {
    const id = concordance.idAt(place);
    if (!taken.has(word)) left.set(id, (left.get(id) ?? 0) + 1);
  });
  return steps.filter((step) => {
    const id = step.kind === 'added' ? (ids.ids[step.given] ?? 0) : 0;
    const count = id === 0 ? 0 : (left.get(id) ?? 0);
    left.set(id, count - 1);
    return count > 0;
  }).length;
}

const keptFrom = (first: number, length: number): readonly Step[] =>
  Array.from({ length }, (_, given) => ({ kind: 'kept', given, word: first + given }));

const comparisonOf = (
  { concordance, given, ids }: Search,
  article: Article,
  places: readonly number[],
  steps: readonly Step[],
): Comparison => ({
  article,
  given,
  steps,
  wordAt: (word) => spanAt(article, concordance.startOf(places[word] ?? 0)),
  weightOf: (step) =>
    concordance.weightOf(
      step.kind === 'added' ? (ids.ids[step.given] ?? 0) : concordance.idAt(places[step.word] ?? 0),
    ),
});

/** From the first to the last true word that the words given are laid along. */
export function touchedBy({ wordAt, steps }: Comparison): Span {
  const words = steps.flatMap((step) => (step.kind === 'added' ? [] : [step.word]));
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return { start: 0, end: 0 };
  return { start: wordAt(first).start, end: wordAt(last).end };
}

const holds = (spans: readonly Span[], offset: number): boolean =>
  spans.some(({ start, end }) => start <= offset && offset < end);

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

/** The places of the words that lie in spans, as far as the stretch goes. */
const placesIn = (concordance: Concordance, stretch: Stretch, spans: readonly Span[]): readonly number[] =>
  spans.flatMap(({ start, end }) =>
    range(concordance.placeAt(stretch, start), concordance.placeAt(stretch, end)),
  );
