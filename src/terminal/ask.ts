import { chosenFrom, filterOf, nowhere } from '../../commands/articles-chosen.ts';
import { UserError } from '../command.ts';
import type { Options } from './arguments.ts';
import { type AskLimits, answerBatch, askTurns } from './batch.ts';
import { commandNamed, type Desk, print } from './desk.ts';
import { jsonLine } from './printable.ts';
import { linesOf, writeLine } from './streams.ts';
import { optionsFor } from './typed.ts';
import { CONTEXT, WORDS } from './words.ts';

/** `verbatim ask`: one question, or a batch of them. */
export async function ask(desk: Desk, words: readonly string[], options: Options): Promise<void> {
  const { newsroom, streams } = desk;
  const question = words.join(' ').trim();
  const chosen = chosenFrom(newsroom, options, WORDS);
  const filter = filterOf(chosen);
  const limits: AskLimits = { ...filter, nowhere: nowhere(newsroom, chosen, WORDS)?.text };
  if (options.batch) {
    if (question !== '') {
      throw new UserError(
        `--batch reads its questions from standard input; got “${question}” as well. Leave one out.`,
      );
    }
    for await (const row of answerBatch(linesOf(streams.input), newsroom, limits)) {
      await writeLine(streams.output, jsonLine(row));
    }
    return;
  }
  if (question === '') {
    throw new UserError(
      'ask needs a question: verbatim ask "Who …?" (or --batch with one JSON row a line on standard input)',
    );
  }
  if (options.json) {
    await writeLine(streams.output, jsonLine(askTurns([question], newsroom, limits)));
    return;
  }
  const command = commandNamed('ask', desk.commands);
  const reply = await command.run(newsroom, optionsFor(command, { question, ...filter }), CONTEXT);
  await print(reply, streams, 'links');
}
