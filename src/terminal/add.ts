import { UserError } from '../command.ts';
import type { Intake } from '../intake/intake.ts';
import type { Options } from './arguments.ts';
import type { Streams } from './streams.ts';
import { showTakings } from './takings.ts';

/** `verbatim add`: files, directories, addresses and feeds. Returns the exit code. */
export async function add(
  intake: Intake,
  streams: Streams,
  operands: readonly string[],
  options: Options,
): Promise<number> {
  if (operands.length === 0)
    throw new UserError(
      'add needs a file, a directory, an address or a feed: verbatim add https://courier.example/story.',
    );
  const limit = options.limit === undefined ? undefined : limitOf(options.limit);
  return showTakings(
    (steering) =>
      intake.add(operands, {
        ...steering,
        dryRun: options.dryRun ?? false,
        force: options.force ?? false,
        ...(limit !== undefined && { limit }),
      }),
    streams,
    options,
  );
}

function limitOf(given: string): number {
  if (/^[1-9]\d{0,8}$/.test(given)) return Number(given);
  throw new UserError(
    `--limit: expected a number from 1, got “${given}”. It says how many of a feed’s articles are taken.`,
  );
}
