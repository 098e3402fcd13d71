import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join, relative } from 'node:path';
import { UserError } from './command.ts';
import type { Article } from './news/article.ts';
import { FORMATS, formatOfEnding } from './news/parse/formats.ts';
import { ParseError } from './news/parse/masthead.ts';

/** A file that is not in the newsroom, and why. `line` counts from 1. */
export interface Problem {
  readonly file: string;
  readonly line?: number;
  readonly message: string;
}

export interface Corpus {
  readonly articles: readonly Article[];
  readonly problems: readonly Problem[];
}

/**
 * Reads every article of a directory and of those inside it. A file that cannot be read is a problem of its
 * own and keeps no other from being read.
 *
 * @throws UserError when the directory itself is missing or closed to us.
 */
export async function readCorpus(directory: string): Promise<Corpus> {
  const articles = new Map<string, { readonly article: Article; readonly file: string }>();
  const problems: Problem[] = [];
  const passedOver: string[] = [];
  let files: readonly string[];
  try {
    files = await filesIn(directory, problems);
  } catch (error) {
    throw new UserError(missingDirectory(directory, error));
  }
  for (const file of files) {
    const format = formatOfEnding(extname(file));
    const id = basename(file, extname(file));
    if (format?.holds !== 'article') {
      passedOver.push(file);
      continue;
    }
    const sameId = articles.get(id);
    if (sameId !== undefined) {
      problems.push({
        file,
        message: `expected a name of its own: ${shown(directory, sameId.file)} is “${id}” already. Rename one of them.`,
      });
      continue;
    }
    try {
      const parse = await format.load();
      articles.set(id, { article: await parse(id, { bytes: await readFile(file) }), file });
    } catch (error) {
      problems.push(problemFrom(error, file));
    }
  }
  if (articles.size === 0 && passedOver.length > 0) problems.push(nothingToRead(directory, passedOver));
  return { articles: [...articles.values()].map(({ article }) => article), problems };
}

/**
 * In the order of their names, so that two runs read alike. Hidden files and READMEs are no articles. Links to
 * files are followed, links to directories are not: they may lead round in a circle.
 */
async function filesIn(directory: string, problems: Problem[]): Promise<readonly string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const found = await Promise.all(
    entries
      .filter(({ name }) => !/^[._]|^README(?:\.\w+)?$/i.test(name))
      .map(async (entry) => {
        const path = join(directory, entry.name);
        if (!entry.isDirectory()) return entry.isFile() || entry.isSymbolicLink() ? [path] : [];
        try {
          return await filesIn(path, problems);
        } catch (error) {
          problems.push(problemFrom(error, path));
          return [];
        }
      }),
  );
  return found.flat().sort();
}

function problemFrom(error: unknown, file: string): Problem {
  if (error instanceof ParseError)
    return { file, message: error.message, ...(error.line !== undefined && { line: error.line }) };
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EISDIR') return { file, message: 'expected a file, got a directory' };
  if (code === 'EACCES' || code === 'EPERM')
    return { file, message: 'may not be read. Change its permissions.' };
  // A parser that fails on one strange file (nested too deep, say) must not take the other articles along.
  const reason = code !== '' ? code : error instanceof Error ? error.message : String(error);
  return { file, message: `could not be read (${reason}).` };
}

function missingDirectory(directory: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const got =
    code === 'ENOENT'
      ? 'there is none'
      : code === 'ENOTDIR'
        ? 'that is a file'
        : `it cannot be read (${code})`;
  return `${directory}: expected a directory of articles, but ${got}. Make it, or name another with --corpus or CORPUS_DIR.`;
}

/** The endings of what is read from a directory. */
const READ_HERE = FORMATS.flatMap(({ holds, endings }) => (holds === 'article' ? endings : []));

function nothingToRead(directory: string, passedOver: readonly string[]): Problem {
  const endings = [...new Set(passedOver.map((file) => extname(file) || 'no ending'))].slice(0, 5).join(', ');
  return {
    file: directory,
    message: `expected articles that end in ${READ_HERE.join(', ')}; got ${passedOver.length === 1 ? '1 file' : `${passedOver.length} files`} with ${endings}.`,
  };
}

const shown = (directory: string, file: string): string => relative(directory, file);
