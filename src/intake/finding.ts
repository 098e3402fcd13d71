import { basename, sep } from 'node:path';
import { UserError } from '../command.ts';
import type { ArticleId } from '../news/article.ts';
import { canonicalUrl } from '../news/canonical-url.ts';
import type { Holding } from './holding.ts';
import type { Ledger } from './ledger.ts';

/** Articles that are named where none, or several, were meant. */
const NEAREST = 5;

/** An article as a person names it, or exactly this one. */
export type Reference = string | { readonly id: ArticleId };

export function holdingFor(reference: Reference, ledger: Ledger): Holding {
  if (typeof reference === 'string') return holdingNamed(reference, ledger);
  const found = ledger.withId(reference.id);
  if (found === undefined) throw new UserError(`${reference.id}: there is no such article any more.`);
  return found;
}

/**
 * The article that a person means: by id, by its file as it is listed or typed, by address, by headline, or by the
 * beginning of an id or a part of a headline that no other has.
 *
 * @throws UserError naming those that are near when none or several are meant.
 */
function holdingNamed(reference: string, ledger: Ledger): Holding {
  const address = canonicalUrl(reference);
  const wanted = reference.trim().toLowerCase();
  const all = [...ledger.holdings];
  const ways: readonly ((holding: Holding) => boolean)[] = [
    ({ id }) => id === reference.trim(),
    ({ id }) => id.toLowerCase() === wanted,
    ({ file }) => isFile(file.toLowerCase(), wanted),
    ({ addresses }) => address !== undefined && addresses.includes(address),
    ({ headline }) => headline.toLowerCase() === wanted,
    ({ id }) => wanted !== '' && id.toLowerCase().startsWith(wanted),
    ({ headline }) => wanted !== '' && headline.toLowerCase().includes(wanted),
  ];
  for (const way of ways) {
    const [found, ...others] = all.filter(way);
    if (found !== undefined && others.length === 0) return found;
    if (found !== undefined)
      throw new UserError(
        `“${reference}”: expected one article, got ${others.length + 1}: ${listed([found, ...others])}. Name one by its id.`,
      );
  }
  throw new UserError(
    `“${reference}”: expected an article’s id, file, address or headline; there is no such article. ${whatThereIs(wanted, all)}`,
  );
}

function whatThereIs(wanted: string, all: readonly Holding[]): string {
  if (all.length === 0) return 'There are no articles.';
  const near = nearest(wanted, all);
  if (near.length === 0) return 'verbatim articles lists them.';
  return `The nearest ${near.length === 1 ? 'is' : 'are'} ${listed(near)}.`;
}

/** `corpus/deep/boat.txt` is called `boat.txt`, `deep/boat.txt` or by its whole path. Names are compared, not opened. */
const isFile = (file: string, wanted: string): boolean =>
  wanted !== '' && (file === wanted || basename(file) === wanted || file.endsWith(`${sep}${wanted}`));

const listed = (holdings: readonly Holding[]): string =>
  holdings
    .slice(0, NEAREST)
    .map(({ id, headline }) => `${id} (“${headline}”)`)
    .join(', ') + (holdings.length > NEAREST ? ', …' : '');

/** Those with which it shares half of the pairs of neighbouring letters of the shorter one, the likest (Dice) first. */
function nearest(wanted: string, all: readonly Holding[]): readonly Holding[] {
  const pairs = pairsOf(wanted);
  return all
    .map((holding) => ({
      holding,
      likeness: Math.max(...[holding.id, holding.headline].map((name) => likeness(pairs, pairsOf(name)))),
    }))
    .filter((each) => each.likeness > 0)
    .sort((one, other) => other.likeness - one.likeness)
    .slice(0, NEAREST)
    .map(({ holding }) => holding);
}

const pairsOf = (text: string): ReadonlySet<string> => {
  const letters = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return new Set(
    Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2)),
  );
};

/** 0 to 1; 0 where they have less than half of the shorter one in common. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return shared * 2 < Math.min(one.size, other.size) ? 0 : (2 * shared) / (one.size + other.size || 1);
}
