import type { Evidence } from './answer.ts';
import { FEATURE_NAMES, type FeatureName } from './features.ts';
import { weightOf } from './model.ts';
import type { Ranked } from './rank.ts';

/** What speaks for a sentence: a feature, its cues, being in the words that were asked for, its date, or several at once. */
export type Sign = FeatureName | 'cues' | 'raised' | 'newer' | 'trees';

/** What told a sentence apart from others. */
export interface Contribution {
  readonly sign: Sign;
  /** In points of the score, beside the others; negative when it spoke against the sentence. */
  readonly share: number;
}

const LEAST_WORTH_TELLING = 0.1;

/**
 * What told a sentence apart from others, weightiest first: what it gains by each feature, less what the others
 * gain on average. What all have alike decides nothing and is left out.
 */
export function contributions({ ranked }: Evidence, others: readonly Evidence[]): readonly Contribution[] {
  const beside = (of: (one: Ranked) => number): number =>
    of(ranked) - others.reduce((sum, other) => sum + of(other.ranked), 0) / Math.max(1, others.length);
  return [
    ...FEATURE_NAMES.map((feature, index) => ({
      sign: feature,
      share: weightOf(feature) * beside(({ seen }) => seen[index] ?? 0),
    })),
    { sign: 'cues' as const, share: beside(({ cues }) => cues) },
    { sign: 'raised' as const, share: beside(({ raised = 0 }) => raised) },
    { sign: 'newer' as const, share: beside(({ newer = 0 }) => newer) },
    { sign: 'trees' as const, share: beside(({ trees }) => trees) },
  ]
    .filter(({ share }) => Math.abs(share) >= LEAST_WORTH_TELLING)
    .sort((a, b) => Math.abs(b.share) - Math.abs(a.share));
}
