import { extname } from 'node:path';
import { listFiles } from '../corpus/listing.ts';
import type { Problem } from '../corpus.ts';
import { idOf } from '../intake/files.ts';
import { formatOfEnding } from '../news/parse/formats.ts';
import type { News } from '../open.ts';
import { SHIPPED_CORPUS } from '../shipped.ts';
import { createCounter } from './counter.ts';
import { type OpenDesk, openDeskHere } from './here.ts';
import { openDeskThread } from './host.ts';

/**
 * Bytes of articles that this thread answers from without keeping anybody waiting: some 3,000 passages. Another thread
 * costs some 50 MB, which a small host would miss.
 */
const MOST_HERE = 2_000_000;

/**
 * The newsroom of a process that must never stand still: in this thread as long as the corpus is small, in one of its
 * own once it is not. Nobody who asks notices the move, except that a conversation begins anew.
 *
 * @param told of what becomes of the corpus while it is open.
 * @param failed once, when a thread ends by itself while it is open; whatever is asked from then on fails.
 * @throws UserError when the corpus cannot be opened.
 */
export async function openNewsDesk({
  told,
  failed,
  mostHere = MOST_HERE,
  entry,
  ...setting
}: {
  readonly corpusDir?: string;
  readonly told: (news: News) => void;
  readonly failed: (error: Error) => void;
  readonly mostHere?: number;
  readonly entry?: string | URL;
}): Promise<OpenDesk> {
  const directory = setting.corpusDir ?? SHIPPED_CORPUS;
  const openThread = (): Promise<OpenDesk> =>
    openDeskThread({ ...setting, told, failed, ...(entry !== undefined && { entry }) });
  if ((await bytesIn(directory)) > mostHere) return openThread();

  const here = await openDeskHere({ ...setting, told, room: { bytes: mostHere, outgrown } });
  const counter = createCounter(here);
  async function outgrown(news: News, known: readonly Problem[]): Promise<boolean> {
    try {
      const { desk, problems } = await openThread();
      counter.moveTo(desk).catch(() => undefined);
      const isKnown = ({ file, message }: Problem): boolean =>
        known.some((each) => each.file === file && each.message === message);
      const leftOut = new Set(problems.map(({ file }) => idOf(file)));
      const added = news.added.filter((id) => !leftOut.has(id));
      const changed = news.changed.filter((id) => !leftOut.has(id));
      told({ ...news, added, changed, problems: problems.filter((each) => !isKnown(each)) });
      return true;
    } catch (error) {
      told({ ...NO_NEWS, problems: [{ file: directory, message: notMoved(error) }] });
      return false;
    }
  }
  return { desk: counter.desk, problems: here.problems };
}

/** Of all articles; 0 where the directory cannot be read, which whoever opens it tells better. */
async function bytesIn(directory: string): Promise<number> {
  try {
    const { files } = await listFiles(directory);
    const articles = files.filter(({ path }) => formatOfEnding(extname(path))?.holds === 'article');
    return articles.reduce((sum, { size }) => sum + size, 0);
  } catch {
    return 0;
  }
}

const NO_NEWS = { added: [], changed: [], removed: [] };

const notMoved = (error: unknown): string =>
  `no thread could be opened for so many articles (${error instanceof Error ? error.message : String(error)}): ` +
  'answers take longer.';
