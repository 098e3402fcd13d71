import { datesSuggested } from '../../commands/dates-suggested.ts';
import type { AnyCommand, TextOption } from '../command.ts';
import type { Newsroom } from '../newsroom.ts';
import { calledIn, LEAVE } from './calling.ts';
import { printable } from './printable.ts';
import { WORDS } from './words.ts';

/** What may follow, and the end of the line that it takes the place of: what node:readline expects. */
export type Completion = readonly [candidates: readonly string[], replaced: string];

/** What a person may have begun to type: a command, an option, a speaker or a headline. */
export function complete(line: string, newsroom: Newsroom, commands: readonly AnyCommand[]): Completion {
  const shown = commands.filter((command) => !command.hidden);
  if (!line.trimStart().startsWith('/')) return names(line, newsroom);
  const call = calledIn(line, commands);
  if (call === undefined || !/^\s/.test(call.rest)) return commandNames(line, shown);
  return optionsOf(call.rest.trimStart(), call.command, newsroom);
}

function commandNames(line: string, commands: readonly AnyCommand[]): Completion {
  const typed = line.trimStart();
  const all = [...commands.map(({ name }) => name), LEAVE[0]].map((name) => `/${name} `);
  return [all.filter((name) => name.startsWith(typed.toLowerCase())), typed];
}

/** `…speaker:ku` → values of speaker; words that no option has begun → values of the main one, and options. */
function optionsOf(rest: string, command: AnyCommand, newsroom: Newsroom): Completion {
  const named = /(?:^|\s)([a-z][\w-]*):\s*(["“]?)([^"”:]*)$/i.exec(rest);
  const isOption = named !== null && Object.hasOwn(command.options, named[1]?.toLowerCase() ?? '');
  const bare = /^(["“]?)([^"”:]*)$/.exec(rest);
  const [name, mark, typed] = isOption
    ? [named[1]?.toLowerCase() ?? '', named[2] ?? '', named[3] ?? '']
    : [command.main ?? '', bare?.[1] ?? '', bare?.[2] ?? ''];
  const definition = command.options[name];
  const kind = definition?.type === 'text' && (isOption || typed !== '') ? definition.suggest : undefined;
  const values =
    kind === undefined ? [] : valuesFor(kind, typed, newsroom).map((value) => `${quoted(value)} `);
  const word = /\S*$/.exec(rest)?.[0] ?? '';
  const options = Object.keys(command.options)
    .map((each) => `${each}:`)
    .filter((each) => each.startsWith(word.toLowerCase()) && !rest.includes(each));
  if (!isOption && word === typed) return [[...options, ...values], word];
  return values.length > 0 ? [values, mark + typed] : [options, word];
}

/** "The evacuees", "their report": what nobody means who has typed a word of it. */
const DESCRIPTION = /^(?:the|an?|his|her|its|their|our|some|one)\s/i;

/** In a question: the name that its last word, or its last two, begin; a headline where no name does. */
function names(line: string, newsroom: Newsroom): Completion {
  for (const tail of [/\S+\s+\S+$/, /\S+$/]) {
    const typed = tail.exec(line)?.[0] ?? '';
    if (typed.trim().length < 2) continue;
    for (const kind of ['speaker', 'article'] as const) {
      const found = valuesFor(kind, typed, newsroom).filter(
        (name) => begins(name, typed) && !(kind === 'speaker' && DESCRIPTION.test(name)),
      );
      if (found.length > 0) return [found, typed];
    }
  }
  return [[], line];
}

/** Whether a word of the name begins what was typed: "zel" for "Volodymyr Zelensky". Typos are for the prompt of a command. */
const begins = (name: string, typed: string): boolean =>
  ` ${name.toLowerCase()}`.includes(` ${typed.toLowerCase()}`);

/** What is put on the line: a speaker's name, and for an article its headline where that is enough to find it. */
function valuesFor(
  kind: NonNullable<TextOption['suggest']>,
  typed: string,
  newsroom: Newsroom,
): readonly string[] {
  const found =
    kind === 'date' ? datesSuggested(typed, newsroom.today(), WORDS) : newsroom.suggest(kind, typed);
  return found
    .map(({ label, value }) => {
      const readable = kind === 'article' && newsroom.article(label)?.id === newsroom.article(value)?.id;
      return readable ? label : value;
    })
    .filter((value) => printable(value) === value);
}

/** In quotation marks where a value holds spaces; one that holds such marks stays as it is. */
const quoted = (value: string): string => (/\s/.test(value) && !value.includes('"') ? `"${value}"` : value);
