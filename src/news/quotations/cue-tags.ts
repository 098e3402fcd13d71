import { type Counts, REPORTS } from './counts.ts';
import { Features, scoreBoth } from './linear.ts';
import type { QuotationModels } from './models.ts';
import { frameAround, isQuoted, type Stretch, type Tokens, Window } from './tokens.ts';

/** Outside a cue, at the beginning of one, further inside. */
export const TAGS = { outside: 0, begins: 1, inside: 2 } as const;

/** How near a quotation is on one side: 0 none within six tokens, 1 beside it … 4 farther than three. */
function nearness(tokens: Tokens, at: number, step: 1 | -1): number {
  for (let distance = 1; distance <= 6; distance++) {
    const other = at + step * distance;
    if (tokens.frames[other] !== tokens.frames[at]) return 0;
    if (isQuoted(tokens, other)) return Math.min(distance, 4);
  }
  return 0;
}

/** Writes what speaks for and against a token's being part of a cue. @param previous the tag before it */
export function cueFeatures(
  tokens: Tokens,
  window: Window,
  at: number,
  previous: number,
  { rates }: Counts,
  into: Features,
): void {
  const word = window.word(at);
  const suffix = window.suffix(at);
  const [before, after] = [window.word(at - 1), window.word(at + 1)];
  const [beforeThat, afterThat] = [window.word(at - 2), window.word(at + 2)];
  const shapes = window.shape(at) + 64 * window.shape(at - 1) + 4096 * window.shape(at + 1);
  const quoted = nearness(tokens, at, -1) * 8 + nearness(tokens, at, 1);
  const verb = rates[at] ?? 0;
  into.count = 0;
  into.add(0, word);
  into.add(1, word, previous);
  into.add(2, previous);
  into.add(3, before);
  into.add(4, after);
  into.add(5, before, word);
  into.add(6, word, after);
  into.add(7, beforeThat);
  into.add(8, afterThat);
  into.add(9, suffix, previous);
  into.add(10, window.suffix(at - 1));
  into.add(11, window.suffix(at + 1));
  into.add(12, shapes);
  into.add(13, word, quoted);
  into.add(14, verb, quoted);
  into.add(15, verb, after);
  into.add(16, verb, before);
  into.add(17, verb, previous);
  into.add(18, after, afterThat);
  into.add(19, beforeThat, before);
  into.add(20, suffix, shapes);
  into.add(21, before, previous);
  into.add(22, after, previous);
  into.add(23, suffix, after);
  into.add(24, suffix, before);
  into.add(25, window.word(at + 3));
  into.add(26, window.word(at - 3));
  into.add(27, suffix, window.suffix(at - 1));
}

/** A cue, and the log-odds that one begins there. */
export interface TaggedCue extends Stretch {
  readonly odds: number;
}

/** Finds cues outside quotation marks. @param least log-odds from which on a token begins one */
export function tagCues(
  tokens: Tokens,
  counts: Counts,
  { cues, starters }: Pick<QuotationModels, 'cues' | 'starters'>,
  least: number,
): readonly TaggedCue[] {
  const features = new Features();
  const scores = new Float64Array(2);
  const found: { from: number; to: number; odds: number }[] = [];
  let previous: number = TAGS.outside;
  let window = new Window(tokens, { from: 0, to: 0 });
  for (let at = 0; at < tokens.length; at++) {
    if (at >= window.to) {
      window = new Window(tokens, frameAround(tokens, at));
      previous = TAGS.outside;
    }
    if (isQuoted(tokens, at) || (previous === TAGS.outside && !mayBegin(tokens, at, starters))) {
      previous = TAGS.outside;
      continue;
    }
    cueFeatures(tokens, window, at, previous, counts, features);
    scoreBoth(cues, features, scores);
    const begins = scores[0] ?? 0;
    const inside = previous === TAGS.outside ? Number.NEGATIVE_INFINITY : (scores[1] ?? 0);
    const odds = begins - Math.max(0, inside) + (isWhatCalled(tokens, counts, at) ? WHAT_CALLED : 0);
    const last = found.at(-1);
    if (odds >= least && begins > inside) {
      found.push({ from: at, to: at + 1, odds });
      previous = TAGS.begins;
    } else if (last !== undefined && inside > 0) {
      last.to = at + 1;
      previous = TAGS.inside;
    } else previous = TAGS.outside;
  }
  return found;
}

/** Log-odds, set by hand: too few were judged to learn it from. */
const WHAT_CALLED = 4;

/** "what the mayor **called** a “moment of weakness”". */
function isWhatCalled(tokens: Tokens, { rates }: Counts, at: number): boolean {
  if ((rates[at] ?? 0) < REPORTS || !(isQuoted(tokens, at + 1) || isQuoted(tokens, at + 2))) return false;
  return [2, 3, 4].some(
    (back) => tokens.words[at - back] === 'what' && tokens.frames[at - back] === tokens.frames[at],
  );
}

/** A word that has begun a cue before, or looks as a verb might: most words need no second look. */
function mayBegin({ words, hashes }: Tokens, at: number, starters: Uint8Array): boolean {
  const slot = starterSlot(hashes[at] ?? 0, starters.length * 8);
  if (((starters[slot >> 3] ?? 0) >> (slot & 7)) & 1) return true;
  return /(?:ed|ing|[^s']s)$/.test(words[at] ?? '');
}

export const starterSlot = (hash: number, slots: number): number =>
  (Math.imul(hash, 0x9e3779b1) >>> 0) % slots;
