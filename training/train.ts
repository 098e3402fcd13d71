/**
 * Learns what ranks sentences and when the best one is right: `npm run train -- ../shared/eval [--check]`.
 *
 * Reads `squad/` of that directory. Everything is cross-validated by article: the figures printed are of
 * questions whose article the model has never seen, and so are the rankings that confidence is learned from.
 * Without `--check`, writes src/answer/weights.json.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Shelf } from '../src/answer/answer.ts';
import { confidenceIn, SIGNS, signsOf } from '../src/answer/confidence.ts';
import { CUES } from '../src/answer/cues.ts';
import { FEATURE_NAMES } from '../src/answer/features.ts';
import { appraise, COLUMNS, type Weights } from '../src/answer/model.ts';
import { QUESTION_KINDS } from '../src/answer/question.ts';
import { unknownTerms } from '../src/answer/unknown.ts';
import { readCorpus } from '../src/corpus.ts';
import { type Article, buildArticle, textAt } from '../src/news/article.ts';
import { stock } from '../src/newsroom/shelf.ts';
import { createMiniSearchEngine } from '../src/search/minisearch.ts';
import { shippedMeaning } from '../src/vectors.ts';
import { type Calibrated, calibrate, type Judged } from './calibrate.ts';
import {
  DENSE,
  type Example,
  exampleOf,
  type QuestionRow,
  readRows,
  SPARSE,
  treeListOf,
} from './examples.ts';
import { type LinearModel, trainLinear } from './listwise.ts';
import { boostLists } from './trees.ts';

const [directory = '../shared/eval', ...flags] = process.argv.slice(2);
const FOLDS = 6;
const SHARDS = 6;
const LINEAR = { denseCount: DENSE, sparseCount: SPARSE, epochs: 12, rate: 0.03, decay: 1e-4 };
const TREES = { trees: 130, depth: 4, rate: 0.07, leastHessian: 8, l2: 3, sample: 0.6 };
const CANDIDATES_FOR_TREES = 25;
const CALIBRATION_TREES = 80;
/** What a lesson of each sort weighs: the figures of several aims are in balance here. */
const LESSON = { right: 1, wrong: 0.7, foreign: 0.6, trick: 0.6, small: 0.5, smallForeign: 0.5 };
/** News has headings and people who speak, the training set has neither, so these are set by hand. */
const SET_BY_HAND = { headingMatch: 3.5, headingOpens: 1.5, ownWords: 2 };

/** What the training set cannot teach: it has no headings, and its questions paraphrase more than people do. */
const SURENESS_SET_BY_HAND: Readonly<Partial<Record<(typeof SIGNS)[number], number>>> = {
  headedAlike: 3,
  unheardOf: -14,
  factMissing: -4,
};
/** Chosen on the curve that README.md beside this file shows. */
const THRESHOLD = 0.1;

