import { defineCommand } from '../src/command.ts';
import type { Reply } from '../src/reply.ts';
import { passageActions } from './passage-actions.ts';
import { around, countPlaces, MOST_AROUND, placeNamed } from './places.ts';

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
    const answers = [sentence];
    const also = newsroom.alsoIn(article, answers);
    return {
      blocks: [
        { kind: 'passage', article, span, answers, heading, strength: null, also },
        ...(count === 1
          ? []
          : [{ kind: 'note' as const, tone: 'aside' as const, text: words.passage.numbered(number, count) }]),
      ],
      actions: passageActions({ article, sentence }, { at, number }, radius, words),
    };
  },
});
