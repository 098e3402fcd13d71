import type { Action, CommandAction } from '../src/reply.ts';
import type { Words } from '../src/words/words.ts';
import { around, countPlaces, type Place, type Places } from './places.ts';

/** What can be done with a sentence that is shown with `radius` paragraphs on either side, as one of several. */
export function passageActions(
  { article, sentence }: Place,
  { at, number }: Places,
  radius: number,
  { labels }: Words,
): readonly Action[] {
  const to = (label: string, options: CommandAction['options']): CommandAction => ({
    kind: 'command',
    label,
    command: 'passage',
    options: { at, ...options },
    inPlace: true,
  });
  const which = number === 1 ? {} : { number };
  const more = to(labels.moreContext, { ...which, around: radius + 1 });
  return [
    ...(around(article, sentence, radius).whole ? [] : [{ ...more, primary: true }]),
    ...(number > 1 ? [to(labels.previousPassage, { number: number - 1, around: 0 })] : []),
    ...(number < countPlaces({ at }) ? [to(labels.nextPassage, { number: number + 1, around: 0 })] : []),
    ...(article.url === undefined
      ? []
      : [{ kind: 'link' as const, label: labels.readArticle, url: article.url }]),
  ];
}
