import { FEATURE_NAMES } from '../src/answer/features.ts';
import { readCorpus } from '../src/corpus.ts';
import { stock } from '../src/newsroom.ts';
import { createMiniSearchEngine } from '../src/search/minisearch.ts';
import { DENSE, type Example, exampleOf, type QuestionRow, readRows, SPARSE } from './examples.ts';
import { type LinearModel, scoresOf, trainLinear } from './listwise.ts';

const directory = process.argv[2] ?? '../shared/eval';
const settings = { denseCount: DENSE, sparseCount: SPARSE, epochs: 12, rate: 0.03, decay: 1e-4 };

const { articles } = await readCorpus(`${directory}/squad/corpus`);
const shelf = stock(articles, createMiniSearchEngine());
const rows = readRows<QuestionRow>(`${directory}/squad/questions.jsonl`);
let started = performance.now();
const examples = rows.map((row) => exampleOf(row, shelf));
const lap = (what: string): void => {
  console.error(`${what}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  started = performance.now();
};
lap('candidates');
console.error(
  'mean candidates',
  examples.reduce((s, e) => s + e.right.length, 0) / examples.length,
  'reachable',
  examples.filter((e) => e.right.includes(true)).length / examples.length,
);

const FOLDS = 6;
const ids = [...new Set(rows.map((row) => row.article ?? ''))].sort();
const foldOf = (row: QuestionRow): number => ids.indexOf(row.article ?? '') % FOLDS;

function rankOf(example: Example, model: LinearModel): number {
  const scores = scoresOf(example, model);
  let best = Number.NEGATIVE_INFINITY;
  example.right.forEach((right, row) => {
    if (right) best = Math.max(best, scores[row] ?? 0);
  });
  if (best === Number.NEGATIVE_INFINITY) return 0;
  return 1 + scores.filter((score) => score > best).length;
}

const ranks: { kind: string; rank: number; example: Example }[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const train = examples.filter((e) => foldOf(e.row) !== fold && e.right.includes(true));
  const model = trainLinear(train, settings);
  for (const e of examples)
    if (foldOf(e.row) === fold) ranks.push({ kind: e.kind, rank: rankOf(e, model), example: e });
}
lap('cross-validation');
const p1 = (rs: typeof ranks) => rs.filter(({ rank }) => rank === 1).length / rs.length;
const mrr = (rs: typeof ranks) =>
  rs.reduce((s, { rank }) => s + (rank > 0 && rank <= 10 ? 1 / rank : 0), 0) / rs.length;
console.log(`P@1 ${p1(ranks).toFixed(4)} MRR ${mrr(ranks).toFixed(4)}`);
for (const kind of [...new Set(ranks.map((r) => r.kind))]) {
  const of = ranks.filter((r) => r.kind === kind);
  console.log(kind.padEnd(12), of.length, p1(of).toFixed(3), mrr(of).toFixed(3));
}
const all = trainLinear(
  examples.filter((e) => e.right.includes(true)),
  settings,
);
FEATURE_NAMES.forEach((name, i) => console.log(name.padEnd(18), (all.dense[i] ?? 0).toFixed(3)));
