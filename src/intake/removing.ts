import { relative } from 'node:path';
import { UserError } from '../command.ts';
import type { ArticleId } from '../news/article.ts';
import type { CorpusDirectory } from './directory.ts';
import { whyOf } from './faults.ts';
import { holdingNamed } from './finding.ts';
import { withdraw } from './settling.ts';

export interface Removed {
  readonly id: ArticleId;
  readonly headline: string;
  /** From the corpus directory. */
  readonly file: string;
}

/** Only files that were found in the corpus are ever removed: what was typed is compared, never opened. */
export async function removeFrom(
  directory: CorpusDirectory,
  reference: string,
  dryRun: boolean,
): Promise<Removed> {
  const corpus = await directory.open(dryRun);
  try {
    return await corpus.inTurn(async () => {
      const known = holdingNamed(reference, corpus.shelf.ledger);
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
