import { readFileSync } from 'node:fs';
import { foundPassages, type Shelf } from '../src/answer/answer.ts';
import type { Candidate } from '../src/answer/candidate.ts';
import { candidatesIn } from '../src/answer/candidates.ts';
import { CUES } from '../src/answer/cues.ts';
import { FEATURE_NAMES, features } from '../src/answer/features.ts';
import { COLUMNS, columnsOf } from '../src/answer/model.ts';
import { QUESTION_KINDS, type Question, understandQuestion } from '../src/answer/question.ts';
import { textAt } from '../src/news/article.ts';
import { type LinearModel, type List, scoresOf } from './listwise.ts';
import type { TreeList } from './trees.ts';

export interface QuestionRow {
  readonly id?: string;
  readonly question: string;
  readonly article?: string;
  readonly gold: readonly string[];
}

export function readRows<Row>(file: string): readonly Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row);
}

/** A question with its candidates, and which of them are right. */
export interface Example extends List {
  readonly row: QuestionRow;
  readonly question: Question;
  readonly candidates: readonly Candidate[];
}

export const DENSE = FEATURE_NAMES.length;
export const SPARSE = QUESTION_KINDS.length * CUES.length;

const foldSpace = (text: string): string => text.replace(/\s+/g, ' ').trim();

export function exampleOf(row: QuestionRow, shelf: Shelf): Example {
  const question = understandQuestion(row.question, shelf.lexicon.isName);
  const candidates = candidatesIn(question, foundPassages(question, shelf), shelf);
  const gold = row.gold.map(foldSpace);
  const right = candidates.map(({ passage, at }) => {
    const { article, sentences } = passage.passage;
    const span = sentences[at];
    if (span === undefined || (row.article !== undefined && article.id !== row.article)) return false;
    const text = foldSpace(textAt(article, span));
    return gold.some((piece) => text.includes(piece) || piece.includes(text));
  });
  return { row, question, candidates, right, ...vectorsOf(candidates) };
}

export function vectorsOf(candidates: readonly Candidate[]): Pick<List, 'dense' | 'sparse'> {
  const dense = new Float32Array(candidates.length * DENSE);
  candidates.forEach((candidate, row) => {
    FEATURE_NAMES.forEach((name, column) => {
      dense[row * DENSE + column] = features[name](candidate);
    });
  });
  return { dense, sparse: candidates.map(crosses) };
}

function crosses({ question, cues }: Candidate): readonly number[] {
  const from = QUESTION_KINDS.indexOf(question.kind) * CUES.length;
  return [...new Set(cues.map(({ cue }) => from + CUES.indexOf(cue)))];
}

/** The candidates that trees learn from: the best by the linear model, and the right ones. */
export function treeListOf(example: Example, model: LinearModel, most: number): TreeList {
  const scores = scoresOf(example, model);
  const best = Math.max(...scores);
  const chosen = [...scores.keys()]
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
    .filter((index, place) => place < most || example.right[index] === true);
  const columns = new Float32Array(chosen.length * COLUMNS);
  chosen.forEach((index, row) => {
    const candidate = example.candidates[index];
    if (candidate === undefined) return;
    const seen = [...example.dense.subarray(index * DENSE, (index + 1) * DENSE)];
    columns.set(columnsOf(candidate, seen, (scores[index] ?? 0) - best), row * COLUMNS);
  });
  return {
    columns,
    base: Float64Array.from(chosen, (index) => scores[index] ?? 0),
    right: chosen.map((index) => example.right[index] === true),
  };
}
