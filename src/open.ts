import { getHeapStatistics } from 'node:v8';
import { PassingError } from './corpus/problems.ts';
import { watchCorpus } from './corpus/watching.ts';
import { type CorpusChange, type HeavyReader, openCorpus, type Problem } from './corpus.ts';
import type { Reader } from './intake/reading.ts';
import { type Article, type ArticleId, newestFirst } from './news/article.ts';
import { ParseError } from './news/parse/masthead.ts';
import { createNewsroom, type Newsroom } from './newsroom.ts';
import { createMiniSearchEngine } from './search/minisearch.ts';
import { SHIPPED_CORPUS } from './shipped.ts';
import { readSnapshot, snapshotIn, writeSnapshot } from './snapshot.ts';
import { shippedMeaning } from './vectors.ts';

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
  readonly room?: Room;
  /** A snapshot is kept of at least so many passages. */
  readonly worthSaving?: number;
  readonly progress?: (stage: 'reading' | 'indexing', done: number, total: number) => void;
}

/** How much may be read here while the corpus is watched. */
export interface Room {
  /** Of all articles' files. */
  readonly bytes: number;
  /**
   * More has come, and is not read yet.
   *
   * @param news what it seems to be.
   * @param known what is told of already.
   * @returns whether another newsroom has the corpus from now on: this one stays as it is. Otherwise it takes them in.
   */
  outgrown(news: News, known: readonly Problem[]): Promise<boolean>;
}

export interface Opened {
  readonly newsroom: Newsroom;
  readonly problems: readonly Problem[];
  /** Files that are in no article as they are now, and why. */
  leftOut(): readonly Problem[];
  /** Ends the watching, and keeps what makes the next start quick. */
  readonly close: () => Promise<void>;
  /** Ends the watching only: another newsroom has the corpus, and knows more of it. */
  readonly leave: () => Promise<void>;
}

/** Whoever writes a file for longer than this without a pause is waited for. */
const QUIET_MS = 500;
/** Before it opens without a file that is still being written, which comes later. */
const MOST_LOOKS = 4;

/** Fewer passages are indexed sooner than a snapshot is read. */
const WORTH_SAVING = 5_000;
/** Of the articles: when so many have changed, the next start is worth a new snapshot. */
const OUT_OF_DATE = 0.1;

/**
 * Opens a newsroom over a directory of articles. The one place where defaults are chosen.
 *
 * @throws UserError when the directory cannot be read.
 */
export async function openNewsroom({
  corpusDir = SHIPPED_CORPUS,
  watching,
  room,
  worthSaving = WORTH_SAVING,
  progress,
}: Opening = {}): Promise<Opened> {
  const { newsroom, files: saved, problem } = await restored(corpusDir);
  const heavy = createHeavyReader();
  const corpus = openCorpus(corpusDir, {
    reader: heavy.read,
    ...(watching !== undefined && { quietMs: QUIET_MS }),
    ...(saved !== undefined && { saved }),
  });
  const put = new Map<ArticleId, Article>();
  const remove = new Set<ArticleId>();
  const problems: Problem[] = problem === undefined ? [] : [problem];
  // Whoever starts it right after writing a file expects to find it: they need not wait longer than the writer.
  for (let look = 0; look === 0 || (corpus.isWaiting && look < MOST_LOOKS); look++) {
    if (look > 0) await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    for await (const change of corpus.changes((done, total) => progress?.('reading', done, total))) {
      for (const id of change.remove) {
        remove.add(id);
        put.delete(id);
      }
      for (const article of change.put) put.set(article.id, article);
      problems.push(...change.problems);
    }
  }
  await inSlices(remove, (id) => newsroom.update({ put: [], remove: [id] }));
  let indexed = 0;
  for (const some of portionsOf([...put.values()].sort(newestFirst))) {
    progress?.('indexing', indexed, put.size);
    newsroom.update({ put: some, remove: [] });
    indexed += some.length;
    await nextTurn();
  }

  let unsaved = saved === undefined ? Number.POSITIVE_INFINITY : put.size + remove.size;
  const save = async (): Promise<void> => {
    if (newsroom.passages < worthSaving || unsaved <= OUT_OF_DATE * newsroom.articles.length) return;
    unsaved = 0;
    if (isShortOfMemory()) {
      problems.push({ file: snapshotIn(corpusDir), message: NO_MEMORY });
      return;
    }
    const { articles } = newsroom;
    const files = corpus.save(new Set(articles.map(({ id }) => id)));
    try {
      await writeSnapshot(corpusDir, { files, articles, ...newsroom.save() });
    } catch (error) {
      problems.push({ file: snapshotIn(corpusDir), message: notSaved(error) });
    }
  };
  await save();
  const leftOut = (): readonly Problem[] => corpus.problems;
  if (watching === undefined) return { newsroom, problems, leftOut, close: nothing, leave: nothing };

  let most = room?.bytes ?? Number.POSITIVE_INFINITY;
  const end = watchCorpus(corpus, {
    async surveyed() {
      const { bytes, coming, going } = corpus.survey;
      if (bytes <= most) return;
      // Where it must stay, it asks again when there is twice as much.
      most = 2 * bytes;
      const news = newsOf({ put: coming, remove: going, problems: [] }, newsroom);
      if (await room?.outgrown(news, corpus.problems)) end();
    },
    async changed(change) {
      const news = newsOf({ ...change, put: change.put.map(({ id }) => id) }, newsroom);
      unsaved += change.put.length + change.remove.length;
      await inSlices(change.put, (article) => newsroom.update({ put: [article], remove: [] }));
      await inSlices(change.remove, (id) => newsroom.update({ put: [], remove: [id] }));
      watching(news);
      newsroom.readAhead().catch(() => undefined);
    },
    failed: (error) => watching({ ...NO_NEWS, problems: [problemWith(corpusDir, error)] }),
  });
  const leave = async (): Promise<void> => {
    end();
    await heavy.close();
  };
  return { newsroom, problems, leftOut, leave, close: () => leave().then(save) };
}

