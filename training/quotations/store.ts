import type { LinearModel } from '../../src/news/quotations/linear.ts';
import type {
  PointerModel,
  QuotationModels,
  StoredModel,
  StoredModels,
} from '../../src/news/quotations/models.ts';

/** Weights as signed bytes: the few beyond the range are cut to it. */
const RANGE = 127;
/** The share of weights that are so large. */
const CUT = 0.0005;

/** Rounds a model to bytes. */
export function quantized({
  weights,
  classes,
  scale,
}: LinearModel): LinearModel & { readonly weights: Int8Array } {
  const sizes = Float32Array.from(weights, (weight) => Math.abs(weight * scale))
    .filter((size) => size > 0)
    .sort();
  const step = (sizes[Math.floor(sizes.length * (1 - CUT))] ?? RANGE) / RANGE;
  const bytes = Int8Array.from(weights, (weight) => {
    const rounded = Math.round((weight * scale) / step);
    return Math.max(-RANGE, Math.min(RANGE, rounded));
  });
  return { classes, scale: step, weights: bytes };
}

const pointer = ({ ends, pair }: PointerModel): PointerModel => ({
  ends: quantized(ends),
  pair: quantized(pair),
});

/** What will be shipped, so that what is measured is what will run. */
export const shippable = ({
  cues,
  sources,
  contents,
  claims,
  ...others
}: QuotationModels): QuotationModels => ({
  ...others,
  cues: quantized(cues),
  sources: pointer(sources),
  contents: pointer(contents),
  claims: quantized(claims),
});

const base64 = (bytes: Uint8Array | Int8Array | Float32Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');

const stored = ({ classes, scale, weights }: LinearModel): StoredModel => ({
  classes,
  scale,
  weights: base64(weights),
});

/** @param models shippable ones */
export const storedModels = ({
  cues,
  starters,
  sources,
  contents,
  claims,
}: QuotationModels): StoredModels => ({
  cues: stored(cues),
  starters: base64(starters),
  sources: { ends: stored(sources.ends), pair: stored(sources.pair) },
  contents: { ends: stored(contents.ends), pair: stored(contents.pair) },
  claims: stored(claims),
});
