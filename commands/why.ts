import type { Answer, Evidence, NoAnswer } from '../src/answer/answer.ts';
import { type Contribution, contributions } from '../src/answer/explain.ts';
import { defineCommand, UserError } from '../src/command.ts';
import type { ListBlock, Reply } from '../src/reply.ts';
import type { Place, Words } from '../src/words/words.ts';

/** How the last answer came about, for a person who has never heard of ranking. */
export const why = defineCommand({
  name: 'why',
  description: 'Explains the last answer: which words matched, and what decided',
  options: {},
  private: true,
  async run(newsroom, _options, { conversation, continues, words }): Promise<Reply> {
    const outcome = newsroom.lastAnswer(continues ?? conversation);
    if (outcome === undefined) throw new UserError(words.why.nothingYet);
    const [best, ...others] = outcome.evidence;
    if (best === undefined)
      return { blocks: [{ kind: 'note', tone: 'absent', text: words.why.noSentence }], actions: [] };
    const sure = words.why.sure(Math.round(outcome.confidence * 100));
    const shown = outcome.kind === 'answer' ? words.why.shownAsAnswer : words.ask.noAnswer(outcome.reason);
    return {
      blocks: [
        wordsOf(outcome, best, words),
        ...decided(best, others, words),
        { kind: 'note', tone: 'plain', text: `${sure} ${shown}` },
      ],
      actions: [],
    };
  },
});

function wordsOf(
  { question, ...outcome }: Answer | NoAnswer,
  { ranked: { candidate } }: Evidence,
  { why: { wordsOfQuestion, places } }: Words,
): ListBlock {
  const unknown = new Set(outcome.kind === 'no-answer' ? outcome.unknown : []);
  const { match, whole, heading, headline } = candidate;
  const holds = (set: number, index: number): boolean => ((set >> index) & 1) === 1;
  const place = (word: string, index: number): Place => {
    if (holds(match.stems, index)) return 'sentence';
    if (holds(match.concepts, index)) return 'by-another-name';
    if (holds(whole.stems | whole.concepts, index)) return 'passage';
    if (holds(heading.stems | headline.stems, index)) return 'headings';
    return unknown.has(word) ? 'nowhere' : 'elsewhere';
  };
  return {
    kind: 'list',
    title: wordsOfQuestion,
    items: question.terms.map(({ word }, index) => ({ text: word, detail: places[place(word, index)] })),
  };
}

const MOST_FOR = 6;
const MOST_AGAINST = 2;

/** What set the sentence apart from the others, where they were stronger, and how the next one lost. */
function decided(best: Evidence, others: readonly Evidence[], words: Words): readonly ListBlock[] {
  const [second] = others;
  if (second === undefined) return [];
  const { setApart, othersStronger, behind } = words.why;
  const apart = contributions(best, others);
  return [
    list(setApart, apart.filter(isFor).slice(0, MOST_FOR), words),
    list(othersStronger, apart.filter((one) => !isFor(one)).slice(0, MOST_AGAINST), words),
    list(
      behind(words.set.decimal(best.score - second.score)),
      contributions(best, [second]).filter(isFor).slice(0, 3),
      words,
    ),
  ].filter(({ items }) => items.length > 0);
}

const isFor = ({ share }: Contribution): boolean => share > 0;

const list = (title: string, rows: readonly Contribution[], { set, why }: Words): ListBlock => ({
  kind: 'list',
  title,
  items: rows.map(({ sign, share }) => ({
    text: why.signs[sign],
    detail: `${share > 0 ? '+' : '−'}${set.decimal(Math.abs(share))}`,
  })),
});
