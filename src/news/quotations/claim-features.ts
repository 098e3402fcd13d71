import { CLAIMS, type Claim, type Given, type Place, readingsNear } from './claims.ts';
import { oddsStep } from './counts.ts';
import type { Features } from './linear.ts';
import type { Reading } from './readings.ts';
import type { Scene } from './scene.ts';
import { hashOf, isQuoted, SHAPE, Window } from './tokens.ts';

/** Small numbers as they are, then in steps: 0–4, to 7, to 12, more. */
const few = (count: number): number => (count <= 4 ? count : count <= 7 ? 5 : count <= 12 ? 6 : 7);

/** What is the same for every claim on a quotation. */
export interface Setting {
  readonly window: Window;
  /** Words of the frame outside quotation marks. */
  readonly outside: number;
  /** Words between the marks; whether most have a capital, as in a title. */
  readonly length: number;
  readonly title: 0 | 1;
  /** Hashes of its first and last word. */
  readonly opening: number;
  readonly closing: number;
  /** Whether somebody speaks of themselves or to somebody: "I", "you". */
  readonly personal: 0 | 1;
  readonly opensParagraph: 0 | 1;
  /** The frame's readings; the highest odds of one, and whether one's content holds the quotation. */
  readonly readings: readonly Reading[];
  readonly best: number;
  readonly held: 0 | 1;
}

export function settingOf(scene: Scene, place: Place): Setting {
  const { at, piece, frame } = place;
  const { tokens, marked, text, paragraphs } = scene;
  const number = tokens.frames[at] ?? 0;
  const inner = marked[piece]?.inner;
  // The length in steps ends at a dozen words: what comes after them need not be counted.
  const words =
    inner === undefined ? [] : text.slice(inner.start, Math.min(inner.end, inner.start + 200)).split(/\s+/);
  const capitals = words.filter((word) => /^[^\p{L}]*\p{Lu}/u.test(word)).length;
  const readings = readingsNear(scene, place);
  let outside = 0;
  for (let index = Math.max(frame.from, at - 40); index < Math.min(frame.to, at + 40); index++)
    if (!((tokens.shapes[index] ?? 0) & (SHAPE.quoted | SHAPE.punctuation))) outside++;
  return {
    window: new Window(tokens, frame),
    outside: few(outside),
    length: words.length,
    opening: hashOf(bareWord(words[0])),
    closing: hashOf(bareWord(words.at(-1))),
    personal: words.some((word) => PERSONAL.test(word)) ? 1 : 0,
    title: capitals * 2 > words.length && words.length > 1 ? 1 : 0,
    opensParagraph: number === 0 || paragraphs[number - 1] !== paragraphs[number] ? 1 : 0,
    readings,
    best: readings.reduce((most, { odds }) => Math.max(most, odds), -9),
    held: readings.some(
      ({ content }) => content !== null && content.odds > 0 && content.from <= at && at < content.to,
    )
      ? 1
      : 0,
  };
}

