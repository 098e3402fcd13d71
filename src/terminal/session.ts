import { type AnyCommand, UserError } from '../command.ts';
import type { Librarian } from '../librarian.ts';
import type { Newsroom } from '../newsroom.ts';
import type { CommandAction, Reply } from '../reply.ts';
import { commandNamed } from './desk.ts';
import { numberedActions } from './render.ts';
import { type OptionBag, readTyped } from './typed.ts';
import { CONTEXT } from './words.ts';

export type Taken =
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'nothing' | 'leave' };

/** One conversation at a prompt: remembers the actions that were offered last, from which numbers choose. */
export interface Session {
  /** What a typed line leads to. Throws `UserError` for a person's mistake, anything else for a fault. */
  take(line: string, progress?: (text: string) => void): Promise<Taken>;
}

/** Sessions of one newsroom share a conversation: a terminal has one person before it. */
export function openSession(
  newsroom: Newsroom,
  commands: readonly AnyCommand[],
  librarian?: Librarian,
): Session {
  let offered: readonly CommandAction[] = [];
  return {
    async take(line, progress) {
      const call = readTyped(line, commands);
      if (call.kind === 'nothing' || call.kind === 'leave') return { kind: call.kind };
      const { command, options } = call.kind === 'action' ? chosen(call.number, offered, commands) : call;
      const reply = await command.run(newsroom, options, {
        ...CONTEXT,
        ...(librarian !== undefined && { librarian }),
        ...(progress !== undefined && { progress }),
      });
      const actions = numberedActions(reply);
      // The numbers that a person sees last count, also when a reply without any has followed them.
      if (actions.length > 0) offered = actions;
      return { kind: 'reply', reply };
    },
  };
}

interface CommandCall {
  readonly kind: 'command';
  readonly command: AnyCommand;
  readonly options: OptionBag;
}

function chosen(
  number: number,
  offered: readonly CommandAction[],
  commands: readonly AnyCommand[],
): CommandCall {
  const action = offered[number - 1];
  if (action === undefined) throw new UserError(`There is no [${number}] to choose. ${choice(offered)}`);
  return { kind: 'command', command: commandNamed(action.command, commands), options: action.options };
}

function choice(offered: readonly CommandAction[]): string {
  const last = offered.length;
  const range =
    last === 0 ? 'Nothing is offered yet.' : `Offered ${last === 1 ? 'is [1]' : `are [1] to [${last}]`}.`;
  return `${range} To ask about a number, use more words than that.`;
}
