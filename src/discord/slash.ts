import {
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import { type AnyCommand, type CommandGroup, isForOperators } from '../command.ts';
import {
  COMMAND_TEXT,
  COMMANDS,
  DESCRIPTION,
  MENU_NAME,
  MENUS,
  NAME,
  OPTIONS_PER_COMMAND,
} from './limits.ts';
import { localised } from './localising.ts';
import { MENTIONS } from './mentions.ts';
import { menuOf } from './menus.ts';
import { slashOptions, unfit } from './slash-options.ts';

export type SlashCommand = RESTPostAPIChatInputApplicationCommandsJSONBody;
/** What is offered on a message. */
type MenuCommand = RESTPostAPIContextMenuApplicationCommandsJSONBody;
export type OfferedCommand = SlashCommand | MenuCommand;

/**
 * What everybody can choose, as Discord is told about it, in all languages. Throws when a definition cannot be
 * registered.
 * @param chat whether the bot reads messages, and a server may say where it does.
 */
export function offeredCommands(
  commands: readonly AnyCommand[],
  { chat }: { readonly chat: boolean },
): readonly OfferedCommand[] {
  const shown = commands.filter((command) => command.hidden !== true && !isForOperators(command));
  const menus = commands.flatMap(menuCommands);
  return checked([...slashCommands(shown), ...(chat ? [localised(MENTIONS)] : []), ...menus]);
}

/** What is offered only where the articles may be changed, to those who manage the server. */
export const operatorCommands = (commands: readonly AnyCommand[]): readonly OfferedCommand[] =>
  checked(slashCommands(commands.filter((command) => command.hidden !== true && isForOperators(command))));

/** Those of a group as one, where the first of them stands. */
function slashCommands(commands: readonly AnyCommand[]): readonly OfferedCommand[] {
  return commands.flatMap((command) => {
    const { group } = command;
    if (group === undefined) return [slashCommand(command)];
    const members = commands.filter((each) => each.group?.name === group.name);
    return members[0] === command ? [groupCommand(group, members)] : [];
  });
}

function checked(offered: readonly OfferedCommand[]): readonly OfferedCommand[] {
  const menus = offered.filter(({ type }) => type === ApplicationCommandType.Message);
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
  return measured(where, {
    type: ApplicationCommandType.ChatInput,
    name: command.name,
    description: command.description,
    options: slashOptions(where, command),
    ...EVERYWHERE,
  });
}

/** Where operators are at home: in servers that the bot was added to. */
const FOR_OPERATORS = {
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
  default_member_permissions: String(PermissionFlagsBits.ManageGuild),
};

function groupCommand(
  { name, description, audience }: CommandGroup,
  members: readonly AnyCommand[],
): OfferedCommand {
  const where = `command "${name}"`;
  if (members.length > OPTIONS_PER_COMMAND)
    throw unfit(`${where}, its commands`, `at most ${OPTIONS_PER_COMMAND}`, members.length);
  return measured(where, {
    type: ApplicationCommandType.ChatInput,
    name,
    description,
    options: members.map((command): APIApplicationCommandSubcommandOption => {
      if (!command.name.startsWith(`${name} `))
        throw unfit(`command "${command.name}"`, `a name that begins with "${name} "`, command.name);
      return {
        type: ApplicationCommandOptionType.Subcommand,
        name: command.name.slice(name.length + 1),
        description: command.description,
        options: slashOptions(`command "${command.name}"`, command),
      };
    }),
    ...(audience === 'operators' ? FOR_OPERATORS : EVERYWHERE),
  });
}

function measured(where: string, slash: SlashCommand): OfferedCommand {
  const length = textLength(slash);
  if (length > COMMAND_TEXT) throw unfit(where, `at most ${COMMAND_TEXT} characters in all`, length);
  return localised(slash);
}

/** In every language: Discord refuses the whole list for one name too long. */
function checkNames(command: OfferedCommand): void {
  const where = `command "${command.name}"`;
  const names = [command.name, ...Object.values(command.name_localizations ?? {})];
  if (command.type !== ApplicationCommandType.ChatInput) {
    for (const name of names)
      if (!MENU_NAME.test(name ?? '')) throw unfit(where, 'a name of 1 to 32 characters', `${name}`);
    return;
  }
  checkAll(where, command);
}

type Localisations = Readonly<Record<string, string | null | undefined>> | null | undefined;

interface Named {
  readonly name: string;
  readonly description: string;
  readonly name_localizations?: Localisations;
  readonly description_localizations?: Localisations;
  readonly options?: readonly Named[] | undefined;
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
  for (const option of named.options ?? []) checkAll(`${where}, option "${option.name}"`, option);
}

const textLength = ({ name, description, options = [] }: Named): number =>
  options.reduce((sum, option) => sum + textLength(option), name.length + description.length);
