import type { Librarian } from './librarian.ts';
import type { Newsroom, SuggestionKind } from './newsroom.ts';
import type { Reply } from './reply.ts';
import type { Words } from './words/words.ts';

interface OptionBase {
  /** At most 100 characters: Discord shows it beside the option. */
  readonly description: string;
  readonly required?: boolean;
}
export interface TextOption extends OptionBase {
  readonly type: 'text';
  /** What is offered while it is being typed; free text is accepted too. */
  readonly suggest?: SuggestionKind | 'date';
  /** UTF-16 units. */
  readonly maxLength?: number;
}
export interface IntegerOption extends OptionBase {
  readonly type: 'integer';
  readonly min?: number;
  readonly max?: number;
}
/** A file that a person gives. Its value says where the face has it: an address on Discord, a path in a terminal. */
export interface FileOption extends OptionBase {
  readonly type: 'file';
}
export type OptionDefinition = TextOption | IntegerOption | FileOption;
export type OptionDefinitions = Readonly<Record<string, OptionDefinition>>;

type OptionValue<D extends OptionDefinition> = D extends IntegerOption ? number : string;

/** The values a command's `run` gets: required options are there, others may be missing. */
export type OptionValues<D extends OptionDefinitions> = {
  readonly [K in keyof D as D[K] extends { required: true } ? K : never]: OptionValue<D[K]>;
} & {
  readonly [K in keyof D as D[K] extends { required: true } ? never : K]?: OptionValue<D[K]>;
};

/** Who asks, and where. */
export interface CommandContext {
  /** One conversation: a person in a channel, or a terminal. Follow-ups are understood within it. */
  readonly conversation: string;
  /** Another conversation that is taken up here: somebody goes on from an answer that was given to somebody else. */
  readonly continues?: string;
  /** The reader's language, for our own words. */
  readonly words: Words;
  /** Told what is being done where that takes a while. */
  readonly progress?: (text: string) => void;
  /** Undefined where the corpus may not be changed from. */
  readonly librarian?: Librarian;
}

/** Commands that belong together: `/corpus add`, `/corpus list`. */
export interface CommandGroup {
  /** Lower case, at most 32 letters. */
  readonly name: string;
  /** At most 100 characters. */
  readonly description: string;
  /** *operators*: those who look after the corpus; what they are answered is for them alone. */
  readonly audience: 'everybody' | 'operators';
}

/**
 * One thing a person can ask for, the same on every face.
 *
 * `run` returns data and knows no face. A person's mistake is thrown as `UserError`; anything else thrown is
 * a fault of ours.
 */
export interface Command<D extends OptionDefinitions = OptionDefinitions> {
  /**
   * Lower case, at most 32 letters: also the name of Discord's slash command. In a group, the group's name and its own:
   * "corpus add".
   */
  readonly name: string;
  readonly group?: CommandGroup;
  readonly description: string;
  readonly options: D;
  /** The option that a bare line of text fills in the terminal. */
  readonly main?: keyof D & string;
  /** What it is called where it is offered on a text that somebody wrote, which then fills the main option. */
  readonly menu?: string;
  /** Whether a person may ask for the answer to be shown to them alone. */
  readonly private?: boolean;
  /** Reached through buttons only; not offered in menus. */
  readonly hidden?: boolean;
  run(newsroom: Newsroom, options: OptionValues<D>, context: CommandContext): Promise<Reply>;
}

/** A command whose options are not known at compile time: what a face works with. */
export type AnyCommand = Omit<Command, 'run'> & {
  run(
    newsroom: Newsroom,
    options: Readonly<Record<string, string | number>>,
    context: CommandContext,
  ): Promise<Reply>;
};

export const isForOperators = ({ group }: Pick<AnyCommand, 'group'>): boolean =>
  group?.audience === 'operators';

/** Identity; types `run`'s options from the definition beside it. */
export const defineCommand = <const D extends OptionDefinitions>(command: Command<D>): Command<D> => command;

/** A person's mistake, shown to them as it stands: where, what was expected, what was got, what to do. */
export class UserError extends Error {
  override readonly name = 'UserError';
}
