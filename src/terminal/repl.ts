import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import { UserError } from '../command.ts';
import type { Reply } from '../reply.ts';
import { complete } from './completion.ts';
import { type Desk, print } from './desk.ts';
import { inked, setParagraph } from './ink.ts';
import { openSession, type Session } from './session.ts';
import { layoutOf, linesOf, writeLine } from './streams.ts';

export interface ReplOptions {
  /** Faults are written with their stack. */
  readonly debug: boolean;
}

/** A conversation in the terminal: at a prompt, or, where lines are piped in, one answer after the other. */
export async function repl(desk: Desk, options: ReplOptions): Promise<void> {
  const session = openSession(desk.newsroom, desk.commands);
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
  try {
    const taken = await session.take(line);
    if (taken.kind === 'reply') await print(taken.reply, desk.streams, 'numbered');
    if (taken.kind === 'reply' && /^\/help\b/.test(line.trim())) await print(hints, desk.streams, 'links');
    return taken.kind === 'leave' ? 'leave' : 'stay';
  } catch (error) {
    const text = error instanceof UserError ? error.message : apology(error, options);
    await print({ blocks: [{ kind: 'note', tone: 'plain', text }], actions: [] }, desk.streams, 'links');
    return 'stay';
  }
}

/** A fault of ours: what it was, and a reference to name when it is reported. */
function apology(error: unknown, { debug }: ReplOptions): string {
  const reference = randomUUID().slice(0, 8);
  const what = error instanceof Error ? error.message : String(error);
  const stack = debug && error instanceof Error ? `\n${error.stack ?? ''}` : '';
  return `Sorry, something broke on our side: ${what} (reference ${reference}).${stack}`;
}

const hints: Reply = {
  blocks: [
    {
      kind: 'note',
      tone: 'plain',
      text:
        '\nHere in the terminal: type a question as it is, a command with its options ' +
        '(/quote kuleba about:"raw materials"), or the number of an action under the last reply. ' +
        'Tab completes, Up recalls, Ctrl-C clears the line, Ctrl-D or /quit leaves.',
    },
  ],
  actions: [],
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
  return new Promise((resolve) => {
    // Lines are answered one after the other, also when several were pasted at once.
    let work = Promise.resolve();
    let leaving = false;
    lines.on('line', (line) => {
      leaving = false;
      work = work.then(async () => {
        if (line.trim() !== '') streams.output.write('\n');
        if ((await answer(line, desk, session, options)) === 'leave') return lines.close();
        if (line.trim() !== '') streams.output.write('\n');
        lines.prompt();
      });
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
      work.then(() => {
        streams.output.write('\n');
        resolve();
      });
    });
    lines.prompt();
  });
}

function greeting({ newsroom }: Desk): string {
  const articles = newsroom.articles.length;
  const speakers = newsroom.speakers().length;
  const count = (number: number, one: string) => (number === 1 ? `1 ${one}` : `${number} ${one}s`);
  return (
    `Verbatim: ${count(articles, 'article')}, ${count(speakers, 'speaker')}. ` +
    'Ask a question, or type /help. Tab completes; Ctrl-D leaves.'
  );
}
