import { type AnyCommand, type OptionDefinition, UserError } from '../command.ts';
import { calledIn, LEAVE, unknownCommand } from './calling.ts';
import { nearest } from './nearest.ts';

export type OptionBag = Readonly<Record<string, string | number>>;

/** What a line typed at the prompt asks for. */
export type Typed =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'leave' }
  /** The numbered action of the last reply, from 1. */
  | { readonly kind: 'action'; readonly number: number }
  | { readonly kind: 'command'; readonly command: AnyCommand; readonly options: OptionBag };

/**
 * Reads a line. Bare text is asked (`ask`'s main option); `/name …` calls a command; a lone number chooses an
 * action. Throws `UserError` where a command or option is not known or a value does not fit.
 */
export function readTyped(line: string, commands: readonly AnyCommand[]): Typed {
  const text = line.trim();
  if (text === '') return { kind: 'nothing' };
  if (/^\d{1,3}$/.test(text)) return { kind: 'action', number: Number(text) };
  if (LEAVE.some((word) => word === text.toLowerCase())) return { kind: 'leave' };
  if (!text.startsWith('/')) return asked(text, commands);
  const [, name = ''] = /^\/(\S*)/.exec(text) ?? [];
  if (LEAVE.some((word) => word === name.toLowerCase())) return { kind: 'leave' };
  const called = calledIn(text, commands);
  if (called === undefined) throw new UserError(unknownCommand(text.slice(1), commands));
  return { kind: 'command', command: called.command, options: readOptions(called.command, called.rest) };
}

function asked(text: string, commands: readonly AnyCommand[]): Typed {
  const command = commands.find((candidate) => candidate.name === 'ask');
  if (command?.main === undefined) {
    throw new UserError('Questions are not understood here. Type /help to see what is.');
  }
  return { kind: 'command', command, options: optionsFor(command, { [command.main]: text }) };
}

/**
 * The options in what follows a command's name. A value reaches to the next option, or to its closing quotation
 * mark; words that belong to no option go to the main one.
 *
 *     readOptions(quote, 'kuleba about:raw materials') → { speaker: 'kuleba', about: 'raw materials' }
 */
export function readOptions(command: AnyCommand, rest: string): OptionBag {
  const values: Record<string, string> = {};
  const bare: string[] = [];
  let open: string | null = null;
  for (const { name, value, closed } of pieces(rest, command)) {
    if (name !== null && Object.hasOwn(values, name)) {
      throw new UserError(`${label(command, name)} is given twice. Give it once.`);
    }
    if (name !== null) values[name] = value;
    else if (open !== null) values[open] = `${values[open]} ${value}`;
    else bare.push(value);
    if (name !== null) open = closed || command.options[name]?.type === 'integer' ? null : name;
  }
  if (bare.length > 0) {
    const main = command.main;
    if (main === undefined) {
      throw new UserError(
        `/${command.name} does not know what to do with “${bare.join(' ')}”. ${usage(command)}`,
      );
    }
    if (Object.hasOwn(values, main)) {
      const [one, other] = [bare.join(' '), values[main]];
      throw new UserError(
        `${label(command, main)} is given twice: as “${one}” and as “${other}”. Give it once.`,
      );
    }
    values[main] = bare.length === 1 ? unquoted(bare[0] ?? '') : bare.join(' ');
  }
  return optionsFor(command, values);
}

interface Piece {
  /** Null for a word that names no option. */
  readonly name: string | null;
  readonly value: string;
  /** Whether the value stood in quotation marks: no more words belong to it. */
  readonly closed: boolean;
}

const QUOTED = /^"([^"]*)"|^“([^”]*)”/;
/** A word, with what stands in quotation marks at its beginning. */
const BARE = /^(?:"[^"]*"|“[^”]*”)?\S*/;
/** A name, a colon and the beginning of a value; `https://…` and `said: he` are words, not options. */
const NAMED = /^([a-z][\w-]*):(?!\/\/)(?=\S)/i;

