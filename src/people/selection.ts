import type { Shelf } from '../answer/answer.ts';
import type { Question } from '../answer/question.ts';
import { type RankedQuotation, rankQuotations } from '../answer/rank-quotations.ts';
import type { Article } from '../news/article.ts';
import type { Quotation } from '../news/quotations/quotation.ts';
import type { ArticleFilter, Holdings } from '../newsroom/holdings.ts';
import type { Roster } from './roster.ts';
import { statementsIn } from './statements.ts';

export interface QuotationFilter extends ArticleFilter {
  /** Any way of naming the speaker: "kuleba", "the foreign minister". */
  readonly speaker?: string;
  /** A subject, or a whole question. */
  readonly about?: string;
  /** Share of `about` that a quotation’s sentences must hold, 0..1; what only those beside them hold counts less. */
  readonly least?: number;
}

/** What is selected from. */
export interface Archive {
  readonly holdings: Holdings;
  readonly shelf: Shelf;
  quotationsIn(article: Article): readonly Quotation[];
  /** Made when a speaker is first asked for: every article is read for it. */
  roster(): Roster;
  understand(about: string): Question;
}

/** Every row that fits: the newest article’s first, then in the order of the text; with `about`, the nearest first. */
export function selectQuotations(filter: QuotationFilter, archive: Archive): readonly Quotation[] {
  const { articles, rowsIn } = scopeOf(filter, archive);
  if (filter.about === undefined) return articles.flatMap(rowsIn);
  return rankedAbout(filter.about, filter, archive, articles, rowsIn).map(({ quotation }) => quotation);
}

/**
 * What is shown to people: each statement once, no scare quotes, and what nobody is known to have said only where a
 * subject or an article is asked for. In the order of `selectQuotations`; but of those that are about equally near
 * to `about`, the speakers’ own words come before reported ones.
 */
export function selectStatements(filter: QuotationFilter, archive: Archive): readonly Quotation[] {
  const { articles, rowsIn } = scopeOf(filter, archive);
  const ownWords = new Set<Quotation>();
  const shownIn = (article: Article): readonly Quotation[] => {
    const statements = statementsIn(rowsIn(article), archive.holdings.byId);
    for (const statement of statements) if (statement.ownWords) ownWords.add(statement.quotation);
    return statements.map(({ quotation }) => quotation);
  };
  if (filter.about === undefined) {
    const all = articles.flatMap(shownIn);
    return filter.article === undefined ? all.filter(({ speaker }) => speaker !== null) : all;
  }
  const ranked = rankedAbout(filter.about, filter, archive, articles, shownIn);
  const best = ranked[0]?.score ?? 0;
  const band = ({ score }: RankedQuotation): number => Math.floor((best - score) / EQUALLY_NEAR);
  const reported = ({ quotation }: RankedQuotation): number => (ownWords.has(quotation) ? 0 : 1);
  return [...ranked]
    .sort((a, b) => band(a) - band(b) || reported(a) - reported(b))
    .map(({ quotation }) => quotation);
}

/** Points of the score: natural logarithm of how much likelier one is than another. */
const EQUALLY_NEAR = 2;
/** What holds less than this share of what the fullest holds is not about the subject. */
const LEAST_BESIDE_FULLEST = 0.5;

/** The articles that are looked in, and the rows that fit in each; what another of them says too is said once. */
function scopeOf(
  filter: QuotationFilter,
  { holdings, quotationsIn, roster }: Archive,
): { readonly articles: readonly Article[]; rowsIn(article: Article): readonly Quotation[] } {
  const { articles, isRetold } = holdings.selection(filter);
  const told = (one: Article): readonly Quotation[] =>
    quotationsIn(one).filter(({ spans }) => !isRetold(one, spans));
  if (filter.speaker === undefined) return { articles, rowsIn: told };
  const people = roster().named(filter.speaker);
  const theirs = new Set(people.flatMap(({ rows }) => rows));
  const among = new Set(people.flatMap((person) => person.articles));
  return {
    articles: articles.filter(({ id }) => among.has(id)),
    rowsIn: (one) => told(one).filter((row) => theirs.has(row)),
  };
}

/** Nearest first; the newest first, then in the order of the text, where equally near. */
function rankedAbout(
  about: string,
  { least = 0 }: QuotationFilter,
  { holdings, shelf, understand }: Archive,
  articles: readonly Article[],
  rowsIn: (article: Article) => readonly Quotation[],
): readonly RankedQuotation[] {
  const kept = new Map<Article, readonly Quotation[]>();
  const once = (article: Article): readonly Quotation[] => {
    const rows = kept.get(article) ?? rowsIn(article);
    kept.set(article, rows);
    return rows;
  };
  const all = holdings.articles;
  const within = articles.length === all.length ? undefined : new Set(articles.map(({ id }) => id));
  const ranked = rankQuotations(understand(about), shelf, once, within);
  const fullest = Math.max(0, ...ranked.map(({ held }) => held));
  const needed = Math.max(least, LEAST_BESIDE_FULLEST * fullest, Number.MIN_VALUE);
  const age = new Map(all.map(({ id }, index) => [id, index]));
  const place = ({ quotation: { article, spans } }: RankedQuotation): readonly [number, number] => [
    age.get(article) ?? 0,
    spans[0]?.start ?? 0,
  ];
  return ranked
    .filter(({ held }) => held >= needed)
    .sort((a, b) => {
      const [age, start] = place(a);
      const [otherAge, otherStart] = place(b);
      return b.score - a.score || age - otherAge || start - otherStart;
    });
}
