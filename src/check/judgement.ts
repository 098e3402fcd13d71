import { newestFirst } from '../news/article.ts';
import type { Quotation } from '../news/quotations/quotation.ts';
import { isMeant, nearness } from './alteration.ts';
import type { Candidate } from './candidates.ts';
import { isNegationAt } from './comparison.ts';
import { type Left, leftBehind } from './left-behind.ts';
import { matchOf } from './match.ts';
import type { Verdict } from './verdict.ts';

/** Whether a quotation is by the speaker who was named. */
export type IsBy = (quotation: Quotation) => boolean;

/** What the candidates come to, without the words that were looked for. */
export type Judgement = Verdict extends infer V ? (V extends Verdict ? Omit<V, 'words'> : never) : never;

interface Judged {
  readonly candidate: Candidate;
  readonly left: Left;
  readonly edits: number;
  /** Near enough to be meant. */
  readonly isMeant: boolean;
}

/** @param leastEvidence see `isMeant`. */
export function judge(
  candidates: readonly Candidate[],
  isBy: IsBy | undefined,
  leastEvidence: number,
): Judgement {
  const all = candidates.map((candidate): Judged => {
    const { added, missing, kept } = candidate.measures;
    const isSpeech = candidate.source === 'speech' && kept > added + missing;
    const left = isSpeech ? leftBehind(candidate) : { torn: [], without: null };
    const edits = added + missing + left.torn.length;
    return { candidate, left, edits, isMeant: isMeant(candidate, leastEvidence) };
  });
  const ranked = all
    .map((judged) => ({ judged, rank: rankOf(judged, isBy) }))
    .sort(
      (a, b) =>
        compare(a.rank, b.rank) ||
        newestFirst(a.judged.candidate.comparison.article, b.judged.candidate.comparison.article),
    )
    .map(({ judged }) => judged);
  const best = ranked[0];
  return best?.isMeant === true ? found(best, ranked, isBy) : notFound(ranked);
}

function found(
  { candidate, left, edits }: Judged,
  all: readonly Judged[],
  isBy: IsBy | undefined,
): Judgement {
  const { source, measures, quotations, whole, comparison } = candidate;
  const isExact = edits === 0;
  const also = all
    .filter((other) => isExact && other.edits === 0 && other.candidate.source === source)
    .map((other) => other.candidate.comparison.article);
  const shown = {
    match: matchOf(candidate, left.torn),
    also: [...new Set(also)].filter((article) => article !== comparison.article),
  };
  if (source !== 'speech')
    return { kind: 'not-speech', ...shown, altered: !isExact, said: source === 'text' ? 'none' : source };
  const isAnothers = isBy !== undefined && !quotations.some(isBy);
  if (isAnothers && quotations.some(({ speaker, grade }) => speaker !== null && grade !== 'unknown'))
    return { kind: 'somebody-else', ...shown, altered: !isExact };
  if (!isExact) return { kind: 'altered', ...shown };
  const cut = measures.cut.find((span) => isNegationAt(comparison.article, span)) ?? null;
  const extent = measures.cut.length > 0 ? 'cut' : measures.kept < whole ? 'part' : 'whole';
  return { kind: 'exact', ...shown, extent, without: cut ?? left.without };
}

const LEAST_NEAREST = 0.3;

function notFound(all: readonly Judged[]): Judgement {
  const nearest = all
    .map(({ candidate }) => candidate)
    .find(({ source, measures }) => source === 'speech' && nearness(measures) >= LEAST_NEAREST);
  return { kind: 'not-found', nearest: nearest === undefined ? null : matchOf(nearest, []) };
}

/** How much nearer running text must be than what somebody said. */
const SAID = 0.15;
const SOURCES = ['speech', 'reported', 'partly', 'text'] as const;

/**
 * Which of several it is, the least first:
 *
 *   0  the very words, said                  3  the very words, not said
 *   1  the same with words cut openly        4  nearly the words, said or not
 *   2  the very words, torn from a "not"     5  nothing that can be meant
 *
 * Of those that are equal: the nearest; said before not said; by the speaker who was named, by another, by nobody
 * that the article makes clear; whole quotations before parts; then newer articles.
 */
function rankOf(
  { candidate, left, edits, isMeant: meant }: Judged,
  isBy: IsBy | undefined,
): readonly number[] {
  const { source, quotations, measures, whole } = candidate;
  const isNamed = quotations.some(({ speaker }) => speaker !== null);
  const byWhom = isBy !== undefined && quotations.some(isBy) ? 0 : isNamed ? 1 : 2;
  const isTornOnly = edits === left.torn.length;
  const step = !meant
    ? 5
    : edits === 0 && source === 'speech'
      ? measures.cut.length > 0
        ? 1
        : 0
      : edits === 0
        ? 3
        : isTornOnly
          ? 2
          : 4;
  return [
    step,
    edits === 0 ? 0 : -nearness(measures) - (source === 'speech' ? SAID : 0),
    SOURCES.indexOf(source),
    byWhom,
    measures.kept === whole ? 0 : 1,
  ];
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [at, one] of a.entries()) {
    const difference = one - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
