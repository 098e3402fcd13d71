import { between, type Counts, distanceStep } from './counts.ts';
import type { Features } from './linear.ts';
import { type Stretch, type Tokens, Window } from './tokens.ts';

/** A cue whose source or content is looked for, and where. */
export interface Search {
  readonly tokens: Tokens;
  readonly counts: Counts;
  readonly cue: Stretch;
  /** The frame of the cue. */
  readonly frame: Stretch;
  /** What is known already: the source, when the content is looked for. */
  readonly other: Stretch | null;
  /** To write in: made once for an article. */
  readonly features: Features;
}

/** Writes what speaks for a token's being the first or the last of what the cue points at. */
export function endFeatures({ tokens, counts, cue, frame, other }: Search, at: number, into: Features): void {
  const window = new Window(tokens, tokens.frames[cue.from] ?? -1);
  const right = at >= cue.to;
  const from = right ? cue.to : at + 1;
  const to = right ? at : cue.from;
  const commas = between(counts.commas, from, to);
  const quoted = between(counts.quoted, from, to);
  const verbs = between(counts.verbs, from, to);
  const path = commas + 4 * quoted + 16 * verbs + 64 * between(counts.joints, from, to);
  const side = (right ? 1 : 0) + 2 * placeBeside(other, at);
  const where = side + 16 * distanceStep(to - from);
  const [word, before, after] = [window.word(at), window.word(at - 1), window.word(at + 1)];
  const [head, last] = [window.word(cue.from), window.word(cue.to - 1)];
  const shape = window.shape(at);
  const shapes = window.shape(at - 1) + 64 * shape + 4096 * window.shape(at + 1);
  const opening = window.word(frame.from);
  into.count = 0;
  into.add(0, where);
  into.add(1, where, head);
  into.add(2, side, path);
  into.add(3, word, side);
  into.add(4, before, side);
  into.add(5, after, side);
  into.add(6, shapes, side);
  into.add(7, before, word);
  into.add(8, word, after);
  into.add(9, path, where);
  into.add(10, window.suffix(at), side);
  into.add(11, window.suffix(at - 1), side);
  into.add(12, window.suffix(at + 1), side);
  into.add(13, window.suffix(cue.to - 1), where);
  into.add(14, before, where);
  into.add(15, after, where);
  into.add(16, word, where);
  into.add(17, window.word(cue.to), side * 64 + commas + 4 * quoted);
  into.add(18, window.word(cue.from - 1), side * 64 + commas + 4 * verbs);
  into.add(19, last, side * 4096 + shape + 64 * Math.min(to - from, 3));
  into.add(20, window.word(at - 2), before);
  into.add(21, after, window.word(at + 2));
  into.add(22, shapes, path);
  into.add(23, last, word);
  into.add(24, at === frame.from ? 2 : at + 1 === frame.to ? 1 : 0, side);
  into.add(25, opening, 8 * between(counts.commas, frame.from, at) + side * 64);
  into.add(26, window.shape(at - 2) + 64 * shapes, window.shape(at + 2));
  into.add(27, opening, where);
  into.add(28, window.suffix(at), path);
  into.add(29, word, path);
}

const placeBeside = (other: Stretch | null, at: number): number => {
  if (other === null) return 0;
  if (at < other.from) return 1;
  return at < other.to ? 2 : at === other.to ? 3 : 4;
};

/** Writes what speaks for there being nothing to point at: a passive, a noun. */
export function absenceFeatures({ tokens, cue }: Search, into: Features): void {
  const window = new Window(tokens, tokens.frames[cue.from] ?? -1);
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
