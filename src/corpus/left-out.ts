import { basename, extname } from 'node:path';
import type { Problem } from './problems.ts';

/** What became of the articles, as far as it matters here. */
interface Turn {
  readonly added?: readonly string[];
  readonly changed?: readonly string[];
  readonly removed?: readonly string[];
  readonly problems: readonly Problem[];
}

/** Which files are left out now. */
export interface LeftOut {
  hear(turn: Turn): void;
  all(): readonly Problem[];
}

/** What was told of a file holds until an article of its name comes, changes or goes, or something else is told of it. */
export function createLeftOut(problems: readonly Problem[] = []): LeftOut {
  const byFile = new Map<string, Problem>();
  const hear = ({ added = [], changed = [], removed = [], problems: told }: Turn): void => {
    const settled = new Set([...added, ...changed, ...removed]);
    for (const file of byFile.keys()) if (settled.has(basename(file, extname(file)))) byFile.delete(file);
    for (const problem of told) byFile.set(problem.file, problem);
  };
  hear({ problems });
  return { hear, all: () => [...byFile.values()] };
}
