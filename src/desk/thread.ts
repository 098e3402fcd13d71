import { parentPort, workerData } from 'node:worker_threads';
import type { NewsDesk } from '../news-desk.ts';
import { whatWentWrong } from './faults.ts';
import { openDeskHere } from './here.ts';
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
  const { desk, problems } = await openDeskHere({
    ...(workerData as Setting),
    told: (news) => post({ kind: 'news', news, articles: desk.articles() }),
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
  post({ kind: 'open', articles: desk.articles(), problems });
} catch (error) {
  post({ kind: 'closed to us', outcome: whatWentWrong(error) });
}
