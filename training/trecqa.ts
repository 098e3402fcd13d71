/**
 * Answer sentence selection over newswire (TrecQA; Wang, Smith & Mitamura 2007): MAP and MRR of `verbatim rank`.
 *
 *     npm run build && node dist/training/trecqa.js ../shared/eval
 *
 * Only questions with at least one right and one wrong candidate count ("clean"). The data lists a right
 * candidate first, so candidates of equal score are taken in many orders: what is printed is the mean over these,
 * not one throw of the dice.
 */
import { join } from 'node:path';
import { rankTexts } from '../src/answer/rank-texts.ts';
import { shippedMeaning } from '../src/vectors.ts';
import { readRows } from './examples.ts';
import { averagePrecision, reciprocalRank } from './ranking-measures.ts';

interface LabelledRow {
  readonly question: string;
  readonly candidates: readonly { readonly text: string; readonly label: 0 | 1 }[];
}

const meaning = shippedMeaning();
const directory = process.argv[2] ?? '../shared/eval';

for (const half of ['dev', 'train']) {
  const rows = readRows<LabelledRow>(join(directory, 'answer-sentences', `trecqa-${half}.jsonl`));
  const clean = rows.filter(({ candidates }) => new Set(candidates.map(({ label }) => label)).size === 2);
  const started = performance.now();
  const judged = clean.map(({ question, candidates }) => {
    const scores = rankTexts(
      question,
      candidates.map(({ text }) => text),
      meaning,
    );
    return candidates.map(({ label }, at) => ({ score: scores[at] ?? 0, right: label === 1 }));
  });
  const ms = (performance.now() - started) / clean.length;
  const mean = (of: (list: (typeof judged)[number]) => number): string =>
    (judged.reduce((sum, list) => sum + of(list), 0) / judged.length).toFixed(3);
  console.log(
    `${half.padEnd(5)}  ${clean.length} of ${rows.length} questions  MAP ${mean(averagePrecision)}  ` +
      `MRR ${mean(reciprocalRank)}  ${ms.toFixed(2)} ms a question`,
  );
}
