import type { Kept, Outcome } from '../intake/outcome.ts';
import type { Options } from './arguments.ts';
import { jsonLine, printable } from './printable.ts';
import { openProgress } from './progress.ts';
import { type Streams, writeLine } from './streams.ts';

/** Of refusals for one and the same reason, so many are named: a disk that is full refuses everything after. */
const NAMED_ALIKE = 10;

/** How often each thing came out. */
type Tally = Readonly<Record<Outcome['kind'], number>>;

/** A line that says what became of one article. */
function lineOf(outcome: Outcome, dryRun: boolean): string {
  const would = dryRun ? 'would be ' : '';
  switch (outcome.kind) {
    case 'unchanged':
      return `unchanged: ${outcome.file} “${outcome.headline}”`;
    case 'added': {
      const beside = outcome.namesake === undefined ? '' : ` (${outcome.namesake} has the same headline)`;
      return `${would}added: ${outcome.file} “${outcome.headline}”${beside}`;
    }
    case 'updated': {
      return `${would}updated: ${outcome.file} “${outcome.headline}” (${changeOf(outcome)})`;
    }
    case 'gone':
      return `gone: ${outcome.reference} is no more. ${outcome.file} “${outcome.headline}” is kept.`;
    case 'refused':
      return `refused: ${outcome.reference}: ${outcome.why}${followed(outcome.advice)}${outcome.keeps === undefined ? '' : ` (${outcome.keeps} is kept as it was.)`}`;
    case 'noted':
      return `${outcome.reference}: ${outcome.what}${followed(outcome.advice)}`;
  }
}

const followed = (sentences: string | undefined): string => (sentences === undefined ? '' : ` ${sentences}`);

function changeOf({ changedParagraphs: count = 0 }: Kept): string {
  if (count === 0) return 'its headline, date or names changed';
  return count === 1 ? '1 paragraph changed' : `${count} paragraphs changed`;
}

/** "3 added · 1 updated · 2 unchanged · 1 refused"; what did not happen is left out. */
function summaryOf(tally: Tally, dryRun: boolean): string {
  const kinds = ['added', 'updated', 'unchanged', 'gone', 'refused'] as const;
  const parts = kinds.filter((kind) => tally[kind] > 0).map((kind) => `${tally[kind]} ${kind}`);
  const summary = parts.length === 0 ? 'Nothing to do' : parts.join(' · ');
  return dryRun ? `${summary} (nothing was written: --dry-run)` : summary;
}

/**
 * Which outcomes are worth a line. One that is as it was has none, unless nothing else came out: who adds one page
 * wants to know which article that is.
 */
function createSelection() {
  const refusals = new Map<string, number>();
  const unchanged: Outcome[] = [];
  return {
    hasLine(outcome: Outcome): boolean {
      if (outcome.kind === 'unchanged') unchanged[0] = outcome;
      if (outcome.kind !== 'refused') return outcome.kind !== 'unchanged';
      const alike = (refusals.get(outcome.why) ?? 0) + 1;
      refusals.set(outcome.why, alike);
      return alike <= NAMED_ALIKE;
    },
    /** The lines that are left to be written in the end. */
    rest({ noted: _, ...articles }: Tally): readonly string[] {
      const isOnly = Object.values(articles).reduce((sum, count) => sum + count, 0) === 1;
      const more = [...refusals].filter(([, count]) => count > NAMED_ALIKE);
      return [
        ...more.map(([why, count]) => `refused: ${count - NAMED_ALIKE} more, which --json names: ${why}`),
        ...(isOnly ? unchanged.map((each) => lineOf(each, false)) : []),
      ];
    },
  };
}

/** What the person before the terminal can do about it. */
interface Steering {
  /** Stops between two articles. */
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Shows outcomes as they come: a line each, or with --json a row each; then a summary. Ctrl-C ends the work between
 * two articles, a second one ends the program.
 *
 * @returns the exit code: 1 when all that came out was refused, 130 after Ctrl-C, else 0.
 */
export async function showTakings(
  work: (steering: Steering) => AsyncIterable<Outcome>,
  streams: Streams,
  { json, dryRun = false }: Options,
): Promise<number> {
  const { output, errors } = streams;
  const tally = { added: 0, updated: 0, unchanged: 0, gone: 0, refused: 0, noted: 0 };
  const selection = createSelection();
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  process.once('SIGINT', stop);
  const progress = openProgress(errors);
  try {
    for await (const outcome of work({ signal: stopping.signal, onProgress: progress.show })) {
      tally[outcome.kind] += 1;
      if (!json && !selection.hasLine(outcome)) continue;
      progress.clear();
      await writeLine(output, json ? jsonLine(outcome) : printable(lineOf(outcome, dryRun)));
    }
  } finally {
    progress.clear();
    process.off('SIGINT', stop);
  }
  if (stopping.signal.aborted)
    await writeLine(errors, dryRun ? 'Stopped.' : 'Stopped. What was done before is kept.');
  if (!json)
    for (const line of [...selection.rest(tally), summaryOf(tally, dryRun)])
      await writeLine(output, printable(line));
  if (stopping.signal.aborted) return 130;
  return tally.refused > 0 && tally.added + tally.updated + tally.unchanged + tally.gone === 0 ? 1 : 0;
}
