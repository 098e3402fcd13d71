import type { Answer, NoAnswer, Shown } from '../answer/answer.ts';
import { type Turn, understoodAfter } from '../answer/conversation.ts';
import { type Question, understandQuestion } from '../answer/question.ts';
import { textAt } from '../news/article.ts';
import type { Lexicon } from '../search/lexicon.ts';
import { headingText } from '../search/passages.ts';

const COURTESY =
  /^\W*(?:hello|hi|hey|thanks?|thank you|ok(?:ay)?|yes|no|please|good (?:morning|afternoon|evening|night)|(?:good ?)?bye)\W*$/i;

/** What a question may mean after others: as it was typed, with what was talked about, or both. */
export function readingsAfter(
  question: string,
  history: readonly Turn<Answer | NoAnswer>[],
  isName: Lexicon['isName'],
): readonly [Question, Question?] {
  const alone = understandQuestion(question, isName);
  if (COURTESY.test(question)) return [alone];
  const { text, certain } = understoodAfter(question, history, isName);
  const meant = understandQuestion(text, isName);
  return certain ? [meant] : [alone, meant];
}

export const asksForMore = (question: string): boolean => /\b(?:else|other|another|more)\b/i.test(question);

const shownIn = (outcome: Answer | NoAnswer): readonly Shown[] =>
  (outcome.kind === 'answer' ? [outcome.best, ...outcome.further] : []).map(({ passage, sentence }) => ({
    passage,
    sentence,
  }));

/** What a follow-up may refer to. */
export function turnOf(
  asked: string,
  outcome: Answer | NoAnswer,
  answer: (question: Question) => Answer | NoAnswer,
): Turn<Answer | NoAnswer> {
  const again = later(answer, outcome.question);
  const turn = { asked, understood: outcome.question.text, shown: shownIn(outcome), again };
  if (outcome.kind === 'no-answer') return { ...turn, answer: null, topic: null };
  const { passage, sentence } = outcome.best;
  const topic = [passage.article.headline, headingText(passage) || null] as const;
  return { ...turn, answer: textAt(passage.article, sentence), topic };
}

/** Made apart from the outcome, which would otherwise be kept with it: a hundred times what is remembered of it. */
const later =
  <Outcome>(answer: (question: Question) => Outcome, question: Question) =>
  (): Outcome =>
    answer(question);
