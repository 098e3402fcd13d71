import { pastTurns, standAlone, type Topic } from '../answer/conversation/stand-alone.ts';
import { jsonLine } from './printable.ts';
import { type ErrorRow, idOf, numberedRows, readObject, shown } from './question-rows.ts';
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
  for await (const { json, line } of numberedRows(lines)) yield understoodRow(json, line);
}

function understoodRow(json: string, line: number): UnderstoodRow | ErrorRow {
  const fields = readObject(json, '“turns”');
  if (typeof fields === 'string') return { error: fields, line };
  const { turns, topic } = fields;
  const bad = (expected: string, got: unknown): ErrorRow => ({
    ...idOf(fields),
    error: `expected ${expected}; got ${shown(got)}`,
    line,
  });
  if (!isTurns(turns)) return bad('“turns”: a list of strings: question, answer, question, …', turns);
  if (!isTopic(topic)) return bad('“topic”: a list of a headline and a section', topic);
  const [headline, section] = topic ?? [];
  const about: Topic | undefined = headline == null ? undefined : [headline, section ?? null];
  const history = pastTurns(turns.slice(0, -1), about);
  return { ...idOf(fields), understood: standAlone(turns.at(-1) ?? '', history, about) };
}

/** The last is a question; a question that was not answered is followed by "". */
const isTurns = (value: unknown): value is readonly string[] =>
  Array.isArray(value) &&
  value.length % 2 === 1 &&
  value.every((turn, at) => typeof turn === 'string' && (at % 2 === 1 || turn.trim() !== ''));

const isTopic = (value: unknown): value is readonly (string | null)[] | null | undefined =>
  value == null ||
  (Array.isArray(value) &&
    value.length <= 2 &&
    value.every((part) => part === null || typeof part === 'string'));
