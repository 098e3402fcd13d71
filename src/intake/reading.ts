import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { codeOf } from './faults.ts';
import type { Manuscript, Reading } from './manuscript.ts';

/** What reading one file may take. */
export interface ReadingLimits {
  /** Milliseconds. */
  readonly time: number;
  /** Megabytes of objects. */
  readonly memory: number;
  /** Megabytes by which the whole process may grow meanwhile: bytes of files and of fonts are no objects. */
  readonly growth: number;
  /** Milliseconds after which a thread that nobody needs is ended. */
  readonly idle: number;
}

const LIMITS: ReadingLimits = { time: 10_000, memory: 224, growth: 320, idle: 30_000 };

export interface Reader {
  /** One at a time, in the order in which they are given. Never rejects. */
  read(manuscript: Manuscript): Promise<Reading>;
  /** Ends what is under way as unreadable. */
  close(): Promise<void>;
}

interface ReaderOptions {
  /** The built worker. Always a file of JavaScript: a thread of Node 20 loads no TypeScript. */
  readonly worker?: string | URL;
  readonly limits?: Partial<ReadingLimits>;
}

/**
 * Reads in a thread of its own, which has no environment variables and prints nothing. A file on which it takes too
 * long or too much memory is unreadable; the thread is ended and the next file gets a new one.
 */
export function openReader({ worker: entry = builtWorker(), limits: given }: ReaderOptions = {}): Reader {
  const limits = { ...LIMITS, ...given };
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let closed = false;

  function start(): Worker {
    const started = new Worker(entry, {
      env: {},
      execArgv: [],
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: limits.memory, maxYoungGenerationSizeMb: 32 },
    });
    started.stdout.resume();
    started.stderr.resume();
    // A thread that dies between two files is replaced when the next one comes.
    started.on('error', () => forget(started));
    started.on('exit', () => forget(started));
    return started;
  }

  function forget(ended: Worker): void {
    if (worker === ended) worker = undefined;
  }

  async function end(): Promise<void> {
    clearTimeout(idle);
    const ending = worker;
    worker = undefined;
    await ending?.terminate();
  }

  async function readNow(manuscript: Manuscript): Promise<Reading> {
    clearTimeout(idle);
    if (closed) return unreadable('nothing is read any more.');
    worker ??= start();
    const reading = await answerOf(worker, manuscript, limits);
    if (reading === 'too slow' || reading === 'too large') {
      await end();
      return unreadable(reading === 'too slow' ? tooSlow(limits.time) : tooLarge(limits.growth));
    }
    worker?.unref();
    if (worker !== undefined) idle = setTimeout(() => void end(), limits.idle).unref();
    return reading;
  }

  return {
    read(manuscript) {
      const reading = turn
        .then(() => readNow(manuscript))
        .catch((error: unknown) => unreadable(whyNot(error)));
      turn = reading;
      return reading;
    },
    async close() {
      closed = true;
      await end();
      await turn;
    },
  };
}

const unreadable = (why: string): Reading => ({ kind: 'unreadable', why, mayPass: true });
const tooSlow = (time: number): string =>
  `expected a file that is read in ${time / 1000} s, got one that takes longer. Save its text as .md or .txt.`;
const tooLarge = (memory: number): string =>
  `expected a file that is read in ${memory} MB of memory, got one that takes more. Save its text as .md or .txt.`;

/** Milliseconds between two looks at the memory. */
const LOOK = 50;

/** Settles once, whatever the thread does: answers, fails, ends or does not end. */
function answerOf(
  worker: Worker,
  manuscript: Manuscript,
  { time, memory, growth }: ReadingLimits,
): Promise<Reading | 'too slow' | 'too large'> {
  return new Promise((resolve) => {
    const settle = (reading: Reading | 'too slow' | 'too large'): void => {
      clearTimeout(limit);
      clearInterval(watch);
      worker.off('message', settle).off('error', fail).off('exit', leave);
      resolve(reading);
    };
    const fail = (error: unknown): void =>
      settle(unreadable(codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge(memory) : whyNot(error)));
    const leave = (): void => settle(unreadable('could not be read (its thread ended).'));
    // Where this thread was held up, the answer may have come and not been heard yet: then it comes first.
    const limit = setTimeout(() => setImmediate(settle, 'too slow'), time);
    const most = resident() + growth * 1e6;
    const watch = setInterval(() => {
      if (resident() > most) settle('too large');
    }, LOOK);
    worker.on('message', settle).on('error', fail).on('exit', leave);
    worker.ref();
    worker.postMessage(manuscript);
  });
}

/** Bytes; 0 while the system does not tell: for want of a file that it could open, say. */
function resident(): number {
  try {
    return process.memoryUsage.rss();
  } catch {
    return 0;
  }
}

const whyNot = (error: unknown): string =>
  `could not be read (${error instanceof Error ? error.message.split('\n')[0] : String(error)}).`;

/** It lies in dist/ whether this runs from there or from src/. */
const builtWorker = (): string => createRequire(import.meta.url).resolve('#reading-worker');
