import type { Evidence } from './answer.ts';
import type { Profile } from './profile.ts';
import type { Question } from './question.ts';

/** Passages shown in all are at most three. */
const MOST_FURTHER = 2;
/** How likely a further sentence must be, beside the best, to be worth reading. */
const NEARLY_AS_GOOD = 0.3;
/** The same where the question asks for several things. */
const GOOD_ENOUGH_FOR_A_LIST = 0.1;
/** Share of its telling words that must be new. */
const LEAST_NEW = 0.5;

/**
 * Sentences of other passages that add something to the best: other names, numbers, the rest of a list. Never the
 * same fact twice: what repeats a sentence already chosen is passed over.
 */
export function furtherEvidence(
  question: Question,
  best: Evidence,
  evidence: readonly Evidence[],
): readonly Evidence[] {
  const least = asksForSeveral(question) ? GOOD_ENOUGH_FOR_A_LIST : NEARLY_AS_GOOD;
  const chosen: Evidence[] = [];
  const said = new Set(tellingWords(best.ranked.candidate.sentence, question));
  for (const one of evidence) {
    if (chosen.length === MOST_FURTHER || Math.exp(one.score - best.score) < least) break;
    const { passage } = one;
    if (passage.id === best.passage.id || chosen.some((other) => other.passage.id === passage.id)) continue;
    const words = tellingWords(one.ranked.candidate.sentence, question);
    const fresh = words.filter((word) => !said.has(word));
    if (words.length === 0 || fresh.length / words.length < LEAST_NEW) continue;
    chosen.push(one);
    for (const word of fresh) said.add(word);
  }
  return chosen;
}

/** What a sentence says beyond the question. */
function tellingWords({ terms, stops }: Profile, question: Question): readonly string[] {
  const asked = new Set(question.terms.map(({ term }) => term));
  return [...new Set(terms.filter((term, at) => stops[at] !== true && !asked.has(term)))];
}

/** "Which countries …", "what are they used for?", "what happens next?": there are likely to be several answers. */
function asksForSeveral({ text, kind }: Question): boolean {
  return (
    /\b(?:which|what)\s+(?:\p{L}+\s+)?(?:\p{L}{3,}[^s\s]s|people|countries)\b(?!\s+(?:is|was|does|has)\b)/iu.test(
      text,
    ) ||
    /\bwhat\s+(?:are|were)\b|\bwhat\s+(?:happens|happened|will happen|comes)\b|\bwho\s+(?:are|were|else)\b|\b(?:list|name|all)\b/i.test(
      text,
    ) ||
    kind === 'keywords'
  );
}
