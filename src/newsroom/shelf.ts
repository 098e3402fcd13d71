import type { Shelf } from '../answer/answer.ts';
import { createClosenessTable } from '../answer/closeness.ts';
import { type Meaning, noMeaning } from '../answer/meaning.ts';
import { forgetProfile } from '../answer/profile.ts';
import type { Article, ArticleId } from '../news/article.ts';
import type { SearchEngine } from '../search/engine.ts';
import { createLexicon } from '../search/lexicon.ts';
import { type Passage, type PassageId, passagesOf } from '../search/passages.ts';

/** What is searched, of articles that come and go. */
export interface GrowingShelf extends Shelf {
  /** An article of the same id makes room for it; one that is there stays as it is. */
  put(article: Article): void;
  /** An article that is not there is passed over. */
  remove(id: ArticleId): void;
}

/** A shelf as it once was. The engine that goes with it has these articles' passages already. */
export interface SavedShelf {
  readonly articles: readonly Article[];
  readonly lexicon: Iterable<string>;
}

export function createShelf(
  engine: SearchEngine,
  meaning: Meaning = noMeaning,
  saved?: SavedShelf,
): GrowingShelf {
  const passages = new Map<PassageId, Passage>();
  const byArticle = new Map<ArticleId, { readonly article: Article; readonly own: readonly Passage[] }>();
  const lexicon = createLexicon(saved?.lexicon);
  const take = (article: Article): readonly Passage[] => {
    const own = passagesOf(article);
    byArticle.set(article.id, { article, own });
    for (const passage of own) passages.set(passage.id, passage);
    return own;
  };
  const remove = (id: ArticleId): void => {
    const own = byArticle.get(id)?.own ?? [];
    byArticle.delete(id);
    engine.remove(own);
    lexicon.remove(own);
    for (const passage of own) {
      passages.delete(passage.id);
      forgetProfile(passage);
    }
  };
  for (const article of saved?.articles ?? []) take(article);
  /** What it keeps of a text depends on how rare words are, which every article changes. */
  let closeness = createClosenessTable(meaning, lexicon.rarity);
  const changed = (): void => {
    closeness = createClosenessTable(meaning, lexicon.rarity);
  };
  return {
    engine,
    lexicon,
    get closeness() {
      return closeness;
    },
    passage: (id) => passages.get(id),
    put(article) {
      if (byArticle.get(article.id)?.article === article) return;
      remove(article.id);
      const own = take(article);
      engine.add(own);
      lexicon.add(own);
      changed();
    },
    remove(id) {
      remove(id);
      changed();
    },
  };
}

/** A shelf of these articles. */
export function stock(articles: readonly Article[], engine: SearchEngine, meaning?: Meaning): Shelf {
  const shelf = createShelf(engine, meaning);
  for (const article of articles) shelf.put(article);
  return shelf;
}
