import { UserError } from '../command.ts';
import type { Intake } from '../intake/intake.ts';
import type { Options } from './arguments.ts';
import { jsonLine, printable } from './printable.ts';
import { type Streams, writeLine } from './streams.ts';

/** `verbatim remove`: by id, address or headline. One that is not there keeps no other from going. */
export async function remove(
  intake: Intake,
  { output, errors }: Streams,
  operands: readonly string[],
  { json, dryRun = false }: Options,
): Promise<number> {
  if (operands.length === 0)
    throw new UserError(
      'remove needs an article: its id, its file, its address or its headline. verbatim articles lists them.',
    );
  let missed = 0;
  for (const reference of operands) {
    try {
      const removed = await intake.remove(reference, { dryRun });
      const line = `${dryRun ? 'would be removed' : 'removed'}: ${removed.file} “${removed.headline}”`;
      await writeLine(output, json ? jsonLine({ kind: 'removed', reference, ...removed }) : printable(line));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      missed += 1;
      await writeLine(errors, printable(error.message));
    }
  }
  return missed === 0 ? 0 : 2;
}
