import { articleKey } from '../article-key.ts';
import { type Article, type ArticleId, newestFirst, type Span } from '../news/article.ts';
import { createCopies } from '../news/copies.ts';
import { foldedName } from './publishers.ts';
import { createRetelling } from './retelling.ts';

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
  selection(filter: ArticleFilter): Selection;
  /** The other articles that tell the same story. */
  copiesOf(id: ArticleId): readonly Article[];
  /** Lines of JSON, with which the same articles are put more quickly. */
  save(): Iterable<string>;
}

/** Some of the articles, until the next change. */
export interface Selection {
  /** Newest first, copies of one story too. */
  readonly articles: readonly Article[];
  /** Whether nothing is left out, and nothing is told twice. */
  readonly isWhole: boolean;
  has(id: ArticleId): boolean;
  /** Whether these stretches of an article stand in another one of them, which stands for both: nobody reads them twice. */
  isRetold(article: Article, spans: readonly Span[]): boolean;
}

/** @param saved what `save` gave of the articles that are put first, each of which is as it was then. */
export function createHoldings(saved?: Iterable<string>): Holdings {
  const byId = new Map<ArticleId, Article>();
  const keys = new Map<string, Article>();
  const copies = createCopies(saved);
  /** Newest first; null until they are asked for. */
  let inOrder: readonly Article[] | null = null;
  /** One question asks for the same selection several times, and mostly for all. */
  const selections = new Map<string, Selection>();

  const remove = (id: ArticleId): void => {
    const before = byId.get(id);
    if (before === undefined) return;
    byId.delete(id);
    keys.delete(articleKey(before));
    copies.remove(id);
  };
  const articles = (): readonly Article[] => {
    inOrder ??= [...byId.values()].sort(newestFirst);
    return inOrder;
  };
  const select = (filter: ArticleFilter): Selection => {
    const fits = fitting(filter);
    const some = fits === null ? articles() : articles().filter(fits);
    const ids = fits === null ? byId : new Set(some.map(({ id }) => id));
    const familyIn = (article: Article): readonly Article[] =>
      copies.familyOf(article.id).filter(({ id }) => ids.has(id));
    const tellers = copies.none ? NOBODY : tellersIn(some, familyIn);
    return {
      articles: some,
      isWhole: fits === null && tellers.size === 0,
      has: (id) => ids.has(id),
      isRetold: createRetelling(tellers),
    };
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
      selections.clear();
    },
    selection(filter) {
      const asked = JSON.stringify(filter, ['article', 'publisher', 'since', 'until']);
      const known = selections.get(asked);
      if (known !== undefined) return known;
      const selected = select(filter);
      const oldest = [...selections.keys()].find((one) => one !== ALL);
      if (selections.size >= MOST_SELECTIONS && oldest !== undefined) selections.delete(oldest);
      selections.set(asked, selected);
      return selected;
    },
    copiesOf: (id) => (copies.none ? [] : copies.familyOf(id).filter((article) => article.id !== id)),
    save: copies.save,
  };
}

const ALL = '{}';
const MOST_SELECTIONS = 3;
const NOBODY: ReadonlyMap<ArticleId, Article> = new Map();

/** Of copies of one story, which one stands for each of the others. */
function tellersIn(
  articles: readonly Article[],
  familyIn: (article: Article) => readonly Article[],
): ReadonlyMap<ArticleId, Article> {
  const tellers = new Map<ArticleId, Article>();
  const seen = new Set<Article>();
  for (const article of articles) {
    if (seen.has(article)) continue;
    const family = familyIn(article);
    const teller = bestTold(family);
    for (const member of family) {
      seen.add(member);
      if (teller !== undefined && member !== teller) tellers.set(member.id, teller);
    }
  }
  return tellers;
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

/**
 * The fullest one; of equally full ones, of each paper its latest version, and of these the one that was there first:
 * where it comes from. One without a date says least.
 */
function bestTold(family: readonly Article[]): Article | undefined {
  const longest = Math.max(0, ...family.map(({ text }) => text.length));
  const full = family.filter(({ text }) => text.length >= AS_FULL * longest).sort(newestFirst);
  const latest = new Map<string, Article>();
  for (const article of full) {
    const paper = article.publisher === undefined ? article.id : foldedName(article.publisher);
    if (!latest.has(paper)) latest.set(paper, article);
  }
  const versions = [...latest.values()];
  return versions.findLast(({ published }) => published !== undefined) ?? versions.at(-1);
}