const nothing = async (): Promise<void> => undefined;

/** A thread that a file can hang or fill without harm: begun for the first such file, and ended when it is idle. */
function createHeavyReader() {
  let reader: Promise<Reader> | undefined;
  const read: HeavyReader = async ({ name }, id, bytes) => {
    reader ??= import('./intake/reading.ts').then(({ openReader }) => openReader());
    const reading = await (await reader).read({ format: name, id, bytes });
    if (reading.kind === 'article') return reading.article;
    if (reading.kind === 'feed') throw new ParseError('expected an article, got a feed.');
    throw reading.mayPass === true ? new PassingError(reading.why) : new ParseError(reading.why);
  };
  return { read, close: async () => (await reader)?.close() };
}

/** In UTF-16 units: as much is indexed in some 30 ms. */
const PORTION = 30_000;

function* portionsOf(articles: readonly Article[]): Generator<readonly Article[]> {
  let [portion, length]: [Article[], number] = [[], 0];
  for (const article of articles) {
    portion.push(article);
    length += article.text.length;
    if (length < PORTION) continue;
    yield portion;
    [portion, length] = [[], 0];
  }
  if (portion.length > 0) yield portion;
}

/** In ms: for so long nobody notices that they wait. */
const SLICE = 20;

/** One after another; whoever waits for an answer gets it in between. */
async function inSlices<Item>(items: Iterable<Item>, work: (item: Item) => void): Promise<void> {
  let started = performance.now();
  for (const item of items) {
    work(item);
    if (performance.now() - started < SLICE) continue;
    await nextTurn();
    started = performance.now();
  }
}

interface Restored {
  readonly newsroom: Newsroom;
  /** What its articles were read from; undefined where there are none. */
  readonly files?: string;
  readonly problem?: Problem;
}

/** As it was when it was saved, or empty. */
async function restored(corpusDir: string): Promise<Restored> {
  const empty = (): Newsroom => createNewsroom([], createMiniSearchEngine(), shippedMeaning());
  const found = await readSnapshot(corpusDir);
  if (found === null) return { newsroom: empty() };
  if (typeof found === 'string') return { newsroom: empty(), problem: unusable(corpusDir, found) };
  try {
    const { files, articles, engine } = found;
    const index = createMiniSearchEngine(engine);
    return { newsroom: createNewsroom(articles, index, shippedMeaning(), Date.now, found), files };
  } catch {
    return { newsroom: empty(), problem: unusable(corpusDir, 'broken') };
  }
}

const unusable = (corpusDir: string, found: 'stale' | 'broken'): Problem => ({
  file: snapshotIn(corpusDir),
  message: `the index that was kept here is ${found === 'stale' ? 'from another version' : 'damaged'}; it is made anew.`,
});

/** While it is being saved, the index is in memory twice. */
function isShortOfMemory(): boolean {
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
  return used > limit / 2;
}

const NO_MEMORY =
  'the index is not kept, so that each start takes longer: there is too little memory to write it. Give Node more ' +
  '(--max-old-space-size) to have it kept.';

const notSaved = (error: unknown): string =>
  `the index could not be kept (${error instanceof Error ? error.message : String(error)}), so that each start takes ` +
  'longer. Let Verbatim write there.';

const NO_NEWS: News = { added: [], changed: [], removed: [], problems: [] };

const problemWith = (file: string, error: unknown): Problem => ({
  file,
  message: error instanceof Error ? error.message : String(error),
});

type Seen = Pick<CorpusChange, 'remove' | 'problems'> & { readonly put: readonly ArticleId[] };

function newsOf({ put, remove, problems }: Seen, newsroom: Newsroom): News {
  const known = new Set(newsroom.articles.map(({ id }) => id));
  return {
    added: put.filter((id) => !known.has(id)),
    changed: put.filter((id) => known.has(id)),
    removed: remove,
    problems,
  };
}

/** Whoever waits for an answer comes first. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
