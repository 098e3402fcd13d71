import { type Article, type ArticleId, overlap, type Span, textAt } from '../news/article.ts';
import type { Quotation } from '../news/quotations/quotation.ts';
import type { PassageId } from '../search/passages.ts';
import { indexTerms } from '../search/terms.ts';
import { foundPassages, type Shelf } from './answer.ts';
import type { Candidate } from './candidate.ts';
import { covered } from './coverage.ts';
import type { Question } from './question.ts';
import { type Ranked, rank } from './rank.ts';

/** A quotation and how near it is to what was asked. */
export interface RankedQuotation {
  readonly quotation: Quotation;
  /**
   * Of the best of the sentences that it stands in, as answers are ranked, and a point where its own words hold all
   * that was asked; compares only within one list.
   */
  readonly score: number;
  /** Share of what was asked that its sentences hold; what only those beside them, or the heading, hold counts less. 0..1. */
  readonly held: number;
}

/** Enough for any subject: what is found beyond holds little of it. */
const MOST_PASSAGES = 300;
const NEARBY = 0.4;

/**
 * The quotations of the passages that bear on a question, best first: each is ranked as the sentences that it
 * stands in, with who says it and what stands around it, by the ranking that finds answers.
 *
 * @param quotationsIn those of an article that may be shown; passages that hold none of them are not ranked.
 * @param within the articles that are searched; all, if not given.
 */
export function rankQuotations(
  question: Question,
  shelf: Shelf,
  quotationsIn: (article: Article) => readonly Quotation[],
  within?: ReadonlySet<ArticleId>,
): readonly RankedQuotation[] {
  const touching = (article: Article, span: Span): readonly Quotation[] =>
    quotationsIn(article).filter((quotation) => placesOf(quotation).some((place) => overlap(place, span)));
  const isWithin = (id: PassageId): boolean => within?.has(shelf.passage(id)?.article.id ?? '') ?? true;
  const found = foundPassages(question, shelf, { limit: MOST_PASSAGES, within: isWithin }).filter(
    ({ passage: { passage } }) => touching(passage.article, passage.span).length > 0,
  );
  const sentences = new Map<Quotation, Ranked[]>();
  for (const ranked of rank(question, found, shelf)) {
    const { passage } = ranked.candidate.passage;
    for (const quotation of touching(passage.article, sentenceOf(ranked.candidate))) {
      const theirs = sentences.get(quotation);
      if (theirs === undefined) sentences.set(quotation, [ranked]);
      else theirs.push(ranked);
    }
  }
  return [...sentences]
    .map(([quotation, ranked]) => ({
      quotation,
      score: Math.max(...ranked.map(({ score }) => score)) + ownShare(quotation, ranked[0]),
      held: heldBy(ranked.map(({ candidate }) => candidate)),
    }))
    .sort((a, b) => b.score - a.score);
}

/** Share of what was asked that stands in the quotation itself: 0..1. */
function ownShare({ spans }: Quotation, ranked: Ranked | undefined): number {
  if (ranked === undefined) return 0;
  const { passage, question, weights } = ranked.candidate;
  const held = new Set(spans.flatMap((span) => indexTerms(textAt(passage.passage.article, span))));
  return question.terms.reduce(
    (sum, { term, concept }, index) =>
      held.has(term) || (concept !== null && held.has(concept)) ? sum + (weights[index] ?? 0) : sum,
    0,
  );
}

/** Its words and the cue that reports them: "…" in one sentence may be reported by the next. */
const placesOf = ({ spans, cue }: Quotation): readonly Span[] => (cue === null ? spans : [...spans, cue]);

const sentenceOf = ({ passage: { passage }, at }: Candidate): Span => passage.sentences[at] ?? passage.span;

/** How much of what was asked some sentences hold together; the ones beside them and the heading count less. */
function heldBy(candidates: readonly Candidate[]): number {
  const weights = candidates[0]?.weights ?? [];
  const own = covered(weights, ...candidates.map(({ match }) => match));
  const all = covered(
    weights,
    ...candidates.flatMap(({ match, before, after, heading }) => [match, before, after, heading]),
  );
  return own + NEARBY * (all - own);
}
