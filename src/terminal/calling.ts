import type { AnyCommand } from '../command.ts';
import { nearest } from './nearest.ts';

/** Words that leave, with or without a slash, beside Ctrl-D. */
export const LEAVE = ['quit', 'exit'] as const;

/** One of a group is called by two words: looked for first. */
const NAMES = [/^\s*\/(\S+\s+\S+)/, /^\s*\/(\S+)/];

/** The command that a line begins with, and what follows its name. */
export function calledIn(
  line: string,
  commands: readonly AnyCommand[],
): { readonly command: AnyCommand; readonly rest: string } | undefined {
  for (const pattern of NAMES) {
    const [head = '', typed = ''] = pattern.exec(line) ?? [];
    const name = typed.toLowerCase().replace(/\s+/, ' ');
    const command = commands.find((candidate) => candidate.name === name);
    if (command !== undefined) return { command, rest: line.slice(head.length) };
  }
  return undefined;
}

/** What is said where a line begins with no command. @param typed without the slash. */
export function unknownCommand(typed: string, commands: readonly AnyCommand[]): string {
  const [first = '', second] = typed.split(/\s+/);
  const all = [...commands.filter((command) => !command.hidden).map((command) => command.name), ...LEAVE];
  const group = all.filter((name) => name.startsWith(`${first.toLowerCase()} `));
  const names = (group.length > 0 ? group : all).map((name) => `/${name}`);
  if (group.length > 0 && second === undefined)
    return `/${first} is the first word of several commands: ${names.join(', ')}.`;
  const wanted = group.length > 0 ? `/${first} ${second}` : `/${first}`;
  const near = nearest(wanted, names);
  const hint = near === null ? `The commands are ${names.join(', ')}.` : `Did you mean ${near}?`;
  return `There is no command “${wanted}”. ${hint}`;
}
