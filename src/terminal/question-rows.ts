/** A row of a batch: turns of one conversation, the last of which is to be answered. */
export interface QuestionRow {
  /** Whatever the asker wrote there, handed back as it came. */
  readonly id?: unknown;
  /** At least one. */
  readonly turns: readonly string[];
}

/** A row of a question set: what is asked, and what a right answer says. */
export interface JudgedRow extends QuestionRow {
  /** Any of these is right; none of them: the corpus does not hold the answer. */
  readonly gold: readonly string[];
  /** The article that the answer stands in, where it matters. */
  readonly article?: string;
  /** What sort of question it is, in the set's own words: the measures are also given for each kind. */
  readonly kind?: string;
}

export interface BadRow {
  readonly id?: unknown;
  readonly error: string;
}

/** What comes out for a bad row; `line` counts from 1, blank lines too. */
export interface ErrorRow extends BadRow {
  readonly line: number;
}

/** The lines that hold a row, as they come. Blank ones are skipped, and so is a byte order mark. */
export async function* numberedRows(
  lines: AsyncIterable<string>,
): AsyncGenerator<{ readonly json: string; readonly line: number }> {
  let line = 0;
  for await (const text of lines) {
    line += 1;
    const json = line === 1 ? text.replace(/^\ufeff/, '') : text;
    if (json.trim() !== '') yield { json, line };
  }
}

export type Fields = Readonly<Record<string, unknown>>;

/** Reads a row of a batch. What is wrong with it is a value: nothing is thrown. */
export function readQuestionRow(line: string): QuestionRow | BadRow {
  const fields = readObject(line);
  return typeof fields === 'string' ? { error: fields } : { ...idOf(fields), ...readTurns(fields) };
}

/** Reads a row of a question set. What is wrong with it is a value: nothing is thrown. */
export function readJudgedRow(line: string): JudgedRow | BadRow {
  const fields = readObject(line);
  if (typeof fields === 'string') return { error: fields };
  const turns = readTurns(fields);
  if ('error' in turns) return { ...idOf(fields), ...turns };
  const { gold, article, kind } = fields;
  if (!isStrings(gold) || gold.some((words) => words.trim() === '')) {
    const expected = '“gold”: a list of strings that are not empty ([] where the corpus holds no answer)';
    return { ...idOf(fields), error: `expected ${expected}; got ${shown(gold)}` };
  }
  if (article !== undefined && article !== null && typeof article !== 'string') {
    return { ...idOf(fields), error: `expected “article”: an article’s id; got ${shown(article)}` };
  }
  return {
    ...idOf(fields),
    ...turns,
    gold,
    ...(typeof article === 'string' && { article }),
    ...(typeof kind === 'string' && kind.trim() !== '' && { kind }),
  };
}

/** The fields of a row, or what is wrong with it. */
export function readObject(line: string, holding = '“question” or “turns”'): Fields | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return `expected a JSON object on one line: ${error instanceof Error ? error.message : String(error)}`;
  }
  const isObject = (each: unknown): each is Fields =>
    typeof each === 'object' && each !== null && !Array.isArray(each);
  return isObject(value) ? value : `expected a JSON object with ${holding}; got ${shown(value)}`;
}

function readTurns({
  question,
  turns,
}: Fields): { readonly turns: readonly string[] } | { readonly error: string } {
  if (question !== undefined && turns !== undefined) {
    return { error: 'expected “question” or “turns”; got both: leave one out' };
  }
  if (question === undefined && turns === undefined) {
    return { error: 'expected “question” (a string) or “turns” (a list of strings); got neither' };
  }
  if (turns === undefined) {
    if (typeof question === 'string' && question.trim() !== '') return { turns: [question] };
    return { error: `expected “question”: words; got ${shown(question)}` };
  }
  if (isStrings(turns) && turns.length > 0 && turns.every((turn) => turn.trim() !== '')) return { turns };
  return { error: `expected “turns”: a list of questions, at least one; got ${shown(turns)}` };
}

const isStrings = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

export const idOf = (fields: Fields): { readonly id?: unknown } => ('id' in fields ? { id: fields.id } : {});

/** A value in an error message: the beginning is enough to find it by. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}
