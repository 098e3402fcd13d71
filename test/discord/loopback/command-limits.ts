import type { Violation } from './errors.ts';
import { type Body, isBody } from './shapes.ts';

type Path = readonly (string | number)[];

const violation = (path: Path, code: string, message: string): Violation => ({ path, code, message });

const CHAT = 1;
const USER = 2;
const MESSAGE = 3;

/** https://discord.com/developers/docs/interactions/application-commands#registering-a-command */
const MOST: Readonly<Record<number, number>> = { [CHAT]: 100, [USER]: 15, [MESSAGE]: 15 };
/** Of a command's names, descriptions and choices' values. */
const MOST_CHARACTERS = 8_000;
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
/** `AvailableLocalesEnum` of Discord's API description. */
const LOCALES = new Set(
  (
    'ar bg cs da de el en-GB en-US es-419 es-ES fi fr he hi hr hu id it ja ko lt nl no pl pt-BR ro ru sv-SE th ' +
    'tr uk vi zh-CN zh-TW'
  ).split(' '),
);

/** A command's type; chat where none is given. */
export const typeOf = ({ type }: Body): number => (typeof type === 'number' ? type : CHAT);

/** Discord's rules for a list of commands that its API description does not hold. */
export function commandViolations(commands: readonly Body[]): Violation[] {
  return [...countViolations(commands), ...commands.flatMap((command, at) => checkCommand(command, [at]))];
}

function countViolations(commands: readonly Body[]): Violation[] {
  const found: Violation[] = [];
  for (const [type, most] of Object.entries(MOST)) {
    const names = commands.filter((command) => typeOf(command) === Number(type)).map(({ name }) => name);
    if (names.length > most) {
      found.push(
        violation([], 'APPLICATION_COMMAND_TOO_MANY', `at most ${most} of type ${type}, got ${names.length}`),
      );
    }
    for (const name of names.filter((candidate, at) => names.indexOf(candidate) !== at)) {
      found.push(violation([], 'APPLICATION_COMMANDS_DUPLICATE_NAME', `twice of type ${type}: ${name}`));
    }
  }
  return found;
}

function checkCommand(command: Body, path: Path): Violation[] {
  const type = typeOf(command);
  const found = [...checkTexts(command, path, type), ...lengthViolations(command, path)];
  const { default_member_permissions: needed = null } = command;
  if (needed !== null && !/^\d+$/.test(String(needed))) {
    found.push(
      violation([...path, 'default_member_permissions'], 'BITFIELD_TYPE_CONVERT', `not bits: ${needed}`),
    );
  }
  if (type === CHAT) return [...found, ...checkOptions(optionsOf(command), path)];
  if (!(type in MOST)) found.push(violation([...path, 'type'], 'ENUM_TYPE_COERCE', `no such type: ${type}`));
  if (optionsOf(command).length > 0) {
    found.push(violation([...path, 'options'], 'APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS', 'only with chat'));
  }
  return found;
}

const optionsOf = ({ options }: Body): readonly Body[] =>
  Array.isArray(options) ? options.filter(isBody) : [];

/** Name and description, each with its translations: all of them keep to the same rules. */
function checkTexts(texts: Body, path: Path, type: number): Violation[] {
  const isName = (name: unknown): boolean =>
    type === CHAT
      ? typeof name === 'string' && NAME.test(name) && name === name.toLowerCase()
      : hasLength(name, 1, 32) && String(name).trim() === name;
  const isDescription = (text: unknown): boolean => hasLength(text, 1, 100);
  const found: Violation[] = [];
  for (const [locale, name] of translationsOf(texts, 'name')) {
    if (!isName(name))
      found.push(violation([...path, ...locale], 'APPLICATION_COMMAND_INVALID_NAME', `name: ${name}`));
  }
  if (type !== CHAT) {
    const { description = '', description_localizations: others = null } = texts;
    if ((description !== '' && description !== null) || others !== null) {
      found.push(violation([...path, 'description'], 'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION', 'none'));
    }
  } else {
    for (const [locale, text] of translationsOf(texts, 'description')) {
      if (!isDescription(text))
        found.push(violation([...path, ...locale], 'BASE_TYPE_BAD_LENGTH', '1 to 100 characters'));
    }
  }
  for (const field of ['name_localizations', 'description_localizations']) {
    const given = texts[field];
    for (const locale of isBody(given) ? Object.keys(given) : []) {
      if (!LOCALES.has(locale))
        found.push(violation([...path, field], 'ENUM_TYPE_COERCE', `no locale of Discord’s: ${locale}`));
    }
  }
  return found;
}

