import type { ChatInputCommandInteraction } from 'discord.js';
import type { AnyCommand } from '../command.ts';
import type { Call } from './custom-id.ts';
import { PRIVATE_OPTION } from './slash.ts';

export type GivenOptions = Readonly<Record<string, string | number>>;

/** A command as it was asked for, checked against its definition. */
export interface PreparedCall {
  readonly command: AnyCommand;
  readonly options: GivenOptions;
}

/** Undefined when the call was written for commands that are no longer like that: an old button, say. */
export function prepare(
  commands: readonly AnyCommand[],
  { command: name, options }: Pick<Call, 'command' | 'options'>,
): PreparedCall | undefined {
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) return undefined;
  const known = Object.entries(options).every(([option, value]) => {
    const definition = Object.hasOwn(command.options, option) ? command.options[option] : undefined;
    return definition?.type === (typeof value === 'number' ? 'integer' : 'text');
  });
  const complete = Object.entries(command.options).every(
    ([option, { required }]) => required !== true || Object.hasOwn(options, option),
  );
  return known && complete ? { command, options } : undefined;
}

/** What was typed, without the option that is Discord's own. */
export const typedOptions = ({ options }: ChatInputCommandInteraction): GivenOptions =>
  Object.fromEntries(
    options.data.flatMap(({ name, value }) =>
      name !== PRIVATE_OPTION && (typeof value === 'string' || typeof value === 'number')
        ? [[name, value]]
        : [],
    ),
  );
