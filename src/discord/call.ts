import { type APIChatInputApplicationCommandInteraction, ApplicationCommandOptionType } from 'discord.js';
import type { AnyCommand } from '../command.ts';
import type { Call } from './custom-id.ts';
import { PRIVATE_OPTION } from './slash-options.ts';

type GivenOptions = Readonly<Record<string, string | number>>;

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
    return definition !== undefined && (definition.type === 'integer') === (typeof value === 'number');
  });
  const complete = Object.entries(command.options).every(
    ([option, { required }]) => required !== true || Object.hasOwn(options, option),
  );
  return known && complete ? { command, options } : undefined;
}

type Data = APIChatInputApplicationCommandInteraction['data'];

/** An option as Discord sends it, in a command and while one is typed. */
interface GivenOption {
  readonly name: string;
  readonly type: ApplicationCommandOptionType;
  readonly value?: string | number | boolean;
  readonly focused?: boolean;
  readonly options?: readonly GivenOption[];
}

/** `/corpus add …` comes as "corpus" with "add" as its one option, which holds those that were given. */
export function spoken({ name, options = [] }: Pick<GivenOption, 'name' | 'options'>): {
  readonly command: string;
  readonly given: readonly GivenOption[];
} {
  const [own] = options;
  if (own?.type === ApplicationCommandOptionType.Subcommand)
    return { command: `${name} ${own.name}`, given: own.options ?? [] };
  return { command: name, given: options };
}

/** What was typed, without the option that is Discord's own. Of a file, the address that it was uploaded to. */
export function typedCall(data: Data): Pick<Call, 'command' | 'options'> {
  const { command, given } = spoken(data);
  const options = given.flatMap(({ name, type, value }): readonly (readonly [string, string | number])[] => {
    if (name === PRIVATE_OPTION || value === undefined || typeof value === 'boolean') return [];
    if (type !== ApplicationCommandOptionType.Attachment) return [[name, value]];
    const file = data.resolved?.attachments?.[value];
    return file === undefined ? [] : [[name, file.url]];
  });
  return { command, options: Object.fromEntries(options) };
}

export const isForAsker = (data: Data): boolean =>
  spoken(data).given.some((option) => option.name === PRIVATE_OPTION && option.value === true);

/** In a person’s words: what they asked for, without page numbers and where it was looked for, which the answer says. */
export const askedFor = ({ command, options }: PreparedCall): string =>
  command.hidden === true
    ? ''
    : Object.entries(options)
        .flatMap(([name, value]) => {
          const option = command.options[name];
          return option?.type === 'text' && (option.suggest ?? 'speaker') === 'speaker'
            ? [String(value)]
            : [];
        })
        .join(' · ');
