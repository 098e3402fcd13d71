import type { Article } from '../src/news/article.ts';
import type { Newsroom } from '../src/newsroom.ts';
import type { NoteBlock } from '../src/reply.ts';
import type { Words } from '../src/words/words.ts';
import { type Chosen, filterOf, isLimited } from './articles-chosen.ts';

/** Days after which things may stand otherwise than an article says. */
const OLD = 30;

/**
 * How far the articles go that were looked in, where what they say is old.
 *
 * @param answering the article that answers; null where none does, and the newest counts.
 */
export function newestNote(
  newsroom: Newsroom,
  chosen: Chosen,
  answering: Article | null,
  words: Words,
): readonly NoteBlock[] {
  // Copies of one story are of no matter here, and telling them apart takes a while.
  const [newest] = isLimited(chosen) ? newsroom.selected(filterOf(chosen)) : newsroom.articles;
  const judged = (answering ?? newest)?.published;
  if (newest?.published === undefined || judged === undefined || newsroom.daysSince(judged) <= OLD) return [];
  return [{ kind: 'note', tone: 'aside', text: words.ask.newest(newest.published) }];
}
