import { type Article, type Span, textAt } from '../news/article.ts';
import type { Quotation } from '../news/quotations/quotation.ts';
import { goldPieces, headOf, type JudgedArticle, type JudgedAttribution, trimmed } from './judged-quotes.ts';

/** How many were predicted, how many there are, how many of these were found. */
interface Tally {
  predicted: number;
  gold: number;
  right: number;
}

/** One piece between marks that went wrong, for people to look at. */
export interface QuoteMiss {
  readonly article: string;
  readonly what: 'not found' | 'wrong speaker' | 'nobody said it';
  readonly words: string;
  readonly got: string | null;
  readonly gold: readonly string[];
}

/** Counts over articles; read by `figuresOf`. */
export interface QuoteTally {
  readonly pieces: Tally;
  readonly speakers: Tally;
  readonly cues: Tally;
  readonly sourcesExact: Tally;
  readonly cuesExact: Tally;
  readonly contentsExact: Tally;
  /** Confidence of each piece that was found, and whether its speaker is right. */
  readonly confidences: [confidence: number, right: boolean][];
  readonly misses: QuoteMiss[];
}

const tally = (): Tally => ({ predicted: 0, gold: 0, right: 0 });

export const emptyTally = (): QuoteTally => ({
  pieces: tally(),
  speakers: tally(),
  cues: tally(),
  sourcesExact: tally(),
  cuesExact: tally(),
  contentsExact: tally(),
  confidences: [],
  misses: [],
});

/** Adds one article's quotations, set against the judgements. */
export function countQuotations(
  into: QuoteTally,
  judged: JudgedArticle,
  article: Article,
  quotations: readonly Quotation[],
): void {
  countPieces(into, judged, article, quotations);
  countAttributions(into, judged, article, quotations);
}

function countPieces(
  into: QuoteTally,
  judged: JudgedArticle,
  article: Article,
  quotations: readonly Quotation[],
): void {
  const { text } = judged;
  const gold = new Map(goldPieces(judged).map((piece) => [`${piece.start}-${piece.end}`, piece]));
  const seen = new Set<string>();
  into.pieces.gold += gold.size;
  into.speakers.gold += gold.size;
  const miss = (
    what: QuoteMiss['what'],
    words: string,
    got: string | null,
    want: readonly string[],
  ): void => {
    into.misses.push({ article: judged.id, what, words, got, gold: want });
  };
  for (const { kind, spans, speaker, cue, confidence } of quotations) {
    if (speaker === null || (kind !== 'direct' && kind !== 'mixed')) continue;
    const names = [speaker.mention ?? speaker.name, speaker.name].map((span) => textAt(article, span));
    for (const span of spans) {
      const key = trimmed(text, span.start, span.end).join('-');
      const piece = gold.get(key);
      into.pieces.predicted++;
      into.speakers.predicted++;
      if (piece === undefined || seen.has(key)) {
        miss('nobody said it', textAt(article, span), names[0] ?? null, []);
        continue;
      }
      seen.add(key);
      into.pieces.right++;
      into.cues.gold++;
      const heads = new Set(piece.speakers.map(headOf));
      const isRight = names.some((name) => heads.has(headOf(name)));
      into.confidences.push([confidence, isRight]);
      if (isRight) into.speakers.right++;
      else miss('wrong speaker', textAt(article, span), names[0] ?? null, piece.speakers);
      const tokens = new Set(cue === null ? [] : wordsOf(textAt(article, cue)));
      if (piece.cues.some((one) => wordsOf(one).some((word) => tokens.has(word)))) into.cues.right++;
    }
  }
  for (const [key, piece] of gold)
    if (!seen.has(key)) miss('not found', text.slice(piece.start, piece.end), null, piece.speakers);
}

