import { type Article, type Span, textAt } from '../news/article.ts';
import type { Quotation } from '../news/quotations/quotation.ts';
import { quotationsIn } from '../news/quotations/quotations.ts';

/** What one person says in one go: a quotation, or several that follow one another in a paragraph. */
export interface Statement {
  /** At least one. */
  readonly quotations: readonly [Quotation, ...Quotation[]];
  readonly spans: readonly Span[];
}

/** What is said in an article between quotation marks, in the order of its text. */
export function statementsIn(article: Article): readonly Statement[] {
  const known = read.get(article);
  if (known !== undefined) return known;
  const statements: Statement[] = [];
  for (const quotation of quotationsIn(article)) {
    if (quotation.kind === 'indirect') continue;
    const last = statements.at(-1);
    if (last !== undefined && goesOn(article, last, quotation))
      statements[statements.length - 1] = {
        quotations: [...last.quotations, quotation],
        spans: [...last.spans, ...quotation.spans],
      };
    else statements.push({ quotations: [quotation], spans: quotation.spans });
  }
  read.set(article, statements);
  return statements;
}

const read = new WeakMap<Article, readonly Statement[]>();

/** What an article reports in its own words, without marks, and who is said to have said it. */
export const reportedIn = (article: Article): readonly Quotation[] =>
  quotationsIn(article).filter(({ kind }) => kind === 'indirect');

/** “We shall see,” she said. “Soon.”: whole sentences of one speaker; never fragments, which nobody said in one go. */
function goesOn(article: Article, { quotations, spans }: Statement, next: Quotation): boolean {
  const last = quotations.at(-1);
  const [end, start] = [spans.at(-1)?.end, next.spans[0]?.start];
  if (last === undefined || end === undefined || start === undefined) return false;
  return (
    last.kind === 'direct' &&
    next.kind === 'direct' &&
    speakerOf(article, last) === speakerOf(article, next) &&
    start >= end &&
    !article.text.slice(end, start).includes('\n')
  );
}

const speakerOf = (article: Article, { speaker }: Quotation): string | null =>
  speaker === null ? null : textAt(article, speaker.name);
