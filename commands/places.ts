import { articleKey } from '../src/article-key.ts';
import { UserError } from '../src/command.ts';
import { type Article, covers, type Span } from '../src/news/article.ts';
import type { Newsroom } from '../src/newsroom.ts';
import type { Words } from '../src/words/words.ts';

/** A sentence in an article. */
export interface Place {
  readonly article: Article;
  readonly sentence: Span;
}

/** Places as a button carries them, all on one string: it names each, and keeps their order over any restart. */
export interface Places {
  readonly at: string;
  /** Which of them is shown, from 1. */
  readonly number: number;
}

/** What a button has room for beside its command and two numbers. */
const LONGEST = 66;

/**
 * As many as there is room for, the first always: `key#120-240,300-310,other#5-90`. An article is named once for
 * those that follow.
 */
export function writePlaces(places: readonly Place[]): string {
  let written = '';
  let before: Article | undefined;
  for (const { article, sentence } of places) {
    const place = `${sentence.start}-${sentence.end}`;
    const next = article === before ? place : `${articleKey(article)}#${place}`;
    if (written !== '' && written.length + 1 + next.length > LONGEST) break;
    written += written === '' ? next : `,${next}`;
    before = article;
  }
  return written;
}

export const countPlaces = ({ at }: Pick<Places, 'at'>): number => at.split(',').length;

/** @throws UserError where nothing is named so, or where the article is no longer as it was. */
export function placeNamed(newsroom: Newsroom, { at, number }: Places, words: Words): Place {
  let key: string | undefined;
  for (const [index, place] of at.split(',').entries()) {
    const [, named, start, end] = /^(?:(.+)#)?(\d+)-(\d+)$/.exec(place) ?? [];
    key = named ?? key;
    if (key === undefined || start === undefined || end === undefined) break;
    if (index + 1 === number) return found(newsroom, key, { start: Number(start), end: Number(end) }, words);
  }
  throw new UserError(words.passage.notAPlace(at));
}

function found(newsroom: Newsroom, key: string, sentence: Span, words: Words): Place {
  const article = newsroom.article(key);
  const lies = article?.sections.some(({ paragraphs }) =>
    paragraphs.some((paragraph) => covers(paragraph, sentence)),
  );
  if (article === undefined || lies !== true || sentence.start >= sentence.end)
    throw new UserError(words.passage.gone);
  return { article, sentence };
}

/** Paragraphs on either side: beyond this one reads the article. */
export const MOST_AROUND = 20;

/** The paragraph that a span lies in with `radius` paragraphs of its section before and after it. */
export function around(
  article: Article,
  sentence: Span,
  radius: number,
): {
  readonly span: Span;
  readonly heading: Span | null;
  /** There is no more to show. */
  readonly whole: boolean;
} {
  for (const { heading, paragraphs } of article.sections) {
    const at = paragraphs.findIndex((paragraph) => covers(paragraph, sentence));
    if (at < 0) continue;
    const from = Math.max(0, at - radius);
    const to = Math.min(paragraphs.length - 1, at + radius);
    const span = {
      start: paragraphs[from]?.start ?? sentence.start,
      end: paragraphs[to]?.end ?? sentence.end,
    };
    return { span, heading, whole: radius >= MOST_AROUND || (from === 0 && to === paragraphs.length - 1) };
  }
  return { span: sentence, heading: null, whole: true };
}
