import type { APIChatInputApplicationCommandInteraction } from 'discord.js';
import type { AnyCommand } from '../command.ts';
import type { Call } from './custom-id.ts';
import { PRIVATE_OPTION } from './slash.ts';

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
    return definition?.type === (typeof value === 'number' ? 'integer' : 'text');
  });
  const complete = Object.entries(command.options).every(
    ([option, { required }]) => required !== true || Object.hasOwn(options, option),
  );
  return known && complete ? { command, options } : undefined;
}

type Data = APIChatInputApplicationCommandInteraction['data'];

/** What was typed, without the option that is Discord's own. */
export const typedOptions = ({ options = [] }: Data): GivenOptions =>
  Object.fromEntries(
    options.flatMap((option) =>
      'value' in option &&
      option.name !== PRIVATE_OPTION &&
      (typeof option.value === 'string' || typeof option.value === 'number')
        ? [[option.name, option.value]]
        : [],
    ),
  );

export const isForAsker = ({ options = [] }: Data): boolean =>
  options.some((option) => 'value' in option && option.name === PRIVATE_OPTION && option.value === true);

/** In a person’s words: what they were asked for, without choices from lists and page numbers. */
export const askedFor = ({ command, options }: PreparedCall): string =>
  command.hidden === true
    ? ''
    : Object.entries(options)
        .flatMap(([name, value]) => {
          const option = command.options[name];
          return option?.type === 'text' && option.suggest !== 'article' ? [String(value)] : [];
        })
        .join(' · ');
