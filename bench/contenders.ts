import { createRequire } from 'node:module';
import { create, insertMultiple, search } from '@orama/orama';
import FlexSearch from 'flexsearch';
import MiniSearch from 'minisearch';
import type { Article } from '../src/news/article.ts';
import { createNewsroom } from '../src/newsroom.ts';
import { createMiniSearchEngine } from '../src/search/minisearch.ts';
import { answerRow } from '../src/terminal/rows.ts';
import { shippedMeaning } from '../src/vectors.ts';
import type { Sentence } from './shelves.ts';

/** The best sentence for a question, or none. */
export type Find = (
  question: string,
) => Pick<Sentence, 'article' | 'text'> | undefined | Promise<Sentence | undefined>;

/** A way to find the sentence that answers: what is installed, opened as its documentation begins. */
export interface Contender {
  readonly name: string;
  readonly open: (articles: readonly Article[], sentences: readonly Sentence[]) => Find | Promise<Find>;
}

const LIMIT = 20;

interface Lunr {
  (build: (this: LunrBuilder) => void): LunrIndex;
  tokenizer(text: string): readonly unknown[];
}
interface LunrBuilder {
  ref(name: string): void;
  field(name: string): void;
  add(row: object): void;
}
interface LunrIndex {
  query(
    build: (query: { term(terms: readonly unknown[], options: object): void }) => void,
  ): { ref: string }[];
}
const lunr = createRequire(import.meta.url)('lunr') as Lunr;

/** Sentences are indexed as they are; each library reads questions and texts in its own way. */
export const CONTENDERS: readonly Contender[] = [
  {
    name: 'Verbatim',
    open: (articles) => {
      const newsroom = createNewsroom(articles, createMiniSearchEngine(), shippedMeaning());
      return (question) => answerRow(question, newsroom.ask(question), 0).evidence[0];
    },
  },
  {
    name: 'MiniSearch',
    open: (_articles, sentences) => {
      const index = new MiniSearch({ fields: ['text'] });
      index.addAll(sentences.map(({ text }, id) => ({ id, text })));
      return (question) => sentences[Number(index.search(question).slice(0, LIMIT)[0]?.id)];
    },
  },
  {
    // Its stemmer, its exact match and a lower threshold were tried: they find fewer.
    name: 'Orama',
    open: async (_articles, sentences) => {
      const db = create({ schema: { text: 'string' } });
      await insertMultiple(
        db,
        sentences.map(({ text }, id) => ({ id: String(id), text })),
      );
      return async (question) =>
        sentences[Number((await search(db, { term: question, limit: LIMIT })).hits[0]?.id)];
    },
  },
  {
    // Its query language would read ":" and "-" in a question as commands; its guide hands user text over so.
    name: 'lunr',
    open: (_articles, sentences) => {
      const index = lunr(function () {
        this.ref('id');
        this.field('text');
        sentences.forEach(({ text }, id) => {
          this.add({ id, text });
        });
      });
      return (question) =>
        sentences[
          Number(index.query((query) => query.term(lunr.tokenizer(question), {})).slice(0, LIMIT)[0]?.ref)
        ];
    },
  },
  {
    // All words must be in the sentence, which of a question they hardly ever are.
    name: 'FlexSearch',
    open: (_articles, sentences) => flexSearch(sentences, false),
  },
  { name: 'FlexSearch, suggest', open: (_articles, sentences) => flexSearch(sentences, true) },
];

function flexSearch(sentences: readonly Sentence[], suggest: boolean): Find {
  const index = new FlexSearch.Index();
  sentences.forEach(({ text }, id) => {
    index.add(id, text);
  });
  return (question) => sentences[Number(index.search(question, { limit: LIMIT, suggest })[0])];
}
