import type { Match, Verdict } from '../check/verdict.ts';
import { UserError } from '../command.ts';
import { textAt } from '../news/article.ts';
import type { Options } from './arguments.ts';
import { commandNamed, type Desk, print } from './desk.ts';
import { jsonLine } from './printable.ts';
import { quotationRow } from './rows.ts';
import { writeLine } from './streams.ts';
import { optionsFor } from './typed.ts';
import { CONTEXT } from './words.ts';

/** `verbatim check`: whether the words are a real quotation. */
export async function check(desk: Desk, operands: readonly string[], options: Options): Promise<void> {
  const quote = operands.join(' ').trim();
  if (quote === '')
    throw new UserError('check needs a quotation: verbatim check "the words" [--speaker NAME]');
  const { speaker } = options;
  const command = commandNamed('check', desk.commands);
  const typed = optionsFor(command, { quote, ...(speaker !== undefined && { speaker }) });
  const reply = await command.run(desk.newsroom, typed, CONTEXT);
  if (!options.json) return print(reply, desk.streams, 'links');
  const verdict = desk.newsroom.checkQuotation(quote, speaker === undefined ? {} : { speaker });
  await writeLine(desk.streams.output, jsonLine(checkRow(quote, speaker ?? null, verdict)));
}

/** A row for programs. Every `text` with `start` and `end` is `article.text.slice(start, end)`. */
function checkRow(quote: string, speaker: string | null, verdict: Verdict) {
  const match = verdict.kind === 'not-found' ? null : verdict.match;
  return {
    quote,
    speaker,
    verdict: verdict.kind,
    /** What was looked for, where that is not all of `quote`. */
    words: verdict.words,
    extent: verdict.kind === 'exact' ? verdict.extent : null,
    altered: isAltered(verdict),
    said: verdict.kind === 'not-speech' ? verdict.said : null,
    article: match?.article.id ?? null,
    quotations: match === null ? [] : rowsOf(match),
    diff: match === null ? [] : diffOf(match),
    also: verdict.kind === 'not-found' ? [] : verdict.also.map(({ id }) => id),
    nearest:
      verdict.kind === 'not-found' && verdict.nearest !== null ? (rowsOf(verdict.nearest)[0] ?? null) : null,
  };
}

function isAltered(verdict: Verdict): boolean {
  if (verdict.kind === 'exact' || verdict.kind === 'not-found') return false;
  return verdict.kind === 'altered' || verdict.altered;
}

const rowsOf = ({ article, quotations }: Match) =>
  quotations.map((quotation) => quotationRow(article, quotation));

const diffOf = ({ article, runs }: Match) =>
  runs.map((run) =>
    run.kind === 'added'
      ? { kind: run.kind, text: run.text }
      : { kind: run.kind, text: textAt(article, run.span), start: run.span.start, end: run.span.end },
  );
