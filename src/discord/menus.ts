import { type AnyCommand, isForOperators } from '../command.ts';
import { OPTION_TEXT } from './limits.ts';

/** A command that is offered on a message: its text fills the command's main option. */
export interface Menu {
  /** In English; Discord calls it so in what it sends. */
  readonly name: string;
  readonly command: AnyCommand;
  readonly option: string;
  /** UTF-16 units. */
  readonly most: number;
}

/** Undefined for a command that is not offered there. Throws when its definition cannot be. */
export function menuOf(command: AnyCommand): Menu | undefined {
  const { menu: name, main } = command;
  if (name === undefined) return undefined;
  if (isForOperators(command))
    throw new Error(
      `A menu is offered to everybody, and /${command.name} is for operators. Change its definition.`,
    );
  const option = main === undefined ? undefined : command.options[main];
  if (main === undefined || option?.type !== 'text')
    throw new Error(
      `The menu of /${command.name} needs a main option that is a text. Change its definition.`,
    );
  return { name, command, option: main, most: option.maxLength ?? OPTION_TEXT };
}
