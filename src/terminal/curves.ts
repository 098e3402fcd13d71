/*
 * What confidence is worth, over all thresholds. Every curve has one point for each distinct confidence: of
 * questions that share one, none can be answered without the others.
 */

/** A question as the curves see it. */
export interface Trial {
  readonly confidence: number;
  /** Whether the best sentence was right, said or not; never where the corpus holds no answer. */
  readonly right: boolean;
  readonly answerable: boolean;
  readonly answered: boolean;
}

/** Answering only questions at least this sure. Shares are 0..1. */
export interface Coverage {
  readonly confidence: number;
  /** Share of the questions that are answered. */
  readonly answered: number;
  /** Share of the answered ones that are answered right. */
  readonly right: number;
}

/** Refusing questions less sure than this. */
export interface Refusal {
  readonly confidence: number;
  /** Share of the answerable questions that are refused. */
  readonly falseRefusals: number;
  /** Share of the unanswerable questions that are refused. */
  readonly caught: number;
}

/** Surest first, so from few answered to all: the risk–coverage curve (El-Yaniv & Wiener 2010) as share right. */
export function coverageCurve(trials: readonly Trial[]): readonly Coverage[] {
  let answered = 0;
  let right = 0;
  return tiesOf(trials).map((ties) => {
    answered += ties.length;
    right += count(ties, (trial) => trial.right);
    return {
      confidence: ties[0]?.confidence ?? 0,
      answered: answered / trials.length,
      right: right / answered,
    };
  });
}

/** What the bot does: the questions that it answered, and how many of those were right. Null: none. */
export function operatingCoverage(trials: readonly Trial[]): Coverage | null {
  const answered = trials.filter((trial) => trial.answered);
  if (answered.length === 0) return null;
  return {
    confidence: answered.reduce((least, { confidence }) => Math.min(least, confidence), 1),
    answered: answered.length / trials.length,
    right: count(answered, ({ right }) => right) / answered.length,
  };
}

/** From nothing refused to everything; empty unless there are questions of both sorts. */
export function refusalCurve(trials: readonly Trial[]): readonly Refusal[] {
  const answerable = count(trials, (trial) => trial.answerable);
  const unanswerable = trials.length - answerable;
  if (answerable === 0 || unanswerable === 0) return [];
  let [refused, caught] = [0, 0];
  const points = tiesOf(trials)
    .toReversed()
    .map((ties) => {
      const point = { confidence: ties[0]?.confidence ?? 0, falseRefusals: refused / answerable, caught };
      const wrongly = count(ties, (trial) => trial.answerable);
      refused += wrongly;
      caught += (ties.length - wrongly) / unanswerable;
      return point;
    });
  return [...points, { confidence: Number.POSITIVE_INFINITY, falseRefusals: 1, caught: 1 }];
}

/** The most that is caught while at most this share of the answerable questions is refused. */
export function caughtAt(falseRefusals: number, curve: readonly Refusal[]): number | null {
  return curve.length === 0
    ? null
    : curve.reduce(
        (most, one) => (one.falseRefusals <= falseRefusals ? Math.max(most, one.caught) : most),
        0,
      );
}

/** Questions of about the same confidence. */
export interface Bin {
  /** Half-open, but for the last one, which holds 1. */
  readonly from: number;
  readonly to: number;
  readonly questions: number;
  /** Mean confidence, and share right; null where no question fell. */
  readonly confidence: number | null;
  readonly right: number | null;
}

/** Equally wide bins from 0 to 1: where confidence is calibrated, share right is near confidence in each. */
export function reliability(trials: readonly Trial[], bins = 10): readonly Bin[] {
  const groups = Array.from({ length: bins }, (): Trial[] => []);
  for (const trial of trials)
    groups[Math.max(0, Math.min(bins - 1, Math.floor(trial.confidence * bins)))]?.push(trial);
  return groups.map((group, index) => ({
    from: index / bins,
    to: (index + 1) / bins,
    questions: group.length,
    confidence:
      group.length === 0 ? null : group.reduce((sum, { confidence }) => sum + confidence, 0) / group.length,
    right: group.length === 0 ? null : count(group, ({ right }) => right) / group.length,
  }));
}

/** Expected calibration error: how far share right lies from confidence, bins weighing what they hold. */
export function calibrationError(bins: readonly Bin[]): number | null {
  const all = bins.reduce((sum, { questions }) => sum + questions, 0);
  if (all === 0) return null;
  return bins.reduce(
    (sum, { questions, confidence, right }) =>
      sum + (questions / all) * Math.abs((right ?? 0) - (confidence ?? 0)),
    0,
  );
}

/** Where a share seen in so many cases may truly lie, 19 times in 20 (Wilson 1927). */
export function interval(share: number, cases: number): readonly [low: number, high: number] {
  if (cases === 0) return [0, 1];
  const z = 1.96;
  const middle = (share + (z * z) / (2 * cases)) / (1 + (z * z) / cases);
  const half =
    (z * Math.sqrt((share * (1 - share)) / cases + (z * z) / (4 * cases * cases))) / (1 + (z * z) / cases);
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

/** Groups of equal confidence, surest first. */
function tiesOf(trials: readonly Trial[]): readonly (readonly Trial[])[] {
  const groups: Trial[][] = [];
  for (const trial of trials.toSorted((a, b) => b.confidence - a.confidence)) {
    const group = groups.at(-1);
    if (group?.[0]?.confidence === trial.confidence) group.push(trial);
    else groups.push([trial]);
  }
  return groups;
}

const count = (trials: readonly Trial[], holds: (trial: Trial) => boolean): number =>
  trials.reduce((sum, trial) => sum + (holds(trial) ? 1 : 0), 0);
