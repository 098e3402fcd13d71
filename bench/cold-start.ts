import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { quantile } from '../src/terminal/measures.ts';
import type { Table } from './table.ts';

const RUNS = 10;
/** Milliseconds from the start of the process to its end, median. */
const GOAL = 300;

const executable = fileURLToPath(new URL('../src/main.js', import.meta.url));
const question = 'why was the deal rejected?';

/** How long a person waits who asks one question: `verbatim ask "…"`, beside a Node.js that does nothing. */
export async function run(): Promise<Table> {
  const subjects: readonly (readonly [name: string, given: readonly string[]])[] = [
    ['node -e ""', ['-e', '']],
    ['verbatim --version', [executable, '--version']],
    ['verbatim ask', [executable, 'ask', question]],
    ['verbatim ask --json', [executable, 'ask', question, '--json']],
  ];
  return {
    title: 'Cold start: from the start of the process to its end',
    notes: [`Milliseconds over ${RUNS} runs. The goal for verbatim ask: a median below ${GOAL}.`],
    columns: ['', 'median', 'p95'],
    rows: subjects.map(([name, given]) => {
      console.error(`cold-start: ${name}`);
      const ms = Array.from({ length: RUNS + 1 }, () => timed(given)).slice(1);
      return [name, (quantile(ms, 0.5) ?? 0).toFixed(0), (quantile(ms, 0.95) ?? 0).toFixed(0)];
    }),
  };
}

/** The first run, which fills the disk's cache, is timed as well; the caller leaves it out. */
function timed(given: readonly string[]): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, given, { encoding: 'utf8' });
  const ms = performance.now() - started;
  if (status !== 0) throw new Error(`node ${given.join(' ')} ended with ${status}: ${stderr}`);
  return ms;
}
