import { overlap, textAt } from '../news/article.ts';
import type { Quotation, QuotationKind } from '../news/quotations/quotation.ts';
import { quotationsIn } from '../news/quotations/quotations.ts';
import { tokens } from '../search/terms.ts';
import { type AskedSpeaker, askedSpeaker } from './asked-speaker.ts';
import type { Candidate } from './candidate.ts';
import { covered, standIns } from './coverage.ts';
import type { PassageProfile } from './profile.ts';
import type { Question } from './question.ts';
import type { Ranked } from './rank.ts';
import { knownAs, speakerFit } from './speaker-fit.ts';

/** Terms of the names of those whose words, between marks, a sentence holds. */
export function speakersIn({ passage }: PassageProfile, at: number): ReadonlySet<string> {
  const { article } = passage;
  const sentence = passage.sentences[at] ?? passage.span;
  const speakers = quotationsIn(article).flatMap(({ speaker, spans, kind }) =>
    speaker !== null && BETWEEN_MARKS.has(kind) && spans.some((span) => overlap(span, sentence))
      ? [speaker.name]
      : [],
  );
  return new Set(speakers.flatMap((name) => tokens(textAt(article, name)).map(({ term }) => term)));
}

const BETWEEN_MARKS: ReadonlySet<QuotationKind> = new Set(['direct', 'mixed']);

/** Points of the score by which some of one’s own words are preferred to others: whole clauses, then fragments. */
const WORTH: Readonly<Record<QuotationKind, number>> = { direct: 1, mixed: 0.5, indirect: 0, term: 0 };
/** Points for holding all of the subject: a name that the sentence lacks is made up for, as who speaks is known. */
const BEARING_WORTH = 3;
/** Share of the subject that words must hold to be about it, and share of what the best sentence holds of it. */
const LEAST_BEARING = 0.5;
const LEAST_BESIDE_BEST = 0.8;
const NEARBY = 0.5;
const JUST_AHEAD = 0.01;

/**
 * "What did X say about Y?": where X said something about Y, that comes before sentences that merely mention both;
 * where X did not, nothing changes, except that what somebody else said is no answer. Takes and gives the best first; scores of X’s words are raised by what it takes.
 */
export function ownWordsFirst(question: Question, all: readonly Ranked[]): readonly Ranked[] {
  const asked = askedSpeaker(question);
  if (asked === null) return all;
  const ranked = all.filter(({ candidate }) => !isSaidByOthers(candidate, asked));
  const best = ranked[0];
  if (best === undefined) return ranked;
  const least = Math.max(LEAST_BEARING, LEAST_BESIDE_BEST * bearing(best.candidate, asked).nearby);
  const raised = ranked.flatMap((one) => {
    const rows = wordsOf(one.candidate, asked.speaker);
    const { itself, nearby } = bearing(one.candidate, asked);
    if (rows.length === 0 || nearby < least) return [];
    const worth = Math.max(...rows.map(({ kind }) => WORTH[kind]));
    return [{ one, score: one.score + BEARING_WORTH * itself + worth }];
  });
  if (raised.length === 0) return ranked;
  const own = new Set(raised.map(({ one }) => one));
  const others = ranked.filter((one) => !own.has(one));
  const ahead =
    (others[0]?.score ?? Number.NEGATIVE_INFINITY) - Math.max(...raised.map(({ score }) => score));
  const lift = Math.max(0, ahead + JUST_AHEAD);
  const first = raised.map(({ one, score }) => ({
    ...one,
    score: score + lift,
    raised: score + lift - one.score,
  }));
  return [...first, ...others].sort((a, b) => b.score - a.score);
}

/**
 * The very words of another, in which X is at most spoken of: “Today, Trump claims …,” Kuleba said. Where X stands
 * beside them, X may have said them after all.
 */
function isSaidByOthers({ passage: { passage }, at }: Candidate, { speaker }: AskedSpeaker): boolean {
  const sentence = passage.sentences[at] ?? passage.span;
  const rows = quotationsIn(passage.article).filter(({ spans }) =>
    spans.some((span) => overlap(span, sentence)),
  );
  const isTheirs = (row: Quotation): boolean =>
    row.speaker !== null && speakerFit(speaker, knownAs(passage.article, row.speaker)) >= 1;
  const quoted = rows.filter(({ kind }) => BETWEEN_MARKS.has(kind));
  if (quoted.length === 0 || rows.some(isTheirs)) return false;
  if (!quoted.every(({ grade }) => grade === 'named' || grade === 'pronoun')) return false;
  const wanted = new Set(speaker.map(({ term }) => term));
  return !tokens(textAt(passage.article, sentence)).some(
    ({ term, start, end }) =>
      wanted.has(term) &&
      !quoted.some(({ spans }) =>
        spans.some((span) => overlap(span, { start: sentence.start + start, end: sentence.start + end })),
      ),
  );
}

/** How much of what X is asked about a sentence holds, and how much with what stands around it at half: 0..1. */
function bearing(candidate: Candidate, { about }: AskedSpeaker): { itself: number; nearby: number } {
  const total = about.reduce((sum, index) => sum + (candidate.weights[index] ?? 0), 0);
  if (total === 0) return { itself: 1, nearby: 1 };
  const weights = candidate.weights.map((weight, index) => (about.includes(index) ? weight / total : 0));
  const { match, whole, heading, near } = candidate;
  const itself = covered(weights, match) + standIns({ weights }, match, near.byTerm);
  const around = Math.max(itself, covered(weights, match, whole, heading));
  return { itself, nearby: itself + NEARBY * (around - itself) };
}

/** What a speaker says in a sentence. */
function wordsOf(
  { passage: { passage }, at }: Candidate,
  speaker: AskedSpeaker['speaker'],
): readonly Quotation[] {
  const sentence = passage.sentences[at] ?? passage.span;
  return quotationsIn(passage.article).filter(
    (row) =>
      row.speaker !== null &&
      row.kind !== 'term' &&
      row.spans.some((span) => overlap(span, sentence)) &&
      speakerFit(speaker, knownAs(passage.article, row.speaker)) >= 2,
  );
}
