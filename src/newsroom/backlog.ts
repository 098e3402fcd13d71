import type { Article } from '../news/article.ts';

/** Articles that are still to be read, one by one while nobody waits, or all at once by whoever needs them now. */
export interface Backlog {
  put(article: Article): void;
  remove(article: Article): void;
  /** Whether there was one to read. */
  readNext(): boolean;
  readAll(): void;
}

/** @param reader is told when an article goes, whether it has been read or not. */
export function createBacklog(reader: {
  readonly read: (article: Article) => void;
  readonly forget: (article: Article) => void;
}): Backlog {
  const unread = new Set<Article>();
  const readNext = (): boolean => {
    for (const article of unread) {
      unread.delete(article);
      reader.read(article);
      return true;
    }
    return false;
  };
  return {
    put: (article) => void unread.add(article),
    remove(article) {
      // It may have been read before, and be waiting to be read anew.
      unread.delete(article);
      reader.forget(article);
    },
    readNext,
    readAll() {
      while (readNext());
    },
  };
}
