import type { AnyCommand } from './command.ts';
import type { Librarian } from './librarian.ts';
import type { Newsroom, Suggestion, SuggestionKind } from './newsroom.ts';
import type { Reply } from './reply.ts';
import { LANGUAGES, type Language } from './words/locales.ts';

/** A command to run, and for whom: nothing but data, so that it can be sent anywhere. */
export interface DeskCall {
  readonly command: string;
  readonly options: Readonly<Record<string, string | number>>;
  readonly conversation: string;
  readonly continues?: string;
  /** The reader's. */
  readonly language: Language;
  /** Whoever asks may change the corpus. */
  readonly operator?: boolean;
}

/**
 * What a face asks of a newsroom, wherever that works: in this thread, or in one of its own, where reading thousands
 * of articles keeps nobody waiting.
 */
export interface NewsDesk {
  /**
   * @param progress told what is being done where that takes a while.
   * @throws UserError for a person's mistake, anything else for a fault.
   */
  run(call: DeskCall, progress?: (text: string) => void): Promise<Reply>;
  suggest(kind: SuggestionKind, typed: string): Promise<readonly Suggestion[]>;
  /** When something was last asked in a conversation, in ms since 1970; 0 where nothing is known of it. */
  lastAsked(conversation: string): number;
  /** How many there are. */
  articles(): number;
  /** Reads all that later questions would have to wait for. */
  readAhead(): Promise<void>;
  close(): Promise<void>;
}

interface DeskOptions {
  /** Undefined where nobody may change the corpus. */
  readonly librarian?: Librarian;
  readonly close?: () => Promise<void>;
}

/** A desk in this thread. */
export function createNewsDesk(
  newsroom: Newsroom,
  commands: readonly AnyCommand[],
  { librarian, close = async () => undefined }: DeskOptions = {},
): NewsDesk {
  return {
    async run({ command: name, options, conversation, continues, language, operator }, progress) {
      const command = commands.find((each) => each.name === name);
      if (command === undefined) throw new Error(`the command “${name}” is missing from commands/index.ts`);
      return command.run(newsroom, options, {
        conversation,
        words: LANGUAGES[language],
        ...(continues !== undefined && { continues }),
        ...(progress !== undefined && { progress }),
        ...(operator === true && librarian !== undefined && { librarian }),
      });
    },
    suggest: async (kind, typed) => newsroom.suggest(kind, typed),
    lastAsked: newsroom.lastAsked,
    articles: () => newsroom.articles.length,
    readAhead: newsroom.readAhead,
    close,
  };
}
