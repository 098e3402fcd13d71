import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { FORMATS } from '../news/parse/formats.ts';
import { foldedArticle } from '../news/write/folding.ts';
import { readFrontMatter, readOwnersFields } from '../news/write/markdown.ts';
import type { Standing } from './decide.ts';
import { digestOf, textDigest } from './digest.ts';
import { bytesOf, filesIn, idOf, openingOf } from './files.ts';
import { addressesOf, type Holding, isOfFeed, originOf } from './holding.ts';
import { inOrder } from './in-order.ts';
import { createLedger, type Ledger } from './ledger.ts';
import type { Reader } from './reading.ts';
import { isMarkdown, recognise } from './recognise.ts';

/** Bytes of a file in which its front matter ends: nearly always, and at the most. */
const OPENINGS = [8_192, 131_072] as const;
/** Files that are open at once. */
const AT_ONCE = 8;

const ARTICLE_ENDINGS = FORMATS.flatMap(({ holds, endings }) => (holds === 'article' ? endings : []));

interface Seen {
  /** Of the file when it was looked at: size and time of its last change. */
  readonly state: string;
  readonly holding: Holding;
}

/**
 * Finds out what a corpus holds. Of files that we wrote, the front matter alone is read, of others the whole text; of
 * files that have not changed since the last time, nothing. A file that cannot be read still has its name.
 */
export function openStocktaking(directory: string, reader: Reader) {
  let seen: ReadonlyMap<string, Seen> = new Map();

  async function look(file: string): Promise<Seen | undefined> {
    try {
      const { size, mtimeMs, ino } = await stat(file);
      const state = `${size} ${mtimeMs} ${ino}`;
      const before = seen.get(file);
      return before?.state === state ? before : { state, holding: await holdingOf(file) };
    } catch {
      // Gone, or a link to nothing.
      return undefined;
    }
  }

  async function holdingOf(file: string): Promise<Holding> {
    const front = isMarkdown(file) ? await frontMatterOf(file) : {};
    if (front.digest !== undefined && textDigest(front.digest) !== undefined) {
      const { headline = idOf(file), digest, ...origin } = front;
      return holding(file, { headline, digest, ours: true, ...origin });
    }
    const standing = await standingOf(file);
    if (standing === undefined) return holding(file, { headline: idOf(file), digest: '', ours: false });
    const { headline, url } = standing.article;
    const { source, fetched } = front;
    return holding(file, { headline, digest: standing.digest, ours: false, url, source, fetched });
  }

  async function frontMatterOf(file: string) {
    for (const length of OPENINGS) {
      const opening = await openingOf(file, length);
      const front = readFrontMatter(opening);
      if (front !== undefined) return front;
      if (!opening.startsWith('---')) return {};
    }
    return {};
  }

  /** What its owner has added to a Markdown file of the corpus. */
  async function ownersFieldsOf(file: string): Promise<string> {
    return readOwnersFields(await openingOf(file, OPENINGS[1]));
  }

  /** What a file of the corpus says now. */
  async function standingOf(file: string): Promise<Standing | undefined> {
    try {
      const bytes = await bytesOf(file);
      const format = recognise({ bytes, ending: extname(file) });
      if (format === undefined) return undefined;
      const reading = await reader.read({ format: format.name, id: idOf(file), bytes });
      if (reading.kind !== 'article') return undefined;
      const article = foldedArticle(reading.article);
      return { article, digest: digestOf(article) };
    } catch {
      return undefined;
    }
  }

  return {
    /** @throws the file system's own error when the directory cannot be read. */
    async take(): Promise<Ledger> {
      const { files } = await filesIn(directory, ARTICLE_ENDINGS);
      const now = new Map<string, Seen>();
      for await (const [file, found] of inOrder(
        files,
        AT_ONCE,
        async (each) => [each, await look(each)] as const,
      ))
        if (found !== undefined) now.set(file, found);
      seen = now;
      return createLedger([...now.values()].map((each) => each.holding));
    },
    standingOf,
    holdingOf,
    ownersFieldsOf,
  };
}

export type Stocktaking = ReturnType<typeof openStocktaking>;

interface Told {
  readonly headline: string;
  readonly digest: string;
  readonly ours: boolean;
  readonly url?: string | undefined;
  readonly source?: string | undefined;
  readonly fetched?: string | undefined;
  readonly etag?: string | undefined;
  readonly modified?: string | undefined;
}

/** What is to be known of an article in a file. */
export function holding(
  file: string,
  { headline, digest, ours, url, source, fetched, etag, modified }: Told,
): Holding {
  const origin = ours ? originOf(source, headline) : undefined;
  const pages = isOfFeed(source) ? [] : [source, url];
  const page = pages.find((address) => address !== undefined && /^https?:/i.test(address));
  return {
    id: idOf(file),
    file,
    headline,
    digest,
    ours,
    addresses: addressesOf(url, source),
    ...(origin !== undefined && { origin }),
    ...(fetched !== undefined && { fetched }),
    ...(page !== undefined && { page }),
    validators: { ...(etag !== undefined && { etag }), ...(modified !== undefined && { modified }) },
  };
}
