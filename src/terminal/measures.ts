import { type Bin, calibrationError, caughtAt, refusalCurve, reliability, type Trial } from './curves.ts';
import type { JudgedRow } from './question-rows.ts';
import type { AnswerRow, SentenceRow } from './rows.ts';

/** A question of a set and what was said to it. */
export interface Judgement {
  readonly row: JudgedRow;
  readonly said: AnswerRow;
}

/** Shares are 0..1; null where nothing of the kind was asked. */
export interface Measures {
  readonly questions: number;
  readonly answerable: number;
  readonly unanswerable: number;
  /** Answerable questions with a right answer; to abstain is wrong. */
  readonly p1: number | null;
  /** Answerable questions whose best sentence is right, said or not: what P@1 would be without abstaining. */
  readonly p1MustAnswer: number | null;
  /** Answerable questions with a right sentence among the first three of the evidence. */
  readonly hit3: number | null;
  /** Mean of 1 / rank of the first right sentence among ten; 0 where there is none. */
  readonly mrr10: number | null;
  /** Answerable questions to which nothing was answered. */
  readonly falseAbstain: number | null;
  /** Unanswerable questions to which nothing was answered. */
  readonly caught: number | null;
  /** The same at the threshold that refuses 5 % of the answerable questions. */
  readonly caughtAt5: number | null;
  /** How well confidence tells answerable questions from unanswerable ones. */
  readonly auroc: number | null;
  /** How well confidence tells questions whose best sentence is right from all others. */
  readonly aurocRight: number | null;
  /** Answerable questions with a right best sentence, among the 70 % that confidence is highest for. */
  readonly surest70: number | null;
  /** Expected calibration error of confidence as the chance that the best sentence is right, over `calibration`. */
  readonly calibrationError: number | null;
  readonly medianMs: number | null;
  readonly p95Ms: number | null;
  /** Ten bins of confidence. */
  readonly calibration: readonly Bin[];
  /** For each kind that the set names, in its order. */
  readonly kinds: readonly KindMeasure[];
}

export interface KindMeasure {
  readonly kind: string;
  readonly questions: number;
  /** Answered as expected, which is not at all where the corpus holds no answer. */
  readonly right: number;
}

/** Every figure over a set. Times are milliseconds; with no judgements all shares are null. */
export function measure(judgements: readonly Judgement[]): Measures {
  const answerable = judgements.filter(isAnswerable);
  const unanswerable = judgements.filter((judgement) => !isAnswerable(judgement));
  const ms = judgements.map(({ said }) => said.ms);
  const confidences = (some: readonly Judgement[]) => some.map(({ said }) => said.confidence);
  const trials = judgements.map(trialOf);
  const calibration = reliability(trials);
  const surest = answerable.toSorted((a, b) => b.said.confidence - a.said.confidence);
  return {
    questions: judgements.length,
    answerable: answerable.length,
    unanswerable: unanswerable.length,
    p1: share(answerable, isRight),
    p1MustAnswer: share(answerable, isBestRight),
    hit3: share(answerable, (judgement) => rankOfRight(judgement) <= 3),
    mrr10: mean(answerable.map((judgement) => 1 / rankOfRight(judgement))),
    falseAbstain: share(answerable, ({ said }) => !said.answered),
    caught: share(unanswerable, ({ said }) => !said.answered),
    caughtAt5: caughtAt(0.05, refusalCurve(trials)),
    auroc: auroc(confidences(answerable), confidences(unanswerable)),
    aurocRight: auroc(
      confidences(answerable.filter(isBestRight)),
      confidences(judgements.filter((judgement) => !isAnswerable(judgement) || !isBestRight(judgement))),
    ),
    surest70: share(surest.slice(0, Math.ceil(surest.length * 0.7)), isBestRight),
    calibrationError: calibrationError(calibration),
    medianMs: quantile(ms, 0.5),
    p95Ms: quantile(ms, 0.95),
    calibration,
    kinds: kindMeasures(judgements),
  };
}

export const trialOf = (judgement: Judgement): Trial => ({
  confidence: judgement.said.confidence,
  right: isAnswerable(judgement) && isBestRight(judgement),
  answerable: isAnswerable(judgement),
  answered: judgement.said.answered,
});

