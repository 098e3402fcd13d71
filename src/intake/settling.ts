import { unlink } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type Decision, decideChange, matchOf, sameWords } from './decide.ts';
import { codeOf, whyOf } from './faults.ts';
import { namesFor } from './file-name.ts';
import type { Holding } from './holding.ts';
import type { Ledger } from './ledger.ts';
import { type Kept, type Refused, refused } from './outcome.ts';
import { holding, type Stocktaking } from './stocktaking.ts';
import { rewrite, writeNew } from './store.ts';
import { type Dossier, fileContents } from './submission.ts';

/** How far decisions go: with `dryRun` they are entered in the ledger and nothing is written. */
export interface Terms {
  readonly dryRun: boolean;
  readonly force: boolean;
}

export interface Shelf {
  readonly directory: string;
  readonly ledger: Ledger;
  readonly stocktaking: Stocktaking;
}

/** Decides what becomes of a submission and does it. What the disk refuses is refused; nothing else is touched. */
export async function settleSubmission(
  dossier: Dossier,
  shelf: Shelf,
  terms: Terms,
): Promise<Kept | Refused> {
  try {
    const match = matchOf(dossier, shelf.ledger);
    const decision =
      match === undefined ? { kind: 'add' as const } : await decide(dossier, match, shelf, terms);
    return await carryOut(decision, dossier, shelf, terms);
  } catch (error) {
    return refused(dossier.reference, whyOf(error));
  }
}

/** What becomes of a new version of an article that is known. */
export async function settleVersion(
  dossier: Dossier,
  known: Holding,
  shelf: Shelf,
  terms: Terms,
): Promise<Kept | Refused> {
  try {
    return await carryOut(await decide(dossier, known, shelf, terms), dossier, shelf, terms);
  } catch (error) {
    return refused(dossier.reference, whyOf(error));
  }
}

async function decide(
  dossier: Dossier,
  known: Holding,
  { stocktaking }: Shelf,
  { force }: Terms,
): Promise<Decision> {
  if (sameWords(dossier.digest, known)) return { kind: 'unchanged', holding: known };
  return decideChange(dossier, known, await stocktaking.standingOf(known.file), force);
}

async function carryOut(
  decision: Decision,
  dossier: Dossier,
  shelf: Shelf,
  terms: Terms,
): Promise<Kept | Refused> {
  const { reference } = dossier;
  switch (decision.kind) {
    case 'refuse':
      return refused(reference, decision.why);
    case 'unchanged':
      return kept('unchanged', reference, decision.holding, shelf);
    case 'update': {
      const updated = entryFor(dossier, decision.holding.file);
      if (!terms.dryRun) {
        const owners = await shelf.stocktaking.ownersFieldsOf(updated.file);
        await rewrite(updated.file, fileContents(dossier, owners));
      }
      shelf.ledger.enter(updated);
      return { ...kept('updated', reference, updated, shelf), changedParagraphs: decision.changedParagraphs };
    }
    case 'add':
      return add(dossier, shelf, terms);
  }
}

async function add(dossier: Dossier, shelf: Shelf, terms: Terms): Promise<Kept | Refused> {
  const { directory, ledger, stocktaking } = shelf;
  const { headline } = dossier.article;
  let namesake: Holding | undefined;
  for (const name of namesFor(headline, dossier.digest)) {
    const holder = ledger.named(name);
    if (holder?.headline === headline) namesake ??= holder;
    if (holder !== undefined) continue;
    const added = entryFor(dossier, join(directory, `${name}.md`));
    if (!terms.dryRun && !(await writeNew(added.file, fileContents(dossier)))) {
      // Somebody else has just made this file: perhaps of the same article.
      const theirs = await stocktaking.holdingOf(added.file).catch(() => undefined);
      if (theirs === undefined) continue;
      ledger.enter(theirs);
      return settleSubmission(dossier, shelf, terms);
    }
    ledger.enter(added);
    return {
      ...kept('added', dossier.reference, added, shelf),
      ...(namesake !== undefined && { namesake: relative(directory, namesake.file) }),
    };
  }
  throw new Error('names never run out');
}

function entryFor({ article, digest, provenance }: Dossier, file: string): Holding {
  const { source, etag, modified } = provenance;
  return holding(file, {
    headline: article.headline,
    digest,
    ours: true,
    url: article.url,
    source,
    etag,
    modified,
  });
}

export function kept(
  kind: Kept['kind'],
  reference: string,
  { id, file, headline }: Holding,
  { directory }: Pick<Shelf, 'directory'>,
): Kept {
  return { kind, reference, id, file: relative(directory, file), headline };
}

/** Takes the file away, if somebody has not done so already. */
export async function withdraw(known: Holding, { ledger }: Shelf): Promise<void> {
  await unlink(known.file).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error;
  });
  ledger.strike(known);
}
