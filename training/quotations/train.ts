import { readFileSync, writeFileSync } from 'node:fs';
import { quotationsOf } from '../../src/news/quotations/quotations.ts';
import { judgedArticle } from '../../src/terminal/judged-quotes.ts';
import {
  countQuotations,
  emptyTally,
  figuresOf,
  type QuoteTally,
} from '../../src/terminal/quote-measures.ts';
import { learnQuotations } from './learn.ts';
import { type Prepared, prepare } from './prepared.ts';
import { shippable, storedModels } from './store.ts';

/*
 * npm run train:quotations -- ../shared/eval/quotes/polnear-train.jsonl [--check [FOLDS]]
 *
 * Counts the reporting verbs and learns the models that find quotations and their speakers, from articles in
 * which people have marked every attribution. With --check nothing is written: each fifth of the articles is
 * read by what the other four teach.
 */
const [path, ...rest] = process.argv.slice(2);
if (path === undefined)
  throw new Error('Give a file of judged articles, such as ../shared/eval/quotes/polnear-train.jsonl.');

const FOLDS = 5;

const articles = readFileSync(path, 'utf8')
  .trim()
  .split('\n')
  .flatMap((line, at) => {
    const row = judgedArticle(line);
    if ('error' in row) throw new Error(`${path}:${at + 1}: ${row.error}`);
    return prepare(row);
  });
console.error(`${articles.length} articles`);
if (rest[0] === '--check') check(Number(rest[1] ?? FOLDS));
else write();

function check(folds: number): void {
  const tally = emptyTally();
  for (let fold = 0; fold < folds; fold++) {
    const { models } = learnQuotations(articles.filter((_, at) => at % FOLDS !== fold));
    const ready = shippable(models);
    measure(
      articles.filter((_, at) => at % FOLDS === fold),
      (one) => quotationsOf(one.article, ready),
      tally,
    );
    console.error(`fold ${fold + 1} of ${folds}`);
  }
  console.log(figuresOf(tally));
}

function measure(
  some: readonly Prepared[],
  quotations: (one: Prepared) => ReturnType<typeof quotationsOf>,
  tally: QuoteTally,
): void {
  for (const one of some) countQuotations(tally, one.judged, one.article, quotations(one));
}

function write(): void {
  const { verbs, models } = learnQuotations(articles);
  const ready = shippable(models);
  const folder = new URL('../../../src/news/quotations/', import.meta.url);
  const lines = Object.entries(verbs).map(
    ([lemma, counts]) => `  ${JSON.stringify(lemma)}: ${JSON.stringify(counts)}`,
  );
  writeFileSync(new URL('reporting-verbs.json', folder), `{\n${lines.join(',\n')}\n}\n`);
  writeFileSync(new URL('weights.json', folder), `${JSON.stringify(storedModels(ready))}\n`);
  const tally = emptyTally();
  measure(articles, (one) => quotationsOf(one.article, ready), tally);
  console.error('On the articles that it learned from:', figuresOf(tally));
}
