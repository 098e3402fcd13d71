import { type Counts, countsOf } from '../../src/news/quotations/counts.ts';
import {
  absenceFeatures,
  firstEndFeatures,
  moreEndFeatures,
  type Search,
} from '../../src/news/quotations/ends.ts';
import { Features, type LinearModel } from '../../src/news/quotations/linear.ts';
import { pairFeatures } from '../../src/news/quotations/pairs.ts';
import { CONTENT, pointable, SOURCE } from '../../src/news/quotations/pointing.ts';
import { REACH } from '../../src/news/quotations/readings.ts';
import { frameAround, type Stretch, Window } from '../../src/news/quotations/tokens.ts';
import type { VerbRate } from '../../src/news/quotations/verbs.ts';
import { kept, Learned, shuffled, softmax } from './learned.ts';
import type { Laid, Prepared } from './prepared.ts';

/** What a cue can point at. */
export type Target = 'source' | 'content';

const RULES = { source: SOURCE, content: CONTENT } as const;
const EPOCHS = 4;

interface Example {
  readonly search: Search;
  /** Null where there is nothing to point at. */
  readonly gold: Stretch | null;
}

function* examplesIn({ layout, attributions }: Prepared, counts: Counts, target: Target): Iterable<Example> {
  const { tokens } = layout;
  const features = new Features();
  for (const laid of attributions) {
    const { cue, source } = laid;
    if (cue === null || !isClear(laid, target)) continue;
    const frame = frameAround(tokens, cue.from, REACH);
    yield {
      search: {
        tokens,
        counts,
        cue,
        frame,
        window: new Window(tokens, frame),
        other: target === 'source' ? null : source,
        features,
      },
      gold: laid[target],
    };
  }
}

/** Judged words that do not stand in the cue's frame teach nothing. */
const isClear = (laid: Laid, target: Target): boolean =>
  target === 'content' ? laid.content !== null : laid.judged.speaker === null || laid.source !== null;

/** Learns where what a cue points at begins, and where it ends. */
export function learnEnds(articles: readonly Prepared[], rate: VerbRate, target: Target): LinearModel {
  const learned = new Learned(2);
  const all = articles.map((one) => ({ one, counts: countsOf(one.layout.tokens, rate) }));
  for (let epoch = -1; epoch < EPOCHS; epoch++) {
    for (const { one, counts } of shuffled(all, epoch + 7))
      for (const example of examplesIn(one, counts, target)) learnEnd(learned, example, epoch < 0);
    if (epoch >= 1) learned.remember();
  }
  return learned.mean();
}

function learnEnd(learned: Learned, { search, gold }: Example, counting: boolean): void {
  const { features } = search;
  const candidates: { at: number; written: Int32Array }[] = [];
  for (let at = search.frame.from; at < search.frame.to; at++) {
    if (isIn(search.cue, at) || (search.other !== null && isIn(search.other, at))) continue;
    firstEndFeatures(search, at);
    const first = kept(features);
    moreEndFeatures(search, at);
    candidates.push({ at, written: Int32Array.from([...first, ...kept(features)]) });
  }
  absenceFeatures(search);
  candidates.push({ at: -1, written: kept(features) });
  if (counting) {
    for (const { written } of candidates) learned.meet(written);
    return;
  }
  for (const [which, right] of [gold?.from ?? -1, gold === null ? -1 : gold.to - 1].entries()) {
    if (!candidates.some(({ at }) => at === right)) continue;
    learnChoice(
      learned,
      which,
      candidates.map(({ written }) => written),
      (row) => candidates[row]?.at === right,
    );
  }
}

const isIn = ({ from, to }: Stretch, at: number): boolean => at >= from && at < to;

/** One step towards the right one of several. */
function learnChoice(
  learned: Learned,
  which: number,
  rows: readonly Int32Array[],
  isRight: (row: number) => boolean,
): void {
  const scores = Float64Array.from(rows, (row) => learned.score(row, which));
  softmax(scores);
  for (const [row, written] of rows.entries())
    learned.step(written, which, (scores[row] ?? 0) - (isRight(row) ? 1 : 0));
}

/** Articles, with ends that were learned from others. */
export interface Fold {
  readonly articles: readonly Prepared[];
  readonly ends: LinearModel;
  readonly rate: VerbRate;
}

/** Learns how beginnings and endings go together. */
export function learnPairs(folds: readonly Fold[], target: Target): LinearModel {
  const learned = new Learned(1);
  const rows = folds.flatMap((fold) => pairRows(fold, target));
  for (const { written } of rows) for (const row of written) learned.meet(row);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { written, right } of shuffled(rows, epoch + 3))
      learnChoice(learned, 0, written, (row) => row === right);
    if (epoch >= 1) learned.remember();
  }
  return learned.mean();
}

function pairRows({ articles, ends, rate }: Fold, target: Target) {
  return articles.flatMap((one) =>
    [...examplesIn(one, countsOf(one.layout.tokens, rate), target)].flatMap(({ search, gold }) => {
      const { features } = search;
      const found = pointable(search, { ends }, RULES[target]);
      const best = Math.max(...found.map(({ odds }) => odds));
      const right =
        gold === null
          ? found.length
          : found.findIndex(({ from, to }) => from === gold.from && to === gold.to);
      if (right < 0) return [];
      const written = found.map((pair) => {
        pairFeatures(search, pair, best);
        return kept(features);
      });
      absenceFeatures(search);
      return [{ written: [...written, kept(features)], right }];
    }),
  );
}
