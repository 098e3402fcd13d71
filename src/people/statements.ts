import { type Article, type ArticleId, covers, textAt } from '../news/article.ts';
import type { Quotation } from '../news/quotations/quotation.ts';
import { reportsSpeech } from '../news/quotations/verbs.ts';

/** Something that was said, to be shown once. */
export interface Statement {
  readonly quotation: Quotation;
  /** At least some of it stands between marks in the article: the speaker’s own words, not only reported ones. */
  readonly ownWords: boolean;
}

/**
 * Each thing that was said once, in the order given. Scare quotes and titles are nobody’s statements. Where a
 * reported clause holds words between marks, the extractor yields both; the clause shows more, so it stands for both.
 *
 *     The mayor said [the roof would be “drier” than before]   one statement, with own words
 */
export function statementsIn(
  rows: readonly Quotation[],
  articles: ReadonlyMap<ArticleId, Article>,
): readonly Statement[] {
  const clauses = new Map<string, Quotation[]>();
  for (const row of rows) {
    if (row.kind !== 'indirect' || !isToldAsSaid(row, articles.get(row.article))) continue;
    const theirs = clauses.get(row.article);
    if (theirs === undefined) clauses.set(row.article, [row]);
    else theirs.push(row);
  }
  const clauseOf = (row: Quotation): Quotation | undefined =>
    row.kind === 'indirect'
      ? undefined
      : clauses.get(row.article)?.find((clause) => holds(clause, row, articles.get(row.article)));
  const said = rows.filter((row) => row.kind !== 'term' && isToldAsSaid(row, articles.get(row.article)));
  const clauseAround = new Map(said.map((row) => [row, clauseOf(row)]));
  const marked = new Set(clauseAround.values());
  return said
    .filter((row) => clauseAround.get(row) === undefined)
    .map((quotation) => ({
      quotation,
      ownWords: quotation.kind !== 'indirect' || marked.has(quotation),
    }));
}

/** Less likely reports than this are often none. */
const LEAST_REPORT = 0.4;

/** "She wants a ferry" tells what she wants, not what she said. */
function isToldAsSaid({ kind, cue, confidence }: Quotation, article: Article | undefined): boolean {
  if (kind !== 'indirect') return true;
  return (
    article !== undefined && cue !== null && confidence >= LEAST_REPORT && reportsSpeech(textAt(article, cue))
  );
}

/** How many statements hold words between marks, and how many only report. */
export function countStatements(
  rows: readonly Quotation[],
  articles: ReadonlyMap<ArticleId, Article>,
): { readonly quotations: number; readonly reported: number } {
  const statements = statementsIn(rows, articles);
  const quotations = statements.filter(({ ownWords }) => ownWords).length;
  return { quotations, reported: statements.length - quotations };
}

/** A fragment whose speaker is not known is within somebody’s clause all the same. */
function holds(clause: Quotation, row: Quotation, article: Article | undefined): boolean {
  const within = row.spans.every((span) => clause.spans.some((outer) => covers(outer, span)));
  if (!within || row.speaker === null || clause.speaker === null) return within;
  return article !== undefined && textAt(article, row.speaker.name) === textAt(article, clause.speaker.name);
}
