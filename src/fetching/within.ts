/** A time limit for some work. */
interface Limit {
  readonly ms: number;
  /** What to reject with when the time is over. */
  readonly late: () => Error;
}

/**
 * Work that ends when one of the signals is given or its time is over. Rejects at that moment, with the signal's
 * reason, whether or not the work has heard of it.
 */
export async function within<T>(
  signals: readonly (AbortSignal | undefined)[],
  work: (signal: AbortSignal) => Promise<T>,
  limit?: Limit,
): Promise<T> {
  const over = new AbortController();
  const done = new AbortController();
  const timer = limit && setTimeout(() => over.abort(limit.late()), limit.ms);
  try {
    // Not AbortSignal.any: it would stay tied to a signal that lives as long as the program.
    for (const signal of signals) {
      signal?.throwIfAborted();
      signal?.addEventListener('abort', () => over.abort(signal.reason), { signal: done.signal });
    }
    return await unless(over.signal, work(over.signal));
  } finally {
    clearTimeout(timer);
    done.abort();
  }
}

/** Rejects with the signal's reason should it be given first; what was begun goes on, and nobody hears of it. */
export async function unless<T>(signal: AbortSignal, begun: Promise<T>): Promise<T> {
  const heard = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    const end = (): void => reject(signal.reason);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { signal: heard.signal });
  });
  try {
    return await Promise.race([begun, aborted]);
  } finally {
    heard.abort();
  }
}