function* pieces(rest: string, command: AnyCommand): Generator<Piece> {
  let left = rest.trim();
  while (left !== '') {
    const name = optionName(left, command);
    if (name !== null) left = left.slice(left.indexOf(':') + 1).trimStart();
    const quoted = QUOTED.exec(left);
    if (name !== null && quoted === null && /^["“]/.test(left)) {
      throw new UserError(`The quotation mark after ${name}: is never closed. Close it: ${name}:"…"`);
    }
    const taken =
      name === null ? (BARE.exec(left)?.[0] ?? left) : (quoted?.[0] ?? /^\S*/.exec(left)?.[0] ?? left);
    yield { name, value: name === null ? taken : unquoted(taken), closed: quoted !== null };
    left = left.slice(taken.length).trimStart();
  }
}

/** The option that the text begins with; a space may follow the colon of one that exists. */
function optionName(left: string, command: AnyCommand): string | null {
  const spaced = /^([a-z][\w-]*):(?:\s|$)/i.exec(left)?.[1]?.toLowerCase();
  if (spaced !== undefined && spaced !== command.main && Object.hasOwn(command.options, spaced))
    return spaced;
  const name = NAMED.exec(left)?.[1]?.toLowerCase();
  if (name === undefined) return null;
  if (Object.hasOwn(command.options, name)) return name;
  const near = nearest(name, Object.keys(command.options));
  throw new UserError(
    `/${command.name} has no option “${name}”. ${near === null ? usage(command) : `Did you mean ${near}:?`} ` +
      'Words that hold a colon can be put in quotation marks.',
  );
}

const unquoted = (text: string): string => {
  const match = QUOTED.exec(text);
  return match !== null && match[0].length === text.length ? (match[1] ?? match[2] ?? '') : text;
};

/** Turns typed values into option values and holds them against their definitions. */
export function optionsFor(command: AnyCommand, typed: Readonly<Record<string, string>>): OptionBag {
  const options: Record<string, string | number> = {};
  for (const [name, definition] of Object.entries(command.options)) {
    const value = typed[name];
    if (value !== undefined && value.trim() !== '') options[name] = read(command, name, definition, value);
    else if (definition.required) {
      const described = definition.description.replace(/(?<![.!?])$/, '.');
      throw new UserError(`/${command.name} needs a ${name}: ${described} ${usage(command)}`);
    }
  }
  return options;
}

function read(
  command: AnyCommand,
  name: string,
  definition: OptionDefinition,
  typed: string,
): string | number {
  if (definition.type !== 'integer') {
    const most = (definition.type === 'text' && definition.maxLength) || Number.POSITIVE_INFINITY;
    if (typed.length <= most) return typed;
    throw new UserError(
      `${label(command, name)} holds at most ${most} characters; this one has ${typed.length}. Shorten it.`,
    );
  }
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = definition;
  const number = /^[+-]?\d{1,15}$/.test(typed) ? Number(typed) : Number.NaN;
  if (number >= min && number <= max) return number;
  throw new UserError(`${label(command, name)} is ${rangeOf(min, max)}; “${typed}” is not.`);
}

function rangeOf(min: number, max: number): string {
  if (min > Number.NEGATIVE_INFINITY && max < Number.POSITIVE_INFINITY)
    return `a whole number from ${min} to ${max}`;
  if (min > Number.NEGATIVE_INFINITY) return `a whole number, ${min} or more`;
  if (max < Number.POSITIVE_INFINITY) return `a whole number, ${max} or less`;
  return 'a whole number';
}

const label = (command: AnyCommand, name: string): string => `/${command.name}’s ${name}`;

/** "It takes speaker: and about:." */
function usage(command: AnyCommand): string {
  const names = Object.keys(command.options).map((name) => `${name}:`);
  const last = names.pop();
  if (last === undefined) return 'It takes no options.';
  return `It takes ${names.length === 0 ? last : `${names.join(', ')} and ${last}`}.`;
}
