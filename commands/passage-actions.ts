import { articleKey } from '../src/article-key.ts';
import type { Article, Span } from '../src/news/article.ts';
import type { Newsroom } from '../src/newsroom.ts';
import type { Action } from '../src/reply.ts';
import type { Words } from '../src/words/words.ts';
import { around } from './passage.ts';

/** What can be done with a sentence that is shown with `radius` paragraphs on either side. */
export function passageActions(
  newsroom: Newsroom,
  article: Article,
  sentence: Span,
  radius: number,
  { labels }: Words,
): readonly Action[] {
  const at = `${articleKey(article)}#${sentence.start}-${sentence.end}`;
  const more: readonly Action[] = around(article, sentence, radius).whole
    ? []
    : [
        {
          kind: 'command',
          label: labels.moreContext,
          command: 'passage',
          options: { at, around: radius + 1 },
          inPlace: true,
        },
      ];
  const read: readonly Action[] =
    article.url === undefined ? [] : [{ kind: 'link', label: labels.readArticle, url: article.url }];
  return newsroom.article(article.id) === undefined ? read : [...more, ...read];
}
