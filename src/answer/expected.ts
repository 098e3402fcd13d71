import type { Candidate } from './candidate.ts';
import type { Cue } from './cues.ts';
import type { QuestionKind } from './question.ts';

/** Which cues answer which kind of question. Kinds that are not here are answered by anything. */
const EXPECTED: Readonly<Partial<Record<QuestionKind, readonly Cue[]>>> = {
  who: ['person', 'by-name', 'name'],
  when: ['year', 'date'],
  where: ['in-name', 'name'],
  why: ['because', 'purpose'],
  'how-many': ['number'],
  'how-much': ['percent', 'money', 'number'],
  'how-degree': ['number', 'measure'],
  how: ['manner', 'because'],
  definition: ['definition', 'apposition'],
  quote: ['quotation'],
};

/** Whether some cues tell an answer of this kind from any sentence. */
export const expectsACue = (kind: QuestionKind): boolean => EXPECTED[kind] !== undefined;

/** Tokens at which the sort of thing stands that is asked for. */
export function expectedTokens({ question, cues }: Candidate): readonly number[] {
  const expected = EXPECTED[question.kind];
  return expected === undefined
    ? []
    : cues.filter(({ cue }) => expected.includes(cue)).map(({ token }) => token);
}

/** How near some tokens stand to the last word of the question: 1 beside it, 0 far away. */
export function nearLast({ question, match }: Candidate, places: readonly number[]): number {
  const last = question.terms.length - 1;
  let nearest = Number.POSITIVE_INFINITY;
  match.tokens.forEach((token, index) => {
    if (match.terms[index] === last)
      for (const place of places) nearest = Math.min(nearest, Math.abs(place - token));
  });
  return 1 / (1 + nearest / 4);
}