const meaning = shippedMeaning();
const shelfOf = (articles: readonly Article[]): Shelf => stock(articles, createMiniSearchEngine(), meaning);
const say = (line: string): void =>
  console.error(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}`);
const began = performance.now();

function train(examples: readonly Example[], made: string): Weights {
  const useful = examples.filter(({ right }) => right.includes(true));
  const model = trainLinear(useful, LINEAR);
  const trees = boostLists(
    useful.map((example) => treeListOf(example, model, CANDIDATES_FOR_TREES)),
    COLUMNS,
    TREES,
  );
  return { made, ...named(model), trees };
}

function named({ dense, sparse }: LinearModel): Pick<Weights, 'features' | 'cues'> {
  const round = (value: number): number => Number(value.toPrecision(4));
  return {
    features: {
      ...Object.fromEntries(FEATURE_NAMES.map((name, index) => [name, round(dense[index] ?? 0)])),
      ...SET_BY_HAND,
    },
    cues: Object.fromEntries(
      QUESTION_KINDS.map((kind, row) => [
        kind,
        Object.fromEntries(CUES.map((cue, column) => [cue, round(sparse[row * CUES.length + column] ?? 0)])),
      ]),
    ),
  };
}

function learnSureness(lessons: readonly Judged[]): Calibrated {
  const isSet = SIGNS.map((sign) => SURENESS_SET_BY_HAND[sign] !== undefined);
  const taught = lessons.map((lesson) => ({
    ...lesson,
    signs: lesson.signs.map((sign, at) => (isSet[at] ? 0 : sign)),
  }));
  const { weights, ...rest } = calibrate(taught, CALIBRATION_TREES);
  return { ...rest, weights: SIGNS.map((sign, at) => SURENESS_SET_BY_HAND[sign] ?? weights[at] ?? 0) };
}

/** How a question fares: where its right sentence comes, and the signs of the best one. */
interface Fared {
  readonly article: string;
  /** From 1; 0 where it is not among the candidates. */
  readonly place: number;
  readonly signs: readonly number[] | null;
}

function fare({ row, question, candidates, right }: Example, shelf: Shelf, weights: Weights): Fared {
  const ranked = appraise(candidates, weights)
    .map((appraisal, index) => ({ ...appraisal, candidate: candidates[index], right: right[index] === true }))
    .flatMap(({ candidate, ...rest }) => (candidate === undefined ? [] : [{ candidate, ...rest }]))
    .sort((a, b) => b.score - a.score);
  return {
    article: row.article ?? '',
    place: ranked.findIndex((one) => one.right) + 1,
    signs: signsOf(question, ranked, unknownTerms(question, shelf.lexicon.knows), shelf.lexicon),
  };
}

const { articles } = await readCorpus(`${directory}/squad/corpus`);
const titles = articles.map(({ id }) => id).sort();
const foldOf = (article: string): number => titles.indexOf(article) % FOLDS;
const isInHalf = (article: string): boolean => titles.indexOf(article) % 2 === 0;
const whole = shelfOf(articles);
const halves = [
  shelfOf(articles.filter(({ id }) => isInHalf(id))),
  shelfOf(articles.filter(({ id }) => !isInHalf(id))),
] as const;
/** The half of the corpus that cannot answer the question. */
const foreign = (article: string): Shelf => halves[isInHalf(article) ? 1 : 0];

/** An article in parts of which each holds every sixth paragraph. */
function shardsOf(article: Article): readonly Article[] {
  const paragraphs = article.sections.flatMap((section) =>
    section.paragraphs.map((span) => textAt(article, span)),
  );
  return Array.from({ length: SHARDS }, (_none, shard) =>
    buildArticle(article.id, { headline: article.headline }, [
      { paragraphs: paragraphs.filter((_text, at) => at % SHARDS === shard) },
    ]),
  );
}

const rows = readRows<QuestionRow>(`${directory}/squad/questions.jsonl`);
const examples = rows.map((row) => exampleOf(row, whole));
say(
  `${examples.length} questions, ${percent(examples, ({ right }) => right.includes(true))} of them within reach`,
);
const swapped = rows.map((row) => exampleOf(row, foreign(row.article ?? '')));
const unanswerable = readRows<QuestionRow>(`${directory}/squad/unanswerable.jsonl`).map((row) =>
  exampleOf({ ...row, gold: [] }, whole),
);
/** A few paragraphs of one article: what a corpus of one short article of news is like. */
const shards = new Map(
  articles.map((article) => [article.id, shardsOf(article).map((shard) => shelfOf([shard]))]),
);
const atHome: Example[] = [];
const nextDoor: Example[] = [];
rows.forEach((row, index) => {
  const own = shards.get(row.article ?? '') ?? [];
  const home = own.find((shelf) => exampleOf(row, shelf).right.includes(true));
  const other = own.filter((shelf) => shelf !== home)[index % (SHARDS - 1)];
  if (home !== undefined) atHome.push(exampleOf(row, home));
  if (other !== undefined) nextDoor.push(exampleOf({ ...row, gold: [] }, other));
});
say('candidates read');

const answerable: Fared[] = [];
const fromElsewhere: Fared[] = [];
const trick: Fared[] = [];
const small: Fared[] = [];
const smallForeign: Fared[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const isHere = ({ row }: Example): boolean => foldOf(row.article ?? '') === fold;
  const weights = train(
    examples.filter((example) => !isHere(example)),
    'fold',
  );
  answerable.push(...examples.filter(isHere).map((example) => fare(example, whole, weights)));
  fromElsewhere.push(
    ...swapped.filter(isHere).map((example) => fare(example, foreign(example.row.article ?? ''), weights)),
  );
  trick.push(...unanswerable.filter(isHere).map((example) => fare(example, whole, weights)));
  const shelfHolding = ({ candidates, row }: Example): Shelf =>
    (shards.get(row.article ?? '') ?? []).find(
      (shelf) =>
        candidates[0] !== undefined &&
        shelf.passage(candidates[0].passage.passage.id) === candidates[0].passage.passage,
    ) ?? whole;
  small.push(...atHome.filter(isHere).map((example) => fare(example, shelfHolding(example), weights)));
  smallForeign.push(
    ...nextDoor.filter(isHere).map((example) => fare(example, shelfHolding(example), weights)),
  );
  say(`fold ${fold + 1} of ${FOLDS}`);
}
console.log(
  `P@1 ${percent(answerable, ({ place }) => place === 1)}  MRR@10 ${mean(answerable.map(({ place }) => (place > 0 && place <= 10 ? 1 / place : 0))).toFixed(4)}`,
);

const judged = (
  fared: readonly Fared[],
  right: number,
  wrong: number,
): readonly (Judged & { readonly article: string })[] =>
  fared.flatMap(({ article, place, signs }) =>
    signs === null ? [] : [{ article, signs, right: place === 1, weight: place === 1 ? right : wrong }],
  );
const lessons = [
  ...judged(answerable, LESSON.right, LESSON.wrong),
  ...judged(fromElsewhere, 0, LESSON.foreign),
  ...judged(trick, 0, LESSON.trick),
  ...judged(small, LESSON.small, LESSON.small),
  ...judged(smallForeign, 0, LESSON.smallForeign),
];
const sure = new Map<Fared, number>();
for (let fold = 0; fold < FOLDS; fold++) {
  const learned = learnSureness(lessons.filter(({ article }) => foldOf(article) !== fold));
  for (const fared of [...answerable, ...fromElsewhere, ...trick, ...small, ...smallForeign])
    if (foldOf(fared.article) === fold) sure.set(fared, confidenceIn(fared.signs, learned));
}
const sureOf = (fared: readonly Fared[]): readonly number[] => fared.map((one) => sure.get(one) ?? 0);
const bySureness = [...answerable].sort((a, b) => (sure.get(b) ?? 0) - (sure.get(a) ?? 0));
for (const coverage of [0.5, 0.7, 0.8, 0.9])
  console.log(
    `surest ${coverage * 100} %: ${percent(bySureness.slice(0, Math.round(bySureness.length * coverage)), ({ place }) => place === 1)} right`,
  );
const threshold = [...sureOf(answerable)].sort((a, b) => a - b)[Math.floor(answerable.length * 0.05)] ?? 0;
console.log(
  `at 5 % false refusals (below ${threshold.toFixed(3)}): ${percent(fromElsewhere, (one) => (sure.get(one) ?? 0) < threshold)} of foreign questions refused`,
);
console.log(
  `AUROC foreign ${auroc(sureOf(answerable), sureOf(fromElsewhere)).toFixed(3)}, unanswerable ${auroc(sureOf(answerable), sureOf(trick)).toFixed(3)}`,
);

console.log(
  `one sixth of an article: P@1 ${percent(small, ({ place }) => place === 1)}, AUROC against questions on the other sixths ${auroc(sureOf(small), sureOf(smallForeign)).toFixed(3)}`,
);
for (const cut of [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5])
  console.log(
    `below ${cut}: P@1 left ${percent(answerable, (one) => one.place === 1 && (sure.get(one) ?? 0) >= cut)}, refused ${[answerable, fromElsewhere, trick, small, smallForeign].map((fared) => percent(fared, (one) => (sure.get(one) ?? 0) < cut)).join('  ')}`,
  );
if (!flags.includes('--check')) {
  const made = 'npm run train -- ../shared/eval: SQuAD 1.1/2.0, 24 articles (CC BY-SA 4.0)';
  const weights = train(examples, made);
  write({
    ...weights,
    calibration: { threshold: THRESHOLD, ...learnSureness(lessons) },
  });
  say('weights written');
}

/** One tree or one kind of question a line: differences can be read. */
function write({
  made,
  features,
  cues,
  trees,
  calibration,
}: Weights & { readonly calibration: Calibrated & { readonly threshold: number } }): void {
  const list = (items: readonly unknown[]): string =>
    `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
  const table = (object: object): string =>
    `{\n${Object.entries(object)
      .map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
      .join(',\n')}\n}`;
  const { threshold, bias, weights } = calibration;
  const file = new URL('../../src/answer/weights.json', import.meta.url);
  const text = `{\n"made": ${JSON.stringify(made)},\n"features": ${table(features)},\n"cues": ${table(cues)},\n"trees": ${list(trees)},\n"calibration": {\n"threshold": ${threshold},\n"bias": ${bias},\n"weights": ${JSON.stringify(weights)},\n"trees": ${list(calibration.trees)}\n}\n}\n`;
  JSON.parse(text);
  if (readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
}

function percent<Item>(items: readonly Item[], holds: (item: Item) => boolean): string {
  return (items.filter(holds).length / Math.max(1, items.length)).toFixed(4);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** Chance that one of the first is surer than one of the second; ties count half (Mann & Whitney 1947). */
function auroc(positive: readonly number[], negative: readonly number[]): number {
  const all = [
    ...positive.map((value) => ({ value, positive: true })),
    ...negative.map((value) => ({ value, positive: false })),
  ].sort((a, b) => a.value - b.value);
  let sum = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]?.value === all[from]?.value) to++;
    const rank = (from + 1 + to) / 2;
    for (let at = from; at < to; at++) if (all[at]?.positive === true) sum += rank;
    from = to;
  }
  return (sum - (positive.length * (positive.length + 1)) / 2) / (positive.length * negative.length);
}
