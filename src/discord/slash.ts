import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { AnyCommand, OptionDefinition } from '../command.ts';
import {
  COMMAND_TEXT,
  COMMANDS,
  DESCRIPTION,
  MENU_NAME,
  MENUS,
  NAME,
  OPTION_TEXT,
  OPTIONS_PER_COMMAND,
} from './limits.ts';
import { localised } from './localising.ts';
import { MENTIONS } from './mentions.ts';
import { menuOf } from './menus.ts';

export type SlashCommand = RESTPostAPIChatInputApplicationCommandsJSONBody;
/** What is offered on a message. */
type MenuCommand = RESTPostAPIContextMenuApplicationCommandsJSONBody;
export type OfferedCommand = SlashCommand | MenuCommand;

/** The option that Discord adds to commands whose answer may be for the asker alone. */
export const PRIVATE_OPTION = 'private';

/**
 * What people can choose, as Discord is told about it, in all languages. Throws when a definition cannot be
 * registered.
 * @param chat whether the bot reads messages, and a server may say where it does.
 */
export function offeredCommands(
  commands: readonly AnyCommand[],
  { chat }: { readonly chat: boolean },
): readonly OfferedCommand[] {
  const slash = commands.filter((command) => command.hidden !== true).map(slashCommand);
  const menus = commands.flatMap(menuCommands);
  const offered = [...slash, ...(chat ? [localised(MENTIONS)] : []), ...menus];
  if (offered.length - menus.length > COMMANDS)
    throw unfit('the commands', `at most ${COMMANDS}`, offered.length - menus.length);
  if (menus.length > MENUS) throw unfit('the menus', `at most ${MENUS}`, menus.length);
  for (const command of offered) checkNames(command);
  return offered;
}

/** In servers, with the bot alone, and among friends; where the bot was added, and where a person brings it. */
const EVERYWHERE = {
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};

function menuCommands(command: AnyCommand): readonly OfferedCommand[] {
  const menu = menuOf(command);
  if (menu === undefined) return [];
  return [localised({ type: ApplicationCommandType.Message, name: menu.name, ...EVERYWHERE }, command.name)];
}

function slashCommand(command: AnyCommand): OfferedCommand {
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
    name: command.name,
    description: command.description,
    options,
    ...EVERYWHERE,
  };
  const length = textLength(slash);
  if (length > COMMAND_TEXT) throw unfit(where, `at most ${COMMAND_TEXT} characters in all`, length);
  return localised(slash);
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

/** In every language: Discord refuses the whole list for one name too long. */
function checkNames(command: OfferedCommand): void {
  const where = `command "${command.name}"`;
  const names = [command.name, ...Object.values(command.name_localizations ?? {})];
  if (command.type !== ApplicationCommandType.ChatInput) {
    for (const name of names)
      if (!MENU_NAME.test(name ?? '')) throw unfit(where, 'a name of 1 to 32 characters', `${name}`);
    return;
  }
  const { options = [] } = command;
  checkAll(where, command);
  for (const option of options) checkAll(`${where}, option "${option.name}"`, option);
}

type Localisations = Readonly<Record<string, string | null | undefined>> | null | undefined;

interface Named {
  readonly name: string;
  readonly description: string;
  readonly name_localizations?: Localisations;
  readonly description_localizations?: Localisations;
}

function checkAll(where: string, named: Named): void {
  for (const name of [named.name, ...Object.values(named.name_localizations ?? {})]) {
    if (typeof name !== 'string' || !NAME.test(name) || name !== name.toLowerCase())
      throw unfit(where, 'a name of 1 to 32 lower-case letters, digits, - or _', JSON.stringify(name));
  }
  for (const description of [named.description, ...Object.values(named.description_localizations ?? {})]) {
    const length = description?.length ?? 0;
    if (length < 1 || length > DESCRIPTION)
      throw unfit(where, `a description of 1 to ${DESCRIPTION} characters`, length);
  }
}

const textLength = (slash: SlashCommand): number =>
  [slash, ...(slash.options ?? [])].reduce(
    (sum, { name, description }) => sum + name.length + description.length,
    0,
  );

/** A mistake in a command's definition: ours, so no `UserError`. */
const unfit = (where: string, expected: string, got: string | number): Error =>
  new Error(`Discord cannot register ${where}: expected ${expected}, got ${got}. Change its definition.`);
