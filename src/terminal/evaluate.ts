import { readFile } from 'node:fs/promises';
import { UserError } from '../command.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Options } from './arguments.ts';
import { askTurns } from './batch.ts';
import type { Desk } from './desk.ts';
import { type Page, setParagraph } from './ink.ts';
import { type Judgement, type Measures, type Miss, measure, misses } from './measures.ts';
import { jsonLine } from './printable.ts';
import { type JudgedRow, readJudgedRow } from './question-rows.ts';
import { layoutOf, type Output, writeLine } from './streams.ts';

/** `verbatim eval`: asks a question set and measures the answers. */
export async function evaluate(desk: Desk, files: readonly string[], options: Options): Promise<void> {
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) {
    throw new UserError(
      `eval takes one question set; got ${files.length}. Give it a file: verbatim eval questions.jsonl`,
    );
  }
  const { newsroom, streams } = desk;
  const judgements = judge(readSet(await readText(file), file), newsroom, streams.errors);
  const measures = measure(judgements);
  const missed = misses(judgements);
  if (options.json) return writeLine(streams.output, jsonLine({ ...measures, misses: missed }));
  const page = layoutOf(streams.output, 'links');
  for (const line of [...table(measures), ...missesText(missed, page)]) await writeLine(streams.output, line);
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UserError(`eval: cannot read the question set ${file}: ${why}`);
  }
}

/** Throws `UserError` for the first row that is none, with its file and line. */
export function readSet(text: string, file: string): readonly JudgedRow[] {
  const rows = text
    .replace(/^\ufeff/, '')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const row = readJudgedRow(line);
      if ('error' in row) throw new UserError(`${file}:${index + 1}: ${row.error}`);
      return [row];
    });
  if (rows.length === 0) {
    throw new UserError(
      `${file}: expected rows such as {"question": "…", "gold": ["…"]}, one a line; got none`,
    );
  }
  return rows;
}

function judge(rows: readonly JudgedRow[], newsroom: Newsroom, errors: Output): readonly Judgement[] {
  const progress = errors.isTTY === true;
  const judgements = rows.map((row, index) => {
    if (progress && index % 20 === 0) errors.write(`\rAsking ${index + 1} of ${rows.length} …`);
    return { row, said: askTurns(row.turns, newsroom) };
  });
  if (progress) errors.write('\r\u001b[K');
  return judgements;
}

function table(measures: Measures): readonly string[] {
  const rows: readonly (readonly [string, string])[] = [
    ['questions', `${measures.questions}`],
    ['answerable', `${measures.answerable}`],
    ['unanswerable', `${measures.unanswerable}`],
    ['P@1', decimal(measures.p1)],
    ['hit@3', decimal(measures.hit3)],
    ['MRR@10', decimal(measures.mrr10)],
    ['false-abstain rate', decimal(measures.falseAbstain)],
    ['unanswerable caught', decimal(measures.caught)],
    ['AUROC, answerable or not', decimal(measures.auroc)],
    ['AUROC, right or not', decimal(measures.aurocRight)],
    ['right among the surest 70 %', decimal(measures.surest70)],
    ['median ms', decimal(measures.medianMs)],
    ['p95 ms', decimal(measures.p95Ms)],
  ];
  const widest = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(widest)}  ${value}`);
}

const decimal = (value: number | null): string => (value === null ? '–' : value.toFixed(3));

const missesText = (missed: readonly Miss[], page: Page): readonly string[] => [
  '',
  missed.length === 1 ? '1 miss' : `${missed.length} misses`,
  ...missed.flatMap((miss, index) => missText(miss, index + 1, page)),
];

function missText(miss: Miss, number: number, page: Page): readonly string[] {
  const said = miss.said === null ? 'nothing' : `“${miss.said}”`;
  const expected = miss.expected.map((words) => `“${words}”`).join(' or ') || 'nothing';
  const where = miss.article === undefined ? '' : ` in ${miss.article}`;
  const rank = miss.rank === null ? '' : ` (number ${miss.rank} of the evidence)`;
  const indent = '     ';
  return [
    ...setParagraph({ text: miss.question, first: `${number}. `.padStart(5), indent }, page),
    ...setParagraph({ text: `said ${said}, confidence ${decimal(miss.confidence)}`, indent }, page),
    ...setParagraph({ text: `expected ${expected}${where}${rank}`, indent }, page),
  ];
}
