import { UserError } from '../command.ts';
import { canonicalUrl } from '../news/canonical-url.ts';
import type { Holding } from './holding.ts';
import type { Ledger } from './ledger.ts';

/** Articles that are named where none, or several, were meant. */
const NEAREST = 5;

/**
 * The article that a person means: by id, by address, by headline, or by a part of the headline that no other has.
 *
 * @throws UserError naming those that are near when none or several are meant.
 */
export function holdingNamed(reference: string, ledger: Ledger): Holding {
  const address = canonicalUrl(reference);
  const wanted = reference.trim().toLowerCase();
  const all = [...ledger.holdings];
  const ways: readonly ((holding: Holding) => boolean)[] = [
    ({ id }) => id.toLowerCase() === wanted,
    ({ addresses }) => address !== undefined && addresses.includes(address),
    ({ headline }) => headline.toLowerCase() === wanted,
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
  const near = nearest(wanted, all);
  throw new UserError(
    `“${reference}”: expected an article’s id, address or headline; there is no such article. ${
      near.length === 0 ? 'There are no articles.' : `The nearest are ${listed(near)}.`
    }`,
  );
}

const listed = (holdings: readonly Holding[]): string =>
  holdings
    .slice(0, NEAREST)
    .map(({ id, headline }) => `${id} (“${headline}”)`)
    .join(', ') + (holdings.length > NEAREST ? ', …' : '');

/** By how many pairs of neighbouring letters they share with the id or the headline (Dice). */
function nearest(wanted: string, all: readonly Holding[]): readonly Holding[] {
  const pairs = pairsOf(wanted);
  return all
    .map((holding) => ({
      holding,
      likeness: Math.max(...[holding.id, holding.headline].map((name) => likeness(pairs, pairsOf(name)))),
    }))
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

const likeness = (one: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  (2 * [...one].filter((pair) => other.has(pair)).length) / (one.size + other.size || 1);
