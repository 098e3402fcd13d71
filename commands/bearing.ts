import type { Answer } from '../src/answer/answer.ts';
import { askedSpeaker } from '../src/answer/asked-speaker.ts';
import type { Question } from '../src/answer/question.ts';
import { type Article, type ArticleId, covers, overlap, type Span, textAt } from '../src/news/article.ts';
import type { Quotation } from '../src/news/quotations/quotation.ts';
import type { Newsroom } from '../src/newsroom.ts';
import type { Action, Block, PassageBlock } from '../src/reply.ts';
import { isSpeaker } from '../src/speakers.ts';
import type { Words } from '../src/words/words.ts';
import type { Chosen } from './articles-chosen.ts';
import { quoteCall } from './quote-call.ts';

const MOST_BEARING = 2;
/** A quotation bears on a question when its sentences, or less surely those beside them, hold so much of it. */
const LEAST_BEARING = 0.35;

/** What people said of the matter in the article that answers, nearest first, unless the passages show it already. */
export function bearing(
  newsroom: Newsroom,
  { question, best }: Answer,
  shown: readonly PassageBlock[],
): readonly Block[] {
  const { article } = best.passage;
  const isShown = (span: Span): boolean =>
    shown.some((block) => block.article === article && overlap(block.span, span));
  const articles = new Map([[article.id, article]]);
  const isBy = (quotation: Quotation, names: readonly string[]): boolean =>
    names.some((name) => isSpeaker(quotation, name, articles));
  const kept: Quotation[] = [];
  // The next source is asked only where the ones before it hold too few: each ranks the article's sentences.
  for (const source of bearingOn(newsroom, question, article.id, isBy)) {
    const found = source();
    const fitting = found
      .filter(({ spans, speaker }) => speaker !== null && !spans.some(isShown))
      .filter(
        (quotation) => saysEnough(article, quotation) && !found.some((other) => reportsOf(quotation, other)),
      );
    kept.push(...fitting.filter((quotation) => !kept.includes(quotation)));
    if (kept.length >= MOST_BEARING) break;
  }
  return kept
    .slice(0, MOST_BEARING)
    .map((quotation) => ({ kind: 'quotation', article, quotation, also: [] }));
}

/** A word or two between marks tell nothing without their sentence. Words. */
const LEAST_WORDS = 4;

const saysEnough = (article: Article, { spans }: Quotation): boolean =>
  spans.reduce((sum, span) => sum + textAt(article, span).split(/\s+/).length, 0) >= LEAST_WORDS;

/** "The Courier reported [that Marsh said …]": who said it is nearer than who reports it. */
const reportsOf = ({ spans }: Quotation, { cue }: Quotation): boolean =>
  cue !== null && spans.some((span) => covers(span, cue));

/** Where to look, best first. Somebody who is asked about bears on it with less than others do; whose words are asked for comes first. */
function bearingOn(
  newsroom: Newsroom,
  question: Question,
  article: ArticleId,
  isBy: (quotation: Quotation, names: readonly string[]) => boolean,
): readonly (() => readonly Quotation[])[] {
  const asked = askedSpeaker(question);
  if (asked !== null) {
    const subject = wordsAt(question, asked.about);
    const found = newsroom.statements(
      subject === '' ? { article } : { article, about: subject, least: LEAST_BEARING },
    );
    const theirs = found.filter((quotation) => isBy(quotation, [asked.name]));
    return subject === '' ? [() => theirs] : [() => ownWordsFirst(theirs), () => ownWordsFirst(found)];
  }
  const names = question.terms.filter(({ name }) => name).map(({ word }) => word);
  const about = question.text;
  return [
    () => ownWordsFirst(newsroom.statements({ article, about, least: LEAST_BEARING })),
    () =>
      ownWordsFirst(newsroom.statements({ article, about }).filter((quotation) => isBy(quotation, names))),
  ];
}

/** Of what bears on it anyway, people would rather read what was said than that it was. */
const ownWordsFirst = (quotations: readonly Quotation[]): readonly Quotation[] =>
  [...quotations].sort((a, b) => (a.kind === 'indirect' ? 1 : 0) - (b.kind === 'indirect' ? 1 : 0));

const wordsAt = ({ terms }: Question, places: readonly number[]): string =>
  places.map((index) => terms[index]?.word ?? '').join(' ');

/** Looks up what anybody said of the matter, in the same articles; of "what did X say?", what X said. */
export function quotesAction({ question }: Answer, chosen: Chosen, { labels }: Words): readonly Action[] {
  const asked = askedSpeaker(question);
  const telling = question.terms.flatMap(({ weight }, index) => (weight === 1 ? [index] : []));
  const about = wordsAt(question, asked?.about ?? telling);
  const speaker = about === '' ? asked?.name : undefined;
  return about === '' && speaker === undefined
    ? []
    : quoteCall(labels.quotesOnThis, { speaker, ...(about !== '' && { about }), ...chosen });
}
