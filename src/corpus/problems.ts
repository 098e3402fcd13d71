import { UserError } from '../command.ts';
import { codeOf, isDenied, isOfTheDisk } from '../intake/faults.ts';
import { ParseError } from '../news/parse/masthead.ts';

/** A file that is not in the newsroom, and why. `line` counts from 1. */
export interface Problem {
  readonly file: string;
  readonly line?: number;
  readonly message: string;
}

/** Says nothing of the file: another time it may be read. */
export class PassingError extends UserError {}

/** Whether reading the same file again may go better: the disk or its reader has failed, or too many files were open. */
export const mayPass = (error: unknown): boolean =>
  error instanceof PassingError || (isOfTheDisk(error) && !isDenied(error));

export function problemFrom(error: unknown, file: string): Problem {
  if (error instanceof ParseError)
    return { file, message: error.message, ...(error.line !== undefined && { line: error.line }) };
  if (error instanceof UserError) return { file, message: error.message };
  const code = codeOf(error);
  if (code === 'ENOENT')
    return { file, message: 'expected a file, got a link to nothing. Mend or delete it.' };
  if (isDenied(error)) return { file, message: 'may not be read. Change its permissions.' };
  // A parser that fails on one strange file (nested too deep, say) must not take the other articles along.
  const reason = code !== '' ? code : error instanceof Error ? error.message : String(error);
  return { file, message: `could not be read (${reason}).` };
}

export function missingDirectory(directory: string, error: unknown): string {
  const expected = `${directory}: expected a directory of articles, but`;
  const another = 'with --corpus or CORPUS_DIR.';
  const code = codeOf(error);
  if (code === 'ENOENT') return `${expected} there is none. Make it, or name another ${another}`;
  if (code === 'ENOTDIR') return `${expected} that is a file. Name a directory ${another}`;
  if (isDenied(error))
    return `${expected} it may not be read. Change its permissions, or name another ${another}`;
  return `${expected} it cannot be read (${code}). Name another ${another}`;
}
