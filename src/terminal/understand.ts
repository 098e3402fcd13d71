import { pastTurns, standAlone, type Topic } from '../answer/conversation/stand-alone.ts';
import type { ErrorRow } from './batch.ts';
import { jsonLine } from './printable.ts';
import { linesOf, type Streams, writeLine } from './streams.ts';

export interface UnderstoodRow {
  readonly id?: unknown;
  readonly understood: string;
}

/** `verbatim understand`: follow-ups as questions that stand alone. Needs no articles. */
export async function understand({ input, output }: Streams): Promise<void> {
  for await (const row of understoodRows(linesOf(input))) await writeLine(output, jsonLine(row));
}

/** A row for each row, in order. Blank lines are skipped; a bad row stops nothing. */
export async function* understoodRows(
  lines: AsyncIterable<string>,
): AsyncGenerator<UnderstoodRow | ErrorRow> {
  let line = 0;
  for await (const text of lines) {
    line += 1;
    const json = line === 1 ? text.replace(/^\ufeff/, '') : text;
    if (json.trim() !== '') yield understoodRow(json, line);
  }
}

function understoodRow(json: string, line: number): UnderstoodRow | ErrorRow {
  const fields = readObject(json);
  if (typeof fields === 'string') return { error: fields, line };
  const id = 'id' in fields ? { id: fields['id'] } : {};
  const { turns, topic } = fields;
  if (!isTurns(turns)) {
    const expected = '“turns”: question, answer, question, … as a list of strings that ends with a question';
    return { ...id, error: `expected ${expected}`, line };
  }
  if (!isTopic(topic))
    return { ...id, error: 'expected “topic”: a headline and a section as a list of strings', line };
  const about: Topic | undefined = topic?.[0] == null ? undefined : [topic[0], topic[1] ?? null];
  const history = pastTurns(turns.slice(0, -1), about);
  return { ...id, understood: standAlone(turns.at(-1) ?? '', history, about) };
}

function readObject(json: string): Readonly<Record<string, unknown>> | string {
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? value : 'expected a JSON object with “turns”';
  } catch (error) {
    return `expected a JSON object on one line: ${error instanceof Error ? error.message : String(error)}`;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A turn without an answer has "" in its place. */
const isTurns = (value: unknown): value is readonly string[] =>
  Array.isArray(value) &&
  value.length % 2 === 1 &&
  value.every((turn) => typeof turn === 'string') &&
  value.at(-1).trim() !== '';

const isTopic = (value: unknown): value is readonly (string | null)[] | null | undefined =>
  value == null ||
  (Array.isArray(value) && value.length <= 2 && value.every((part) => part === null || typeof part === 'string'));
