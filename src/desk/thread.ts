import { parentPort, workerData } from 'node:worker_threads';
import { commands } from '../../commands/index.ts';
import { createLeftOut } from '../corpus/left-out.ts';
import { openLibrarian } from '../intake/librarian.ts';
import { createNewsDesk, type NewsDesk } from '../news-desk.ts';
import { openNewsroom } from '../open.ts';
import { SHIPPED_CORPUS } from '../shipped.ts';
import { whatWentWrong } from './faults.ts';
import type { Message, Outcome, Request, Setting } from './messages.ts';

/*
 * The entry of the newsroom's own thread: opens it and answers what is asked. Requests are taken in as they come,
 * also between two articles that are being read.
 */

const post = (message: Message): void => parentPort?.postMessage(message);

async function answer(desk: NewsDesk, request: Request): Promise<Outcome> {
  switch (request.kind) {
    case 'run': {
      const { call, id } = request;
      const reply = await desk.run(call, (text) => post({ kind: 'progress', id, text }));
      return { kind: 'reply', reply, lastAsked: desk.lastAsked(call.conversation) };
    }
    case 'suggest':
      return { kind: 'suggestions', suggestions: await desk.suggest(request.suggest, request.typed) };
    case 'read ahead':
      await desk.readAhead();
      return { kind: 'done' };
    case 'close':
      await desk.close();
      return { kind: 'done' };
  }
}

try {
  const setting = workerData as Setting;
  const leftOut = createLeftOut();
  const { newsroom, problems, close } = await openNewsroom({
    ...setting,
    watching(news) {
      leftOut.hear(news);
      post({ kind: 'news', news, articles: newsroom.articles.length });
    },
  });
  leftOut.hear({ problems });
  const librarian = openLibrarian({
    directory: setting.corpusDir ?? SHIPPED_CORPUS,
    files: 'uploads',
    isThere: (id) => newsroom.article(id)?.id === id,
    leftOut: leftOut.all,
  });
  const desk = createNewsDesk(newsroom, commands, {
    librarian,
    async close() {
      // What is kept for the next start is kept whatever becomes of a proposal that is under way.
      await librarian.close().finally(close);
    },
  });
  parentPort?.on('message', (request: Request) => {
    const { id } = request;
    answer(desk, request)
      .catch(whatWentWrong)
      .then((outcome) => {
        post({ kind: 'answer', id, outcome });
        if (request.kind === 'close') parentPort?.close();
      });
  });
  post({ kind: 'open', articles: newsroom.articles.length, problems });
} catch (error) {
  post({ kind: 'closed to us', outcome: whatWentWrong(error) });
}
