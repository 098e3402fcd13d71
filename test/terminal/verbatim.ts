import { type SpawnOptions, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The built executable, as people and programs run it. `npm test` builds it first. */
export const executable = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));
if (!existsSync(executable)) throw new Error(`${executable} is not there. Run npm run build first.`);

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs with nothing of the tester's own environment but the path. */
export function verbatim(args: readonly string[], cwd: string, options: SpawnOptions = {}): Promise<Ended> {
  return runProgram(process.execPath, [executable, ...args], { cwd, ...options });
}

export function runProgram(program: string, args: readonly string[], options: SpawnOptions): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env: { PATH: process.env.PATH ?? '' }, ...options, stdio: 'pipe' });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.end();
  });
}
