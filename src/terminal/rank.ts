import { type Meaning, noMeaning } from '../answer/meaning.ts';
import { rankTexts } from '../answer/rank-texts.ts';
import { jsonLine } from './printable.ts';
import {
  type BadRow,
  type ErrorRow,
  type Fields,
  idOf,
  numberedRows,
  readObject,
  shown,
} from './question-rows.ts';
import { linesOf, type Streams, writeLine } from './streams.ts';

/** A question and texts that might answer it. */
export interface RankRow {
  readonly id?: unknown;
  readonly question: string;
  readonly candidates: readonly { readonly text: string }[];
}

/** One score for each candidate, in the order given; higher is better, and they compare only within the row. */
export interface ScoreRow {
  readonly id?: unknown;
  readonly scores: readonly number[];
}

/** `verbatim rank`: rows on standard input, one row out for each; a bad one stops nothing. */
export async function rank({ input, output }: Streams, meaning: Meaning): Promise<void> {
  for await (const row of rankRows(linesOf(input), meaning)) await writeLine(output, jsonLine(row));
}

/** A row for each row, in order; a bad one stops nothing. */
export async function* rankRows(
  lines: AsyncIterable<string>,
  meaning: Meaning = noMeaning,
): AsyncGenerator<ScoreRow | ErrorRow> {
  for await (const { json, line } of numberedRows(lines)) {
    const row = readRankRow(json);
    yield 'error' in row ? { ...row, line } : scored(row, meaning);
  }
}

const scored = ({ question, candidates, ...id }: RankRow, meaning: Meaning): ScoreRow => {
  const texts = candidates.map(({ text }) => text);
  return { ...id, scores: rankTexts(question, texts, meaning) };
};

function readRankRow(json: string): RankRow | BadRow {
  const fields = readObject(json, '“question” and “candidates”');
  if (typeof fields === 'string') return { error: fields };
  const { question, candidates } = fields;
  const bad = (expected: string, got: unknown): BadRow => ({
    ...idOf(fields),
    error: `expected ${expected}; got ${shown(got)}`,
  });
  if (typeof question !== 'string' || question.trim() === '') return bad('“question”: words', question);
  if (!Array.isArray(candidates)) return bad('“candidates”: a list of {"text": "…"}', candidates);
  const wrong = candidates.findIndex((each) => !hasText(each));
  if (wrong >= 0) return bad(`candidate ${wrong + 1} to be {"text": "…"}`, candidates[wrong]);
  return { ...idOf(fields), question, candidates: candidates.filter(hasText) };
}

const hasText = (value: unknown): value is { readonly text: string } =>
  typeof value === 'object' && value !== null && typeof (value as Fields).text === 'string';
