import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));
const CORPUS = fileURLToPath(new URL('../../corpus', import.meta.url));

/** The built program as a process of its own. */
export interface Program {
  /** All that it wrote to stdout and stderr so far. */
  readonly output: () => string;
  readonly exited: Promise<{ readonly code: number | null; readonly signal: string | null }>;
  kill(signal: NodeJS.Signals): void;
}

/** Runs `verbatim …` with these variables and no others of ours; in an empty folder, so that no `.env` is read. */
export function verbatim(args: readonly string[], variables: Readonly<Record<string, string>>): Program {
  if (!existsSync(MAIN)) throw new Error(`${MAIN} is not there: run “npm run build” first`);
  const cwd = mkdtempSync(join(tmpdir(), 'verbatim-'));
  const child: ChildProcess = spawn(process.execPath, [MAIN, ...args], {
    cwd,
    env: { PATH: process.env.PATH, CORPUS_DIR: CORPUS, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout?.on('data', (chunk) => {
    output += String(chunk);
  });
  child.stderr?.on('data', (chunk) => {
    output += String(chunk);
  });
  return {
    output: () => output,
    exited: once(child, 'close').then(([code, signal]) => {
      rmSync(cwd, { recursive: true });
      return { code, signal };
    }),
    kill: (signal) => void child.kill(signal),
  };
}
