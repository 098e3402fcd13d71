import type { JudgedAttribution } from '../../src/terminal/judged-quotes.ts';

/** `[start, end)` in a row's text. */
export type Place = readonly [start: number, end: number];

/** How far from its contents an attribution's cue and speaker are looked for. UTF-16 units. */
const WINDOW = 600;
/** What a unit inside the contents, or of the speaker inside the cue, costs, in units of distance. */
const INSIDE = 20;
const OVERLAPPING = 50;

/** Where cue and speaker stand: rows give their words only. The places nearest to the contents and to each other. */
export function locate(
  text: string,
  judged: JudgedAttribution,
): { cue: Place | null; speaker: Place | null } {
  let best: { cue: Place | null; speaker: Place | null } = { cue: null, speaker: null };
  let least = Number.POSITIVE_INFINITY;
  for (const cue of placesOf(text, judged.cue, judged))
    for (const speaker of placesOf(text, judged.speaker, judged)) {
      const cost =
        (cue === null ? 0 : fromContents(judged, cue)) +
        (speaker === null ? 0 : fromContents(judged, speaker) * (cue === null ? 1 : 0.2)) +
        (cue === null || speaker === null ? 0 : gap(cue, speaker) + OVERLAPPING * overlap(cue, speaker));
      if (cost >= least) continue;
      least = cost;
      best = { cue, speaker };
    }
  return best;
}

function placesOf(
  text: string,
  words: string | null,
  { start, end }: JudgedAttribution,
): readonly (Place | null)[] {
  if (words === null || words === '') return [null];
  const to = Math.min(text.length, end + WINDOW);
  const found: Place[] = [];
  for (
    let at = text.indexOf(words, Math.max(0, start - WINDOW));
    at >= 0 && at < to;
    at = text.indexOf(words, at + 1)
  ) {
    const stop = at + words.length;
    if (!cutsWord(text, at) && !cutsWord(text, stop)) found.push([at, stop]);
  }
  return found.length === 0 ? [null] : found;
}

const cutsWord = (text: string, at: number): boolean =>
  /[\p{L}\p{N}]{2}/u.test(text.slice(Math.max(0, at - 1), at + 1));
const gap = (a: Place, b: Place): number => Math.max(0, b[0] - a[1], a[0] - b[1]);
const overlap = (a: Place, b: Place): number => Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]));

const fromContents = ({ spans }: JudgedAttribution, place: Place): number =>
  Math.min(...spans.map((span) => gap(span, place))) +
  spans.reduce((sum, span) => sum + INSIDE * overlap(span, place), 0);
