import { parentPort } from 'node:worker_threads';
import type { Manuscript } from './manuscript.ts';
import { readManuscript } from './read-manuscript.ts';

/** The thread in which what comes from strangers is read: one manuscript in, one reading out. */
parentPort?.on('message', async (manuscript: Manuscript) => {
  parentPort?.postMessage(await readManuscript(manuscript));
});
