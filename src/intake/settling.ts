import { unlink } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { decideChange, isOldNews, matchOf, type Standing, sameWords } from './decide.ts';
import { codeOf, isDenied, whyOf } from './faults.ts';
import { namesFor } from './file-name.ts';
import type { Holding } from './holding.ts';
import type { Ledger } from './ledger.ts';
import { type Kept, type Refused, refused } from './outcome.ts';
import { holding, type Stocktaking } from './stocktaking.ts';
import { exists, rewrite, writeNew } from './store.ts';
import { completed, type Dossier, fileContents } from './submission.ts';

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
export const settleSubmission = (dossier: Dossier, shelf: Shelf, terms: Terms): Promise<Kept | Refused> =>
  orRefused(dossier, shelf, async () => {
    const known = await heldOf(dossier, shelf, terms);
    if (known === undefined) return add(dossier, shelf, terms);
    if (sameWords(dossier.digest, known) || (isOldNews(dossier, known) && !terms.force))
      return kept('unchanged', dossier.reference, known, shelf);
    return settleChange(dossier, known, await shelf.stocktaking.standingOf(known.file), shelf, terms);
  });

/** The article that it is, unless somebody has deleted its file since the ledger was made. */
async function heldOf(dossier: Dossier, { ledger }: Shelf, { dryRun }: Terms): Promise<Holding | undefined> {
  for (let known = matchOf(dossier, ledger); known !== undefined; known = matchOf(dossier, ledger)) {
    // What would be added lies on no disk yet.
    if (dryRun || (await exists(known.file))) return known;
    ledger.strike(known);
  }
  return undefined;
}

/**
 * What becomes of what stands now where an article was read. Here what stands above the words counts too: elsewhere,
 * in a feed or on a page for phones, it is seldom the same.
 */
export const settleVersion = (
  dossier: Dossier,
  known: Holding,
  shelf: Shelf,
  terms: Terms,
): Promise<Kept | Refused> =>
  orRefused(dossier, shelf, async () => {
    const unchanged = kept('unchanged', dossier.reference, known, shelf);
    if (dossier.digest === known.digest) return unchanged;
    const standing = await shelf.stocktaking.standingOf(known.file);
    if (!sameWords(dossier.digest, known)) return settleChange(dossier, known, standing, shelf, terms);
    if (!known.ours || standing?.digest !== known.digest) return unchanged;
    const complete = completed(dossier, standing.article);
    return complete.digest === known.digest ? unchanged : update(complete, known, 0, shelf, terms);
  });

const notWritable = (directory: string): string =>
  `no permission to write in ${directory}. Change its permissions, or run this as its owner.`;

/** Permission that is missing here is that of the corpus, not of what was given. */
async function orRefused(
  { reference }: Dossier,
  { directory }: Shelf,
  settle: () => Promise<Kept | Refused>,
): Promise<Kept | Refused> {
  try {
    return await settle();
  } catch (error) {
    return refused(reference, isDenied(error) ? notWritable(directory) : whyOf(error));
  }
}

async function settleChange(
  dossier: Dossier,
  known: Holding,
  standing: Standing | undefined,
  shelf: Shelf,
  terms: Terms,
): Promise<Kept | Refused> {
  const decision = decideChange(dossier, known, standing, terms.force);
  switch (decision.kind) {
    case 'refuse':
      return { ...refused(dossier.reference, decision.why, decision.advice), code: decision.code };
    case 'unchanged':
      return kept('unchanged', dossier.reference, known, shelf);
    case 'update': {
      const complete = standing === undefined ? dossier : completed(dossier, standing.article);
      return update(complete, known, decision.changedParagraphs, shelf, terms);
    }
  }
}

async function update(
  dossier: Dossier,
  known: Holding,
  changedParagraphs: number,
  shelf: Shelf,
  { dryRun }: Terms,
): Promise<Kept> {
  const updated = entryFor(dossier, known.file);
  if (!dryRun) {
    const owners = await shelf.stocktaking.ownersFieldsOf(updated.file);
    await rewrite(updated.file, fileContents(dossier, owners));
  }
  shelf.ledger.enter(updated);
  return { ...kept('updated', dossier.reference, updated, shelf), changedParagraphs };
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
  return holding(file, {
    ...provenance,
    headline: article.headline,
    digest,
    ours: true,
    url: article.url,
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
