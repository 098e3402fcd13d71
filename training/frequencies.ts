/** Counts in how many sentences of ordinary news each term stands: `node dist/training/frequencies.js ../shared/eval`. */
import { writeFileSync } from 'node:fs';
import { sentences } from '../src/news/sentences.ts';
import { conceptsAt, tokens } from '../src/search/terms.ts';
import { readRows } from './examples.ts';

const directory = process.argv[2] ?? '../shared/eval';
/** Rarer words are told apart by the corpus itself. */
const LEAST_SENTENCES = 5;

const texts = [
  ...readRows<{ text: string }>(`${directory}/quotes/polnear-train.jsonl`).map(({ text }) => text),
  ...readRows<{ candidates: { text: string }[] }>(`${directory}/answer-sentences/trecqa-train.jsonl`).flatMap(
    ({ candidates }) => candidates.map(({ text }) => text),
  ),
];
const counts = new Map<string, number>();
let total = 0;
for (const text of texts)
  for (const paragraph of text.split(/\n{2,}/))
    for (const { start, end } of sentences(paragraph, { start: 0, end: paragraph.length })) {
      const words = tokens(paragraph.slice(start, end));
      total++;
      const terms = new Set(words.filter(({ stop }) => !stop).map(({ term }) => term));
      for (const { concept } of conceptsAt(words)) terms.add(concept);
      for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    }
const kept = [...counts]
  .filter(([term, count]) => count >= LEAST_SENTENCES && !/^\d{3,}$/.test(term))
  .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
const made =
  'node dist/training/frequencies.js: sentences of 840 US news articles and of newswire that hold each stem';
writeFileSync(
  new URL('../../src/search/frequencies.json', import.meta.url),
  `{\n"made": ${JSON.stringify(made)},\n"sentences": ${total},\n"terms": ${JSON.stringify(kept.map(([term]) => term).join('|'))},\n"counts": ${JSON.stringify(kept.map(([, count]) => count))}\n}\n`,
);
console.log(`${total} sentences, ${kept.length} terms`);
