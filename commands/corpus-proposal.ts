import type { Kept, Proposal, Refused } from '../src/librarian.ts';
import { type Article, textAt } from '../src/news/article.ts';
import { quotationsIn } from '../src/news/quotations/quotations.ts';
import { sentences } from '../src/news/sentences.ts';
import { peopleIn } from '../src/people/people.ts';
import { countStatements } from '../src/people/statements.ts';
import type { Action, Block, ListBlock, ListItem, Reply } from '../src/reply.ts';
import type { Words } from '../src/words/words.ts';
import { inPlace, noted, plain, verdict } from './corpus.ts';
import { speakerItem } from './speaker-list.ts';

type Proposed = Proposal['articles'][number];

/** What was understood, and the buttons that take it in or let it go. */
export function proposalReply({ key, articles, refused, notes = [] }: Proposal, words: Words): Reply {
  const { corpus } = words;
  const isOne = articles.length + refused.length === 1;
  const refusals = refused.map((each) =>
    plain(isOne ? corpus.refused(each.why) : `${corpus.refused(each.why)}\n${each.reference}`),
  );
  const [first] = articles;
  if (first === undefined)
    return refusals.length === 0 ? noted(plain(corpus.nothing)) : { blocks: refusals, actions: [] };
  const coming = articles.filter(({ outcome: { kind } }) => kind === 'added' || kind === 'updated').length;
  const take = coming === 1 ? corpus.labels.add : corpus.labels.addAll(coming);
  const actions: readonly Action[] =
    key === undefined
      ? []
      : [
          inPlace(take, 'corpus accept', { key }, true),
          inPlace(corpus.labels.cancel, 'corpus cancel', { key }),
        ];
  const blocks = articles.length === 1 ? understood(first, words) : [listOf(articles, words)];
  const asides = notes.map((text) => ({ kind: 'note' as const, tone: 'aside' as const, text }));
  return { blocks: [...blocks, ...refusals, ...asides], actions };
}

/** What would become of an article, in a sentence. */
function fateOf(outcome: Kept | Refused, { corpus }: Words): string {
  switch (outcome.kind) {
    case 'added':
      return corpus.wouldAdd;
    case 'updated':
      return corpus.wouldUpdate(outcome.changedParagraphs ?? 0);
    case 'unchanged':
      return corpus.isThere;
    case 'refused':
      return corpus.refused(outcome.why);
  }
}

/** Long enough to see whether an article was read well. */
const MOST_SECTIONS = 12;
const MOST_SPEAKERS = 12;

/** Everything that was read of one article; its first sentence as it will be shown. */
function understood({ article, outcome }: Proposed, words: Words): readonly Block[] {
  const quotations = quotationsIn(article);
  const byId = new Map([[article.id, article]]);
  const speakers = peopleIn(quotations, byId);
  const about: readonly ListItem[] = [
    ...(article.byline === undefined ? [] : [{ text: article.byline }]),
    ...(article.standfirst === undefined ? [] : [{ text: article.standfirst }]),
    { text: words.set.statements(countStatements(quotations, byId)) },
  ];
  return [
    verdict(fateOf(outcome, words)),
    ...opening(article),
    { kind: 'list', title: words.corpus.understood, items: about },
    sections(article, words),
    ...(speakers.length === 0
      ? []
      : [
          {
            kind: 'list' as const,
            title: words.quote.speakers,
            items: speakers.slice(0, MOST_SPEAKERS).map((speaker) => speakerItem(speaker, words)),
          },
        ]),
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
  const more = items.length - MOST_SECTIONS;
  return {
    kind: 'list',
    title: articles.sections,
    items: [...items.slice(0, MOST_SECTIONS), ...(more > 0 ? [{ text: corpus.moreSections(more) }] : [])],
  };
}

/** A feed: each article with its publisher, its day and what would become of it. */
function listOf(articles: readonly Proposed[], words: Words): ListBlock {
  return {
    kind: 'list',
    title: words.set.articles(articles.length),
    items: articles.map(({ article: { headline, publisher, published, url }, outcome }) => ({
      text: headline,
      detail: [publisher, published && words.set.date(published), fateOf(outcome, words)]
        .filter((part) => part !== undefined && part !== '')
        .join(' · '),
      ...(url !== undefined && { url }),
    })),
  };
}
