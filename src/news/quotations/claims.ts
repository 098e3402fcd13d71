import type { Reading } from './readings.ts';
import type { Scene } from './scene.ts';
import { frameAround, SHAPE, type Stretch, type Tokens } from './tokens.ts';

/** How a quotation may have come by its speaker. */
export const CLAIMS = ['nobody', 'cue', 'same paragraph', 'paragraph before', 'lead-in', 'signed'] as const;

/** One answer to "who said it?". */
export interface Claim {
  readonly kind: (typeof CLAIMS)[number];
  /** The cue, with what it points at. */
  readonly reading: Reading | null;
  readonly source: Stretch | null;
}

export const NOBODY: Claim = { kind: 'nobody', reading: null, source: null };

/** Where a quotation stands: its token, and the frame around it. */
export interface Place {
  readonly piece: number;
  readonly at: number;
  readonly frame: Stretch;
}

export function* placesIn(tokens: Tokens): Iterable<Place> {
  let frame: Stretch = { from: 0, to: 0 };
  for (let at = 0; at < tokens.length; at++) {
    const piece = tokens.quoted[at] ?? -1;
    if (piece < 0) continue;
    if (at >= frame.to) frame = frameAround(tokens, at);
    yield { piece, at, frame };
  }
}

/** A quotation that was given to somebody. */
export interface Given {
  readonly place: Place;
  readonly claim: Claim;
}

/** Cues farther away than this do not speak for a quotation. Tokens. */
const FARTHEST = 150;

/** The cues of a quotation's frame that may speak for it. */
export const readingsNear = ({ tokens, readings }: Scene, { at }: Place): readonly Reading[] =>
  (readings.get(tokens.frames[at] ?? 0) ?? []).filter(({ cue }) => Math.abs(cue.from - at) <= FARTHEST);

/** Everybody who may have said it; nobody first. @param before the quotation before this one */
export function claimsOn(scene: Scene, place: Place, before: Given | null): readonly Claim[] {
  const { tokens, readings, paragraphs } = scene;
  const frame = tokens.frames[place.at] ?? 0;
  const claims: Claim[] = [NOBODY];
  for (const reading of readingsNear(scene, place)) {
    for (const source of reading.sources) claims.push({ kind: 'cue', reading, source });
  }
  const lead = readings.get(frame - 1)?.findLast(({ source }) => source !== null);
  if (lead !== undefined) claims.push({ kind: 'lead-in', reading: lead, source: lead.source });
  if (before !== null && before.claim.source !== null) {
    const { reading, source } = before.claim;
    const apart = (paragraphs[frame] ?? 0) - (paragraphs[tokens.frames[before.place.at] ?? 0] ?? 0);
    if (apart === 0) claims.push({ kind: 'same paragraph', reading, source });
    if (apart === 1) claims.push({ kind: 'paragraph before', reading, source });
  }
  const signature = signatureAfter(tokens, place);
  if (signature !== null) claims.push({ kind: 'signed', reading: null, source: signature });
  return claims;
}

const DASH = /^(?:—|–|-|--)$/;
const LONGEST_NAME = 4;

/** “…” — Rosa Lindqvist, or the same on a line of its own. Its first token need not be of the quotation's frame. */
function signatureAfter(tokens: Tokens, { at }: Place): Stretch | null {
  const { words, shapes, frames } = tokens;
  if (!DASH.test(words[at + 1] ?? '')) return null;
  const from = at + 2;
  let to = from;
  while (frames[to] === frames[at + 1] && (shapes[to] ?? 0) & SHAPE.capital) to++;
  const isName = to > from && to - from <= LONGEST_NAME;
  const isEnd = frames[to] !== frames[at + 1] || /^[,.(]$/.test(words[to] ?? '');
  return isName && isEnd ? { from, to } : null;
}
