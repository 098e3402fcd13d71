import type { Lexicon } from '../search/lexicon.ts';
import type { Candidate } from './candidate.ts';
import type { ClosenessTable } from './closeness.ts';
import { createMatcher, type Match } from './match.ts';
import type { PassageProfile, Profile } from './profile.ts';
import type { Question } from './question.ts';

/** A passage that was found, and the engine's score for it. */
export interface FoundPassage {
  readonly passage: PassageProfile;
  readonly score: number;
}

/** What is known of words. */
export interface Words {
  readonly lexicon: Lexicon;
  readonly closeness: ClosenessTable;
}

/** Passages, best first → their sentences, each with what the features look at. */
export function candidatesIn(
  question: Question,
  found: readonly FoundPassage[],
  { lexicon, closeness }: Words,
): readonly Candidate[] {
  const matcher = createMatcher(question);
  const compare = closeness.to(question);
  const names = question.terms.flatMap(({ name }, index) => (name ? [index] : []));
  const rarities = question.terms.map(({ term, weight }) => weight * lexicon.rarity(term));
  const weights = shares(rarities);
  const bestPassage = Math.max(Number.MIN_VALUE, ...found.map(({ score }) => score));
  const articleShares = sharesOfArticles(found);
  const candidates: (Candidate & { sentenceShare: number })[] = [];
  let bestSentence = Number.MIN_VALUE;
  for (const [passageRank, { passage, score }] of found.entries()) {
    const matches = passage.sentences.map(matcher.match);
    const nearness = passage.sentences.map(compare);
    const weightsWithin = shares(rarities.map((rarity, index) => rarity * tellsApart(matches, index)));
    const whole = union(matches);
    const wholeNear = weights.map((_weight, index) =>
      nearness.reduce((most, { byTerm }) => Math.max(most, byTerm[index] ?? 0), 0),
    );
    const heading = matcher.match(passage.heading);
    const headline = matcher.match(passage.headline);
    const passageShare = score / bestPassage;
    const articleShare = articleShares.get(passage.passage.article.id) ?? 0;
    passage.sentences.forEach((sentence, at) => {
      const match = matches[at];
      const near = nearness[at];
      if (match === undefined || near === undefined) return;
      const sentenceShare = bm25(match, sentence, rarities);
      bestSentence = Math.max(bestSentence, sentenceShare);
      // Named one by one: spreading what the sentences share took as long as all the matching.
      candidates.push({
        question,
        names,
        passage,
        at,
        sentence,
        weights,
        weightsWithin,
        match,
        before: matches[at - 1] ?? null,
        after: matches[at + 1] ?? null,
        whole,
        wholeNear,
        heading,
        headline,
        near,
        nearBefore: nearness[at - 1] ?? null,
        nearAfter: nearness[at + 1] ?? null,
        passageRank,
        passageShare,
        articleShare,
        sentenceShare,
        cues: novelCues(sentence, match),
      });
    });
  }
  for (const candidate of candidates) candidate.sentenceShare /= bestSentence;
  return candidates;
}

/** How much of all that was found lies in each article. */
function sharesOfArticles(found: readonly FoundPassage[]): ReadonlyMap<string, number> {
  const total = found.reduce((sum, { score }) => sum + score, 0);
  const byArticle = new Map<string, number>();
  for (const { passage, score } of found) {
    const { id } = passage.passage.article;
    byArticle.set(id, (byArticle.get(id) ?? 0) + score / total);
  }
  return byArticle;
}

/** Scaled so that they add up to 1. */
function shares(weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total === 0 ? weights : weights.map((weight) => weight / total);
}

function union(matches: readonly Match[]): Candidate['whole'] {
  let stems = 0;
  let concepts = 0;
  let forms = 0;
  const pairs = new Set<number>();
  for (const match of matches) {
    stems |= match.stems;
    concepts |= match.concepts;
    forms |= match.forms;
    for (const pair of match.pairs) pairs.add(pair);
  }
  return { stems, concepts, forms, pairs };
}

/** A term that every sentence of the passage holds tells none of them apart: near 0; one that a single sentence holds: near 1. */
function tellsApart(matches: readonly Match[], term: number): number {
  const holding = matches.filter(({ stems }) => (stems >> term) & 1).length;
  return 1 - holding / (matches.length + 1);
}

/** "in 1973" is no answer to "what happened in 1973?". */
function novelCues({ cues }: Profile, { tokens }: Match): Candidate['cues'] {
  return tokens.length === 0
    ? cues
    : cues.filter(({ cue, token }) => cue === 'quotation' || !tokens.includes(token));
}

/** Words in a sentence of English news, near enough. */
const AVERAGE_SENTENCE = 24;

/** BM25 with k₁ 1.2 and b 0.75 (Robertson & Zaragoza 2009). */
function bm25({ terms }: Match, sentence: Profile, rarities: readonly number[]): number {
  const saturation = 1.2 * (0.25 + (0.75 * sentence.terms.length) / AVERAGE_SENTENCE);
  const counts = new Map<number, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  let sum = 0;
  for (const [term, count] of counts) sum += ((rarities[term] ?? 0) * count * 2.2) / (count + saturation);
  return sum;
}
