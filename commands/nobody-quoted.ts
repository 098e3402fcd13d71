import type { Newsroom, SpeakerEntry, Suggestion } from '../src/newsroom.ts';
import type { CommandAction, Reply } from '../src/reply.ts';
import type { Words } from '../src/words/words.ts';
import { type Chosen, filterOf, isLimited, scopeOf } from './articles-chosen.ts';
import { type QuoteOptions, quotationFilterOf, quoteCall } from './quote-call.ts';

/** Why nothing is quoted, and whom else to ask for: the same words wherever quotations are looked up. */
export function nobodyQuoted(newsroom: Newsroom, options: QuoteOptions, words: Words): Reply {
  const { speaker, about, ...chosen } = options;
  const { nobody, notOn } = words.quote;
  const scope = scopeOf(chosen);
  if (speaker === undefined) return absent(nobody({ ...scope, about }), elsewhere(newsroom, options, words));
  const known = newsroom.speakersNamed(speaker);
  if (known.length === 0) return unknown(newsroom, options, speaker, words);
  if (!known.some(isQuotedIn(newsroom, chosen)) || about === undefined)
    return absent(nobody({ ...scope, speaker }), elsewhere(newsroom, options, words));
  const all = quoteCall(words.labels.allBy(speaker), { speaker, ...chosen });
  return absent(notOn({ ...scope, speaker, about }), [...elsewhere(newsroom, options, words), ...all]);
}

/** Whether somebody is quoted in the articles that were chosen. */
export function isQuotedIn(newsroom: Newsroom, chosen: Chosen): (speaker: SpeakerEntry) => boolean {
  if (!isLimited(chosen)) return () => true;
  const ids = new Set(newsroom.selected(filterOf(chosen)).map(({ id }) => id));
  return ({ articles }) => articles.some((id) => ids.has(id));
}

const absent = (text: string, actions: readonly CommandAction[]): Reply => ({
  blocks: [{ kind: 'note', tone: 'absent', text }],
  actions,
});

/** Other articles may hold what one does not. */
function elsewhere(
  newsroom: Newsroom,
  { speaker, about, ...chosen }: QuoteOptions,
  { labels }: Words,
): readonly CommandAction[] {
  const everywhere = { speaker, about };
  const found = isLimited(chosen) && newsroom.statements(quotationFilterOf(everywhere)).length > 0;
  return found ? quoteCall(labels.allArticles, everywhere) : [];
}

const MOST_CHOICES = 5;

function unknown(
  newsroom: Newsroom,
  { about, ...chosen }: QuoteOptions,
  speaker: string,
  { quote }: Words,
): Reply {
  const text = quote.nobody({ ...scopeOf(chosen), speaker });
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
