import { between, distanceStep, oddsStep } from './counts.ts';
import type { Search } from './ends.ts';
import { hashesOf, type Stretch, type Tokens } from './tokens.ts';

/** A stretch that a cue may point at, with the log-odds of its two ends. */
export interface Ended extends Stretch {
  readonly odds: number;
}

const AFTER_THE_HEAD = hashesOf(', of for from at in with to on by who which that and ( — --');

/** The noun that a phrase is about: what stands before its first comma, preposition or relative clause. */
function headToken(tokens: Tokens, { from, to }: Stretch): number {
  for (let at = from + 1; at < to; at++) if (AFTER_THE_HEAD.has(tokens.hashes[at] ?? 0)) return at - 1;
  return to - 1;
}

/** Writes what speaks for a whole stretch's being what the cue points at. @param best the highest odds of any */
export function pairFeatures(
  { tokens, counts, cue, frame, window, other, features: into }: Search,
  one: Ended,
  best: number,
): void {
  const { from, to } = one;
  const last = to - 1;
  const head = headToken(tokens, one);
  const side = from >= cue.to ? 1 : last < cue.from ? 0 : 2;
  const gap = side === 1 ? from - cue.to : side === 0 ? cue.from - to : 0;
  const length = distanceStep(to - from);
  const commas = between(counts.commas, from, to);
  const inside =
    commas +
    4 * between(counts.verbs, from, to) +
    16 * between(counts.joints, from, to) +
    64 * between(counts.quoted, from, to);
  const place = other === null ? 0 : to <= other.from ? 1 : from >= other.to ? 2 : 3;
  const setting = side + 4 * place;
  const near = setting * 16 + Math.min(gap, 4);
  const comma = tokens.words[to] === ',' ? 1 : 0;
  const [first, end, before, after] = [
    window.word(from),
    window.word(last),
    window.word(from - 1),
    window.word(to),
  ];
  const shapes = window.shape(from) + 64 * window.shape(last);
  const outer = (from === frame.from ? 1 : 0) + (to === frame.to ? 2 : 0);
  const verb = (at: number): number => (window.has(at) ? between(counts.verbs, at, at + 1) : 0);
  const cueWord = window.word(cue.to - 1);
  const suffix = window.suffix(head);
  into.count = 0;
  into.add(60, oddsStep(one.odds), setting);
  into.add(61, oddsStep((one.odds - best) * 2), setting);
  into.add(62, setting, length);
  into.add(63, inside, setting);
  into.add(64, inside, length);
  into.add(65, first, end);
  into.add(66, first, length);
  into.add(67, end, length);
  into.add(68, shapes, length);
  into.add(69, before, after);
  into.add(70, window.shape(from - 1) + 64 * window.shape(to), shapes);
  into.add(71, distanceStep(gap), setting + 16 * comma);
  into.add(72, distanceStep(gap), inside);
  into.add(73, cueWord, setting * 16 + length);
  into.add(74, cueWord, inside);
  into.add(75, window.suffix(last), after);
  into.add(76, before, window.shape(from));
  into.add(77, outer, setting * 4 + commas);
  into.add(78, comma + 2 * commas, near);
  into.add(79, window.suffix(last), shapes);
  into.add(80, window.word(cue.to), near);
  into.add(81, outer, length);
  into.add(82, end, after);
  into.add(83, before, first);
  into.add(84, window.word(head), setting);
  into.add(85, suffix, window.shape(head) * 16 + setting);
  into.add(86, window.shape(from - 2) + 64 * window.shape(from), before);
  into.add(87, before, first ^ (after * 31));
  into.add(88, window.word(frame.from), between(counts.commas, frame.from, from) * 16 + setting);
  into.add(89, window.word(head), cueWord);
  into.add(90, suffix, after);
  into.add(91, gap <= 2 ? window.word(to + 1) : 1, gap <= 2 ? after : 1);
  into.add(92, suffix, inside);
  into.add(93, window.shape(to) + 64 * window.shape(to + 1), setting);
  into.add(94, after, window.shape(to + 1) + 64 * window.shape(last));
  into.add(95, verb(to) + 2 * verb(from) + 4 * verb(from - 1) + 8 * verb(last), near);
  into.add(96, window.suffix(from), before);
  const clauses = between(counts.auxiliaries, from, to);
  into.add(98, clauses + 4 * commas, near);
  into.add(99, clauses + 4 * between(counts.joints, from, to), length);
  into.add(97, window.suffix(to), window.shape(to) * 16 + setting);
}
