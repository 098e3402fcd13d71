/** Half-open `[start, end)` range of UTF-16 offsets into `Article.text`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A headed part of an article. The first section often has no heading: it is the opening of the story. */
export interface Section {
  readonly heading: Span | null;
  readonly paragraphs: readonly Span[];
}

/** What a publisher says about an article, beside its text. */
export interface Masthead {
  readonly headline: string;
  readonly standfirst?: string;
  readonly byline?: string;
  readonly publisher?: string;
  /** ISO 8601 date, or date and time: `2025-02-16`. */
  readonly published?: string;
  readonly url?: string;
}

/** Its file name without the ending: unique in a corpus, stable over restarts. */
export type ArticleId = string;

export interface Article extends Masthead {
  readonly id: ArticleId;
  /** Headings and paragraphs in order, joined by one blank line; the headline is not among them. */
  readonly text: string;
  readonly sections: readonly Section[];
}

/** A section before its place in the text is known: what every format parses to. */
export interface DraftSection {
  readonly heading?: string;
  readonly paragraphs: readonly string[];
}

const BLANK_LINE = '\n\n';

/**
 * Lays the blocks out and gives each its span. Blocks are kept to the letter; those of nothing but white
 * space are no blocks and are dropped.
 */
export function buildArticle(id: ArticleId, masthead: Masthead, drafts: readonly DraftSection[]): Article {
  let text = '';
  const place = (block: string): Span => {
    if (text !== '') text += BLANK_LINE;
    const start = text.length;
    text += block;
    return { start, end: text.length };
  };
  const sections = drafts
    .map((draft) => ({
      heading: draft.heading === undefined || isBlank(draft.heading) ? null : place(draft.heading),
      paragraphs: draft.paragraphs.filter((paragraph) => !isBlank(paragraph)).map(place),
    }))
    .filter((section) => section.heading !== null || section.paragraphs.length > 0);
  return { ...masthead, id, text, sections };
}

/** The article's own words. The only way from a span to a string. */
export const textAt = (article: Article, span: Span): string => article.text.slice(span.start, span.end);

/** A span covers itself, and an empty one at either of its ends. */
export const covers = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** Whether two spans share a character. */
export const overlap = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

/** The section that a span lies in, or null when it lies in none. */
export function sectionAt(article: Article, span: Span): Section | null {
  return (
    article.sections.find(
      (section) =>
        section.paragraphs.some((paragraph) => covers(paragraph, span)) ||
        (section.heading !== null && covers(section.heading, span)),
    ) ?? null
  );
}

const isBlank = (block: string): boolean => block.trim() === '';

/** Articles without a date come last; the id settles the rest, so that two runs agree. */
export function newestFirst(a: Article, b: Article): number {
  return compare(b.published ?? '', a.published ?? '') || compare(a.id, b.id);
}

/** Far quicker than by the rules of a language, which dates and ids do not follow. */
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
