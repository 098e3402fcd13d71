import { relative } from 'node:path';
import { UserError } from '../command.ts';
import type { Removed } from '../librarian.ts';
import type { CorpusDirectory } from './directory.ts';
import { whyOf } from './faults.ts';
import { holdingFor, type Reference } from './finding.ts';
import { withdraw } from './settling.ts';

/** Only files that were found in the corpus are ever removed: what was typed is compared, never opened. */
export async function removeFrom(
  directory: CorpusDirectory,
  reference: Reference,
  dryRun: boolean,
): Promise<Removed> {
  const corpus = await directory.open(dryRun);
  try {
    return await corpus.inTurn(async () => {
      const known = holdingFor(reference, corpus.shelf.ledger);
      const removed = {
        id: known.id,
        headline: known.headline,
        file: relative(directory.directory, known.file),
      };
      if (!dryRun) await withdraw(known, corpus.shelf).catch((error: unknown) => refuse(removed.file, error));
      return removed;
    });
  } finally {
    await corpus.close();
  }
}

function refuse(file: string, error: unknown): never {
  throw new UserError(`${file}: ${whyOf(error)}`);
}