const hasLength = (text: unknown, least: number, most: number): boolean =>
  typeof text === 'string' && text.length >= least && text.length <= most;

/** The text itself and its translations, each with its path. */
function translationsOf(texts: Body, field: 'name' | 'description'): readonly (readonly [Path, unknown])[] {
  const others = texts[`${field}_localizations`];
  return [
    [[field], texts[field]],
    ...(isBody(others) ? Object.entries(others) : []).map(
      ([locale, text]) => [[`${field}_localizations`, locale], text] as const,
    ),
  ];
}

/** Of each text, the longest translation counts. */
function lengthViolations(command: Body, path: Path): Violation[] {
  const longest = (texts: Body, field: 'name' | 'description'): number =>
    Math.max(...translationsOf(texts, field).map(([, text]) => String(text ?? '').length));
  const lengthOf = (part: Body): number => {
    const choices = Array.isArray(part.choices) ? part.choices.filter(isBody) : [];
    const inner = [...optionsOf(part).map(lengthOf), ...choices.map(lengthOfChoice)];
    return inner.reduce((sum, length) => sum + length, longest(part, 'name') + longest(part, 'description'));
  };
  const lengthOfChoice = (choice: Body): number =>
    longest(choice, 'name') + (typeof choice.value === 'string' ? choice.value.length : 0);
  const length = lengthOf(command);
  if (length <= MOST_CHARACTERS) return [];
  return [violation(path, 'APPLICATION_COMMAND_TOO_LARGE', `${MOST_CHARACTERS} characters, got ${length}`)];
}

const SUBCOMMAND = 1;
const GROUP = 2;

/** Commands of a group stand alone among its options, and have options of their own under the same rules. */
function nestedViolations(options: readonly Body[], path: Path): Violation[] {
  const commands = options.filter(({ type }) => type === SUBCOMMAND || type === GROUP);
  if (commands.length > 0 && commands.length < options.length)
    return [
      violation([...path, 'options'], 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'commands or values'),
    ];
  return options.flatMap((option, index) =>
    commands.includes(option) ? checkOptions(optionsOf(option), [...path, 'options', index]) : [],
  );
}

function checkOptions(options: readonly Body[], path: Path): Violation[] {
  const found = options.flatMap((option, index) => checkTexts(option, [...path, 'options', index], CHAT));
  const firstOptional = options.findIndex(({ required }) => required !== true);
  if (firstOptional >= 0 && options.slice(firstOptional).some(({ required }) => required === true)) {
    found.push(
      violation([...path, 'options'], 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', 'required first'),
    );
  }
  const names = options.map(({ name }) => name);
  if (new Set(names).size < names.length) {
    found.push(violation([...path, 'options'], 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'twice'));
  }
  found.push(...nestedViolations(options, path));
  if (options.length > 25) found.push(violation([...path, 'options'], 'BASE_TYPE_MAX_LENGTH', 'at most 25'));
  options.forEach(({ max_length: max, choices, autocomplete }, index) => {
    const here = [...path, 'options', index];
    if (typeof max === 'number' && (max < 1 || max > 6000)) {
      found.push(violation([...here, 'max_length'], 'NUMBER_TYPE_MAX', '1 to 6000'));
    }
    if (autocomplete === true && choices !== undefined) {
      found.push(violation(here, 'APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES', 'not with choices'));
    }
    (Array.isArray(choices) ? choices.filter(isBody) : []).forEach((choice, at) => {
      for (const [locale, name] of translationsOf(choice, 'name')) {
        if (!hasLength(name, 1, 100))
          found.push(violation([...here, 'choices', at, ...locale], 'BASE_TYPE_BAD_LENGTH', '1 to 100'));
      }
    });
    if (Array.isArray(choices) && choices.length > 25) {
      found.push(violation([...here, 'choices'], 'BASE_TYPE_MAX_LENGTH', 'at most 25'));
    }
  });
  return found;
}
