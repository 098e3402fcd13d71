import type { Newsroom, Suggestion } from '../src/newsroom.ts';
import type { CommandAction, Reply } from '../src/reply.ts';
import type { Words } from '../src/words/words.ts';
import { filterOf, type QuoteOptions, quoteCall } from './quote-call.ts';

/** Why nothing is quoted, and whom else to ask for: the same words wherever quotations are looked up. */
export function nobodyQuoted(newsroom: Newsroom, options: QuoteOptions, words: Words): Reply {
  const { speaker, about, article } = options;
  const { nobody, notOn } = words.quote;
  const headline = article?.headline;
  if (speaker === undefined) return absent(nobody({ headline, about }), elsewhere(newsroom, options, words));
  const known = newsroom.speakersNamed(speaker);
  if (known.length === 0) return unknown(newsroom, options, speaker, words);
  const here = article === undefined || known.some(({ articles }) => articles.includes(article.id));
  if (!here || about === undefined)
    return absent(nobody({ headline, speaker }), elsewhere(newsroom, options, words));
  const all = quoteCall(words.labels.allBy(speaker), { speaker, article });
  return absent(notOn({ headline, speaker, about }), [...elsewhere(newsroom, options, words), ...all]);
}

const absent = (text: string, actions: readonly CommandAction[]): Reply => ({
  blocks: [{ kind: 'note', tone: 'absent', text }],
  actions,
});

/** Other articles may hold what one does not. */
function elsewhere(
  newsroom: Newsroom,
  { article, ...options }: QuoteOptions,
  { labels }: Words,
): readonly CommandAction[] {
  const found = article !== undefined && newsroom.statements(filterOf(options)).length > 0;
  return found ? quoteCall(labels.allArticles, options) : [];
}

const MOST_CHOICES = 5;

function unknown(
  newsroom: Newsroom,
  { about, article }: QuoteOptions,
  speaker: string,
  { quote }: Words,
): Reply {
  const text = quote.nobody({ headline: article?.headline, speaker });
  const near = nearestNames(newsroom, speaker).slice(0, MOST_CHOICES);
  const title = near.length > 0 ? quote.perhaps : quote.amongOthers;
  const choices = near.length > 0 ? near : newsroom.suggest('speaker', '').slice(0, MOST_CHOICES);
  return {
    blocks: [
      { kind: 'note', tone: 'absent', text },
      ...(choices.length === 0
        ? []
        : [{ kind: 'list' as const, title, items: choices.map(({ label }) => ({ text: label })) }]),
    ],
    actions: choices.flatMap(({ value }) => quoteCall(value, { speaker: value, about })),
  };
}

/** Names like the one that was typed, or like one of its words: the surname first. */
function nearestNames(newsroom: Newsroom, typed: string): readonly Suggestion[] {
  for (const part of [
    typed,
    ...typed
      .split(/\s+/)
      .filter((word) => word.length > 2)
      .reverse(),
  ]) {
    const near = /[\p{L}\p{N}]/u.test(part) ? newsroom.suggest('speaker', part) : [];
    if (near.length > 0) return near;
  }
  return [];
}
