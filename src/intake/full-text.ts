import { type Article, textAt } from '../news/article.ts';
import { paragraphed } from '../news/parse/feed/plain.ts';
import type { FeedEntry } from '../news/parse/feed.ts';
import { escapeHtml } from '../news/parse/html/escape.ts';
import { wordsIn } from '../news/words-in.ts';
import { type Ending, endingOf } from './ending.ts';

/** Words of a text that is an article and not its beginning. */
const WHOLE = 150;
/** Of one that may be, where there is no page any more: news in brief has as many. */
const BRIEF = 50;

/** "…", "[…]", "(...)". Somebody who falls silent is quoted: "We will see…”" */
const BREAKS_OFF = /(?:…|\.{3})[\s)\]>»→]*$/;
const CLOSED = /[.!?…]["”’»')\]*†]*$/;

/** What a feed gives as an article's text, as HTML. Where the summary is far longer than the text, it is the text. */
const bodyOf = ({ html, summary }: FeedEntry): string | undefined =>
  (summary?.length ?? 0) > 2 * (html?.length ?? 0) ? summary : html;

/** The same as a page that can be read like any other; undefined where the feed gives none. */
export function pageFrom(entry: FeedEntry): Ending | undefined {
  const body = bodyOf(entry);
  if (body === undefined) return undefined;
  const { html, leadsOn } = endingOf(paragraphed(body), entry);
  const title = escapeHtml(entry.headline ?? '');
  return {
    html: `<!doctype html><html><head><meta charset="utf-8"><title>${title}</title></head><body><article><h1>${title}</h1>${html}</article></body></html>`,
    leadsOn,
  };
}

/** Where there is a page to look at, a last sentence without an end is enough. */
export function breaksOff(article: Article, { url }: FeedEntry): boolean {
  const last = article.sections.at(-1)?.paragraphs.at(-1);
  const text = last === undefined ? '' : textAt(article, last);
  return BREAKS_OFF.test(text) || (url !== undefined && !CLOSED.test(text));
}

export const isWhole = ({ text }: Article): boolean => wordsIn(text) >= WHOLE;

/** Whether it may pass for the article where its page is gone. A summary, however long, is about it. */
export const isBrief = ({ text }: Article, { html }: FeedEntry): boolean =>
  html !== undefined && wordsIn(text) >= BRIEF;
