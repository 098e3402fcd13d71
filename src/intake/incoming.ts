import { randomInt } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../command.ts';
import { parseMarkdown } from '../news/parse/markdown.ts';
import { ParseError } from '../news/parse/masthead.ts';
import { foldedArticle } from '../news/write/folding.ts';
import { readFrontMatter } from '../news/write/markdown.ts';
import { digestOf } from './digest.ts';
import { codeOf } from './faults.ts';
import { addressesOf, originOf } from './holding.ts';
import { settle, writeNew } from './store.ts';
import { type Dossier, fileContents } from './submission.ts';

/** Hidden: nobody reads articles there. */
const FOLDER = '.incoming';
/** Milliseconds that a proposal waits. */
const LIFETIME = 24 * 3_600_000;

export type ProposalState = 'waiting' | 'accepted' | 'discarded' | 'unknown';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';
const newKey = (): string => Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
/** What we have made there ourselves: anything else is left alone, however old. */
const OURS = /^[a-z0-9]{10}(?:\.(?:unfinished|accepted|discarded))?$/;
/** A key comes from outside, and is a name in a folder. */
const isKey = (key: string): boolean => /^[a-z0-9]{10}$/.test(key);

/** Where proposals wait: a folder for each, named by its key, and by what became of it. */
export interface Incoming {
  putAside(dossiers: readonly Dossier[]): Promise<string>;
  /** undefined where somebody has damaged it: it is taken away then. */
  dossiersOf(key: string, state?: 'waiting' | 'accepted'): Promise<readonly Dossier[] | undefined>;
  stateOf(key: string): Promise<ProposalState>;
  mark(key: string, how: 'accepted' | 'discarded'): Promise<void>;
  /** Takes away what has waited for too long. */
  sweep(): Promise<void>;
}

export function openIncoming(directory: string, now: () => Date): Incoming {
  const folder = join(directory, FOLDER);
  const exists = (name: string): Promise<boolean> =>
    lstat(join(folder, name)).then(
      (found) => found.isDirectory(),
      () => false,
    );
  /**
   * Whether it is there. A corpus may come from somebody else, with a link in it that leads out of it: nothing is
   * written, read or deleted through that.
   *
   * @throws UserError when it is there and is no folder.
   */
  const isThere = async (): Promise<boolean> => {
    const found = await lstat(folder).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    });
    if (found !== undefined && !found.isDirectory())
      throw new UserError(
        `${folder}: expected a folder for what waits to be added, got a link or a file. Delete it.`,
      );
    return found !== undefined;
  };

  return {
    /** Written under another name first: a proposal is there whole or not at all. */
    async putAside(dossiers) {
      const key = newKey();
      const unfinished = join(folder, `${key}.unfinished`);
      // One by one: of a disk that can only be read, `recursive` says that there is no such file.
      if (!(await isThere())) await mkdir(folder);
      await mkdir(unfinished);
      try {
        for (const [index, dossier] of dossiers.entries())
          await writeNew(join(unfinished, `${String(index).padStart(3, '0')}.md`), fileContents(dossier));
        await rename(unfinished, join(folder, key));
      } catch (error) {
        await rm(unfinished, { recursive: true, force: true });
        throw error;
      }
      await settle(folder);
      return key;
    },

    async dossiersOf(key, state = 'waiting') {
      const place = join(folder, state === 'waiting' ? key : `${key}.${state}`);
      const names = (await readdir(place)).sort();
      const files = await Promise.all(names.map((name) => readFile(join(place, name), 'utf8')));
      try {
        return files.map(dossierFrom);
      } catch (error) {
        if (!(error instanceof ParseError)) throw error;
        await rm(place, { recursive: true, force: true });
        return undefined;
      }
    },

    async stateOf(key) {
      if (!isKey(key) || !(await isThere())) return 'unknown';
      if (await exists(key)) return 'waiting';
      if (await exists(`${key}.accepted`)) return 'accepted';
      return (await exists(`${key}.discarded`)) ? 'discarded' : 'unknown';
    },

    mark: (key, how) => rename(join(folder, key), join(folder, `${key}.${how}`)),

    async sweep() {
      if (!(await isThere())) return;
      for (const name of (await readdir(folder)).filter((each) => OURS.test(each))) {
        const made = await lstat(join(folder, name)).catch(() => undefined);
        if (made?.isDirectory() && now().getTime() - made.mtimeMs > LIFETIME)
          await rm(join(folder, name), { recursive: true, force: true });
      }
    },
  };
}

/** The counterpart of `fileContents`. */
function dossierFrom(contents: string): Dossier {
  const article = foldedArticle(parseMarkdown('proposed', contents));
  const { source, fetched, etag, modified } = readFrontMatter(contents) ?? {};
  const digest = digestOf(article);
  const told = Object.entries({ source, fetched, etag, modified, digest }).filter(
    ([, value]) => value !== undefined,
  );
  return {
    reference: article.url ?? source ?? article.headline,
    article,
    digest,
    addresses: addressesOf(article.url, source),
    origin: originOf(source, article.headline),
    provenance: Object.fromEntries(told),
  };
}
