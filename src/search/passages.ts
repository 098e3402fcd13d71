import { type Article, type Span, textAt } from '../news/article.ts';
import { sentences } from '../news/sentences.ts';

/** `articleId#start-end`: the same passage has the same id in every run. */
export type PassageId = string;

/** What is searched for and shown as one piece: a paragraph, or part of a long one. */
export interface Passage {
  readonly id: PassageId;
  readonly article: Article;
  readonly span: Span;
  readonly sentences: readonly Span[];
  readonly heading: Span | null;
  /** Its place among the article's passages, from 0. */
  readonly position: number;
  /** What stands just before and after it: a paragraph of news often needs its neighbour to be found. */
  readonly neighbours: readonly Span[];
}

/** A passage is read at one glance: longer paragraphs are cut, between sentences, into parts of at most this many UTF-16 units. */
const LONGEST_PASSAGE = 2_000;

/** An article's paragraphs, in order; together they hold every sentence of it exactly once. */
export function passagesOf(article: Article): readonly Passage[] {
  const parts = article.sections.flatMap((section) =>
    section.paragraphs
      .flatMap((paragraph) => cut(sentences(article.text, paragraph)))
      .map((group) => ({ section, sentences: group, span: spanOf(group) })),
  );
  return parts.map((part, position) => ({
    id: `${article.id}#${part.span.start}-${part.span.end}`,
    article,
    span: part.span,
    sentences: part.sentences,
    heading: part.section.heading,
    position,
    neighbours: [parts[position - 1], parts[position + 1]].flatMap((neighbour) =>
      neighbour !== undefined && neighbour.section === part.section ? [neighbour.span] : [],
    ),
  }));
}

function cut(all: readonly Span[]): readonly (readonly Span[])[] {
  const groups: Span[][] = [];
  for (const sentence of all) {
    const group = groups.at(-1);
    if (group?.[0] !== undefined && sentence.end - group[0].start <= LONGEST_PASSAGE) group.push(sentence);
    else groups.push([sentence]);
  }
  return groups;
}

const spanOf = (group: readonly Span[]): Span => ({
  start: group[0]?.start ?? 0,
  end: group.at(-1)?.end ?? 0,
});

export const headingText = (passage: Passage): string =>
  passage.heading === null ? '' : textAt(passage.article, passage.heading);
