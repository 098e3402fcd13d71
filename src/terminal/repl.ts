import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { UserError } from '../command.ts';
import type { Block } from '../reply.ts';
import { complete } from './completion.ts';
import { type Desk, print } from './desk.ts';
import { inked, setParagraph } from './ink.ts';
import { openSession, type Session } from './session.ts';
import { openStatusLine } from './status-line.ts';
import { layoutOf, linesOf, writeLine } from './streams.ts';
import { tidingsLine } from './tidings.ts';

export interface ReplOptions {
  /** Faults are written with their stack. */
  readonly debug: boolean;
}

/** A conversation in the terminal: at a prompt, or, where lines are piped in, one answer after the other. */
export async function repl(desk: Desk, options: ReplOptions): Promise<void> {
  const session = openSession(desk.newsroom, desk.commands, desk.librarian);
  if (desk.streams.input.isTTY === true) return prompt(desk, session, options);
  let first = true;
  for await (const line of linesOf(desk.streams.input)) {
    if (line.trim() === '') continue;
    if (!first) await writeLine(desk.streams.output, '');
    first = false;
    if ((await answer(line, desk, session, options)) === 'leave') return;
  }
}

/** Takes a line and prints what comes of it. Nothing that goes wrong ends the conversation. */
async function answer(
  line: string,
  desk: Desk,
  session: Session,
  options: ReplOptions,
): Promise<'leave' | 'stay'> {
  const status = openStatusLine(desk.streams.errors);
  try {
    const taken = await session.take(line, status.show);
    status.clear();
    if (taken.kind === 'reply') await printTidings(desk);
    if (taken.kind !== 'reply') return taken.kind === 'leave' ? 'leave' : 'stay';
    const more = /^\/help\b/i.test(line.trim()) ? [hint] : [];
    await print({ ...taken.reply, blocks: [...taken.reply.blocks, ...more] }, desk.streams, 'numbered');
    return 'stay';
  } catch (error) {
    status.clear();
    const text = error instanceof UserError ? error.message : apology(error, options);
    await print({ blocks: [{ kind: 'note', tone: 'plain', text }], actions: [] }, desk.streams, 'links');
    return 'stay';
  }
}

/** What has become of the articles, above the reply that may have to do with it; never while somebody types. */
async function printTidings({ tidings, streams }: Desk): Promise<void> {
  const text = tidings === undefined ? null : tidingsLine(tidings());
  if (text === null) return;
  await print({ blocks: [{ kind: 'note', tone: 'aside', text }], actions: [] }, streams, 'links');
  await writeLine(streams.output, '');
}

/** A fault of ours: what it was, and a reference to name when it is reported. */
function apology(error: unknown, { debug }: ReplOptions): string {
  const reference = randomUUID().slice(0, 8);
  const what = error instanceof Error ? error.message : String(error);
  const stack = debug && error instanceof Error ? `\n${error.stack ?? ''}` : '';
  return `Sorry, something broke on our side: ${what} (reference ${reference}).${stack}`;
}

const hint: Block = {
  kind: 'note',
  tone: 'plain',
  text:
    'Here in the terminal: type a question as it is, a command with its options ' +
    '(/quote NAME about:SUBJECT), or the number of an action under a reply. ' +
    'Tab completes, Up recalls, Ctrl-C clears the line, Ctrl-D or /quit leaves.',
};

function prompt(desk: Desk, session: Session, options: ReplOptions): Promise<void> {
  const { newsroom, commands, streams } = desk;
  const page = layoutOf(streams.output, 'numbered');
  for (const line of setParagraph({ text: greeting(desk), ink: 'dim' }, page))
    streams.output.write(`${line}\n`);
  const lines = createInterface({
    input: streams.input,
    output: streams.output,
    prompt: inked(page, 'bold', '> '),
    historySize: 500,
    removeHistoryDuplicates: true,
    completer: (line: string) => complete(line, newsroom, commands),
  });
  return new Promise((resolve, reject) => {
    // Lines are answered one after the other, also when several were pasted at once; none after /quit.
    let work = Promise.resolve();
    let closed = false;
    let left = false;
    let leaving = false;
    const take = async (line: string): Promise<void> => {
      if (left) return;
      if (line.trim() !== '') streams.output.write('\n');
      left = (await answer(line, desk, session, options)) === 'leave';
      if (left) return lines.close();
      if (line.trim() !== '') streams.output.write('\n');
      if (!closed) lines.prompt();
    };
    lines.on('line', (line) => {
      leaving = false;
      work = work.then(() => take(line));
      // Only a window that can no longer be written to gets here: `answer` tells of everything else.
      work.catch(() => lines.close());
    });
    lines.on('SIGINT', () => {
      if (leaving && lines.line === '') return lines.close();
      leaving = lines.line === '';
      if (leaving) streams.output.write('\n(Ctrl-C once more, Ctrl-D or /quit leaves)\n');
      else {
        lines.write(null, { ctrl: true, name: 'e' });
        lines.write(null, { ctrl: true, name: 'u' });
      }
      lines.prompt();
    });
    lines.on('close', () => {
      closed = true;
      work.then(() => {
        streams.output.write('\n');
        resolve();
      }, reject);
    });
    lines.prompt();
  });
}

function greeting({ newsroom }: Desk): string {
  const articles = newsroom.articles.length;
  return `Verbatim: ${articles === 1 ? '1 article' : `${articles} articles`}. Ask a question, or type /help.`;
}
