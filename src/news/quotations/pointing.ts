import { absenceFeatures, endFeatures, type Search } from './ends.ts';
import { scoreBoth, scoreOf } from './linear.ts';
import type { PointerModel } from './models.ts';
import { type Ended, pairFeatures } from './pairs.ts';
import type { Stretch } from './tokens.ts';

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
  const { features } = search;
  const found = pointable(search, model, rules);
  let best = Number.NEGATIVE_INFINITY;
  for (const { odds } of found) if (odds > best) best = odds;
  absenceFeatures(search, features);
  const absent = scoreOf(model.pair, features);
  return found
    .map((one) => {
      pairFeatures(search, one, best, features);
      return { from: one.from, to: one.to, odds: scoreOf(model.pair, features) - absent };
    })
    .sort((a, b) => b.odds - a.odds);
}

/** So many beginnings and so many endings are tried with each other. */
const MOST_ENDS = 5;
const scores = new Float64Array(2);

/** Stretches of the cue's frame whose ends are among the likeliest. */
export function pointable(
  search: Search,
  { ends }: Pick<PointerModel, 'ends'>,
  { longest, around }: PointingRules,
): readonly Ended[] {
  const { cue, frame, features } = search;
  const firsts: Scored[] = [];
  const lasts: Scored[] = [];
  for (let at = frame.from; at < frame.to; at++) {
    if (at >= cue.from && at < cue.to) continue;
    endFeatures(search, at, features);
    scoreBoth(ends, features, scores);
    keep(firsts, at, scores[0] ?? 0);
    keep(lasts, at, scores[1] ?? 0);
  }
  absenceFeatures(search, features);
  scoreBoth(ends, features, scores);
  const absent = (scores[0] ?? 0) + (scores[1] ?? 0);
  const found: Ended[] = [];
  for (const first of firsts)
    for (const last of lasts) {
      if (last.at < first.at || last.at - first.at >= longest) continue;
      if (!around && first.at < cue.to && last.at >= cue.from) continue;
      found.push({ from: first.at, to: last.at + 1, odds: first.odds + last.odds - absent });
    }
  return found;
}

interface Scored {
  readonly at: number;
  readonly odds: number;
}

/** Keeps the few best, in order. */
function keep(best: Scored[], at: number, odds: number): void {
  let place = best.length;
  while (place > 0 && (best[place - 1]?.odds ?? 0) < odds) place--;
  if (place === MOST_ENDS) return;
  best.splice(place, 0, { at, odds });
  if (best.length > MOST_ENDS) best.pop();
}
