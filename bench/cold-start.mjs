import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const RUNS = 10;
/** Milliseconds from the start of the process to its end, median. */
const GOAL = 300;

const executable = fileURLToPath(new URL('../dist/src/main.js', import.meta.url));
const question = 'why was the deal rejected?';

/** How long a person waits who asks one question: `verbatim ask "…"`, beside a Node.js that does nothing. */
export function run() {
  if (!existsSync(executable)) throw new Error(`${executable} is not there. Run npm run build first.`);
  const subjects = [
    ['node -e ""', ['-e', '']],
    ['verbatim --version', [executable, '--version']],
    ['verbatim ask', [executable, 'ask', question]],
    ['verbatim ask --json', [executable, 'ask', question, '--json']],
  ];
  for (const [name, given] of subjects) {
    const times = Array.from({ length: RUNS + 1 }, () => timed(given)).slice(1);
    const sorted = times.toSorted((a, b) => a - b);
    const median = (sorted[RUNS / 2 - 1] + sorted[RUNS / 2]) / 2;
    const p95 = sorted[Math.ceil(RUNS * 0.95) - 1];
    const goal = name === 'verbatim ask' ? `  (goal: median below ${GOAL} ms)` : '';
    console.log(`${name.padEnd(20)}  median ${median.toFixed(0)} ms  p95 ${p95.toFixed(0)} ms${goal}`);
  }
}

/** The first run, which fills the disk's cache, is timed as well; the caller leaves it out. */
function timed(given) {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, given, { encoding: 'utf8' });
  const ms = performance.now() - started;
  if (status !== 0) throw new Error(`node ${given.join(' ')} ended with ${status}: ${stderr}`);
  return ms;
}
