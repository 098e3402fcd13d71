import type { Article } from '../news/article.ts';
import { asksForNews } from './asking.ts';
import type { Candidate, Held } from './candidate.ts';
import type { Ranked } from './rank.ts';

/**
 * Points of the score. Of two sentences of different articles that are closer than this, the ranker cannot tell which is
 * the better one: on a third of SQuAD's questions the second was right ten times and the first four times, of 31.
 */
const EQUALLY_GOOD = 1;
const JUST_AHEAD = 0.01;

/**
 * Of sentences of several articles that are about as good as the best, the newest article's comes first: things may
 * have changed since the others. Where news of something is asked for, the openings of all articles on it are as good as
 * each other, and better than what else they say. Takes and gives the best first; the score of what comes first is raised by what it
 * takes. Articles without a date are neither newer nor older, and words that were asked for by their speaker's name give
 way to no others.
 */
export function newestFirst(ranked: readonly Ranked[]): readonly Ranked[] {
  const [best] = ranked;
  if (best === undefined) return ranked;
  const news = openings(ranked);
  const [first = best, ...others] = news.length > 0 ? news : ranked.filter((one) => isAsGood(one, best));
  const newest = others.reduce(
    (newer, one) => (isNewer(articleOf(one), articleOf(newer)) ? one : newer),
    first,
  );
  if (newest === best) return ranked;
  const newer = best.score + JUST_AHEAD - newest.score;
  return [{ ...newest, score: newest.score + newer, newer }, ...ranked.filter((one) => one !== newest)];
}

const isAsGood = ({ score, raised }: Ranked, best: Ranked): boolean =>
  best.score - score <= EQUALLY_GOOD && (raised === undefined) === (best.raised === undefined);

/**
 * Where news is asked for, what opens the articles on it: those with all of it in their headline, or else in their first
 * sentence. One without a date is news only where none has one.
 */
function openings(ranked: readonly Ranked[]): readonly Ranked[] {
  const [best] = ranked;
  if (best === undefined || !asksForNews(best.candidate.question.text)) return [];
  const all = ranked.filter(({ candidate: { passage, at } }) => at === 0 && passage.passage.position === 0);
  const dated = all.filter((one) => articleOf(one).published !== undefined);
  const holding = [dated, all].flatMap((some) => [
    some.filter(({ candidate }) => holdsAll(candidate, candidate.headline)),
    some.filter(({ candidate }) => holdsAll(candidate, candidate.match)),
  ]);
  return holding.find((some) => some.length > 0) ?? [];
}

/** All that is asked about; words that ask ("say") are not. */
const holdsAll = ({ question }: Candidate, { stems, concepts }: Held): boolean =>
  question.terms.every(({ weight }, index) => weight < 1 || (((stems | concepts) >> index) & 1) === 1);

const articleOf = ({ candidate }: Ranked): Article => candidate.passage.passage.article;

const DAY = '2025-02-16'.length;

/** By whole days: an hour depends on where it was read from a clock. */
const isNewer = ({ published: one }: Article, { published: other }: Article): boolean =>
  one !== undefined && other !== undefined && one.slice(0, DAY) > other.slice(0, DAY);
