import { absenceFeatures, firstEndFeatures, moreEndFeatures, type Search } from './ends.ts';
import { scoreBoth, scoreOf } from './linear.ts';
import type { PointerModel } from './models.ts';
import { type Ended, pairFeatures } from './pairs.ts';
import { hashesOf, type Stretch } from './tokens.ts';

/** What a cue points at: its source or its content. */
export interface Pointed extends Stretch {
  /** Log-odds against there being none. */
  readonly odds: number;
}

export interface PointingRules {
  /** Tokens. */
  readonly longest: number;
  /** Whether the stretch may begin before the cue and end after it: "The vote, he said, was fair". */
  readonly around: boolean;
}

export const SOURCE: PointingRules = { longest: 40, around: false };
export const CONTENT: PointingRules = { longest: 200, around: true };

/** What a cue may point at, best first. */
export function pointedAt(search: Search, model: PointerModel, rules: PointingRules): readonly Pointed[] {
  const found = pointable(search, model, rules);
  let best = Number.NEGATIVE_INFINITY;
  for (const { odds } of found) if (odds > best) best = odds;
  absenceFeatures(search);
  const absent = scoreOf(model.pair, search.features);
  return found
    .map((one) => {
      pairFeatures(search, one, best);
      return { from: one.from, to: one.to, odds: scoreOf(model.pair, search.features) - absent };
    })
    .sort((a, b) => b.odds - a.odds);
}

/** So many beginnings and so many endings are tried with each other. */
const MOST_ENDS = 4;
/** So many of each are looked at closely. */
const MOST_LIKELY = 7;
/** Stretches this much less likely than the best are left out. Log-odds. */
const FAR_BELOW = 4;

/** What nobody is called and nothing said begins or ends with. */
const NO_ENDS = hashesOf(', . ; : — – - --');

const scores = new Float64Array(2);

/** Stretches of the cue's frame whose ends are among the likeliest. */
export function pointable(
  search: Search,
  { ends }: Pick<PointerModel, 'ends'>,
  { longest, around }: PointingRules,
): readonly Ended[] {
  const { cue, frame, other, features } = search;
  const firsts: Scored[] = [];
  const lasts: Scored[] = [];
  for (let at = frame.from; at < frame.to; at++) {
    if (isIn(cue, at) || (other !== null && isIn(other, at)) || NO_ENDS.has(search.tokens.hashes[at] ?? 0))
      continue;
    firstEndFeatures(search, at);
    scoreBoth(ends, features, scores);
    keep(firsts, at, scores[0] ?? 0, MOST_LIKELY);
    keep(lasts, at, scores[1] ?? 0, MOST_LIKELY);
  }
  const closely = (some: readonly Scored[], which: 0 | 1): readonly Scored[] => {
    const kept: Scored[] = [];
    for (const { at, odds } of some) {
      moreEndFeatures(search, at);
      keep(kept, at, odds + scoreOf(ends, features, which), MOST_ENDS);
    }
    return kept;
  };
  const [beginnings, endings] = [closely(firsts, 0), closely(lasts, 1)];
  absenceFeatures(search);
  scoreBoth(ends, features, scores);
  const absent = (scores[0] ?? 0) + (scores[1] ?? 0);
  const found: Ended[] = [];
  let best = Number.NEGATIVE_INFINITY;
  for (const first of beginnings)
    for (const last of endings) {
      if (last.at < first.at || last.at - first.at >= longest) continue;
      if (!around && first.at < cue.to && last.at >= cue.from) continue;
      const odds = first.odds + last.odds - absent;
      if (odds > best) best = odds;
      found.push({ from: first.at, to: last.at + 1, odds });
    }
  return found.filter(({ odds }) => odds > best - FAR_BELOW);
}

const isIn = ({ from, to }: Stretch, at: number): boolean => at >= from && at < to;

interface Scored {
  readonly at: number;
  readonly odds: number;
}

/** Keeps the few best, in order. */
function keep(best: Scored[], at: number, odds: number, most: number): void {
  let place = best.length;
  while (place > 0 && (best[place - 1]?.odds ?? 0) < odds) place--;
  if (place === most) return;
  best.splice(place, 0, { at, odds });
  if (best.length > most) best.pop();
}
