import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readCorpus } from '../src/corpus.ts';
import { type Article, buildArticle, textAt } from '../src/news/article.ts';
import { sentences } from '../src/news/sentences.ts';
import { tokens } from '../src/search/terms.ts';
import { readSet } from '../src/terminal/evaluate.ts';
import type { JudgedRow } from '../src/terminal/question-rows.ts';

/** Articles and questions about them. */
export interface Shelves {
  /** Where they come from, for the reader of the figures. */
  readonly origin: string;
  readonly articles: readonly Article[];
  readonly questions: readonly JudgedRow[];
}

export interface Sentence {
  readonly article: string;
  readonly text: string;
}

export const sentencesOf = (article: Article): readonly Sentence[] =>
  article.sections
    .flatMap(({ paragraphs }) => paragraphs)
    .flatMap((paragraph) => sentences(article.text, paragraph))
    .map((span) => ({ article: article.id, text: textAt(article, span) }));

/** Real articles and questions where they are at hand; otherwise ours, which show speed but not quality. */
export async function openShelves(squad: string, shipped: string): Promise<Shelves> {
  const set = `${squad}/questions.jsonl`;
  if (existsSync(set)) {
    const { articles } = await readCorpus(`${squad}/corpus`);
    return { origin: `SQuAD, ${squad}`, articles, questions: readSet(readFileSync(set, 'utf8'), set) };
  }
  const { articles } = await readCorpus(shipped);
  const grown = growTo(MADE_SENTENCES, articles);
  return {
    origin: `${squad} is not there: the shipped article, repeated with changed words, and questions made of its sentences. Speed is real, P@1 only says that a sentence is found again`,
    articles: grown,
    questions: madeQuestions(grown),
  };
}

const MADE_SENTENCES = 10_000;

const HOUSE = dirname(createRequire(import.meta.url).resolve('#package'));
export const SQUAD = join(HOUSE, '../shared/eval/squad');
export const SHIPPED = join(HOUSE, 'corpus');

/** Questions made from sentences: every second word that says something, so that the sentence can be found. */
export function madeQuestions(articles: readonly Article[], every = 5): readonly JudgedRow[] {
  return articles.flatMap((article) =>
    sentencesOf(article).flatMap(({ text }, index) => {
      const words = tokens(text).filter(({ stop }) => !stop);
      if (index % every !== 0 || words.length < 4) return [];
      const asked = words.filter((_word, at) => at % 2 === 0).map(({ start, end }) => text.slice(start, end));
      return [{ turns: [`What about ${asked.join(' ')}?`], gold: [text], article: article.id }];
    }),
  );
}

/** The first articles, cut or repeated to just so many sentences. */
export function growTo(count: number, articles: readonly Article[]): readonly Article[] {
  const grown: Article[] = [];
  const changed = changer(articles);
  let left = count;
  for (let copy = 0; left > 0; copy++) {
    const change = copy === 0 ? (text: string) => text : changed(copy);
    for (const article of articles) {
      if (left <= 0) break;
      const made = firstSentences(article, left, copy, change);
      if (made.sentences === 0) continue;
      left -= made.sentences;
      grown.push(made.article);
    }
    if (left === count) throw new Error('there is no sentence to grow from');
  }
  return grown;
}

function firstSentences(article: Article, most: number, copy: number, change: (text: string) => string) {
  let taken = 0;
  const drafts = article.sections.map(({ heading, paragraphs }) => ({
    ...(heading !== null && { heading: change(textAt(article, heading)) }),
    paragraphs: paragraphs.flatMap((paragraph) => {
      const own = sentences(article.text, paragraph).slice(0, most - taken);
      const [first, last] = [own[0], own.at(-1)];
      taken += own.length;
      return first === undefined || last === undefined
        ? []
        : [change(article.text.slice(first.start, last.end))];
    }),
  }));
  const id = copy === 0 ? article.id : `${article.id}-${copy}`;
  const masthead = { headline: change(article.headline) };
  return { article: buildArticle(id, masthead, drafts), sentences: taken };
}

/**
 * Changes about one longer word in three to one that is used about as often: `copy` places away in the list of
 * words by frequency. So a copy has other texts and, nearly, the same distribution of words; the same copy is the
 * same in every run. Words with capitals stay, and with them the names and the bounds of the sentences.
 */
function changer(articles: readonly Article[]): (copy: number) => (text: string) => string {
  const counts = new Map<string, number>();
  for (const article of articles)
    for (const [word] of article.text.matchAll(LONGER_WORD)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const byFrequency = [...counts.keys()].sort(
    (a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1),
  );
  const place = new Map(byFrequency.map((word, index) => [word, index]));
  return (copy) => (text) =>
    text.replace(LONGER_WORD, (word, at: number) => {
      if ((at * 31 + copy * 17 + word.length) % 3 !== 0) return word;
      return byFrequency[((place.get(word) ?? 0) + copy) % byFrequency.length] ?? word;
    });
}

const LONGER_WORD = /(?<!\p{L})\p{Ll}{4,}(?!\p{L})/gu;

/** At most so many, spread evenly. */
export function spread<Each>(list: readonly Each[], most: number): readonly Each[] {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, index) => list[Math.floor((index * list.length) / most)]).filter(
    (each): each is Each => each !== undefined,
  );
}
