import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Problem } from '../corpus.ts';
import type { News } from '../open.ts';
import { errorOf } from './faults.ts';
import type { OpenDesk } from './here.ts';
import type { Message, Outcome, Request, Setting } from './messages.ts';

interface Waiting {
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: Error) => void;
  readonly progress?: ((text: string) => void) | undefined;
}

/** Without its number, for each kind of them. */
type Asked = Request extends infer One ? (One extends Request ? Omit<One, 'id'> : never) : never;

/** When something was last asked is remembered of so many conversations: as many as are remembered at all. */
const MOST_CONVERSATIONS = 1_000;

/** In ms. A large corpus keeps its index before it closes; who stops us waits ten seconds, as a rule. */
const LONGEST_CLOSING = 8_000;

/**
 * A newsroom in a thread of its own: whatever it reads, builds or works out, this thread stays free for whoever
 * comes in.
 *
 * @param told of what becomes of the corpus while it is open.
 * @param failed once, when the thread ends by itself while it is open; whatever is asked from then on fails.
 * @param entry the thread's module, as it is built.
 * @throws UserError when the corpus cannot be opened; whatever else the thread ends with before it is open.
 */
export async function openDeskThread({
  told,
  failed,
  entry = createRequire(import.meta.url).resolve('#desk-thread'),
  ...setting
}: Setting & {
  readonly told: (news: News) => void;
  readonly failed: (error: Error) => void;
  readonly entry?: string | URL;
}): Promise<OpenDesk> {
  const worker = new Worker(entry, { workerData: setting });
  const waiting = new Map<number, Waiting>();
  const lastAsked = new Map<string, number>();
  let articles = 0;
  let last = 0;
  let isOpen = false;
  let over: Error | null = null;

  const ask = (asked: Asked, progress?: (text: string) => void): Promise<Outcome> =>
    new Promise((resolve, reject) => {
      if (over !== null) return reject(over);
      last += 1;
      waiting.set(last, { resolve, reject, progress });
      worker.postMessage({ ...asked, id: last } satisfies Request);
    });
  const end = (error: Error): void => {
    if (over !== null) return;
    over = error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    if (isOpen) failed(error);
  };

  const problems = await new Promise<readonly Problem[]>((resolve, reject) => {
    worker.on('message', (message: Message) => {
      switch (message.kind) {
        case 'open':
          isOpen = true;
          articles = message.articles;
          resolve(message.problems);
          break;
        case 'closed to us':
          reject(errorOf(message.outcome));
          void worker.terminate();
          break;
        case 'news':
          articles = message.articles;
          told(message.news);
          break;
        case 'progress':
          waiting.get(message.id)?.progress?.(message.text);
          break;
        case 'answer':
          waiting.get(message.id)?.resolve(message.outcome);
          waiting.delete(message.id);
      }
    });
    const ended = (error: Error): void => {
      reject(error);
      end(error);
    };
    worker.on('error', ended);
    worker.on('exit', () => ended(new Error('the newsroom’s thread has ended')));
  });

  return {
    problems,
    desk: {
      async run(call, progress) {
        const outcome = await ask({ kind: 'run', call }, progress);
        if (outcome.kind !== 'reply') throw errorOf(outcome);
        lastAsked.delete(call.conversation);
        lastAsked.set(call.conversation, outcome.lastAsked);
        const [oldest] = lastAsked.keys();
        if (lastAsked.size > MOST_CONVERSATIONS && oldest !== undefined) lastAsked.delete(oldest);
        return outcome.reply;
      },
      async suggest(suggest, typed) {
        const outcome = await ask({ kind: 'suggest', suggest, typed });
        if (outcome.kind !== 'suggestions') throw errorOf(outcome);
        return outcome.suggestions;
      },
      lastAsked: (conversation) => lastAsked.get(conversation) ?? 0,
      articles: () => articles,
      async readAhead() {
        const outcome = await ask({ kind: 'read ahead' });
        if (outcome.kind !== 'done') throw errorOf(outcome);
      },
      async close() {
        if (over !== null) return;
        isOpen = false;
        const closed = ask({ kind: 'close' }).catch(() => undefined);
        await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, LONGEST_CLOSING).unref())]);
        await worker.terminate();
      },
    },
  };
}
