import { type Article, buildArticle, type DraftSection, textAt } from '../news/article.ts';
import type { FeedEntry } from '../news/parse/feed.ts';
import { escapeHtml } from '../news/parse/html/escape.ts';
import { wordsIn } from '../news/words-in.ts';

/** Words of a text that is an article and not its beginning. */
const WHOLE = 150;
/** Of one that may be, where its page cannot be had: news in brief has as many. */
const BRIEF = 50;

/** "…", "[…]", "... Read more": the beginning of an article that goes on elsewhere. */
const GOES_ON =
  /(?:…|\.\.\.|\[(?:…|\.\.\.)\]|\b(?:read|see) (?:more|on)|\bcontinue reading|\bread the (?:full|whole|rest)\b.{0,60})\W*$/i;
/** What weblogs write below each article of their feed. */
const APPEARED = /^The post .{1,300} (?:appeared first on|first appeared on) .{1,100}$/i;

/** What a feed gives as an article's text, as HTML. Where the summary is far longer than the text, it is the text. */
const bodyOf = ({ html, summary }: FeedEntry): string | undefined =>
  (summary?.length ?? 0) > 2 * (html?.length ?? 0) ? summary : html;

/** The same as a page that can be read like any other; undefined where the feed gives none. */
export function pageFrom(entry: FeedEntry): string | undefined {
  const body = bodyOf(entry);
  if (body === undefined) return undefined;
  const title = escapeHtml(entry.headline ?? '');
  return `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title></head><body><article><h1>${title}</h1>${body}</article></body></html>`;
}

/** Told by the HTML: "Continue reading" is a link below the text, and no paragraph of it. */
export function isBeginning(entry: FeedEntry): boolean {
  const words = (bodyOf(entry) ?? '')
    .slice(-2_000)
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(?:hellip|#8230|#x2026);/gi, '…');
  return goesOn(words);
}

/** The article without what the feed's own software adds below it. */
export function withoutColophon(article: Article): Article {
  const last = article.sections.at(-1)?.paragraphs.at(-1);
  if (last === undefined || !APPEARED.test(textAt(article, last))) return article;
  const drafts = article.sections.map(
    ({ heading, paragraphs }): DraftSection => ({
      ...(heading !== null && { heading: textAt(article, heading) }),
      paragraphs: paragraphs.filter((span) => span !== last).map((span) => textAt(article, span)),
    }),
  );
  return buildArticle(article.id, article, drafts);
}

export const isWhole = ({ text }: Article): boolean => wordsIn(text) >= WHOLE && !goesOn(text);

/** Whether it may pass for the article where its page is gone. A summary, however long, is about it. */
export const isBrief = ({ text }: Article, { html }: FeedEntry): boolean =>
  html !== undefined && wordsIn(text) >= BRIEF && !goesOn(text);

const goesOn = (text: string): boolean => GOES_ON.test(text.slice(-400));
