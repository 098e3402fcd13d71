import { type Article, textAt } from '../src/news/article.ts';
import { quotationsIn } from '../src/news/quotations/quotations.ts';
import { sentences } from '../src/news/sentences.ts';
import { peopleIn } from '../src/people/people.ts';
import { countStatements } from '../src/people/statements.ts';
import type { Block, ListBlock, ListItem } from '../src/reply.ts';
import type { Words } from '../src/words/words.ts';
import { speakerItem } from './speaker-list.ts';

/** Long enough to see whether an article was read well. */
const MOST_SECTIONS = 12;
const MOST_SPEAKERS = 12;

/** Everything that was read of an article; its first sentence as it will be shown. What is missing is named. */
export function understood(article: Article, words: Words): readonly Block[] {
  const { corpus, set, quote } = words;
  const { byline, standfirst, published, publisher } = article;
  const quotations = quotationsIn(article);
  const byId = new Map([[article.id, article]]);
  const missing = [
    ...(published === undefined ? [corpus.noDate] : []),
    ...(publisher === undefined ? [corpus.noPublisher] : []),
  ];
  const about: readonly ListItem[] = [
    ...(byline === undefined ? [] : [{ text: corpus.byline, detail: byline }]),
    ...(standfirst === undefined ? [] : [{ text: corpus.standfirst, detail: standfirst }]),
    { text: set.statements(countStatements(quotations, byId)) },
    ...missing.map((text) => ({ text })),
  ];
  const speakers = peopleIn(quotations, byId).map((speaker) => speakerItem(speaker, words));
  return [
    ...opening(article),
    { kind: 'list', title: corpus.understood, items: about },
    sections(article, words),
    ...(speakers.length === 0
      ? []
      : [list(quote.speakers, speakers, MOST_SPEAKERS, (more) => quote.moreSpeakers(more))]),
  ];
}

function opening(article: Article): readonly Block[] {
  const section = article.sections.find(({ paragraphs }) => paragraphs.length > 0);
  const [paragraph] = section?.paragraphs ?? [];
  if (section === undefined || paragraph === undefined) return [];
  const [span = paragraph] = sentences(article.text, paragraph);
  const { heading } = section;
  return [{ kind: 'passage', article, span, answers: [], heading, strength: null, also: [] }];
}

/** By their headings; paragraphs above the first of these go by the headline. */
function sections(article: Article, { articles, corpus, set }: Words): ListBlock {
  const items = article.sections.map(
    ({ heading, paragraphs }): ListItem => ({
      text: heading === null ? article.headline : textAt(article, heading),
      detail: set.paragraphs(paragraphs.length),
    }),
  );
  return list(articles.sections, items, MOST_SECTIONS, (more) => corpus.moreSections(more));
}

function list(
  title: string,
  items: readonly ListItem[],
  most: number,
  counted: (more: number) => string,
): ListBlock {
  const more = items.length - most;
  return {
    kind: 'list',
    title,
    items: [...items.slice(0, most), ...(more > 0 ? [{ text: counted(more) }] : [])],
  };
}
