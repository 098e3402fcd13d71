import { knownAs, speakerFit, wantedWords } from './answer/speaker-fit.ts';
import type { Article, ArticleId } from './news/article.ts';
import type { Quotation } from './news/quotations/quotation.ts';

/**
 * Whether what was typed names the speaker of a quotation, or says what they are: "kuleba", "the foreign
 * minister". A name that only stands in somebody’s description is not theirs: "Trump" is not "Trump’s lawyer".
 */
export function isSpeaker(
  { article: id, speaker }: Quotation,
  typed: string,
  articles: ReadonlyMap<ArticleId, Article>,
): boolean {
  const article = articles.get(id);
  if (article === undefined || speaker === null) return false;
  return speakerFit(wantedWords(typed), knownAs(article, speaker)) >= 2;
}
