import type { ArticleId } from './article.ts';

/**
 * Articles that belong together, each pair of them tied to one another through others at the least. There are no more
 * ties than are needed: a thousand copies of one page have a thousand ties, and not half a million.
 */
export interface Families {
  /** Makes one family of two. */
  tie(one: ArticleId, other: ArticleId): void;
  areOne(one: ArticleId, other: ArticleId): boolean;
  /** The article itself, then all others of its family. */
  of(id: ArticleId): readonly ArticleId[];
  /** Those that it was tied to itself. */
  tiesOf(id: ArticleId): readonly ArticleId[];
  /**
   * The article has gone.
   *
   * @returns those whom it held together: they belong to nobody now, and are to be tied anew.
   */
  leave(id: ArticleId): readonly ArticleId[];
  /** Whether nobody belongs to anybody. */
  readonly none: boolean;
}

export function createFamilies(): Families {
  const ties = new Map<ArticleId, Set<ArticleId>>();
  /** Shared by its members. */
  const members = new Map<ArticleId, Set<ArticleId>>();

  const forget = (id: ArticleId): void => {
    ties.delete(id);
    members.delete(id);
  };
  const link = (from: ArticleId, to: ArticleId): void => {
    ties.set(from, (ties.get(from) ?? new Set()).add(to));
  };

  return {
    tie(one, other) {
      const [mine, theirs] = [one, other].map((id) => members.get(id) ?? new Set([id]));
      if (mine === undefined || theirs === undefined || mine === theirs || one === other) return;
      link(one, other);
      link(other, one);
      const [larger, smaller] = mine.size < theirs.size ? [theirs, mine] : [mine, theirs];
      for (const id of smaller) larger.add(id);
      for (const id of [one, other, ...smaller]) members.set(id, larger);
    },
    areOne: (one, other) => members.get(one)?.has(other) ?? false,
    of: (id) => [id, ...[...(members.get(id) ?? [])].filter((other) => other !== id)],
    tiesOf: (id) => [...(ties.get(id) ?? [])],
    leave(id) {
      const family = members.get(id);
      const tied = ties.get(id) ?? new Set();
      forget(id);
      if (family === undefined) return [];
      family.delete(id);
      for (const other of tied) ties.get(other)?.delete(id);
      if (family.size === 1) for (const last of family) forget(last);
      if (tied.size < 2) return [];
      const orphans = [...family];
      for (const orphan of orphans) forget(orphan);
      return orphans;
    },
    get none() {
      return members.size === 0;
    },
  };
}
