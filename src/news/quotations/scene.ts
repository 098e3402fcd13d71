import type { Article, Span } from '../article.ts';
import { framesOf } from './frames.ts';
import { type Marked, markedIn, marksOf } from './marks.ts';
import type { QuotationModels } from './models.ts';
import { type Reading, readingsIn } from './readings.ts';
import { type Tokens, tokensIn } from './tokens.ts';
import type { VerbRate } from './verbs.ts';

/** What is known of an article before its quotations are given to speakers. */
export interface Scene {
  readonly text: string;
  readonly marked: readonly Marked[];
  readonly frames: readonly Span[];
  /** The number of the paragraph that a frame stands in. */
  readonly paragraphs: readonly number[];
  readonly tokens: Tokens;
  /** By the number of their frame. */
  readonly readings: ReadonlyMap<number, readonly Reading[]>;
  readonly rate: VerbRate;
}

export type Layout = Omit<Scene, 'readings' | 'rate'>;

/** Cuts an article into paragraphs, quotations, frames and tokens. */
export function layoutOf({ text, sections }: Article): Layout {
  const marks = marksOf(text);
  const all = sections.flatMap(({ paragraphs }) => paragraphs);
  const marked: Marked[] = [];
  const frames: Span[] = [];
  const paragraphs: number[] = [];
  for (const [number, paragraph] of all.entries()) {
    const own = markedIn(text, paragraph, marks);
    for (const frame of framesOf(text, paragraph, own)) {
      frames.push(frame);
      paragraphs.push(number);
    }
    marked.push(...own);
  }
  return { text, marked, frames, paragraphs, tokens: tokensIn(text, frames, marked) };
}

export const sceneOf = (layout: Layout, models: Omit<QuotationModels, 'claims'>): Scene => ({
  ...layout,
  readings: readingsIn(layout.tokens, models),
  rate: models.rate,
});
