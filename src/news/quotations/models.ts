import { createRequire } from 'node:module';
import type { LinearModel } from './linear.ts';
import { reportingVerbs, type VerbRate, verbRate } from './verbs.ts';

/** What was learned from judged news: see training/README.md for the figures, and the command that makes it. */
export interface QuotationModels {
  readonly rate: VerbRate;
  /** Classes: a cue begins here; goes on here. */
  readonly cues: LinearModel;
  /** A bit for each hash of a word that a cue was seen to begin with. */
  readonly starters: Uint8Array;
  readonly sources: PointerModel;
  readonly contents: PointerModel;
  readonly claims: LinearModel;
}

export interface PointerModel {
  /** Classes: the stretch begins here; ends here. */
  readonly ends: LinearModel;
  /** How the two go together. */
  readonly pair: LinearModel;
}

/** A model in a file: its weights as base64 of signed bytes. */
export interface StoredModel {
  readonly classes: number;
  readonly scale: number;
  readonly weights: string;
}

export interface StoredModels {
  readonly cues: StoredModel;
  readonly starters: string;
  readonly sources: { readonly ends: StoredModel; readonly pair: StoredModel };
  readonly contents: { readonly ends: StoredModel; readonly pair: StoredModel };
  readonly claims: StoredModel;
}

let shipped: QuotationModels | undefined;

/** Loaded when the first quotation is looked for: many questions need none. */
export function quotationModels(): QuotationModels {
  if (shipped === undefined) {
    const load = createRequire(import.meta.url);
    shipped = restored(load('#quotation-weights') as StoredModels);
    // The text that they were read from is as large again.
    delete load.cache[load.resolve('#quotation-weights')];
  }
  return shipped;
}

const restored = ({ cues, starters, sources, contents, claims }: StoredModels): QuotationModels => ({
  rate: verbRate(reportingVerbs()),
  cues: modelOf(cues),
  starters: bytesOf(starters),
  sources: { ends: modelOf(sources.ends), pair: modelOf(sources.pair) },
  contents: { ends: modelOf(contents.ends), pair: modelOf(contents.pair) },
  claims: modelOf(claims),
});

const bytesOf = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));

const modelOf = ({ classes, scale, weights }: StoredModel): LinearModel => ({
  classes,
  scale,
  weights: new Int8Array(bytesOf(weights).buffer),
});
