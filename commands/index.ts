import type { AnyCommand } from '../src/command.ts';

/** Every command, in the order in which help lists them. */
export const commands: readonly AnyCommand[] = [];
