import { between, type Counts } from './counts.ts';
import { isOpener } from './mention.ts';
import type { Pointed } from './pointing.ts';
import { hashesOf, SHAPE, type Stretch, type Tokens } from './tokens.ts';

/** What a cue points at, with all of the name that it is cut from or that stands beside it. */
export function wholeSource(tokens: Tokens, one: Pointed, cue: Stretch, frame: Stretch): Pointed {
  const named = wholeName(tokens, one, frame);
  // "According to the mayor, Rosa Lindqvist left": what follows may be somebody else.
  return cue.from === frame.from ? named : withName(tokens, named, frame);
}

/** Whether somebody can be called so. */
export const maySpeak = (tokens: Tokens, { auxiliaries }: Counts, one: Stretch): boolean =>
  !isLetter(tokens, one) && (between(auxiliaries, one.from, one.to) === 0 || !isClause(tokens, one));

/** The "Q" and "A" of an interview name nobody; "I" does. */
const isLetter = ({ words }: Tokens, { from, to }: Stretch): boolean =>
  to - from === 1 && /^[a-hj-z]$/.test(words[from] ?? '');

/** A name is not cut: "Former Foreign Minister" goes on to "Dmytro Kuleba". */
function wholeName({ shapes, words }: Tokens, one: Pointed, frame: Stretch): Pointed {
  const isCapital = (at: number): boolean =>
    at >= frame.from && at < frame.to && ((shapes[at] ?? 0) & SHAPE.capital) !== 0;
  let { from, to } = one;
  if (isCapital(to - 1)) while (isCapital(to)) to++;
  if (isCapital(from) && words[from] !== 'i')
    while (isCapital(from - 1) && !isOpener(words[from - 1] ?? '')) from--;
  return from === one.from && to === one.to ? one : { from, to, odds: one.odds };
}

const DETERMINERS = hashesOf('the a an its his her their our');

/** "said **the mayor**, Rosa Lindqvist": a description goes on to the name that stands beside it. */
function withName({ hashes, shapes, words }: Tokens, one: Pointed, frame: Stretch): Pointed {
  const isCapital = (at: number): boolean => at < frame.to && ((shapes[at] ?? 0) & SHAPE.capital) !== 0;
  const { from, to, odds } = one;
  if (!DETERMINERS.has(hashes[from] ?? 0) || isCapital(to - 1) || words[to] !== ',') return one;
  let end = to + 1;
  while (isCapital(end)) end++;
  // "the mayor, Rosa Lindqvist, and the bishop" are two, "the mayor, Rosa Lindqvist, Tom Reyes" three.
  const next = words[end] === ',' ? end + 1 : end;
  const goesOn = /^(?:and|or|&)$/.test(words[next] ?? '') || (next > end && isCapital(next));
  return end - to > 2 && !goesOn ? { from, to: end, odds } : one;
}

const FINITE = hashesOf('is are was were has have had will would can could must should does did');
/** A clause about somebody may begin with them: "The owner, **who** has left", "the editor **I** was speaking to". */
const ABOUT = hashesOf('who which that what whom whose where when how i we you he she they');

/** "Moss **has** grown over the wall" is a clause, and nobody who speaks. */
function isClause({ hashes, shapes, quoted, words }: Tokens, { from, to }: Stretch): boolean {
  for (let at = from; at < to && words[at] !== ',' && (quoted[at] ?? -1) < 0; at++) {
    const hash = hashes[at] ?? 0;
    if (ABOUT.has(hash) && (at > from || words[at] === 'what')) return false;
    const isName = ((shapes[at] ?? 0) & SHAPE.capital) !== 0;
    if (FINITE.has(hash) && !isName && words[at + 1] !== '-') return true;
  }
  return false;
}
