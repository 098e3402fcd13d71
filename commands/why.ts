import type { Answer, Evidence, NoAnswer } from '../src/answer/answer.ts';
import { type Contribution, contributions } from '../src/answer/explain.ts';
import { defineCommand, UserError } from '../src/command.ts';
import type { ListBlock, Reply } from '../src/reply.ts';

/** How the last answer came about, for a person who has never heard of ranking. */
export const why = defineCommand({
  name: 'why',
  description: 'Explains the last answer: which words matched, and what decided',
  options: {},
  private: true,
  async run(newsroom, _options, { conversation }): Promise<Reply> {
    const outcome = newsroom.lastAnswer(conversation);
    if (outcome === undefined) throw new UserError('There is no answer to explain yet. Ask something first.');
    const [best, ...others] = outcome.evidence;
    if (best === undefined)
      return {
        blocks: [
          { kind: 'note', tone: 'absent', text: 'No sentence of the articles holds a word of the question.' },
        ],
        actions: [],
      };
    return {
      blocks: [
        wordsOf(outcome, best),
        ...decided(best, others),
        {
          kind: 'note',
          tone: 'plain',
          text: `${Math.round(outcome.confidence * 100)} in 100 sure. ${outcome.kind === 'answer' ? 'Shown as an answer.' : outcome.reason}`,
        },
      ],
      actions: [],
    };
  },
});

function wordsOf(
  { question, ...outcome }: Answer | NoAnswer,
  { ranked: { candidate } }: Evidence,
): ListBlock {
  const unknown = new Set(outcome.kind === 'no-answer' ? outcome.unknown : []);
  const { match, whole, heading, headline } = candidate;
  const holds = (set: number, index: number): boolean => ((set >> index) & 1) === 1;
  const where = (word: string, index: number): string => {
    if (holds(match.stems, index)) return 'in the sentence';
    if (holds(match.concepts, index)) return 'in the sentence, by another name';
    if (holds(whole.stems | whole.concepts, index)) return 'in the passage';
    if (holds(heading.stems | headline.stems, index)) return 'in the headings';
    return unknown.has(word) ? 'in no article' : 'not in the passage';
  };
  return {
    kind: 'list',
    title: 'The words of the question',
    items: question.terms.map(({ word }, index) => ({ text: word, detail: where(word, index) })),
  };
}

const MOST_FOR = 6;
const MOST_AGAINST = 2;

/** What set the sentence apart from the others, where they were stronger, and how the next one lost. */
function decided(best: Evidence, others: readonly Evidence[]): readonly ListBlock[] {
  const [second] = others;
  if (second === undefined) return [];
  const apart = contributions(best, others);
  return [
    list('What set the sentence apart from the others', apart.filter(isFor).slice(0, MOST_FOR)),
    list('Where the others were stronger', apart.filter((one) => !isFor(one)).slice(0, MOST_AGAINST)),
    list(
      `The next sentence was ${(best.score - second.score).toFixed(1)} points behind, mostly in this`,
      contributions(best, [second]).filter(isFor).slice(0, 3),
    ),
  ].filter(({ items }) => items.length > 0);
}

const isFor = ({ share }: Contribution): boolean => share > 0;

const list = (title: string, rows: readonly Contribution[]): ListBlock => ({
  kind: 'list',
  title,
  items: rows.map(({ label, share }) => ({
    text: label,
    detail: `${share > 0 ? '+' : '−'}${Math.abs(share).toFixed(1)}`,
  })),
});
