import MiniSearch from 'minisearch';
import { understandQuestion } from '../src/answer/question.ts';
import { textAt } from '../src/news/article.ts';
import { createNewsroom, type Newsroom } from '../src/newsroom.ts';
import { createLexicon } from '../src/search/lexicon.ts';
import { createMiniSearchEngine } from '../src/search/minisearch.ts';
import { headingText, type Passage, passagesOf } from '../src/search/passages.ts';
import { indexTerms } from '../src/search/terms.ts';
import { shippedMeaning } from '../src/vectors.ts';
import { growTo, openShelves, SHIPPED, SQUAD, spread } from './shelves.ts';
import { type Table, threeFigures, times } from './table.ts';
import { type Built, build, race } from './timing.ts';

/** Sentences, and how many questions are asked of so many: each is asked of every subject in every round. */
const SIZES = [
  { sentences: 100, questions: 200 },
  { sentences: 10_000, questions: 200 },
  { sentences: 100_000, questions: 60 },
] as const;
const ROUNDS = 3;
const LIMIT = 20;

interface Asked {
  readonly question: string;
  /** The question's terms: the bare query is handed them ready-made. */
  readonly terms: readonly string[];
}

/** What a whole answer costs beside the search that it begins with. */
export async function run(): Promise<Table> {
  const shelves = await openShelves(SQUAD, SHIPPED);
  const rows: string[][] = [];
  for (const { sentences, questions } of SIZES) {
    console.error(`answers: ${sentences.toLocaleString('en')} sentences`);
    const articles = growTo(sentences, shelves.articles);
    const passages = articles.flatMap(passagesOf);
    const text = await build(() => bareIndex(passages, ['text']));
    const fields = await build(() => bareIndex(passages, FIELDS));
    const newsroom = await build(() => createNewsroom(articles, createMiniSearchEngine(), shippedMeaning()));
    const held = new Set(articles.map(({ id }) => id));
    const about = shelves.questions.filter(({ article }) => article === undefined || held.has(article));
    const asked = spread(about, questions).map(({ turns }) => askedOf(turns[0] ?? ''));
    const timings = await race(
      [
        { name: 'bare query, text', run: ({ terms }: Asked) => bareQuery(text.thing, terms) },
        { name: 'bare query, four fields', run: ({ terms }: Asked) => bareQuery(fields.thing, terms) },
        { name: 'whole answer', run: ({ question }: Asked) => newsroom.thing.ask(question) },
      ],
      asked,
      { rounds: ROUNDS },
    );
    const built: readonly Built<MiniSearch | Newsroom>[] = [text, fields, newsroom];
    const bare = timings[0];
    for (const [index, { name, median, p95 }] of timings.entries()) {
      const own = built[index];
      rows.push([
        name,
        sentences.toLocaleString('en'),
        threeFigures(median),
        threeFigures(p95),
        times(median / (bare?.median ?? 1)),
        times(p95 / (bare?.p95 ?? 1)),
        threeFigures((own?.ms ?? 0) / 1000),
        (own?.megabytes ?? 0).toFixed(0),
      ]);
    }
  }
  return {
    title: 'A whole answer beside the bare query of its search library (MiniSearch, its defaults)',
    notes: [
      shelves.origin,
      `The same passages, our terms on both sides, ${LIMIT} hits. The bare query is handed the question’s terms; the answer reads the question, searches four fields, ranks, and weighs its confidence.`,
      'Beyond what is there, articles are repeated with a third of their longer words changed.',
      'Milliseconds. Index: seconds to build and megabytes of heap, beyond the articles; the newsroom’s holds passages and lexicon as well.',
    ],
    columns: ['', 'sentences', 'median', 'p95', '× median', '× p95', 'index s', 'index MB'],
    rows,
  };
}

const FIELDS = ['text', 'heading', 'headline', 'neighbours'] as const;

function bareIndex(passages: readonly Passage[], fields: readonly string[]): MiniSearch {
  const index = new MiniSearch({
    fields: [...fields],
    tokenize: indexTerms,
    processTerm: (term) => term,
  });
  index.addAll(
    passages.map((passage) => ({
      id: passage.id,
      text: textAt(passage.article, passage.span),
      heading: headingText(passage),
      headline: passage.article.headline,
      neighbours: passage.neighbours.map((span) => textAt(passage.article, span)).join('\n'),
    })),
  );
  return index;
}

const bareQuery = (index: MiniSearch, terms: readonly string[]) =>
  index.search('', { tokenize: () => [...terms] }).slice(0, LIMIT);

const { isName } = createLexicon();

function askedOf(question: string): Asked {
  const { terms } = understandQuestion(question, isName);
  return { question, terms: [...new Set(terms.flatMap(({ term, concept }) => [term, concept ?? term]))] };
}
