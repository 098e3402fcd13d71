import { UserError } from '../command.ts';
import { FetchError } from '../fetching/fetch-error.ts';
import { ParseError } from '../news/parse/masthead.ts';

/** What a file system says, and what a person can do about it. */
const FILE_SYSTEM: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file. Check its name.',
  EACCES: 'no permission. Change its permissions, or run this as its owner.',
  EPERM: 'no permission. Change its permissions, or run this as its owner.',
  EROFS: 'the disk can only be read. Keep the articles where they can be written.',
  ENOSPC: 'the disk is full. Make room and add it again; what was added before is kept.',
  EDQUOT: 'your share of the disk is full. Make room and add it again; what was added before is kept.',
  EFBIG: 'the file would be larger than this disk allows.',
  EISDIR: 'expected a file, got a directory.',
  ENOTDIR: 'a part of the path is a file, not a directory. Check its name.',
  ELOOP: 'it is a link that leads round in a circle.',
  ENAMETOOLONG: 'its name is too long for this disk.',
  EMFILE: 'too many files are open. Try again.',
  ENFILE: 'too many files are open. Try again.',
  EIO: 'the disk failed. Check it.',
};

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** "ENOSPC", "EACCES": not a fault of the program. */
export const isOfTheDisk = (error: unknown): boolean => /^E[A-Z0-9]+$/.test(codeOf(error));

export const isDenied = (error: unknown): boolean => /^(?:EACCES|EPERM)$/.test(codeOf(error));

/** The end of a sentence that begins with what was asked for: "no permission. Change …". */
export function whyOf(error: unknown): string {
  if (error instanceof FetchError) return error.what;
  if (error instanceof UserError) return error.message;
  if (error instanceof ParseError) return parseFault(error.message, error.line);
  const code = codeOf(error);
  const told = FILE_SYSTEM[code];
  if (told !== undefined) return told;
  const reason = code !== '' ? code : error instanceof Error ? error.message.split('\n')[0] : String(error);
  return `could not be read or kept (${reason}).`;
}

const parseFault = (message: string, line?: number): string =>
  line === undefined ? message : `line ${line}: ${message}`;
