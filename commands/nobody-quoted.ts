import type { Newsroom, Suggestion } from '../src/newsroom.ts';
import type { CommandAction, Reply } from '../src/reply.ts';
import { filterOf, type QuoteOptions, quoteCall } from './quote-call.ts';

/** Why nothing is quoted, and whom else to ask for: the same words wherever quotations are looked up. */
export function nobodyQuoted(newsroom: Newsroom, options: QuoteOptions): Reply {
  const { speaker, about, article } = options;
  const where = article === undefined ? 'The articles quote' : `“${article.headline}” quotes`;
  if (speaker === undefined) {
    const on = about === undefined ? '' : ` on “${about}”`;
    return absent(`${where} nobody${on}.`, elsewhere(newsroom, options));
  }
  const known = newsroom.speakersNamed(speaker);
  if (known.length === 0) return unknown(newsroom, options, `${where} nobody called “${speaker}”.`, speaker);
  const here = article === undefined || known.some(({ articles }) => articles.includes(article.id));
  if (!here || about === undefined)
    return absent(`${where} nobody called “${speaker}”.`, elsewhere(newsroom, options));
  const all = quoteCall(`All by ${speaker}`, { speaker, article });
  return absent(`${where} “${speaker}”, but not on “${about}”.`, [...elsewhere(newsroom, options), ...all]);
}

const absent = (text: string, actions: readonly CommandAction[]): Reply => ({
  blocks: [{ kind: 'note', tone: 'absent', text }],
  actions,
});

/** Other articles may hold what one does not. */
function elsewhere(newsroom: Newsroom, { article, ...options }: QuoteOptions): readonly CommandAction[] {
  const found = article !== undefined && newsroom.statements(filterOf(options)).length > 0;
  return found ? quoteCall('Look in all articles', options) : [];
}

const MOST_CHOICES = 5;

function unknown(newsroom: Newsroom, { about }: QuoteOptions, text: string, typed: string): Reply {
  const near = nearestNames(newsroom, typed).slice(0, MOST_CHOICES);
  const title = near.length > 0 ? 'Perhaps you meant' : 'Quoted are, among others';
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
