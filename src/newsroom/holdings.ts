import { articleKey } from '../article-key.ts';
import { type Article, type ArticleId, newestFirst } from '../news/article.ts';
import { createCopies } from '../news/copies.ts';
import { foldedName } from './publishers.ts';

/** Articles that come, in the place of those of the same id, and articles that go. */
export interface Change {
  readonly put: readonly Article[];
  readonly remove: readonly ArticleId[];
}

/** Which articles to look in. Dates are the beginnings of ISO dates (`2025`, `2025-02`, `2025-02-16`), inclusive. */
export interface ArticleFilter {
  readonly article?: ArticleId;
  /** By name, whatever its capitals. */
  readonly publisher?: string;
  readonly since?: string;
  readonly until?: string;
}

/** Which articles there are. */
export interface Holdings {
  /** Newest first; another list after each change. */
  readonly articles: readonly Article[];
  readonly byId: ReadonlyMap<ArticleId, Article>;
  /** As buttons carry it. */
  byKey(key: string): Article | undefined;
  change(change: Change): void;
  /**
   * Those that fit, newest first; of copies of one story only one, so that nobody reads it twice. Null where nothing
   * is left out.
   */
  selected(filter: ArticleFilter): readonly Article[] | null;
  /** The other articles that tell the same story. */
  copiesOf(id: ArticleId): readonly Article[];
  /** Whether another article stands for this one where all are looked in. */
  isCopy(id: ArticleId): boolean;
  /** Lines of JSON, with which the same articles are put more quickly. */
  save(): Iterable<string>;
}

/** @param saved what `save` gave of the articles that are put first, each of which is as it was then. */
export function createHoldings(saved?: Iterable<string>): Holdings {
  const byId = new Map<ArticleId, Article>();
  const keys = new Map<string, Article>();
  const copies = createCopies(saved);
  /** Newest first; null until they are asked for. */
  let inOrder: readonly Article[] | null = null;
  /** Of all articles, one for each story, newest first; null until they are asked for. */
  let stories: ReadonlySet<Article> | null = null;
  /** One question asks for the same selection several times. */
  let last: { readonly asked: string; readonly found: readonly Article[] } | null = null;

  const remove = (id: ArticleId): void => {
    const before = byId.get(id);
    if (before === undefined) return;
    byId.delete(id);
    keys.delete(articleKey(before));
    copies.remove(id);
  };
  /** Of copies of one story, only the one that tells it best. */
  const once = (some: readonly Article[]): ReadonlySet<Article> => {
    const told = new Set(some);
    if (copies.none) return told;
    const among = new Set(some);
    for (const article of some) {
      if (!among.delete(article)) continue;
      const family = copies.familyOf(article.id).filter((member) => member === article || among.has(member));
      const best = bestTold(family);
      for (const member of family) {
        among.delete(member);
        if (member !== best) told.delete(member);
      }
    }
    return told;
  };
  const articles = (): readonly Article[] => {
    inOrder ??= [...byId.values()].sort(newestFirst);
    return inOrder;
  };
  const allStories = (): ReadonlySet<Article> => {
    stories ??= once(articles());
    return stories;
  };

  return {
    get articles() {
      return articles();
    },
    byId,
    byKey: (key) => keys.get(key),
    change(change) {
      for (const id of change.remove) remove(id);
      for (const article of change.put) {
        remove(article.id);
        byId.set(article.id, article);
        keys.set(articleKey(article), article);
        copies.put(article);
      }
      inOrder = null;
      stories = null;
      last = null;
    },
    selected(filter) {
      const fits = fitting(filter);
      if (fits === null) return copies.none ? null : [...allStories()];
      const asked = JSON.stringify(filter, ['article', 'publisher', 'since', 'until']);
      if (last?.asked !== asked) last = { asked, found: [...once(articles().filter(fits))] };
      return last.found;
    },
    copiesOf: (id) => (copies.none ? [] : copies.familyOf(id).filter((article) => article.id !== id)),
    isCopy(id) {
      const article = byId.get(id);
      return article !== undefined && !copies.none && !allStories().has(article);
    },
    save: copies.save,
  };
}

/** Null where everything fits. */
function fitting({ article: id, publisher, since, until }: ArticleFilter) {
  if (id === undefined && publisher === undefined && since === undefined && until === undefined) return null;
  const name = publisher === undefined ? undefined : foldedName(publisher);
  return (article: Article): boolean =>
    (id === undefined || article.id === id) &&
    (name === undefined || foldedName(article.publisher ?? '') === name) &&
    (since === undefined || (article.published ?? '') >= since) &&
    (until === undefined || (article.published ?? '\uffff').slice(0, until.length) <= until);
}

/** Those that are nearly as long as the longest are equally full. */
const AS_FULL = 0.9;

/** The fullest one; of equally full ones, the one that was there first. */
function bestTold(family: readonly Article[]): Article | undefined {
  const longest = Math.max(0, ...family.map(({ text }) => text.length));
  return family
    .filter(({ text }) => text.length >= AS_FULL * longest)
    .reduce<Article | undefined>(
      (best, article) => (best === undefined || newestFirst(best, article) < 0 ? article : best),
      undefined,
    );
}
