import type { Match, Verdict } from '../src/check/verdict.ts';
import { defineCommand, UserError } from '../src/command.ts';
import { type Article, type Span, textAt } from '../src/news/article.ts';
import type { Action, Block, Reply } from '../src/reply.ts';
import type { Words } from '../src/words/words.ts';
import { comparisonOf, passageOf, quotationsOf } from './check-blocks.ts';
import { passageActions } from './passage-actions.ts';
import { writePlaces } from './places.ts';
import { quoteCall } from './quote-call.ts';
import { inWords } from './verdict-words.ts';

/** Is this a real quotation? */
export const check = defineCommand({
  name: 'check',
  description: 'Checks whether a quotation is real, word for word',
  options: {
    quote: { type: 'text', description: 'The words to check', required: true, maxLength: 2_000 },
    speaker: { type: 'text', description: 'Who is said to have said it', suggest: 'speaker', maxLength: 100 },
  },
  main: 'quote',
  menu: 'Check this quote',
  private: true,
  async run(newsroom, { quote, speaker }, { words }): Promise<Reply> {
    if (!/[\p{L}\p{N}]/u.test(quote)) throw new UserError(words.check.noWords(quote));
    const verdict = newsroom.checkQuotation(quote, speaker === undefined ? {} : { speaker });
    return {
      blocks: [
        ...(verdict.words === quote ? [] : [looked(verdict.words, words)]),
        { kind: 'note', tone: 'verdict', text: inWords(verdict, speaker, words) },
        ...blocksOf(verdict),
        ...alsoIn(verdict, words),
      ],
      actions: actionsOf(verdict, words),
    };
  },
});

/** Nobody should have to guess which of their words were looked for. */
const looked = (given: string, { set }: Words): Block => ({
  kind: 'note',
  tone: 'understood',
  text: set.quoted(given),
});

function blocksOf(verdict: Verdict): readonly Block[] {
  switch (verdict.kind) {
    case 'exact':
      return verdict.extent === 'cut' ? comparisonOf(verdict.match) : quotationsOf(verdict.match);
    case 'altered':
      return comparisonOf(verdict.match);
    case 'somebody-else':
      return hasChanges(verdict.match) ? comparisonOf(verdict.match) : quotationsOf(verdict.match);
    case 'not-speech':
      if (verdict.altered) return comparisonOf({ ...verdict.match, quotations: [] });
      return verdict.said === 'reported'
        ? quotationsOf(verdict.match)
        : [...passageOf(verdict.match), ...quotationsOf(verdict.match)];
    case 'not-found':
      return verdict.nearest === null ? [] : quotationsOf(verdict.nearest);
  }
}

const hasChanges = ({ runs }: Match): boolean => runs.some(({ kind }) => kind !== 'kept');

const MOST_LISTED = 5;

function alsoIn(verdict: Verdict, { check: { sameWords, more } }: Words): readonly Block[] {
  if (verdict.kind === 'not-found' || verdict.also.length === 0) return [];
  const others = verdict.also.length - MOST_LISTED;
  const items = verdict.also.slice(0, MOST_LISTED).map(({ headline, publisher, url }) => ({
    text: headline,
    ...(publisher !== undefined && { detail: publisher }),
    ...(url !== undefined && { url }),
  }));
  return [
    {
      kind: 'list',
      title: sameWords,
      items: others > 0 ? [...items, { text: more(others) }] : items,
    },
  ];
}

function actionsOf(verdict: Verdict, words: Words): readonly Action[] {
  const match = verdict.kind === 'not-found' ? verdict.nearest : verdict.match;
  if (match === null) return [];
  const { article, quotations } = match;
  const place = { article, sentence: placeOf(match) };
  const name = quotations.find(({ speaker, grade }) => speaker !== null && grade !== 'unknown')?.speaker
    ?.name;
  return [
    ...passageActions(place, { at: writePlaces([place]), number: 1 }, 0, words),
    ...(name === undefined ? [] : quotesBy(article, name, words)),
  ];
}

/** In the paragraph where the words begin. */
const placeOf = ({ shown, at }: Match): Span => shown.find(({ end }) => at.start < end) ?? at;

function quotesBy(article: Article, name: Span, { labels }: Words): readonly Action[] {
  const speaker = textAt(article, name);
  return quoteCall(labels.quotesBy(speaker), { speaker });
}
