import { textAt } from '../news/article.ts';
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

/** What a sentence must hold to say how old, how tall, how often. Other degrees are answered by any number. */
const DEGREES: readonly (readonly [asked: RegExp, answer: RegExp])[] = [
  [
    /\bhow old\b/i,
    /\b\d+[- ]years?[- ]old\b|\baged? (?:of )?\d|\bborn\b|, \d{1,3},|\b\d+[- ](?:year|month|week)s?\b/i,
  ],
  [
    /\bhow (?:tall|high|deep|wide|far)\b/i,
    /\d\s?(?:cm|m|km|ft)\b|\b(?:met(?:er|re)s?|feet|foot|inch(?:es)?|miles?|kilomet(?:er|re)s?|yards?)\b/i,
  ],
  [
    /\bhow long\b/i,
    /\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centuries|met(?:er|re)s?|feet|miles?|kilomet(?:er|re)s?|until|since)\b/i,
  ],
  [
    /\bhow often\b/i,
    /\b(?:every|each|daily|weekly|monthly|yearly|annual(?:ly)?|once|twice|times|always|never|rarely|often)\b/i,
  ],
];

const WANTS_A_FACT: ReadonlySet<QuestionKind> = new Set([
  'when',
  'where',
  'how-many',
  'how-much',
  'how-degree',
]);

/** Whether a date, a place or a number is asked for, and whether the sentence holds one. */
export function factAsked(candidate: Candidate): 'none' | 'there' | 'missing' {
  const { question, passage, at } = candidate;
  if (!WANTS_A_FACT.has(question.kind)) return 'none';
  const [, answer] = DEGREES.find(([asked]) => asked.test(question.text)) ?? [];
  const { article, sentences } = passage.passage;
  const text = sentences[at] === undefined ? '' : textAt(article, sentences[at]);
  const isThere = answer === undefined ? expectedTokens(candidate).length > 0 : answer.test(text);
  return isThere ? 'there' : 'missing';
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
