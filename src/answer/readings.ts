import type { Answer, NoAnswer } from './answer.ts';

/**
 * Of a question as it was typed, and with what was talked about before added to it: which of them was meant, where
 * nothing in it points back. As it was typed, unless that has no good answer and the other has a better one, in whose
 * sentence both stand: what was typed, and what was added.
 */
export function likelierMeant(typed: Answer | NoAnswer, added: Answer | NoAnswer): Answer | NoAnswer {
  if (added.kind === 'no-answer' || added.confidence <= typed.confidence) return typed;
  if (typed.kind === 'answer' && typed.strength !== 'weak') return typed;
  return holdsBoth(added, typed) ? added : typed;
}

/** The topic, and of what was typed no less than the best sentence holds without it: “How much is the ferry (Ragna Holt)?” */
function holdsBoth(added: Answer, typed: Answer | NoAnswer): boolean {
  const [ofAdded, ofTyped] = [termsHeld(added), termsHeld(typed)];
  const asked = new Set(typed.question.terms.map(({ term }) => term));
  const own = [...ofAdded].filter((term) => asked.has(term));
  return own.length > 0 && own.length < ofAdded.size && [...ofTyped].every((term) => ofAdded.has(term));
}

/** Terms of the question that its best sentence holds. Words that ask ("say") are in any, and count for nothing. */
function termsHeld({ question, evidence: [best] }: Answer | NoAnswer): ReadonlySet<string> {
  if (best === undefined) return new Set();
  const { stems, concepts } = best.ranked.candidate.match;
  return new Set(
    question.terms.flatMap(({ term, weight }, index) =>
      weight === 1 && ((stems | concepts) >> index) & 1 ? [term] : [],
    ),
  );
}