function kindMeasures(judgements: readonly Judgement[]): readonly KindMeasure[] {
  const kinds = new Set(judgements.flatMap(({ row }) => row.kind ?? []));
  return [...kinds].map((kind) => {
    const own = judgements.filter(({ row }) => row.kind === kind);
    return { kind, questions: own.length, right: share(own, isRight) ?? 0 };
  });
}

const isAnswerable = ({ row }: Judgement): boolean => row.gold.length > 0;

/** Right: says what was expected, or nothing where nothing was to be said. */
export function isRight({ row, said }: Judgement): boolean {
  if (row.gold.length === 0) return !said.answered;
  return said.answered && said.answer !== null && saysGold(said.answer, row);
}

const isBestRight = (judgement: Judgement): boolean => rankOfRight(judgement) === 1;

/** From 1; infinite when no sentence of the evidence is right. */
function rankOfRight({ row, said }: Judgement): number {
  const index = said.evidence.slice(0, 10).findIndex((sentence) => saysGold(sentence, row));
  return index < 0 ? Number.POSITIVE_INFINITY : index + 1;
}

/** White space folded, the sentence holds one of the expected strings, or one of them holds the sentence. */
export function saysGold(
  sentence: Pick<SentenceRow, 'article' | 'text'>,
  row: Pick<JudgedRow, 'article' | 'gold'>,
): boolean {
  if (row.article !== undefined && row.article !== sentence.article) return false;
  const text = folded(sentence.text);
  if (text === '') return false;
  return row.gold.map(folded).some((gold) => text.includes(gold) || gold.includes(text));
}

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * Area under the ROC curve: the chance that one of `positives` stands above one of `negatives`, ties half.
 * From the sum of ranks (Mann–Whitney U), ties sharing the mean of their ranks, so in n log n.
 */
export function auroc(positives: readonly number[], negatives: readonly number[]): number | null {
  if (positives.length === 0 || negatives.length === 0) return null;
  const sorted = [
    ...positives.map((value) => ({ value, positive: true })),
    ...negatives.map((value) => ({ value, positive: false })),
  ].sort((a, b) => a.value - b.value);
  let rankSum = 0;
  for (let start = 0; start < sorted.length; ) {
    let end = start;
    while (end < sorted.length && sorted[end]?.value === sorted[start]?.value) end += 1;
    const rank = (start + 1 + end) / 2;
    rankSum += rank * sorted.slice(start, end).filter(({ positive }) => positive).length;
    start = end;
  }
  const least = (positives.length * (positives.length + 1)) / 2;
  return (rankSum - least) / (positives.length * negatives.length);
}

/** Between the two nearest values where it falls between them: quantile([1, 2], 0.5) is 1.5. */
export function quantile(values: readonly number[], portion: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * portion;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  return below === undefined || above === undefined ? null : below + (above - below) * (place % 1);
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

const share = <Row>(rows: readonly Row[], holds: (row: Row) => boolean): number | null =>
  mean(rows.map((row) => (holds(row) ? 1 : 0)));

/** A question that was not answered as expected. */
export interface Miss {
  readonly id?: unknown;
  readonly question: string;
  readonly expected: readonly string[];
  /** The article that was expected, where the set says. */
  readonly article?: string;
  readonly kind?: string;
  /** Null: nothing was answered. */
  readonly said: string | null;
  /** The best sentence of the evidence, said or not; null when nothing was found. */
  readonly best: string | null;
  readonly confidence: number;
  /** Where the first right sentence stood among the evidence, from 1. */
  readonly rank: number | null;
}

/** What was not answered as expected, in the order of the set. */
export const misses = (judgements: readonly Judgement[]): readonly Miss[] =>
  judgements
    .filter((judgement) => !isRight(judgement))
    .map((judgement) => {
      const { row, said } = judgement;
      const rank = rankOfRight(judgement);
      return {
        ...('id' in row && { id: row.id }),
        question: row.turns.join(' / '),
        expected: row.gold,
        ...(row.article !== undefined && { article: row.article }),
        ...(row.kind !== undefined && { kind: row.kind }),
        said: said.answer?.text ?? null,
        best: said.evidence[0]?.text ?? null,
        confidence: said.confidence,
        rank: Number.isFinite(rank) ? rank : null,
      };
    });
