import { type APIApplicationCommandBasicOption, ApplicationCommandOptionType } from 'discord.js';
import type { AnyCommand, OptionDefinition } from '../command.ts';
import { OPTION_TEXT, OPTIONS_PER_COMMAND } from './limits.ts';

/** The option that Discord adds to commands whose answer may be for the asker alone. */
export const PRIVATE_OPTION = 'private';

/** Discord wants required options first, and shows the others in this order. */
export function slashOptions(where: string, command: AnyCommand): APIApplicationCommandBasicOption[] {
  const named = Object.entries(command.options);
  const ordered = [
    ...named.filter(([, option]) => option.required === true),
    ...named.filter(([, option]) => option.required !== true),
  ];
  const options = ordered.map(([name, definition]) => slashOption(where, name, definition));
  if (command.private === true) options.push(privateOption());
  if (options.length > OPTIONS_PER_COMMAND)
    throw unfit(`${where}, options`, `at most ${OPTIONS_PER_COMMAND}`, options.length);
  return options;
}

function slashOption(
  where: string,
  name: string,
  definition: OptionDefinition,
): APIApplicationCommandBasicOption {
  const here = `${where}, option "${name}"`;
  if (name === PRIVATE_OPTION) throw unfit(here, 'another name: Discord’s face adds this one itself', name);
  const common = {
    name,
    description: definition.description,
    required: definition.required === true,
  };
  switch (definition.type) {
    case 'integer':
      return {
        ...common,
        type: ApplicationCommandOptionType.Integer,
        ...(definition.min !== undefined && { min_value: definition.min }),
        ...(definition.max !== undefined && { max_value: definition.max }),
      };
    case 'file':
      return { ...common, type: ApplicationCommandOptionType.Attachment };
    case 'text': {
      const max_length = Math.min(definition.maxLength ?? OPTION_TEXT, OPTION_TEXT);
      const type = ApplicationCommandOptionType.String;
      return definition.suggest === undefined
        ? { ...common, type, max_length }
        : { ...common, type, max_length, autocomplete: true };
    }
  }
}

const privateOption = (): APIApplicationCommandBasicOption => ({
  type: ApplicationCommandOptionType.Boolean,
  name: PRIVATE_OPTION,
  description: 'Show the answer to you alone',
  required: false,
});

/** A mistake in a command's definition: ours, so no `UserError`. */
export const unfit = (where: string, expected: string, got: string | number): Error =>
  new Error(`Discord cannot register ${where}: expected ${expected}, got ${got}. Change its definition.`);
