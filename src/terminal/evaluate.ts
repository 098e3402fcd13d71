import { constants } from 'node:fs';
import { access, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { UserError } from '../command.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Options } from './arguments.ts';
import { askTurns } from './batch.ts';
import type { Desk } from './desk.ts';
import { type Page, setParagraph } from './ink.ts';
import { type Judgement, type Measures, type Miss, measure, misses } from './measures.ts';
import { jsonLine, printable } from './printable.ts';
import { openProgress } from './progress.ts';
import { type JudgedRow, readJudgedRow } from './question-rows.ts';
import { reportPage } from './report.ts';
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
  const set = readSet(await readText(file), file);
  if (options.report !== undefined) await checkReport(options.report, file);
  const judgements = judge(set, newsroom, streams.errors);
  const measures = measure(judgements);
  const missed = misses(judgements);
  if (options.report !== undefined) {
    const page = reportPage({
      set: basename(file),
      articles: newsroom.articles.length,
      date: new Date().toISOString().slice(0, 10),
      judgements,
      measures,
      misses: missed,
    });
    await writeReport(options.report, page);
    await writeLine(streams.errors, printable(`The report is in ${options.report}.`));
  }
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

/** A long set is not asked in vain: a place that cannot be written to is told of first. */
async function checkReport(report: string, file: string): Promise<void> {
  if (resolve(report) === resolve(file)) {
    throw new UserError(
      `eval: the report would replace the question set ${file}. Give --report another name.`,
    );
  }
  try {
    await access(dirname(report), constants.W_OK);
  } catch (error) {
    throw cannotWrite(report, error);
  }
}

async function writeReport(report: string, page: string): Promise<void> {
  try {
    await writeFile(report, page);
  } catch (error) {
    throw cannotWrite(report, error);
  }
}

const cannotWrite = (report: string, error: unknown): UserError =>
  new UserError(
    `eval: cannot write the report ${report}: ${error instanceof Error ? error.message : String(error)}`,
  );

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
  const progress = openProgress(errors);
  const judgements = rows.map((row, index) => {
    progress.show(index, rows.length);
    return { row, said: askTurns(row.turns, newsroom) };
  });
  progress.clear();
  return judgements;
}

function table(measures: Measures): readonly string[] {
  const rows: (readonly [string, string])[] = [
    ['questions', `${measures.questions}`],
    ['answerable', `${measures.answerable}`],
    ['unanswerable', `${measures.unanswerable}`],
    ['P@1', decimal(measures.p1)],
    ['P@1 when it must answer', decimal(measures.p1MustAnswer)],
    ['hit@3', decimal(measures.hit3)],
    ['MRR@10', decimal(measures.mrr10)],
    ['false-abstain rate', decimal(measures.falseAbstain)],
    ['unanswerable caught', decimal(measures.caught)],
    ['caught at 5 % false abstentions', decimal(measures.caughtAt5)],
    ['AUROC, answerable or not', decimal(measures.auroc)],
    ['AUROC, right or not', decimal(measures.aurocRight)],
    ['right among the surest 70 %', decimal(measures.surest70)],
    ['calibration error', decimal(measures.calibrationError)],
    ['median ms', decimal(measures.medianMs)],
    ['p95 ms', decimal(measures.p95Ms)],
  ];
  rows.push(
    ...measures.kinds.map(
      ({ kind, questions, right }) => [`right, ${printable(kind)} (${questions})`, decimal(right)] as const,
    ),
  );
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
