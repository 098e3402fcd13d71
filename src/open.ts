import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Problem, readCorpus } from './corpus.ts';
import { createNewsroom, type Newsroom } from './newsroom.ts';
import { createMiniSearchEngine } from './search/minisearch.ts';
import { shippedMeaning } from './vectors.ts';

/** The articles that come with the program. */
export const SHIPPED_CORPUS = join(dirname(createRequire(import.meta.url).resolve('#package')), 'corpus');

/**
 * Opens a newsroom over a directory of articles. The one place where defaults are chosen.
 *
 * @throws UserError when the directory cannot be read.
 */
export async function openNewsroom({
  corpusDir = SHIPPED_CORPUS,
}: {
  readonly corpusDir?: string;
} = {}): Promise<{ readonly newsroom: Newsroom; readonly problems: readonly Problem[] }> {
  const { articles, problems } = await readCorpus(corpusDir);
  return { newsroom: createNewsroom(articles, createMiniSearchEngine(), shippedMeaning()), problems };
}
