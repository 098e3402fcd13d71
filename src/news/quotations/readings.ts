import { countsOf } from './counts.ts';
import { type TaggedCue, tagCues } from './cue-tags.ts';
import type { Search } from './ends.ts';
import { Features } from './linear.ts';
import type { QuotationModels } from './models.ts';
import { CONTENT, type Pointed, pointedAt, SOURCE } from './pointing.ts';
import { maySpeak, wholeSource } from './sources.ts';
import { frameAround, isQuoted, type Stretch, type Tokens, Window } from './tokens.ts';

/** A cue with what it points at. */
export interface Reading {
  readonly cue: TaggedCue;
  /** Log-odds that it is a cue. */
  readonly odds: number;
  /** Null where it is more likely to have none, as a passive. */
  readonly source: Pointed | null;
  /** Stretches that might be the source, best first. */
  readonly sources: readonly Pointed[];
  readonly content: Pointed | null;
}

/** Log-odds from which on a token begins a cue where there are quotation marks, which lend it weight; and elsewhere. */
const LEAST_BESIDE_QUOTED = -2;
const LEAST = -0.5;

/** Cues of an article, by the number of their frame. */
export function readingsIn(
  tokens: Tokens,
  models: Omit<QuotationModels, 'claims'>,
): ReadonlyMap<number, readonly Reading[]> {
  const counts = countsOf(tokens, models.rate);
  const features = new Features();
  const found = new Map<number, Reading[]>();
  for (const tagged of tagCues(tokens, counts, models, LEAST_BESIDE_QUOTED)) {
    const cue = withoutSpeaker(tokens, tagged);
    const frame = frameAround(tokens, cue.from, REACH);
    if (cue.odds < LEAST && !holdsQuotation(tokens, frame)) continue;
    const window = new Window(tokens, frame);
    const search: Search = { tokens, counts, cue, frame, window, other: null, features };
    const pointed = pointedAt(search, models.sources, SOURCE)
      .map((one) => wholeSource(tokens, one, cue, frame))
      .filter((one) => maySpeak(tokens, counts, one));
    const source = pointed[0] !== undefined && pointed[0].odds > 0 ? pointed[0] : null;
    const [content = null] = pointedAt({ ...search, other: source }, models.contents, CONTENT);
    const number = tokens.frames[cue.from] ?? 0;
    const before = found.get(number) ?? [];
    before.push({ cue, odds: cue.odds, source, sources: likely(pointed), content });
    found.set(number, before);
  }
  return found;
}

/** Tokens on either side of a cue: a frame without an end is looked at no farther. */
export const REACH = 220;

function holdsQuotation(tokens: Tokens, { from, to }: Stretch): boolean {
  for (let at = from; at < to; at++) if (isQuoted(tokens, at)) return true;
  return false;
}

const SPEAKERS =
  /^(?:officials?|aides?|advis[eo]rs?|spokes(?:man|woman|person|people|men)|leaders?|lawyers?|executives?|sources?|authorities|critics|supporters|experts?|analysts?|residents?|investigators|prosecutors|lawmakers|diplomats?|reporters?)$/;

/** "White House **officials** describing …": who speaks is no part of how. */
function withoutSpeaker({ words }: Tokens, cue: TaggedCue): TaggedCue {
  return cue.to - cue.from > 1 && SPEAKERS.test(words[cue.from] ?? '') ? { ...cue, from: cue.from + 1 } : cue;
}

const MOST_SOURCES = 3;

/** The best, and those not much worse that begin elsewhere. */
function likely(pointed: readonly Pointed[]): readonly Pointed[] {
  const best = pointed[0];
  if (best === undefined) return [];
  const firsts = new Set<number>();
  return pointed.filter(({ from, odds }) => {
    if (odds < -2.5 || odds < best.odds - 4 || firsts.has(from) || firsts.size === MOST_SOURCES) return false;
    firsts.add(from);
    return true;
  });
}
