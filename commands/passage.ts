import { defineCommand, UserError } from '../src/command.ts';
import { type Article, covers, type Span } from '../src/news/article.ts';
import type { Newsroom } from '../src/newsroom.ts';
import type { Reply } from '../src/reply.ts';
import type { Words } from '../src/words/words.ts';
import { passageActions } from './passage-actions.ts';

/** Paragraphs on either side: beyond this one reads the article. */
const MOST_AROUND = 20;

/** A sentence with more and more of what stands around it: what the button "More context" calls. */
export const passage = defineCommand({
  name: 'passage',
  description: 'Shows a sentence with what stands around it',
  options: {
    at: { type: 'text', description: 'Which sentence: article#start-end', required: true, maxLength: 200 },
    around: {
      type: 'integer',
      description: 'How many paragraphs to show on either side',
      min: 0,
      max: MOST_AROUND,
    },
  },
  hidden: true,
  async run(newsroom, { at, around: radius = 1 }, { words }): Promise<Reply> {
    const { article, sentence } = placeNamed(newsroom, at, words);
    const { span, heading } = around(article, sentence, radius);
    return {
      blocks: [{ kind: 'passage', article, span, answers: [sentence], heading, strength: null }],
      actions: passageActions(newsroom, article, sentence, radius, words),
    };
  },
});

function placeNamed(
  newsroom: Newsroom,
  at: string,
  words: Words,
): { readonly article: Article; readonly sentence: Span } {
  const match = /^(.+)#(\d+)-(\d+)$/.exec(at);
  const article = match?.[1] === undefined ? undefined : newsroom.article(match[1]);
  const sentence = { start: Number(match?.[2]), end: Number(match?.[3]) };
  if (match === null) throw new UserError(words.passage.notAPlace(at));
  const lies = article?.sections.some(({ paragraphs }) =>
    paragraphs.some((paragraph) => covers(paragraph, sentence)),
  );
  if (article === undefined || lies !== true || sentence.start >= sentence.end)
    throw new UserError(words.passage.gone);
  return { article, sentence };
}

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
