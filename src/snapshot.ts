import { createHash, randomBytes } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sweep } from './intake/store.ts';
import type { Article } from './news/article.ts';
import { readingRules } from './search/fingerprint.ts';
import { version } from './shipped.ts';

/**
 * An index as it is to be saved, or was. The engine gives its first line as soon as it is asked, and all others as they
 * were then.
 */
export interface Snapshot {
  /** What each article was read from: see `Corpus`. */
  readonly files: string;
  readonly articles: readonly Article[];
  /** Lines of JSON of whoever saved them. */
  readonly copies: Iterable<string>;
  readonly lexicon: Iterable<string>;
  readonly engine: Iterable<string>;
}

/** Raised whenever an index is made or kept in another way than before, within one version of the program. */
const EDITION = 4;

/** Hidden, so that it is no article. */
export const snapshotIn = (corpusDir: string): string => join(corpusDir, '.verbatim.index');

/** One that is being written, or whose writer was killed. */
const HALF = /^\.verbatim\.index-\w+\.tmp$/;

/** Of all that decides what an index is made of, beside the articles. */
const digestOfRules = (rules: string): string =>
  createHash('sha256').update(`${EDITION}\n${version()}\n${rules}`).digest('base64url').slice(0, 16);

/**
 * The parts of a snapshot stand one after another, a line of JSON each: first how many lines each part has; last the
 * digest of all before it, so that one that was cut short or damaged is known.
 */
interface Head {
  readonly configuration: string;
  readonly articles: number;
  readonly copies: number;
  readonly lexicon: number;
}

/**
 * The snapshot beside a corpus: null where there is none, and a word on why where there is one of no use.
 */
export async function readSnapshot(corpusDir: string): Promise<Snapshot | 'stale' | 'broken' | null> {
  let bytes: Buffer;
  try {
    if (!(await stat(snapshotIn(corpusDir))).isFile()) return 'broken';
    bytes = await readFile(snapshotIn(corpusDir));
  } catch {
    return null;
  }
  try {
    const end = bytes.lastIndexOf(LINE_FEED, bytes.length - 2) + 1;
    const digest = createHash('sha256').update(bytes.subarray(0, end)).digest('base64url');
    if (bytes.subarray(end).toString().trim() !== digest) return 'broken';
    const lines = linesOf(bytes.subarray(0, end));
    const head = JSON.parse(lines.next().value ?? '') as Head;
    if (head.configuration !== digestOfRules(readingRules())) return 'stale';
    const files = lines.next().value ?? '';
    const articles = Array.from(taken(lines, head.articles), (line) => JSON.parse(line) as Article);
    const copies = [...taken(lines, head.copies)];
    return { files, articles, copies, lexicon: [...taken(lines, head.lexicon)], engine: lines };
  } catch {
    return 'broken';
  }
}

const LINE_FEED = 10;

/** One at a time: hundreds of megabytes of text need not be in memory at once. */
function* linesOf(bytes: Buffer): Generator<string, undefined> {
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(LINE_FEED, start);
    yield bytes.toString('utf8', start, end);
    start = end + 1;
  }
}

function* taken(lines: Iterator<string, undefined>, count: number): Generator<string> {
  for (let at = 0; at < count; at++) yield lines.next().value ?? '';
}

/**
 * Takes the place of an earlier one in one step: whoever reads sees the one or the other.
 *
 * @throws Error of Node's where it cannot be written; an earlier one is then as it was.
 */
export async function writeSnapshot(
  corpusDir: string,
  saving: Snapshot,
  rules = readingRules(),
): Promise<void> {
  // All of it as it is now: articles may come and go while it is being written.
  const copies = [...saving.copies];
  const lexicon = [...saving.lexicon];
  const engine = saving.engine[Symbol.iterator]();
  let next = engine.next();
  await sweep(corpusDir, HALF, Date.now());
  const path = snapshotIn(corpusDir);
  const beside = `${path}-${randomBytes(6).toString('hex')}.tmp`;
  const file = await open(beside, 'wx');
  try {
    const hash = createHash('sha256');
    const write = async (line: string): Promise<void> => {
      const bytes = Buffer.from(`${line}\n`);
      hash.update(bytes);
      await file.write(bytes);
    };
    const head: Head = {
      configuration: digestOfRules(rules),
      articles: saving.articles.length,
      copies: copies.length,
      lexicon: lexicon.length,
    };
    await write(JSON.stringify(head));
    await write(saving.files);
    for (const article of saving.articles) await write(JSON.stringify(article));
    for (const line of copies) await write(line);
    for (const line of lexicon) await write(line);
    for (; next.done !== true; next = engine.next()) await write(next.value);
    await file.write(`${hash.digest('base64url')}\n`);
    await file.sync();
    await file.close();
    await rename(beside, path);
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(beside, { force: true }).catch(() => undefined);
    throw error;
  }
}
