import type { AnyCommand } from '../command.ts';
import type { Librarian } from '../librarian.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Reply } from '../reply.ts';
import { type Layout, renderReply } from './render.ts';
import { layoutOf, type Streams, writeLine } from './streams.ts';
import type { Tidings } from './tidings.ts';

/** What every face of the terminal works with. */
export interface Desk {
  readonly newsroom: Newsroom;
  readonly commands: readonly AnyCommand[];
  readonly streams: Streams;
  /** Undefined where the articles are only asked about. */
  readonly librarian?: Librarian;
  /** What has become of the articles since it was last asked for. */
  readonly tidings?: () => Tidings;
}

export async function print(reply: Reply, streams: Streams, actions: Layout['actions']): Promise<void> {
  for (const line of renderReply(reply, layoutOf(streams.output, actions)))
    await writeLine(streams.output, line);
}

/** @throws Error when there is none: commands call each other by names of ours, never by what a person typed. */
export function commandNamed(name: string, commands: readonly AnyCommand[]): AnyCommand {
  const command = commands.find((each) => each.name === name);
  if (command === undefined) throw new Error(`the command “${name}” is missing from commands/index.ts`);
  return command;
}
