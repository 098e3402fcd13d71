import { claimFeatures, settingOf } from '../../src/news/quotations/claim-features.ts';
import {
  type Claim,
  claimsOn,
  type Given,
  NOBODY,
  type Place,
  placesIn,
} from '../../src/news/quotations/claims.ts';
import { beliefs } from '../../src/news/quotations/giving.ts';
import { Features, type LinearModel } from '../../src/news/quotations/linear.ts';
import type { Scene } from '../../src/news/quotations/scene.ts';
import { type GoldPiece, goldPieces, headOf, trimmed } from '../../src/terminal/judged-quotes.ts';
import { kept, Learned, shuffled } from './learned.ts';
import type { Prepared } from './prepared.ts';

const EPOCHS = 6;

/** An article read by models that were not learned from it. */
export interface Staged {
  readonly one: Prepared;
  readonly scene: Scene;
}

/** Learns whom to give a quotation to. */
export function learnClaims(staged: readonly Staged[]): LinearModel {
  const learned = new Learned(1);
  const all = staged.map(({ one, scene }) => ({ scene, gold: goldByPlace(one) }));
  for (let epoch = -1; epoch < EPOCHS; epoch++) {
    for (const { scene, gold } of shuffled(all, epoch + 31)) {
      let before: Given | null = null;
      for (const place of placesIn(scene.tokens)) {
        const piece = gold.get(keyOf(scene, place));
        const claim = learnOne(learned, scene, place, before, piece, epoch < 0);
        if (piece !== undefined || before === null) before = { place, claim };
      }
    }
    if (epoch >= 2) learned.remember();
  }
  return learned.mean();
}

const goldByPlace = ({ judged }: Prepared): ReadonlyMap<string, GoldPiece> =>
  new Map(goldPieces(judged).map((piece) => [`${piece.start}-${piece.end}`, piece]));

function keyOf({ text, marked }: Scene, { piece }: Place): string {
  const inner = marked[piece]?.inner;
  return inner === undefined ? '' : trimmed(text, inner.start, inner.end).join('-');
}

/** One step towards the right claims on a quotation; gives the likeliest of these. */
function learnOne(
  learned: Learned,
  scene: Scene,
  place: Place,
  before: Given | null,
  piece: GoldPiece | undefined,
  counting: boolean,
): Claim {
  const claims = claimsOn(scene, place, before);
  const heads = new Set(piece?.speakers.map(headOf));
  const isRight = claims.map(({ source }) =>
    piece === undefined ? source === null : source !== null && heads.has(headOf(textOf(scene, source))),
  );
  const right = claims.filter((_claim, at) => isRight[at]);
  const [first] = right;
  if (first === undefined) return NOBODY;
  const features = new Features();
  const setting = settingOf(scene, place);
  const rows = claims.map((claim) => {
    claimFeatures(scene, place, setting, claim, before, features);
    return kept(features);
  });
  if (counting) {
    for (const row of rows) learned.meet(row);
    return first;
  }
  const shares = beliefs(rows.map((row) => learned.score(row, 0)));
  const mass = shares.reduce((sum, share, at) => sum + (isRight[at] ? share : 0), 0);
  for (const [at, row] of rows.entries())
    learned.step(row, 0, (shares[at] ?? 0) * (isRight[at] ? 1 - 1 / mass : 1));
  const shareOf = (claim: Claim): number => shares[claims.indexOf(claim)] ?? 0;
  return right.reduce((best, claim) => (shareOf(claim) > shareOf(best) ? claim : best), first);
}

const textOf = ({ text, tokens }: Scene, { from, to }: { from: number; to: number }): string =>
  text.slice(tokens.starts[from], tokens.ends[to - 1]);
