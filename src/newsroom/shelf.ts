import type { Shelf } from '../answer/answer.ts';
import { createClosenessTable } from '../answer/closeness.ts';
import { type Meaning, noMeaning } from '../answer/meaning.ts';
import type { Article, ArticleId } from '../news/article.ts';
import type { SearchEngine } from '../search/engine.ts';
import { createLexicon } from '../search/lexicon.ts';
import { type Passage, type PassageId, passagesOf } from '../search/passages.ts';

/** What is searched, of articles that come and go. */
export interface GrowingShelf extends Shelf {
  /** An article of the same id makes room for it. */
  put(article: Article): void;
  /** An article that is not there is passed over. */
  remove(id: ArticleId): void;
}

export function createShelf(engine: SearchEngine, meaning: Meaning = noMeaning): GrowingShelf {
  const passages = new Map<PassageId, Passage>();
  const byArticle = new Map<ArticleId, readonly Passage[]>();
  const lexicon = createLexicon();
  const remove = (id: ArticleId): void => {
    const own = byArticle.get(id);
    if (own === undefined) return;
    byArticle.delete(id);
    engine.remove(own);
    lexicon.remove(own);
    for (const passage of own) passages.delete(passage.id);
  };
  return {
    engine,
    lexicon,
    closeness: createClosenessTable(meaning, lexicon.rarity),
    passage: (id) => passages.get(id),
    put(article) {
      remove(article.id);
      const own = passagesOf(article);
      byArticle.set(article.id, own);
      engine.add(own);
      lexicon.add(own);
      for (const passage of own) passages.set(passage.id, passage);
    },
    remove,
  };
}

/** A shelf of these articles. */
export function stock(articles: readonly Article[], engine: SearchEngine, meaning?: Meaning): Shelf {
  const shelf = createShelf(engine, meaning);
  for (const article of articles) shelf.put(article);
  return shelf;
}
