import { saysGold } from '../src/terminal/measures.ts';
import { CONTENDERS, type Find } from './contenders.ts';
import { openShelves, SHIPPED, SQUAD, sentencesOf, spread } from './shelves.ts';
import { type Table, threeFigures, times } from './table.ts';
import { type Built, build, race } from './timing.ts';

/** P@1 is counted over so many questions (a standard error of about .01), speed over so many of these. */
const QUESTIONS = 2_000;
const TIMED = 200;
const ROUNDS = 3;

/** Verbatim beside what one would install instead: is the best sentence right, and how long does it take? */
export async function run(): Promise<Table> {
  const shelves = await openShelves(SQUAD, SHIPPED);
  const sentences = shelves.articles.flatMap(sentencesOf);
  const questions = spread(shelves.questions, QUESTIONS);
  const built: Built<Find>[] = [];
  for (const { name, open } of CONTENDERS) {
    console.error(`engines: ${name} reads ${sentences.length.toLocaleString('en')} sentences`);
    built.push(await build(() => open(shelves.articles, sentences)));
  }
  const timings = await race(
    built.map(({ thing }, index) => ({ name: CONTENDERS[index]?.name ?? '', run: thing })),
    spread(questions, TIMED).map(({ turns }) => turns[0] ?? ''),
    { rounds: ROUNDS },
  );
  const rows: string[][] = [];
  for (const [index, { name, median, p95 }] of timings.entries()) {
    console.error(`engines: ${name} answers ${questions.length.toLocaleString('en')} questions`);
    const own = built[index];
    let right = 0;
    for (const row of questions) {
      const best = await own?.thing(row.turns[0] ?? '');
      if (best !== undefined && saysGold(best, row)) right += 1;
    }
    rows.push([
      name,
      (right / questions.length).toFixed(3),
      threeFigures(median),
      threeFigures(p95),
      times(median / (timings[0]?.median ?? 1)),
      threeFigures((own?.ms ?? 0) / 1000),
      (own?.megabytes ?? 0).toFixed(0),
    ]);
  }
  return {
    title: `Finding the sentence: ${sentences.length.toLocaleString('en')} sentences, ${questions.length.toLocaleString('en')} questions`,
    notes: [
      shelves.origin,
      'P@1: the best sentence is right; Verbatim must answer here, as the others always do. Each library with its defaults, one entry a sentence.',
      'Milliseconds. Index: seconds to build and megabytes of heap, beyond articles and sentences.',
    ],
    columns: ['', 'P@1', 'median', 'p95', '× median', 'index s', 'index MB'],
    rows,
  };
}
