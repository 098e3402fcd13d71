import type { Intake } from '../intake/intake.ts';
import type { Options } from './arguments.ts';
import type { Streams } from './streams.ts';
import { showTakings } from './takings.ts';

/** `verbatim refresh`: all articles that have an address, or those that are named. Returns the exit code. */
export const refresh = (
  intake: Intake,
  streams: Streams,
  operands: readonly string[],
  options: Options,
): Promise<number> => {
  const { dryRun = false, force = false } = options;
  return showTakings(
    (steering) => intake.refresh(operands, { ...steering, dryRun, force }),
    streams,
    options,
  );
};
