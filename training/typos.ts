/**
 * What one typing mistake a question costs: `node dist/training/typos.js ../shared/eval`. Every fourth question of
 * `squad/`, as it stands and with a letter of one of its longer words swapped, dropped, doubled or replaced.
 */
import { readCorpus } from '../src/corpus.ts';
import { type Article, textAt } from '../src/news/article.ts';
import { createNewsroom, type Newsroom } from '../src/newsroom.ts';
import { createMiniSearchEngine } from '../src/search/minisearch.ts';
import { shippedMeaning } from '../src/vectors.ts';
import { type QuestionRow, readRows } from './examples.ts';
import { randomNumbers } from './listwise.ts';

const [directory = '../shared/eval'] = process.argv.slice(2);
const random = randomNumbers(3);
const pick = (below: number): number => Math.floor(random() * below);

function mistyped(question: string): string {
  const words = [...question.matchAll(/\p{L}{4,}/gu)];
  const word = words[pick(words.length)];
  if (word === undefined) return question;
  const at = word.index + pick(word[0].length - 1);
  const [here, next] = [question[at] ?? '', question[at + 1] ?? ''];
  const letter = String.fromCharCode(97 + pick(26));
  const written = [next + here, next, here + here + next, letter + next][pick(4)] ?? '';
  return question.slice(0, at) + written + question.slice(at + 2);
}

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();

function isRight(newsroom: Newsroom, question: string, row: QuestionRow): boolean {
  const best = newsroom.ask(question).evidence[0];
  if (best === undefined) return false;
  const article: Article = best.passage.article;
  const text = fold(textAt(article, best.sentence));
  return (
    article.id === row.article &&
    row.gold.map(fold).some((gold) => text.includes(gold) || gold.includes(text))
  );
}

const { articles } = await readCorpus(`${directory}/squad/corpus`);
const newsroom = createNewsroom(articles, createMiniSearchEngine(), shippedMeaning());
const rows = readRows<QuestionRow>(`${directory}/squad/questions.jsonl`).filter(
  (_row, index) => index % 4 === 0,
);
const share = (ask: (question: string) => string): string =>
  (rows.filter((row) => isRight(newsroom, ask(row.question), row)).length / rows.length).toFixed(4);
console.log(
  `${rows.length} questions, best sentence right: as they stand ${share((question) => question)}, with a typo ${share(mistyped)}`,
);
