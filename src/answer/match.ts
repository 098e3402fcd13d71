import type { Profile } from './profile.ts';
import type { Question } from './question.ts';

/** A set of the question's terms: bit i is `question.terms[i]`. Questions have at most 30. */
export type TermSet = number;

/** Where the question's terms stand in a text. */
export interface Match {
  /** Held as a word of the same stem. */
  readonly stems: TermSet;
  /** Held in exactly the form that was typed. */
  readonly forms: TermSet;
  /** Held by another name: "Washington" for "the U.S.". */
  readonly concepts: TermSet;
  /** Held only as a word that begins alike: "investment", "investors". */
  readonly alike: TermSet;
  /** Tokens that hold a term, in order, and which term each holds. */
  readonly tokens: readonly number[];
  readonly terms: readonly number[];
}

/** A question made ready for matching many texts. */
export interface Matcher {
  match(profile: Profile): Match;
}

const SHARED_PREFIX = 5;

export function createMatcher(question: Question): Matcher {
  const byTerm = new Map(question.terms.map(({ term }, index) => [term, index]));
  const byPrefix = new Map(
    question.terms.flatMap(({ term }, index) =>
      term.length >= SHARED_PREFIX ? [[term.slice(0, SHARED_PREFIX), index] as const] : [],
    ),
  );
  const byConcept = new Map<string, TermSet>();
  question.terms.forEach(({ concept }, index) => {
    if (concept !== null) byConcept.set(concept, (byConcept.get(concept) ?? 0) | (1 << index));
  });
  const formOf = question.terms.map(({ form }) => form);

  return {
    match({ terms: words, forms: written, stops, concepts: named }) {
      let stems = 0;
      let forms = 0;
      let alike = 0;
      let concepts = 0;
      const tokens: number[] = [];
      const terms: number[] = [];
      for (let at = 0; at < words.length; at++) {
        if (stops[at] === true) continue;
        const word = words[at] ?? '';
        const index = byTerm.get(word);
        if (index !== undefined) {
          stems |= 1 << index;
          if (formOf[index] === written[at]) forms |= 1 << index;
          tokens.push(at);
          terms.push(index);
        } else if (word.length >= SHARED_PREFIX) {
          const near = byPrefix.get(word.slice(0, SHARED_PREFIX));
          if (near !== undefined) alike |= 1 << near;
        }
      }
      if (byConcept.size > 0) for (const { concept } of named) concepts |= byConcept.get(concept) ?? 0;
      return { stems, forms, concepts: concepts & ~stems, alike: alike & ~stems, tokens, terms };
    },
  };
}
