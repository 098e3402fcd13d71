import { type AnyCommand, UserError } from '../command.ts';
import type { Article } from '../news/article.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Reply } from '../reply.ts';
import { type Layout, renderReply } from './render.ts';
import { layoutOf, type Streams, writeLine } from './streams.ts';

/** What every face of the terminal works with. */
export interface Desk {
  readonly newsroom: Newsroom;
  readonly commands: readonly AnyCommand[];
  readonly streams: Streams;
}

export async function print(reply: Reply, streams: Streams, actions: Layout['actions']): Promise<void> {
  for (const line of renderReply(reply, layoutOf(streams.output, actions)))
    await writeLine(streams.output, line);
}

export function commandNamed(name: string, commands: readonly AnyCommand[]): AnyCommand {
  const command = commands.find((each) => each.name === name);
  if (command === undefined) throw new Error(`the command “${name}” is missing from commands/index.ts`);
  return command;
}

/** The article that `--article` means. */
export function articleNamed(reference: string, newsroom: Newsroom): Article {
  const article = newsroom.article(reference);
  if (article !== undefined) return article;
  const near = newsroom.suggest('article', reference).slice(0, 3);
  const known = near.length > 0 ? near : newsroom.suggest('article', '').slice(0, 3);
  const hint = known.map(({ label, value }) => `“${label}” (${value})`).join(', ');
  throw new UserError(
    `--article: “${reference}” is the id or headline of no article, or of several. ` +
      (hint === '' ? 'There are no articles.' : `Perhaps ${hint}? All of them: verbatim articles`),
  );
}
