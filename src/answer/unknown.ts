import type { SearchEngine } from '../search/engine.ts';
import type { Lexicon } from '../search/lexicon.ts';
import type { PassageId } from '../search/passages.ts';
import type { Question, QuestionTerm } from './question.ts';
import type { Ranked } from './rank.ts';

type Knows = Lexicon['knows'];

/** Terms of the question that no article holds, under any name. */
export const unknownTerms = ({ terms }: Question, knows: Knows): readonly QuestionTerm[] =>
  terms.filter(({ term, concept }) => !knows(term) && (concept === null || !knows(concept)));

/**
 * Which terms some of the articles hold. Most terms of a question stand in what was found for it; only the others are
 * looked for, one by one.
 */
export function knownWithin(
  { terms }: Question,
  found: readonly Ranked[],
  { engine, lexicon }: { readonly engine: SearchEngine; readonly lexicon: Lexicon },
  within: (id: PassageId) => boolean,
): Knows {
  let stems = 0;
  let concepts = 0;
  for (const { candidate } of found)
    for (const held of [candidate.whole, candidate.heading, candidate.headline]) {
      stems |= held.stems;
      concepts |= held.concepts;
    }
  const seen = new Set(
    terms.flatMap(({ term, concept }, index) => [
      ...((stems >> index) & 1 ? [term] : []),
      ...((concepts >> index) & 1 && concept !== null ? [concept] : []),
    ]),
  );
  return (term) =>
    seen.has(term) ||
    (lexicon.knows(term) && engine.search([{ term, weight: 1 }], { limit: 1, within }).length > 0);
}
