import { basename } from 'node:path';
import type { Origin } from '../librarian.ts';
import type { ArticleId } from '../news/article.ts';
import { readFrontMatter } from '../news/write/markdown.ts';
import { filesIn, idOf, openingOf } from './files.ts';
import { inOrder } from './in-order.ts';

/** Where the article of a file came from. */
export interface FiledOrigin extends Origin {
  readonly id: ArticleId;
}

/** Bytes of a file in which its front matter nearly always ends. */
const OPENING = 8_192;
/** Files that are open at once. */
const AT_ONCE = 8;

/**
 * Of the articles that are wanted, in the order of their files' names. Of each only the front matter is read; of one
 * that cannot be read nothing is known.
 *
 * @throws the file system's own error when the directory itself cannot be read.
 */
export async function originsIn(
  directory: string,
  isWanted: (id: ArticleId) => boolean = () => true,
): Promise<readonly FiledOrigin[]> {
  const { files } = await filesIn(directory);
  const wanted = files.filter((file) => isWanted(idOf(file)));
  const origins: FiledOrigin[] = [];
  for await (const origin of inOrder(wanted, AT_ONCE, originOf)) origins.push(origin);
  return origins;
}

async function originOf(file: string): Promise<FiledOrigin> {
  const id = idOf(file);
  const front = await openingOf(file, OPENING).then(readFrontMatter, () => undefined);
  const { fetched, source = front?.url } = front ?? {};
  return {
    id,
    ...(fetched !== undefined && { fetched }),
    source: source ?? basename(file),
  };
}
