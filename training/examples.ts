import { readFileSync } from 'node:fs';
import type { Shelf } from '../src/answer/answer.ts';
import { foundPassages } from '../src/answer/answer.ts';
import { candidatesIn } from '../src/answer/candidates.ts';
import { CUES } from '../src/answer/cues.ts';
import { type Candidate, FEATURE_NAMES, features } from '../src/answer/features.ts';
import { QUESTION_KINDS, understandQuestion } from '../src/answer/question.ts';
import { textAt } from '../src/news/article.ts';
import type { List } from './listwise.ts';

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
  readonly kind: string;
}

export const DENSE = FEATURE_NAMES.length;
export const SPARSE = QUESTION_KINDS.length * CUES.length;

export const foldSpace = (text: string): string => text.replace(/\s+/g, ' ').trim();

export function exampleOf(row: QuestionRow, shelf: Shelf): Example {
  const question = understandQuestion(row.question, shelf.lexicon.isName);
  const candidates = candidatesIn(question, foundPassages(question, shelf), shelf);
  const gold = row.gold.map(foldSpace);
  return {
    row,
    kind: question.kind,
    ...vectorsOf(candidates),
    right: candidates.map(({ passage, at }) => {
      const { article, sentences } = passage.passage;
      const span = sentences[at];
      if (span === undefined || (row.article !== undefined && article.id !== row.article)) return false;
      const text = foldSpace(textAt(article, span));
      return gold.some((piece) => text.includes(piece) || piece.includes(text));
    }),
  };
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
