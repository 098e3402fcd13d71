import { defineCommand } from '../src/command.ts';
import { type Article, covers, type Span } from '../src/news/article.ts';
import type { Reply } from '../src/reply.ts';
import { passageActions } from './passage-actions.ts';
import { countPlaces, placeNamed } from './places.ts';

/** Paragraphs on either side: beyond this one reads the article. */
const MOST_AROUND = 20;

/** A sentence with more and more of what stands around it: what the button "More context" calls. */
export const passage = defineCommand({
  name: 'passage',
  description: 'Shows a sentence with what stands around it',
  options: {
    at: { type: 'text', description: 'Which sentences: article#start-end', required: true, maxLength: 200 },
    number: { type: 'integer', description: 'Which of them', min: 1 },
    around: {
      type: 'integer',
      description: 'How many paragraphs to show on either side',
      min: 0,
      max: MOST_AROUND,
    },
  },
  hidden: true,
  async run(newsroom, { at, number = 1, around: radius = 1 }, { words }): Promise<Reply> {
    const { article, sentence } = placeNamed(newsroom, { at, number }, words);
    const { span, heading } = around(article, sentence, radius);
    const count = countPlaces({ at });
    return {
      blocks: [
        { kind: 'passage', article, span, answers: [sentence], heading, strength: null },
        ...(count === 1
          ? []
          : [{ kind: 'note' as const, tone: 'aside' as const, text: words.passage.numbered(number, count) }]),
      ],
      actions: passageActions({ article, sentence }, { at, number }, radius, words),
    };
  },
});

/** The paragraph that a span lies in with `radius` paragraphs of its section before and after it. */
export function around(
  article: Article,
  sentence: Span,
  radius: number,
): {
  readonly span: Span;
  readonly heading: Span | null;
  /** There is no more to show. */
  readonly whole: boolean;
} {
  for (const { heading, paragraphs } of article.sections) {
    const at = paragraphs.findIndex((paragraph) => covers(paragraph, sentence));
    if (at < 0) continue;
    const from = Math.max(0, at - radius);
    const to = Math.min(paragraphs.length - 1, at + radius);
    const span = {
      start: paragraphs[from]?.start ?? sentence.start,
      end: paragraphs[to]?.end ?? sentence.end,
    };
    return { span, heading, whole: radius >= MOST_AROUND || (from === 0 && to === paragraphs.length - 1) };
  }
  return { span: sentence, heading: null, whole: true };
}
