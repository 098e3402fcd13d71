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
  /** Terms that follow here the term that they follow in the question. */
  readonly pairs: ReadonlySet<number>;
  /** Share of the question's pairs of neighbouring words, small words included, that stand here as pairs. */
  readonly phrases: number;
}

/** A question made ready for matching many texts. */
export interface Matcher {
  match(profile: Profile): Match;
}

const ASKS = new Set(['what', 'who', 'when', 'where', 'why', 'how', 'which', 'did', 'do', 'doe']);
const SHARED_PREFIX = 5;

/** What depends on the question alone is worked out here, once for all texts. */
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
  const followers = new Map<string, Set<string>>();
  let pairCount = 0;
  question.words.forEach((word, index) => {
    const next = question.words[index + 1];
    if (next === undefined || ASKS.has(word)) return;
    const after = followers.get(word) ?? new Set();
    if (!after.has(next)) pairCount++;
    followers.set(word, after.add(next));
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
      const seenPairs = new Set<string>();
      for (let at = 0; at < words.length; at++) {
        const next = words[at + 1];
        if (next !== undefined && followers.get(words[at] ?? '')?.has(next) === true)
          seenPairs.add(`${words[at]} ${next}`);
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
      const pairs = new Set(
        terms.filter((term, index) => index > 0 && term === (terms[index - 1] ?? -2) + 1),
      );
      if (byConcept.size > 0) for (const { concept } of named) concepts |= byConcept.get(concept) ?? 0;
      return {
        stems,
        forms,
        concepts: concepts & ~stems,
        alike: alike & ~stems,
        tokens,
        terms,
        pairs,
        phrases: pairCount === 0 ? 0 : seenPairs.size / pairCount,
      };
    },
  };
}
