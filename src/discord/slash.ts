import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import type { AnyCommand, OptionDefinition } from '../command.ts';
import { COMMAND_TEXT, COMMANDS, DESCRIPTION, NAME, OPTION_TEXT, OPTIONS_PER_COMMAND } from './limits.ts';

export type SlashCommand = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** The option that Discord adds to commands whose answer may be for the asker alone. */
export const PRIVATE_OPTION = 'private';

/** What people can type, as Discord is told about it. Throws when a definition cannot be registered. */
export function slashCommands(commands: readonly AnyCommand[]): readonly SlashCommand[] {
  const offered = commands.filter((command) => command.hidden !== true);
  if (offered.length > COMMANDS) throw unfit('the commands', `at most ${COMMANDS}`, offered.length);
  return offered.map(slashCommand);
}

function slashCommand(command: AnyCommand): SlashCommand {
  const where = `command "${command.name}"`;
  const named = Object.entries(command.options);
  // Discord wants required options first, and shows the others in this order.
  const ordered = [
    ...named.filter(([, option]) => option.required === true),
    ...named.filter(([, option]) => option.required !== true),
  ];
  const options = ordered.map(([name, definition]) => slashOption(where, name, definition));
  if (command.private === true) options.push(privateOption());
  if (options.length > OPTIONS_PER_COMMAND) {
    throw unfit(`${where}, options`, `at most ${OPTIONS_PER_COMMAND}`, options.length);
  }
  const slash: SlashCommand = {
    type: ApplicationCommandType.ChatInput,
    name: checkedName(where, command.name),
    description: checkedDescription(where, command.description),
    options,
    contexts: [
      InteractionContextType.Guild,
      InteractionContextType.BotDM,
      InteractionContextType.PrivateChannel,
    ],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  };
  const length = textLength(slash);
  if (length > COMMAND_TEXT) throw unfit(where, `at most ${COMMAND_TEXT} characters in all`, length);
  return slash;
}

function slashOption(
  where: string,
  name: string,
  definition: OptionDefinition,
): APIApplicationCommandBasicOption {
  const here = `${where}, option "${name}"`;
  if (name === PRIVATE_OPTION) throw unfit(here, 'another name: Discord’s face adds this one itself', name);
  const common = {
    name: checkedName(here, name),
    description: checkedDescription(here, definition.description),
    required: definition.required === true,
  };
  if (definition.type === 'integer') {
    return {
      ...common,
      type: ApplicationCommandOptionType.Integer,
      ...(definition.min !== undefined && { min_value: definition.min }),
      ...(definition.max !== undefined && { max_value: definition.max }),
    };
  }
  const max_length = Math.min(definition.maxLength ?? OPTION_TEXT, OPTION_TEXT);
  const type = ApplicationCommandOptionType.String;
  return definition.suggest === undefined
    ? { ...common, type, max_length }
    : { ...common, type, max_length, autocomplete: true };
}

const privateOption = (): APIApplicationCommandBasicOption => ({
  type: ApplicationCommandOptionType.Boolean,
  name: PRIVATE_OPTION,
  description: 'Show the answer to you alone',
  required: false,
});

function checkedName(where: string, name: string): string {
  if (!NAME.test(name) || name !== name.toLowerCase()) {
    throw unfit(where, 'a name of 1 to 32 lower-case letters, digits, - or _', JSON.stringify(name));
  }
  return name;
}

function checkedDescription(where: string, description: string): string {
  if (description.length < 1 || description.length > DESCRIPTION) {
    throw unfit(where, `a description of 1 to ${DESCRIPTION} characters`, description.length);
  }
  return description;
}

const textLength = (slash: SlashCommand): number =>
  [slash, ...(slash.options ?? [])].reduce(
    (sum, { name, description }) => sum + name.length + description.length,
    0,
  );

/** A mistake in a command's definition: ours, so no `UserError`. */
const unfit = (where: string, expected: string, got: string | number): Error =>
  new Error(`Discord cannot register ${where}: expected ${expected}, got ${got}. Change its definition.`);
