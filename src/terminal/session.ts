import { type AnyCommand, type CommandContext, UserError } from '../command.ts';
import type { Newsroom } from '../newsroom.ts';
import type { CommandAction, Reply } from '../reply.ts';
import { commandNamed } from './desk.ts';
import { numberedActions } from './render.ts';
import { type OptionBag, readTyped } from './typed.ts';

export type Taken =
  | { readonly kind: 'reply'; readonly reply: Reply }
  | { readonly kind: 'nothing' | 'leave' };

/** One conversation at a prompt: remembers the last reply, whose actions numbers choose from. */
export interface Session {
  /** What a typed line leads to. Throws `UserError` for a person's mistake, anything else for a fault. */
  take(line: string): Promise<Taken>;
}

const context: CommandContext = { conversation: 'terminal' };

export function openSession(newsroom: Newsroom, commands: readonly AnyCommand[]): Session {
  let last: Reply | null = null;
  return {
    async take(line) {
      const call = readTyped(line, commands);
      if (call.kind === 'nothing' || call.kind === 'leave') return { kind: call.kind };
      const { command, options } = call.kind === 'action' ? chosen(call.number, last, commands) : call;
      last = await command.run(newsroom, options, context);
      return { kind: 'reply', reply: last };
    },
  };
}

interface CommandCall {
  readonly kind: 'command';
  readonly command: AnyCommand;
  readonly options: OptionBag;
}

function chosen(number: number, last: Reply | null, commands: readonly AnyCommand[]): CommandCall {
  const actions = last === null ? [] : numberedActions(last);
  const action = actions[number - 1];
  if (action !== undefined) return callOf(action, commands);
  const choice =
    actions.length === 0
      ? 'The last reply offers nothing to choose.'
      : `The last reply offers ${actions.length === 1 ? '1 only' : `1 to ${actions.length}`}.`;
  throw new UserError(`There is no [${number}]. ${choice} To ask about a number, use more words than that.`);
}

const callOf = (action: CommandAction, commands: readonly AnyCommand[]): CommandCall => ({
  kind: 'command',
  command: commandNamed(action.command, commands),
  options: action.options,
});
