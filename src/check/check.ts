import { type Article, textAt } from '../news/article.ts';
import { type Candidate, candidateAt, candidatesIn, type Search } from './candidates.ts';
import { type Concordance, createConcordance } from './concordance.ts';
import { readGiven } from './given.ts';
import { type IsBy, judge } from './judgement.ts';
import { idsOf, nearPlaces, placesOfAll } from './places.ts';
import type { Verdict } from './verdict.ts';
import { isNegation, wordsOf } from './words.ts';

/** Says whether words are a real quotation of the articles that were read. */
export interface Checker {
  read(article: Article): void;
  forget(article: Article): void;
  /** `isBy` where a speaker is named. Words without a letter, digit or sign are found nowhere. */
  check(words: string, isBy?: IsBy): Verdict;
}

export function createChecker(articles: readonly Article[] = []): Checker {
  const concordance = createConcordance(articles);
  return {
    read: concordance.add,
    forget: concordance.remove,
    check: (words, isBy) => check(words, concordance, isBy),
  };
}

/** Places of the very words that are looked at: those between marks come first. */
const MOST_PLACES = 64;
const MOST_STRETCHES = 8;
/** Longer words are looked for in fewer stretches, since each takes longer to compare. */
const WORDS_COMPARED = 2_400;

function check(text: string, concordance: Concordance, isBy: IsBy | undefined): Verdict {
  const whole = verdictOn(text, concordance, isBy);
  const marked = markedIn(text);
  if (whole.kind === 'exact' || marked === null) return whole;
  const inner = verdictOn(marked, concordance, isBy);
  // An altered word outside the marks is no attribution: then it is the whole that was altered.
  const isAttribution =
    !isAnybodys(whole) || (keptIn(whole) <= readGiven(marked).words.length && !addsNegation(whole));
  return isAnybodys(inner) && isAttribution && (inner.kind === 'exact' || !isAnybodys(whole)) ? inner : whole;
}

const isAnybodys = ({ kind }: Verdict): boolean =>
  kind === 'exact' || kind === 'altered' || kind === 'somebody-else';

/** How many of the words looked for are true. */
function keptIn(verdict: Verdict): number {
  if (verdict.kind === 'not-found') return 0;
  const { article, runs } = verdict.match;
  return runs.flatMap((run) => (run.kind === 'kept' ? wordsOf(textAt(article, run.span)) : [])).length;
}

const addsNegation = (verdict: Verdict): boolean =>
  verdict.kind !== 'not-found' &&
  verdict.match.runs.some(
    (run) => run.kind === 'added' && wordsOf(run.text).some(({ form }) => isNegation(form)),
  );

/** What is looked for stands between marks where a whole sentence was given: “We will wait,” the mayor said. */
function markedIn(text: string): string | null {
  const marked = [...text.matchAll(/[“„"]([^“”„"]+)[”"]/g)].map((match) => match[1] ?? '').join(' … ');
  const [inside, all] = [readGiven(marked).words.length, readGiven(text).words.length];
  return inside > 0 && inside < all && inside >= LEAST_MARKED * all ? marked : null;
}

const LEAST_MARKED = 0.4;

function verdictOn(text: string, concordance: Concordance, isBy: IsBy | undefined): Verdict {
  const given = readGiven(text);
  if (given.words.length === 0) return { kind: 'not-found', nearest: null, words: text };
  const search: Search = { concordance, given, ids: idsOf(given, concordance) };
  const exact = placesOfAll(search.ids, concordance);
  const candidates = likeliest(exact, concordance).map((place) => candidateAt(search, place));
  const isSettled = candidates.some(
    ({ source, quotations }) => source === 'speech' && (isBy === undefined || quotations.some(isBy)),
  );
  if (!isSettled) candidates.push(...withoutNegation(search), ...nearCandidates(search));
  return { ...judge(candidates, isBy, Math.log(concordance.size)), words: text };
}

/** Longer words are found by those that are not turned around. */
const FEW_WORDS = 6;

/** "not reckless" where somebody said "reckless". */
function withoutNegation(search: Search): readonly Candidate[] {
  const { concordance, given, ids } = search;
  if (given.words.length > FEW_WORDS) return [];
  const negations = given.words.flatMap(({ form }, at) => (isNegation(form) ? [at] : []));
  return negations.flatMap((negation) => {
    const rest = given.words.flatMap((_, at) => (at === negation ? [] : [at]));
    const sought = { ids: rest.map((at) => ids.ids[at] ?? 0), others: rest.map((at) => ids.others[at] ?? 0) };
    const places = rest.length === 0 ? [] : placesOfAll(sought, concordance);
    return likeliest(places, concordance).flatMap((place) => {
      const { article, from, to } = concordance.articleAt(place);
      const [first, last] = [Math.max(from, place - 2 * FEW_WORDS), Math.min(to, place + 2 * FEW_WORDS)];
      return candidatesIn(search, { article, from: first, to: last });
    });
  });
}

/** The first of them: those right after a mark, then those between marks, then others. */
function likeliest(places: readonly number[], concordance: Concordance): readonly number[] {
  if (places.length <= MOST_PLACES) return places;
  const read = places.slice(0, MOST_READ);
  const opening = read.filter((place) => opensQuotation(concordance, place));
  const marked = read.filter((place) => isMarked(concordance, place));
  const some = [
    ...opening.slice(0, MOST_PLACES),
    ...marked.slice(0, MOST_PLACES),
    ...places.slice(0, MOST_UNMARKED),
  ];
  return [...new Set(some)].slice(0, MOST_PLACES);
}

const opensQuotation = (concordance: Concordance, place: number): boolean =>
  /[“"]/.test(concordance.articleAt(place).article.text[concordance.startOf(place) - 1] ?? '');

const MOST_READ = 2_000;
const MOST_UNMARKED = 8;

/** Whether a mark opens before the word and closes after it, for all that can be seen from here. */
function isMarked(concordance: Concordance, place: number): boolean {
  const { text } = concordance.articleAt(place).article;
  const start = concordance.startOf(place);
  const before = text.slice(text.lastIndexOf('\n', start) + 1, start).slice(-MOST_BEFORE);
  return before.lastIndexOf('“') > before.lastIndexOf('”') || before.split('"').length % 2 === 0;
}

const MOST_BEFORE = 2_000;

const nearCandidates = (search: Search): readonly Candidate[] =>
  nearPlaces(
    search.ids,
    search.concordance,
    Math.max(2, Math.min(MOST_STRETCHES, Math.floor(WORDS_COMPARED / search.given.words.length))),
  ).flatMap((stretch) => candidatesIn(search, stretch));
