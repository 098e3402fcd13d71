import {
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
} from 'discord.js';
import { DISCORD_LOCALES, LANGUAGES, type Language } from '../words/locales.ts';
import type { CommandWords, OptionWords } from '../words/words.ts';
import type { OfferedCommand, SlashCommand } from './slash.ts';

type Localisations = Record<string, string>;

/** A command with what it is called and how it is described in every language that we speak. */
export function localised(command: OfferedCommand, named: string = command.name): OfferedCommand {
  if (command.type === ApplicationCommandType.Message) {
    return { ...command, name_localizations: inAll(command.name, named, ({ menu }) => menu) };
  }
  return command.type === ApplicationCommandType.ChatInput ? localisedSlash(command) : command;
}

const localisedSlash = (command: SlashCommand): SlashCommand => ({
  ...command,
  ...called(command, command.name),
  options: (command.options ?? []).map((option) =>
    option.type === ApplicationCommandOptionType.Subcommand
      ? localisedMember(option, `${command.name} ${option.name}`)
      : localisedOption(option, command.name),
  ),
});

/** A command of a group is kept under both names. */
const localisedMember = (
  member: APIApplicationCommandSubcommandOption,
  named: string,
): APIApplicationCommandSubcommandOption => ({
  ...member,
  ...called(member, named),
  options: (member.options ?? []).map((option) => localisedOption(option, named)),
});

const called = ({ name, description }: OptionWords, named: string) => ({
  name_localizations: inAll(name, named, (words) => words.name),
  description_localizations: inAll(description, named, (words) => words.description),
});

const localisedOption = <Option extends OptionWords>(option: Option, command: string): Option => ({
  ...option,
  name_localizations: inAll(option.name, command, ({ options }) => options[option.name]?.name),
  description_localizations: inAll(
    option.description,
    command,
    ({ options }) => options[option.name]?.description,
  ),
});

/** @param own the English, which stands where a language lacks the word. */
function inAll(
  own: string,
  command: string,
  find: (words: CommandWords) => string | undefined,
): Localisations {
  const all: Localisations = {};
  for (const [language, locales] of Object.entries(DISCORD_LOCALES)) {
    const { commands } = LANGUAGES[language as Language];
    const words = Object.hasOwn(commands, command) ? commands[command] : undefined;
    const text = words === undefined ? undefined : find(words);
    for (const locale of locales) all[locale] = text ?? own;
  }
  return all;
}
