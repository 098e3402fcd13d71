import type { NewsDesk } from '../news-desk.ts';
import type { DeskHere } from './here.ts';

/** Where questions are handed over to the desk that is open; what one desk has begun it finishes. */
export function createCounter({ desk: first, leave: leaveFirst }: Pick<DeskHere, 'desk' | 'leave'>) {
  // Nothing below may name the first desk: a newsroom that has been left must not be kept in memory.
  let current = first;
  let leave = leaveFirst;
  let isClosed = false;
  const underWay = new Set<Promise<unknown>>();
  const begun = <Result>(work: Promise<Result>): Promise<Result> => {
    underWay.add(work);
    const done = () => void underWay.delete(work);
    work.then(done, done);
    return work;
  };
  const desk: NewsDesk = {
    run: (call, progress) => begun(current.run(call, progress)),
    suggest: (kind, typed) => begun(current.suggest(kind, typed)),
    lastAsked: (conversation) => current.lastAsked(conversation),
    articles: () => current.articles(),
    readAhead: () => current.readAhead(),
    async close() {
      isClosed = true;
      await current.close();
    },
  };
  return {
    desk,
    /** From now on the next one is asked. Settles when the one before has ended. */
    async moveTo(next: NewsDesk): Promise<void> {
      if (isClosed) return next.close();
      const leaveNow = leave;
      current = next;
      leave = next.close;
      next.readAhead().catch(() => undefined);
      await Promise.allSettled(underWay);
      await leaveNow();
    },
  };
}
