import { between, type Counts, distanceStep } from './counts.ts';
import type { Features } from './linear.ts';
import type { Stretch, Tokens, Window } from './tokens.ts';

/** A cue whose source or content is looked for, and where. */
export interface Search {
  readonly tokens: Tokens;
  readonly counts: Counts;
  readonly cue: Stretch;
  /** The frame of the cue, and its tokens. */
  readonly frame: Stretch;
  readonly window: Window;
  /** What is known already: the source, when the content is looked for. */
  readonly other: Stretch | null;
  /** To write in: made once for an article. */
  readonly features: Features;
}

/** Writes the features that tell most: enough to leave most tokens aside. */
export function firstEndFeatures({ counts, cue, window, other, features: into }: Search, at: number): void {
  const right = at >= cue.to;
  const from = right ? cue.to : at + 1;
  const to = right ? at : cue.from;
  const path = pathBetween(counts, from, to);
  const side = (right ? 1 : 0) + 2 * placeBeside(other, at);
  const where = side + 16 * distanceStep(to - from);
  const shapes = window.shape(at - 1) + 64 * window.shape(at) + 4096 * window.shape(at + 1);
  into.count = 0;
  into.add(1, where, window.word(cue.from));
  into.add(2, side, path);
  into.add(3, window.word(at), side);
  into.add(4, window.word(at - 1), side);
  into.add(5, window.word(at + 1), side);
  into.add(6, shapes, side);
  into.add(9, path, where);
  into.add(14, window.word(at - 1), where);
}

/** Writes the other features of a token that may be the first or the last of what a cue points at. */
export function moreEndFeatures(
  { counts, cue, frame, window, other, features: into }: Search,
  at: number,
): void {
  const right = at >= cue.to;
  const from = right ? cue.to : at + 1;
  const to = right ? at : cue.from;
  const commas = between(counts.commas, from, to);
  const path = pathBetween(counts, from, to);
  const side = (right ? 1 : 0) + 2 * placeBeside(other, at);
  const where = side + 16 * distanceStep(to - from);
  const [word, before, after] = [window.word(at), window.word(at - 1), window.word(at + 1)];
  const [suffix, last] = [window.suffix(at), window.word(cue.to - 1)];
  const shape = window.shape(at);
  const shapes = window.shape(at - 1) + 64 * shape + 4096 * window.shape(at + 1);
  const opening = window.word(frame.from);
  into.count = 0;
  into.add(0, where);
  into.add(7, before, word);
  into.add(8, word, after);
  into.add(10, suffix, side);
  into.add(11, window.suffix(at - 1), side);
  into.add(12, window.suffix(at + 1), side);
  into.add(13, window.suffix(cue.to - 1), where);
  into.add(15, after, where);
  into.add(16, word, where);
  into.add(17, window.word(cue.to), side * 64 + commas + 4 * between(counts.quoted, from, to));
  into.add(18, window.word(cue.from - 1), side * 64 + commas + 4 * between(counts.verbs, from, to));
  into.add(19, last, side * 4096 + shape + 64 * Math.min(to - from, 3));
  into.add(20, window.word(at - 2), before);
  into.add(21, after, window.word(at + 2));
  into.add(22, shapes, path);
  into.add(23, last, word);
  into.add(24, at === frame.from ? 2 : at + 1 === frame.to ? 1 : 0, side);
  into.add(25, opening, 8 * between(counts.commas, frame.from, at) + side * 64);
  into.add(26, window.shape(at - 2) + 64 * shapes, window.shape(at + 2));
  into.add(27, opening, where);
  into.add(28, suffix, path);
  into.add(29, word, path);
  into.add(30, between(counts.auxiliaries, from, to) + 4 * commas, where);
}

/** What stands between a token and the cue. */
const pathBetween = (counts: Counts, from: number, to: number): number =>
  between(counts.commas, from, to) +
  4 * between(counts.quoted, from, to) +
  16 * between(counts.verbs, from, to) +
  64 * between(counts.joints, from, to);

const placeBeside = (other: Stretch | null, at: number): number => {
  if (other === null) return 0;
  if (at < other.from) return 1;
  return at < other.to ? 2 : at === other.to ? 3 : 4;
};

/** Writes what speaks for there being nothing to point at: a passive, a noun. */
export function absenceFeatures({ cue, window, features: into }: Search): void {
  const [head, after] = [window.word(cue.from), window.word(cue.to)];
  const suffix = window.suffix(cue.to - 1);
  into.count = 0;
  into.add(40, head);
  into.add(41, window.word(cue.to - 1));
  into.add(42, window.word(cue.from - 1));
  into.add(43, after);
  into.add(44, suffix);
  into.add(45, Math.min(cue.to - cue.from, 4));
  into.add(46, head, after);
  into.add(47, head, suffix);
  into.add(48, 0);
}
