import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { watchCorpus } from './corpus/watching.ts';
import { type CorpusChange, openCorpus, type Problem } from './corpus.ts';
import type { Article } from './news/article.ts';
import { createNewsroom, type Newsroom } from './newsroom.ts';
import { createMiniSearchEngine } from './search/minisearch.ts';
import { shippedMeaning } from './vectors.ts';

/** The articles that come with the program. */
export const SHIPPED_CORPUS = join(dirname(createRequire(import.meta.url).resolve('#package')), 'corpus');

/** What has become of the articles while they are being watched. */
export interface News {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly problems: readonly Problem[];
}

interface Opening {
  readonly corpusDir?: string;
  /** The corpus is watched, and whoever opened it is told. */
  readonly watching?: (news: News) => void;
}

export interface Opened {
  readonly newsroom: Newsroom;
  readonly problems: readonly Problem[];
  /** Ends the watching. */
  readonly close: () => Promise<void>;
}

/** Whoever writes a file for longer than this without a pause is waited for. */
const QUIET_MS = 300;

/**
 * Opens a newsroom over a directory of articles. The one place where defaults are chosen.
 *
 * @throws UserError when the directory cannot be read.
 */
export async function openNewsroom({ corpusDir = SHIPPED_CORPUS, watching }: Opening = {}): Promise<Opened> {
  const corpus = openCorpus(corpusDir, watching === undefined ? {} : { quietMs: QUIET_MS });
  const articles: Article[] = [];
  const problems: Problem[] = [];
  for await (const change of corpus.changes()) {
    articles.push(...change.put);
    problems.push(...change.problems);
  }
  const newsroom = createNewsroom(articles, createMiniSearchEngine(), shippedMeaning());
  if (watching === undefined) return { newsroom, problems, close: async () => undefined };
  const end = watchCorpus(corpus, {
    async changed(change) {
      const news = newsOf(change, newsroom);
      for (const put of change.put) {
        newsroom.update({ put: [put], remove: [] });
        await nextTurn();
      }
      newsroom.update({ put: [], remove: change.remove });
      watching(news);
      newsroom.readAhead().catch(() => undefined);
    },
    failed: (error) =>
      watching({
        added: [],
        changed: [],
        removed: [],
        problems: [{ file: corpusDir, message: error instanceof Error ? error.message : String(error) }],
      }),
  });
  return { newsroom, problems, close: async () => end() };
}

function newsOf({ put, remove, problems }: CorpusChange, newsroom: Newsroom): News {
  const ids = put.map(({ id }) => id);
  const known = new Set(newsroom.articles.map(({ id }) => id));
  return {
    added: ids.filter((id) => !known.has(id)),
    changed: ids.filter((id) => known.has(id)),
    removed: remove,
    problems,
  };
}

/** Whoever waits for an answer comes first. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
