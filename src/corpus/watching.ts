import { type FSWatcher, statSync, watch } from 'node:fs';
import type { Corpus, CorpusChange } from '../corpus.ts';

/** Told of what becomes of a corpus. */
export interface Watcher {
  /** The corpus has its survey, and nothing is read yet: what comes waits for this, and nothing comes once it is ended. */
  readonly surveyed?: () => void | Promise<void>;
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
/** Looking takes a tenth of the time in the long run: ten thousand files are a look of a third of a second. */
const REST = 9;

/**
 * Looks at a corpus whenever something seems to have changed, and every few seconds anyway. Signs are not trusted:
 * which file they name differs from system to system, and some never come. Never holds the process open.
 *
 * @returns ends it.
 */
export function watchCorpus(corpus: Corpus, { surveyed, changed, failed }: Watcher): () => void {
  /** Each by the place of its directory. */
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  let due = Number.POSITIVE_INFINITY;
  /** Of the looks, how many followed each other without a rest. */
  let hurried = 0;
  let earliest = 0;
  let isLooking = false;
  let isSeen = false;
  let isEnded = false;
  let lastFailure: string | undefined;

  const lookIn = (ms: number, next: () => void): void => {
    const now = performance.now();
    const at = Math.max(now + ms, earliest);
    if (isEnded || isLooking || at >= due) return;
    clearTimeout(timer);
    due = at;
    timer = setTimeout(next, at - now).unref();
  };
  // The first looks follow at once: whoever puts a file there waits for it. Whoever never stops writing is made to wait.
  const hurry = (ms: number): void =>
    lookIn(ms, () => {
      hurried = Math.min(hurried + 1, REST + 1);
      void look();
    });
  const poll = (ms: number): void =>
    lookIn(ms, () => {
      hurried = 0;
      void look();
    });
  const sign = (): void => {
    isSeen = true;
    hurry(SETTLE_MS);
  };
  const watchDirectories = (): void => {
    const places = new Map(corpus.directories.map((path) => [placeOf(path), path]));
    for (const [place, watcher] of watchers)
      if (!places.has(place)) {
        watcher.close();
        watchers.delete(place);
      }
    for (const [place, path] of places) {
      if (watchers.has(place)) continue;
      try {
        const watcher = watch(path, { persistent: false }, sign);
        // Deleted, or too many of them: it is looked at all the same, only later.
        watcher.on('error', () => {
          watcher.close();
          watchers.delete(place);
        });
        watchers.set(place, watcher);
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
    let took = 0;
    let isSurveyed = false;
    try {
      for await (const change of corpus.changes()) {
        // The first part comes when everything has been looked at; what comes then is reading.
        if (!isSurveyed) {
          isSurveyed = true;
          took = performance.now() - started;
          await surveyed?.();
        }
        if (isEnded) return;
        if (change.put.length + change.remove.length + change.problems.length > 0) await changed(change);
      }
      if (isEnded) return;
      watchDirectories();
      lastFailure = undefined;
    } catch (error) {
      const failure = String(error);
      if (failure !== lastFailure) failed(error);
      lastFailure = failure;
    }
    isLooking = false;
    earliest = performance.now() + Math.max(hurried - 1, 0) * took;
    if (isSeen) hurry(Math.max(SETTLE_MS, took));
    if (corpus.isWaiting) hurry(AGAIN_MS);
    // Later than whoever hurries may look: a rest is one in which nothing was seen.
    poll(Math.max(LEAST_POLL_MS, (REST + 1) * took));
  }
  watchDirectories();
  sign();

  return () => {
    isEnded = true;
    clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
  };
}

/** Another one when another directory has its path: a watcher stays with the one that it was made for. */
function placeOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  // The numbers of deleted ones are given anew.
  return found === undefined ? path : `${path} ${found.dev} ${found.ino} ${found.birthtimeMs}`;
}
