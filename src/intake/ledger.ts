import type { ArticleId } from '../news/article.ts';
import { textDigest } from './digest.ts';
import type { Holding } from './holding.ts';

/** What the corpus holds, and what it will hold once everything that was decided is done. */
export interface Ledger {
  readonly holdings: Iterable<Holding>;
  /** The article that is published under one of these addresses. */
  at(addresses: readonly string[]): Holding | undefined;
  /** The article that came from there before. */
  from(origin: string | undefined): Holding | undefined;
  /** The article with these words. */
  withText(digest: string): Holding | undefined;
  withId(id: ArticleId): Holding | undefined;
  /** An article whose file has that name already, in any folder, with any ending, in small letters or capitals. */
  named(name: string): Holding | undefined;
  /** Also in place of an earlier state of the same article. */
  enter(holding: Holding): void;
  strike(holding: Holding): void;
}

export function createLedger(given: Iterable<Holding>): Ledger {
  const byId = new Map<ArticleId, Holding>();
  /** In small letters: on most disks of Windows and macOS `Boat.md` and `boat.md` are one file. */
  const byName = new Map<string, readonly Holding[]>();
  const byAddress = new Map<string, Holding>();
  const byText = new Map<string, Holding>();
  const byOrigin = new Map<string, Holding>();

  function enter(holding: Holding): void {
    const earlier = byId.get(holding.id);
    // Of two files of one name, the article is the first that can be read, as it is for the newsroom.
    const isBetter = earlier?.digest === '' && holding.digest !== '';
    if (earlier !== undefined && (earlier.file === holding.file || isBetter)) strike(earlier);
    else if (earlier !== undefined) return;
    byId.set(holding.id, holding);
    const name = holding.id.toLowerCase();
    byName.set(name, [...(byName.get(name) ?? []), holding]);
    for (const address of holding.addresses) if (!byAddress.has(address)) byAddress.set(address, holding);
    const text = textDigest(holding.digest);
    if (text !== undefined && !byText.has(text)) byText.set(text, holding);
    if (holding.origin !== undefined && !byOrigin.has(holding.origin)) byOrigin.set(holding.origin, holding);
  }

  function strike(holding: Holding): void {
    byId.delete(holding.id);
    const name = holding.id.toLowerCase();
    byName.set(
      name,
      (byName.get(name) ?? []).filter(({ id }) => id !== holding.id),
    );
    for (const address of holding.addresses)
      if (byAddress.get(address)?.file === holding.file) byAddress.delete(address);
    const text = textDigest(holding.digest);
    if (text !== undefined && byText.get(text)?.file === holding.file) byText.delete(text);
    const { origin } = holding;
    if (origin !== undefined && byOrigin.get(origin)?.file === holding.file) byOrigin.delete(origin);
  }

  for (const holding of given) enter(holding);
  return {
    get holdings() {
      return byId.values();
    },
    at: (addresses) =>
      addresses.map((address) => byAddress.get(address)).find((found) => found !== undefined),
    from: (origin) => (origin === undefined ? undefined : byOrigin.get(origin)),
    withText: (digest) => byText.get(textDigest(digest) ?? ''),
    withId: (id) => byId.get(id),
    named: (name) => byName.get(name.toLowerCase())?.[0],
    enter,
    strike,
  };
}
