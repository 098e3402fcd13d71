import type { CommandContext } from '../command.ts';
import { ENGLISH } from '../words/english.ts';
import type { Words } from '../words/words.ts';

/** The terminal speaks English: its rows are read by programs, and its texts by scripts. */
export const WORDS: Words = ENGLISH;

/** One conversation: a terminal has one person before it. */
export const CONTEXT: CommandContext = { conversation: 'terminal', words: WORDS };
