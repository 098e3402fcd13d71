import { setTimeout as sleep } from 'node:timers/promises';

const DEADLINE_MS = 20_000;
const LOOK_EVERY_MS = 10;

/** Looks until it is so. The deadline is generous: it is there to name what did not come, not to measure. */
export async function until(
  isSo: () => boolean,
  what: string | (() => string),
  deadlineMs = DEADLINE_MS,
): Promise<void> {
  const end = Date.now() + deadlineMs;
  while (!isSo()) {
    if (Date.now() > end) {
      throw new Error(`waited ${deadlineMs} ms for ${typeof what === 'string' ? what : what()}`);
    }
    await sleep(LOOK_EVERY_MS);
  }
}
