import type { ArticleFilter, Newsroom } from '../newsroom.ts';
import { type ErrorRow, numberedRows, type QuestionRow, readQuestionRow } from './question-rows.ts';
import { type AnswerRow, answerRow } from './rows.ts';

/** Where to look. */
export interface AskLimits extends ArticleFilter {
  /** What to say of every question where that leaves no article. */
  readonly nowhere?: string | undefined;
}

/** Answers rows of questions as they come, in their order. Blank lines are skipped; a bad row stops nothing. */
export async function* answerBatch(
  lines: AsyncIterable<string>,
  newsroom: Newsroom,
  limits: AskLimits = {},
): AsyncGenerator<AnswerRow | ErrorRow> {
  for await (const { json, line } of numberedRows(lines)) {
    const row = readQuestionRow(json);
    if ('error' in row) yield { ...row, line };
    else yield answerOrError(row, line, newsroom, limits);
  }
}

function answerOrError(
  row: QuestionRow,
  line: number,
  newsroom: Newsroom,
  limits: AskLimits,
): AnswerRow | ErrorRow {
  const id = 'id' in row ? { id: row.id } : {};
  try {
    return { ...id, ...askTurns(row.turns, newsroom, limits) };
  } catch (error) {
    return { ...id, error: error instanceof Error ? error.message : String(error), line };
  }
}

let conversations = 0;

/** Asks the turns in a conversation of their own and answers the last one; `ms` is the last one's time. */
export function askTurns(
  turns: readonly string[],
  newsroom: Newsroom,
  { nowhere, ...filter }: AskLimits = {},
): AnswerRow {
  const last = turns.at(-1) ?? '';
  conversations += 1;
  const options = turns.length > 1 ? { ...filter, conversation: `terminal:turns:${conversations}` } : filter;
  for (const turn of turns.slice(0, -1)) newsroom.ask(turn, options);
  const started = performance.now();
  const outcome = newsroom.ask(last, options);
  const row = answerRow(last, outcome, performance.now() - started);
  return nowhere === undefined ? row : { ...row, reason: nowhere };
}
