import { readFile } from 'node:fs/promises';
import type { Article } from '../src/news/article.ts';
import { parseMarkdown } from '../src/news/parse/markdown.ts';
import { quotationsOf } from '../src/news/quotations/quotations.ts';
import { sentences } from '../src/news/sentences.ts';
import { type Table, threeFigures, times } from './table.ts';
import { race } from './timing.ts';

const SHIPPED = new URL('../../corpus/ukraine-rare-earths-deal.md', import.meta.url);
/** The same words under other ids: what is read once is not read again. */
const ARTICLES = 300;
const ROUNDS = 3;

/** What one would write instead: words between marks, and the name beside “said” or “told”. */
const BESIDE = /“([^”]+)”\s+(?:(?:said|told)\s+)?((?:\p{Lu}[\p{L}.’-]*\s?)+)(?:said|told)?/gu;
const byPattern = ({ text }: Article) => [...text.matchAll(BESIDE)].map(([, words, who]) => ({ words, who }));

/** Who said what, beside a pattern that finds a part of it, and beside cutting the same text into sentences. */
export async function run(): Promise<Table> {
  const contents = await readFile(SHIPPED, 'utf8');
  const articles = Array.from({ length: ARTICLES }, (_, at) => parseMarkdown(`copy-${at}`, contents));
  const timings = await race(
    [
      { name: 'quotations, speakers, reported speech', run: (article: Article) => quotationsOf(article) },
      {
        name: 'sentences (Intl.Segmenter and our rules)',
        run: (article: Article) =>
          article.sections.flatMap(({ paragraphs }) => paragraphs.map((one) => sentences(article.text, one))),
      },
      { name: 'a pattern for “…” Name said', run: byPattern },
    ],
    articles,
    { rounds: ROUNDS },
  );
  const first = articles[0];
  const found =
    first === undefined
      ? 0
      : quotationsOf(first)
          .filter(({ kind, speaker }) => kind !== 'indirect' && speaker !== null)
          .flatMap(({ spans }) => spans).length;
  return {
    title: `Who said what: the shipped article (${first?.text.length.toLocaleString('en') ?? 0} characters), ${ARTICLES} times`,
    notes: [
      `Of its 11 quotations, ${found} are given to somebody; by the pattern, ${first === undefined ? 0 : byPattern(first).length}.`,
      'Milliseconds an article.',
    ],
    columns: ['', 'median', 'p95', '× median', 'articles/s'],
    rows: timings.map(({ name, median, p95 }) => [
      name,
      threeFigures(median),
      threeFigures(p95),
      times(median / (timings[0]?.median ?? 1)),
      (1000 / median).toFixed(0),
    ]),
  };
}
