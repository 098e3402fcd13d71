import { readFile } from 'node:fs/promises';
import { UserError } from '../command.ts';
import { quotationsOf } from '../news/quotations/quotations.ts';
import type { Options } from './arguments.ts';
import { setParagraph } from './ink.ts';
import { articleOf, type JudgedArticle, judgedArticle } from './judged-quotes.ts';
import { jsonLine } from './printable.ts';
import { openProgress } from './progress.ts';
import {
  countQuotations,
  emptyTally,
  figuresOf,
  type QuoteFigures,
  type QuoteMiss,
} from './quote-measures.ts';
import { layoutOf, type Streams, writeLine } from './streams.ts';

/** `verbatim eval-quotes`: finds the quotations of judged articles and measures them against the judgements. */
export async function evaluateQuotes(
  streams: Streams,
  files: readonly string[],
  options: Options,
): Promise<void> {
  const [file, ...more] = files;
  if (file === undefined || more.length > 0)
    throw new UserError(
      `eval-quotes takes one file of judged articles; got ${files.length}. Give it one: verbatim eval-quotes rows.jsonl`,
    );
  const rows = readRows(await readText(file), file);
  const tally = emptyTally();
  const progress = openProgress(streams.errors);
  let milliseconds = 0;
  for (const [index, row] of rows.entries()) {
    progress.show(index, rows.length);
    const article = articleOf(row);
    const began = performance.now();
    const quotations = quotationsOf(article);
    milliseconds += performance.now() - began;
    countQuotations(tally, row, article, quotations);
  }
  progress.clear();
  const figures = figuresOf(tally);
  const perSecond = rows.length / (milliseconds / 1000);
  if (options.json)
    return writeLine(
      streams.output,
      jsonLine({ articles: rows.length, ...figures, articlesPerSecond: perSecond, misses: tally.misses }),
    );
  const page = layoutOf(streams.output, 'links');
  const lines = [
    ...tableOf(figures, rows.length, perSecond),
    '',
    tally.misses.length === 1 ? '1 miss' : `${tally.misses.length} misses`,
    ...tally.misses.flatMap((miss) =>
      setParagraph({ text: missText(miss), indent: '  ', first: '• ' }, page),
    ),
  ];
  for (const line of lines) await writeLine(streams.output, line);
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UserError(`eval-quotes: cannot read the judged articles ${file}: ${why}`);
  }
}

function readRows(text: string, file: string): readonly JudgedArticle[] {
  const rows = text
    .replace(/^\ufeff/, '')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const row = judgedArticle(line);
      if ('error' in row) throw new UserError(`${file}:${index + 1}: ${row.error}`);
      return [{ ...row, id: row.id === '' ? `line ${index + 1}` : row.id }];
    });
  if (rows.length === 0)
    throw new UserError(`${file}: expected rows such as {"text": "…", "quotes": […]}, one a line; got none`);
  return rows;
}

function tableOf(figures: QuoteFigures, articles: number, perSecond: number): readonly string[] {
  const share = (value: number): string => (value * 100).toFixed(1);
  const rows: readonly (readonly [string, string])[] = [
    ['articles', `${articles}`],
    ['pieces between marks', `${figures.pieces}`],
    ['span precision', share(figures.spanPrecision)],
    ['span recall', share(figures.spanRecall)],
    ['span F1', share(figures.spanF1)],
    ['speaker right, given found', share(figures.speaker)],
    ['cue right, given found', share(figures.cue)],
    ['end to end recall', share(figures.endToEndRecall)],
    ['end to end precision', share(figures.endToEndPrecision)],
    ['surest 65 % right', share(figures.surest)],
    ['all attributions: source F1', share(figures.sourceF1)],
    ['all attributions: cue F1', share(figures.cueF1)],
    ['all attributions: content F1', share(figures.contentF1)],
    ['articles a second', perSecond.toFixed(0)],
  ];
  const widest = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(widest)}  ${value}`);
}

function missText({ article, what, words, got, gold }: QuoteMiss): string {
  const said = got === null ? '' : `, given to “${got}”`;
  const expected = gold.length === 0 ? '' : `, expected ${gold.map((one) => `“${one}”`).join(' or ')}`;
  return `${what}${said}${expected}: “${words.replace(/\s+/g, ' ')}” (${article})`;
}
