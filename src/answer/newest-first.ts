import type { Article } from '../news/article.ts';
import type { Ranked } from './rank.ts';

/**
 * Points of the score. Of two sentences of different articles that are closer than this, the ranker cannot tell which is
 * the better one: on a third of SQuAD's questions the second was right ten times and the first four times, of 31.
 */
const EQUALLY_GOOD = 1;
const JUST_AHEAD = 0.01;

/**
 * Of sentences of several articles that are about as good as the best, the newest article's comes first: things may
 * have changed since the others. Takes and gives the best first; the score of what comes first is raised by what it
 * takes. Articles without a date are neither newer nor older, and words that were asked for by their speaker's name give
 way to no others.
 */
export function newestFirst(ranked: readonly Ranked[]): readonly Ranked[] {
  const [best] = ranked;
  if (best === undefined) return ranked;
  const newest = ranked
    .filter(({ score }) => best.score - score <= EQUALLY_GOOD)
    .filter(({ raised }) => (raised === undefined) === (best.raised === undefined))
    .reduce((first, one) => (isNewer(articleOf(one), articleOf(first)) ? one : first), best);
  if (newest === best) return ranked;
  const newer = best.score + JUST_AHEAD - newest.score;
  const others = ranked.filter((one) => one !== newest);
  return [{ ...newest, score: newest.score + newer, newer }, ...others];
}

const articleOf = ({ candidate }: Ranked): Article => candidate.passage.passage.article;

const DAY = '2025-02-16'.length;

/** By whole days: an hour depends on where it was read from a clock. */
const isNewer = ({ published: one }: Article, { published: other }: Article): boolean =>
  one !== undefined && other !== undefined && one.slice(0, DAY) > other.slice(0, DAY);