const PERSONAL = /^[^\p{L}]*(?:I|we|you|my|our|us|me|your)(?:[’'](?:m|re|ve|ll|d))?[^\p{L}]*$/iu;
const bareWord = (word = ''): string => word.toLowerCase().replace(/[^\p{L}\p{N}’']+/gu, '');

/** Templates of one kind of claim; the next kind's begin after them. */
const TEMPLATES = 64;

/** Writes what speaks for and against a claim. */
export function claimFeatures(
  scene: Scene,
  place: Place,
  setting: Setting,
  claim: Claim,
  before: Given | null,
  into: Features,
): void {
  const { window, outside, length, title, opening, closing, personal, opensParagraph, best, held } = setting;
  const { at } = place;
  const base = CLAIMS.indexOf(claim.kind) * TEMPLATES;
  const sort = window.word(at);
  const [left, right] = [window.word(at - 1), window.word(at + 1)];
  into.count = 0;
  into.add(base, 0);
  into.add(base + 1, sort);
  into.add(base + 2, left);
  into.add(base + 3, right);
  into.add(base + 4, outside, sort);
  into.add(base + 5, oddsStep(best), held);
  into.add(base + 6, title, few(length));
  into.add(base + 7, opensParagraph, outside);
  into.add(base + 8, left, sort);
  into.add(base + 9, right, sort);
  into.add(base + 10, left, right);
  into.add(base + 11, window.word(at - 2), left);
  into.add(base + 12, few(length), oddsStep(best));
  into.add(base + 13, opening, few(length));
  into.add(base + 14, closing, few(length));
  into.add(base + 15, personal, few(length));
  if (claim.kind === 'cue') cueClaimFeatures(scene, place, setting, claim, before, base + 16, into);
  else if (claim.kind !== 'nobody' && before !== null)
    goingOnFeatures(scene, place, setting, claim, before, base + 48, into);
}

/** How the cue, its source and the quotation stand to each other. */
function cueClaimFeatures(
  { tokens, rate }: Scene,
  { at, frame }: Place,
  { window, readings, best }: Setting,
  { reading, source }: Claim,
  before: Given | null,
  base: number,
  into: Features,
): void {
  if (reading === null || source === null) return;
  const { cue, content, sources } = reading;
  const after = cue.from > at;
  const from = after ? at + 1 : cue.to;
  const to = after ? cue.from : at;
  const order = (after ? 1 : 0) + (source.from > cue.from ? 2 : 0) + (source.from > at ? 4 : 0);
  let quoted = 0;
  let commas = 0;
  for (let index = from; index < to; index++) {
    if (isQuoted(tokens, index)) quoted++;
    if (tokens.words[index] === ',') commas++;
  }
  const isRival = (other: Reading): boolean =>
    other !== reading && other.cue.from >= from && other.cue.from < to && other.odds > -1;
  const rivals = Math.min(readings.filter(isRival).length, 3);
  const between = Math.min(quoted, 3) * 4 + rivals;
  const holds = content === null ? 0 : content.from <= at && at < content.to ? 2 : 1;
  const distance = few(to - from);
  const [head, last] = [window.word(cue.from), window.word(cue.to - 1)];
  const verb = rate(tokens.words[cue.to - 1] ?? '', tokens.hashes[cue.to - 1] ?? 0);
  const first = sources[0];
  const odds = sources.find((one) => one.from === source.from && one.to === source.to)?.odds ?? 0;
  const given = before?.claim.reading == null ? 0 : before.claim.reading === reading ? 2 : 1;
  const followed =
    given * 2 + (before !== null && tokens.frames[before.place.at] === tokens.frames[at] ? 1 : 0);
  const [left, right, sort] = [window.word(at - 1), window.word(at + 1), window.word(at)];
  into.add(base, oddsStep(reading.odds));
  into.add(base + 1, oddsStep(odds), first?.from === source.from ? 1 : 0);
  into.add(base + 2, oddsStep(odds - (first?.odds ?? 0)));
  into.add(base + 3, order, distance);
  into.add(base + 4, order, sort);
  into.add(base + 5, order, last);
  into.add(base + 6, order, between);
  into.add(base + 7, holds, order);
  into.add(base + 8, holds, oddsStep(content?.odds ?? 0));
  into.add(base + 9, verb, order);
  into.add(base + 10, commas * 8 + order, distance);
  into.add(base + 11, head);
  into.add(base + 12, left, order);
  into.add(base + 13, right, order);
  into.add(base + 14, rivals * 8 + holds, order);
  into.add(base + 15, oddsStep(reading.odds - best), holds);
  into.add(base + 16, window.word(source.from), order);
  into.add(base + 17, window.word(source.to - 1), order);
  into.add(base + 18, verb, between);
  into.add(base + 19, followed, order);
  into.add(base + 20, followed, holds * 8 + rivals);
  into.add(base + 21, window.shape(source.from), window.word(source.from - 1));
  into.add(base + 22, window.word(frame.from), order);
  into.add(base + 23, head, last);
  into.add(base + 24, window.word(cue.to), order * 8 + distance);
  into.add(base + 25, window.word(cue.from - 1), order);
  into.add(base + 26, last, sort);
  into.add(base + 27, left, last);
  into.add(base + 28, last, distance * 8 + order);
}

/** Whether the quotation goes on with the one before it. */
function goingOnFeatures(
  { tokens, marked }: Scene,
  { at, frame }: Place,
  { window, outside, opensParagraph }: Setting,
  { reading }: Claim,
  before: Given,
  base: number,
  into: Features,
): void {
  const open = marked[before.place.piece]?.closed === false ? 1 : 0;
  const gap = Math.min((tokens.frames[at] ?? 0) - (tokens.frames[before.place.at] ?? 0), 4);
  into.add(base, open, opensParagraph);
  into.add(base + 1, gap, outside);
  into.add(base + 2, tokens.hashes[before.place.at] ?? 0, outside);
  into.add(base + 3, CLAIMS.indexOf(before.claim.kind), outside);
  into.add(base + 4, gap, window.word(at));
  if (reading === null) return;
  into.add(base + 5, tokens.hashes[reading.cue.to - 1] ?? 0);
  into.add(base + 6, tokens.hashes[frame.from - 1] ?? 0, opensParagraph);
  into.add(base + 7, oddsStep(reading.odds), outside);
}
