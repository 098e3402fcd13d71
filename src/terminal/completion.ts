import type { AnyCommand } from '../command.ts';
import type { Newsroom, SuggestionKind } from '../newsroom.ts';
import { printable } from './printable.ts';
import { LEAVE } from './typed.ts';

/** What may follow, and the end of the line that it takes the place of: what node:readline expects. */
export type Completion = readonly [candidates: readonly string[], replaced: string];

/** What a person may have begun to type: a command, an option, a speaker or a headline. */
export function complete(line: string, newsroom: Newsroom, commands: readonly AnyCommand[]): Completion {
  const shown = commands.filter((command) => !command.hidden);
  const call = /^\s*\/(\S*)(\s+)(.*)$/s.exec(line);
  if (call === null)
    return line.trimStart().startsWith('/') ? commandNames(line, shown) : names(line, newsroom);
  const command = commands.find((each) => each.name === call[1]?.toLowerCase());
  return command === undefined ? [[], line] : optionsOf(call[3] ?? '', command, newsroom);
}

function commandNames(line: string, commands: readonly AnyCommand[]): Completion {
  const typed = line.trimStart();
  const all = [...commands.map(({ name }) => name), LEAVE[0]].map((name) => `/${name} `);
  return [all.filter((name) => name.startsWith(typed.toLowerCase())), typed];
}

/** `…speaker:ku` → values of speaker; a bare word → options' names, and values of the main one. */
function optionsOf(rest: string, command: AnyCommand, newsroom: Newsroom): Completion {
  const named = /(?:^|\s)([a-z][\w-]*):(["“]?)([^"”:]*)$/i.exec(rest);
  const definition = named === null ? undefined : command.options[named[1]?.toLowerCase() ?? ''];
  if (named !== null && definition !== undefined) {
    const [, , mark = '', typed = ''] = named;
    if (definition.type !== 'text' || definition.suggest === undefined) return [[], ''];
    // A space ends a value that no quotation mark has begun.
    if (mark === '' && /\s/.test(typed)) return bareWord(typed, command, newsroom);
    const values = valuesFor(definition.suggest, typed, newsroom).map(quotedIfNeeded);
    return [values.map((value) => `${value} `), mark + typed];
  }
  return bareWord(rest, command, newsroom);
}

function bareWord(rest: string, command: AnyCommand, newsroom: Newsroom): Completion {
  const word = /\S*$/.exec(rest)?.[0] ?? '';
  const options = Object.keys(command.options)
    .map((name) => `${name}:`)
    .filter((name) => name.startsWith(word.toLowerCase()) && !rest.includes(name));
  const main = command.main === undefined ? undefined : command.options[command.main];
  if (main?.type !== 'text' || main.suggest === undefined || word === '') return [options, word];
  const values = valuesFor(main.suggest, word, newsroom).map((value) => `${quotedIfNeeded(value)} `);
  return [[...options, ...values], word];
}

/** In a question: the name or headline that its last word, or its last two, begin. */
function names(line: string, newsroom: Newsroom): Completion {
  for (const tail of [/\S+\s+\S+$/, /\S+$/]) {
    const typed = tail.exec(line)?.[0] ?? '';
    if (typed.trim().length < 2) continue;
    const found = (['speaker', 'article'] as const)
      .flatMap((kind) => valuesFor(kind, typed, newsroom))
      .filter((name) => begins(name, typed));
    if (found.length > 0) return [found, typed];
  }
  return [[], line];
}

/** Whether a word of the name begins what was typed: "zel" for "Volodymyr Zelensky". Typos are for the prompt of a command. */
const begins = (name: string, typed: string): boolean =>
  ` ${name.toLowerCase()}`.includes(` ${typed.toLowerCase()}`);

/** What is put on the line: a speaker's name, and for an article its headline where that is enough to find it. */
function valuesFor(kind: SuggestionKind, typed: string, newsroom: Newsroom): readonly string[] {
  return newsroom
    .suggest(kind, typed)
    .map(({ label, value }) => {
      const readable = kind === 'article' && newsroom.article(label)?.id === newsroom.article(value)?.id;
      return readable ? label : value;
    })
    .filter((value) => printable(value) === value);
}

/** Values are put in quotation marks when they hold spaces; one that holds such marks stays as it is. */
const quotedIfNeeded = (value: string): string =>
  /\s/.test(value) && !value.includes('"') ? `"${value}"` : value;
