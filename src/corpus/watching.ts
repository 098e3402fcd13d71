import { type FSWatcher, watch } from 'node:fs';
import type { Corpus, CorpusChange } from '../corpus.ts';

/** Told of what becomes of a corpus. */
export interface Watcher {
  /** May take its time: the next part of the change waits for it. */
  readonly changed: (change: CorpusChange) => void | Promise<void>;
  /** The directory cannot be looked at; everything stays as it was, and it is looked at again later. Told once. */
  readonly failed: (error: unknown) => void;
}

/** Between a sign of a change and the look at it: signs come in swarms. */
const SETTLE_MS = 60;
/** Until a file that was being written is looked at again. */
const AGAIN_MS = 150;
/** Where no sign comes (from a network drive, or through a link), so long at most. */
const LEAST_POLL_MS = 2_000;
/** Looking takes at most a tenth of the time: ten thousand files are a look of a third of a second. */
const REST = 9;

/**
 * Looks at a corpus whenever something seems to have changed, and every few seconds anyway. Signs are not trusted:
 * which file they name differs from system to system, and some never come. Never holds the process open.
 *
 * @returns ends it.
 */
export function watchCorpus(corpus: Corpus, { changed, failed }: Watcher): () => void {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  let due = Number.POSITIVE_INFINITY;
  let isLooking = false;
  let isSeen = false;
  let isEnded = false;
  let lastFailure: string | undefined;

  const lookIn = (ms: number): void => {
    const at = performance.now() + ms;
    if (isEnded || isLooking || at >= due) return;
    clearTimeout(timer);
    due = at;
    timer = setTimeout(look, ms).unref();
  };
  const sign = (): void => {
    isSeen = true;
    lookIn(SETTLE_MS);
  };
  const watchDirectories = (): void => {
    for (const [path, watcher] of watchers)
      if (!corpus.directories.includes(path)) {
        watcher.close();
        watchers.delete(path);
      }
    for (const path of corpus.directories) {
      if (watchers.has(path)) continue;
      try {
        const watcher = watch(path, { persistent: false }, sign);
        // Deleted, or too many of them: it is looked at all the same, only later.
        watcher.on('error', () => {
          watcher.close();
          watchers.delete(path);
        });
        watchers.set(path, watcher);
      } catch {
        // As above.
      }
    }
  };
  async function look(): Promise<void> {
    due = Number.POSITIVE_INFINITY;
    isLooking = true;
    isSeen = false;
    const started = performance.now();
    let took: number | undefined;
    try {
      for await (const change of corpus.changes()) {
        // The first part comes when everything has been looked at; what comes then is reading.
        took ??= performance.now() - started;
        if (isEnded) return;
        if (change.put.length + change.remove.length + change.problems.length > 0) await changed(change);
      }
      watchDirectories();
      lastFailure = undefined;
    } catch (error) {
      const failure = String(error);
      if (failure !== lastFailure) failed(error);
      lastFailure = failure;
    }
    isLooking = false;
    if (isSeen) lookIn(Math.max(SETTLE_MS, took ?? 0));
    if (corpus.isWaiting) lookIn(AGAIN_MS);
    lookIn(Math.max(LEAST_POLL_MS, REST * (took ?? 0)));
  }
  watchDirectories();
  sign();

  return () => {
    isEnded = true;
    clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
  };
}
