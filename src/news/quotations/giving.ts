import { claimFeatures, settingOf } from './claim-features.ts';
import { type Claim, claimsOn, type Given, NOBODY, type Place, placesIn } from './claims.ts';
import { Features, type LinearModel, scoreOf } from './linear.ts';
import type { Scene } from './scene.ts';
import type { Stretch } from './tokens.ts';

/** A quotation with the likeliest claim on it, and that claim's probability. */
export interface Decision extends Given {
  readonly probability: number;
}

/** Gives each quotation of an article to somebody or nobody, in order: each may go on with the one before. */
export function giveQuotations(scene: Scene, model: LinearModel): readonly Decision[] {
  const decisions: Decision[] = [];
  let before: Given | null = null;
  for (const place of placesIn(scene.tokens)) {
    const decision = decide(scene, place, before, model);
    decisions.push(decision);
    if (decision.claim.source !== null || before === null) before = decision;
  }
  return decisions;
}

function decide(scene: Scene, place: Place, before: Given | null, model: LinearModel): Decision {
  const claims = claimsOn(scene, place, before);
  const shares = beliefs(claimScores(scene, place, claims, before, model));
  // Several cues may point at one source: what they say of it counts together.
  const bySource = new Map<string, { probability: number; best: number }>();
  for (const [index, { source }] of claims.entries()) {
    const key = keyOf(scene, source);
    const share = shares[index] ?? 0;
    const known = bySource.get(key);
    if (known === undefined) bySource.set(key, { probability: share, best: index });
    else {
      if (share > (shares[known.best] ?? 0)) known.best = index;
      known.probability += share;
    }
  }
  const [first] = [...bySource.values()].sort((a, b) => b.probability - a.probability);
  const claim: Claim = claims[first?.best ?? 0] ?? NOBODY;
  return { place, claim, probability: first?.probability ?? 0 };
}

/** Two mentions that end in the same word name the same person, here. */
const keyOf = ({ tokens }: Scene, source: Stretch | null): string =>
  source === null ? '' : (tokens.words[source.to - 1] ?? '');

/** Set by hand, in log-odds. */
const PRIOR: Readonly<Partial<Record<Claim['kind'], number>>> = {
  // About as many quotations are found then as are made up.
  nobody: -0.4,
  // The news that was learned from signs hardly any quotation with a dash and a name; where one does, it is meant.
  signed: 4,
};

/** Nobody else can have said what stands after "what she called". */
const WHAT_CALLED = 4;

/** "in **what he called** “a moment of weakness”": the source beside "what", the cue beside the source and the words. */
function isWhatCalled({ tokens }: Scene, { at }: Place, { kind, reading, source }: Claim): boolean {
  if (kind !== 'cue' || reading === null || source === null) return false;
  const { cue } = reading;
  const isBeside = cue.to <= at && at - cue.to <= 2;
  return isBeside && source.to === cue.from && tokens.words[source.from - 1] === 'what';
}

function claimScores(
  scene: Scene,
  place: Place,
  claims: readonly Claim[],
  before: Given | null,
  model: LinearModel,
): readonly number[] {
  const features = new Features();
  const setting = settingOf(scene, place);
  return claims.map((claim) => {
    claimFeatures(scene, place, setting, claim, before, features);
    const set = (PRIOR[claim.kind] ?? 0) + (isWhatCalled(scene, place, claim) ? WHAT_CALLED : 0);
    return scoreOf(model, features) + set;
  });
}

/** Scores as shares of one: the softmax. */
export function beliefs(scores: readonly number[]): readonly number[] {
  const most = scores.reduce((best, score) => Math.max(best, score), Number.NEGATIVE_INFINITY);
  const odds = scores.map((score) => Math.exp(score - most));
  const sum = odds.reduce((total, each) => total + each, 0);
  return odds.map((each) => each / sum);
}
