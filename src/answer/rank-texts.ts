import { buildArticle } from '../news/article.ts';
import { createLexicon, type Lexicon } from '../search/lexicon.ts';
import { type Passage, passagesOf } from '../search/passages.ts';
import type { FoundPassage } from './candidates.ts';
import { createClosenessTable } from './closeness.ts';
import { createMatcher } from './match.ts';
import { type Meaning, noMeaning } from './meaning.ts';
import { type PassageProfile, passageProfile } from './profile.ts';
import { type Question, understandQuestion } from './question.ts';
import { rank } from './rank.ts';

/**
 * How well each text answers the question, in the order given; higher is better, and scores compare only within
 * one list. Texts are ranked as the sentences of a corpus that holds nothing else; of a text with several
 * sentences the best one counts. The order in which the texts are given changes nothing, and equal texts score
 * alike. A text without words comes last.
 */
export function rankTexts(
  question: string,
  texts: readonly string[],
  meaning: Meaning = noMeaning,
): readonly number[] {
  const distinct = [...new Set(texts)].sort();
  const passages = distinct.flatMap((text, index) =>
    passagesOf(buildArticle(String(index), NAMELESS, [{ paragraphs: [text] }])),
  );
  const lexicon = createLexicon();
  lexicon.add(passages);
  const understood = understandQuestion(question, lexicon.isName);
  const words = { lexicon, closeness: createClosenessTable(meaning, lexicon.rarity) };
  const best = new Map<string, number>();
  for (const { candidate, score } of rank(understood, found(understood, passages, lexicon), words)) {
    const text = distinct[Number(candidate.passage.passage.article.id)] ?? '';
    best.set(text, Math.max(score, best.get(text) ?? Number.NEGATIVE_INFINITY));
  }
  const last = Math.min(0, ...best.values()) - 1;
  return texts.map((text) => best.get(text) ?? last);
}

const NAMELESS = { headline: '' };

/** The passages as an engine would have found them, best first, but without leaving any out. */
function found(question: Question, passages: readonly Passage[], lexicon: Lexicon): readonly FoundPassage[] {
  const matcher = createMatcher(question);
  const profiles = passages.map(passageProfile);
  const lengths = profiles.map((profile) =>
    profile.sentences.reduce((sum, { contentWords }) => sum + contentWords, 0),
  );
  const average = lengths.reduce((sum, count) => sum + count, 0) / Math.max(1, lengths.length);
  return profiles
    .map((passage, at) => ({ passage, score: LEAST + bm25(passage, (lengths[at] ?? 0) / average) }))
    .sort((a, b) => b.score - a.score);

  /** `length`: in averages. k₁ 1.2 and b 0.75 (Robertson & Zaragoza 2009). */
  function bm25({ sentences }: PassageProfile, length: number): number {
    const counts = new Map<number, number>();
    for (const index of sentences.flatMap((sentence) => matcher.match(sentence).terms))
      counts.set(index, (counts.get(index) ?? 0) + 1);
    return [...counts].reduce((sum, [index, count]) => {
      const term = question.terms[index];
      if (term === undefined) return sum;
      const saturation = 1.2 * (0.25 + 0.75 * length);
      return sum + (term.weight * lexicon.rarity(term.term) * count * 2.2) / (count + saturation);
    }, 0);
  }
}

/** Where no text holds any word of the question, each still has its share of what was found: 0 of 0 is none. */
const LEAST = 1e-6;
