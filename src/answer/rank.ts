import { createRequire } from 'node:module';
import type { Lexicon } from '../search/lexicon.ts';
import { novelCues } from './cues.ts';
import {
  bm25,
  type Candidate,
  FEATURE_NAMES,
  type FeatureName,
  type FeatureVector,
  measure,
} from './features.ts';
import type { PassageProfile } from './profile.ts';
import type { Question } from './question.ts';

/** A candidate, what was seen in it, and what that adds up to. */
export interface Ranked {
  readonly passage: PassageProfile;
  readonly at: number;
  readonly seen: FeatureVector;
  readonly score: number;
}

const { weights } = createRequire(import.meta.url)('#weights') as {
  weights: Readonly<Record<FeatureName, number>>;
};

export const weightOf = (feature: FeatureName): number => weights[feature];

/** Passages with their engine scores → their sentences, best first. */
export function rank(
  question: Question,
  found: readonly { readonly passage: PassageProfile; readonly score: number }[],
  lexicon: Lexicon,
): readonly Ranked[] {
  const rarities = question.terms.map(({ term, weight }) => weight * lexicon.rarity(term));
  const bestPassage = Math.max(...found.map(({ score }) => score), Number.MIN_VALUE);
  const sentences = found.flatMap(({ passage, score }) =>
    passage.sentences.map((sentence, at) => ({
      passage,
      score,
      sentence,
      at,
      own: bm25(question, sentence, lexicon),
    })),
  );
  const bestSentence = Math.max(...sentences.map(({ own }) => own), Number.MIN_VALUE);
  return sentences
    .map(({ passage, score, sentence, at, own }): Ranked => {
      const candidate: Candidate = {
        question,
        passage,
        at,
        sentence,
        rarities,
        passageShare: score / bestPassage,
        sentenceShare: own / bestSentence,
        cues: novelCues(sentence, question),
      };
      const seen = measure(candidate);
      return {
        passage,
        at,
        seen,
        score: FEATURE_NAMES.reduce((sum, name) => sum + weights[name] * seen[name], 0),
      };
    })
    .sort((a, b) => b.score - a.score);
}