const wordsOf = (phrase: string): readonly string[] =>
  phrase.toLowerCase().match(/[\p{L}\p{N}’']+|:/gu) ?? [];

/** One attribution: what hangs on one cue. A clause and the fragments between marks inside it are one. */
interface Predicted {
  readonly source: string | null;
  readonly cue: string | null;
  start: number;
  end: number;
}

function attributionsOf(article: Article, quotations: readonly Quotation[]): readonly Predicted[] {
  const byCue = new Map<string, Predicted>();
  for (const [index, { kind, speaker, cue, spans }] of quotations.entries()) {
    const [first, last] = [spans[0], spans.at(-1)];
    if (kind === 'term' || first === undefined || last === undefined) continue;
    const words = (span: Span | null | undefined): string | null =>
      span ? bare(textAt(article, span)) : null;
    const key = cue === null ? `#${index}` : `${cue.start}`;
    const known = byCue.get(key);
    if (known === undefined)
      byCue.set(key, { source: words(speaker?.mention), cue: words(cue), start: first.start, end: last.end });
    else {
      known.start = Math.min(known.start, first.start);
      known.end = Math.max(known.end, last.end);
    }
  }
  return [...byCue.values()];
}

const bare = (phrase: string): string => phrase.replace(/^[\s,.“”"]+|[\s,.“”":;]+$/g, '').toLowerCase();

function countAttributions(
  into: QuoteTally,
  judged: JudgedArticle,
  article: Article,
  quotations: readonly Quotation[],
): void {
  const predicted = attributionsOf(article, quotations);
  const contents = (start: number, end: number): string => trimmed(judged.text, start, end).join('-');
  const gold = judged.quotes;
  add(
    into.contentsExact,
    predicted.map(({ start, end }) => contents(start, end)),
    gold.map(({ start, end }) => contents(start, end)),
  );
  const pairs = aligned(predicted, gold);
  const exact = (
    into: Tally,
    mine: (one: Predicted) => string | null,
    theirs: (one: JudgedAttribution) => string | null,
  ): void => {
    into.predicted += predicted.filter((one) => mine(one) !== null).length;
    into.gold += gold.filter((one) => theirs(one) !== null).length;
    into.right += pairs.filter(
      ([one, other]) => mine(one) !== null && mine(one) === bare(theirs(other) ?? ''),
    ).length;
  };
  exact(
    into.sourcesExact,
    ({ source }) => source,
    ({ speaker }) => speaker,
  );
  exact(
    into.cuesExact,
    ({ cue }) => cue,
    ({ cue }) => cue,
  );
}

/** Each prediction with the judged attribution whose contents it shares most with; each used once. */
function aligned(
  predicted: readonly Predicted[],
  gold: readonly JudgedAttribution[],
): readonly (readonly [Predicted, JudgedAttribution])[] {
  const pairs = predicted.flatMap((one) =>
    gold.flatMap((other) => {
      const shared = Math.min(one.end, other.end) - Math.max(one.start, other.start);
      const whole = Math.max(one.end, other.end) - Math.min(one.start, other.start);
      return shared > 0
        ? [{ one, other, share: shared / whole + (one.cue === bare(other.cue ?? '') ? 0.5 : 0) }]
        : [];
    }),
  );
  const used = new Set<unknown>();
  return pairs
    .sort((a, b) => b.share - a.share)
    .flatMap(({ one, other }) => {
      if (used.has(one) || used.has(other)) return [];
      used.add(one).add(other);
      return [[one, other] as const];
    });
}

function add(into: Tally, predicted: readonly string[], gold: readonly string[]): void {
  const left = new Map<string, number>();
  for (const key of predicted) left.set(key, (left.get(key) ?? 0) + 1);
  into.predicted += predicted.length;
  into.gold += gold.length;
  for (const key of gold) {
    const count = left.get(key) ?? 0;
    if (count === 0) continue;
    into.right++;
    left.set(key, count - 1);
  }
}

/** Shares of one; 0 where there is nothing to share. */
export interface QuoteFigures {
  readonly pieces: number;
  readonly spanPrecision: number;
  readonly spanRecall: number;
  readonly spanF1: number;
  readonly speaker: number;
  readonly cue: number;
  readonly endToEndRecall: number;
  readonly endToEndPrecision: number;
  /** How many of the surest 65 % of found pieces have the right speaker. */
  readonly surest: number;
  readonly sourceF1: number;
  readonly cueF1: number;
  readonly contentF1: number;
}

const SUREST = 0.65;
const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
const precision = ({ right, predicted }: Tally): number => share(right, predicted);
const recall = ({ right, gold }: Tally): number => share(right, gold);
const f1 = ({ right, predicted, gold }: Tally): number => share(2 * right, predicted + gold);

export function figuresOf({
  pieces,
  speakers,
  cues,
  sourcesExact,
  cuesExact,
  contentsExact,
  confidences,
}: QuoteTally): QuoteFigures {
  const surest = [...confidences].sort(([a], [b]) => b - a).slice(0, Math.round(confidences.length * SUREST));
  return {
    pieces: pieces.gold,
    spanPrecision: precision(pieces),
    spanRecall: recall(pieces),
    spanF1: f1(pieces),
    speaker: share(speakers.right, pieces.right),
    cue: share(cues.right, pieces.right),
    endToEndRecall: recall(speakers),
    endToEndPrecision: precision(speakers),
    surest: share(surest.filter(([, right]) => right).length, surest.length),
    sourceF1: f1(sourcesExact),
    cueF1: f1(cuesExact),
    contentF1: f1(contentsExact),
  };
}
