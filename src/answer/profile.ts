import { textAt } from '../news/article.ts';
import { headingText, type Passage } from '../search/passages.ts';
import { conceptsAt, type Token, tokens } from '../search/terms.ts';

/** A text as the ranker sees it. */
export interface Profile {
  readonly tokens: readonly Token[];
  /** Terms without stop words, and concepts. */
  readonly terms: ReadonlySet<string>;
  /** Folded words as they stand. */
  readonly forms: ReadonlySet<string>;
  readonly text: string;
}

export interface PassageProfile {
  readonly passage: Passage;
  /** One for each of the passage's sentences. */
  readonly sentences: readonly Profile[];
  readonly terms: ReadonlySet<string>;
  readonly heading: Profile;
  readonly headline: Profile;
}

export function profileOf(text: string): Profile {
  const words = tokens(text);
  const terms = new Set(words.filter(({ stop }) => !stop).map(({ term }) => term));
  for (const { concept } of conceptsAt(words)) terms.add(concept);
  return { tokens: words, terms, forms: new Set(words.map(({ word }) => word)), text };
}

// A passage never changes: its profile is made when it first becomes a candidate and lives as long as it does.
const profiles = new WeakMap<Passage, PassageProfile>();

export function passageProfile(passage: Passage): PassageProfile {
  const known = profiles.get(passage);
  if (known !== undefined) return known;
  const sentences = passage.sentences.map((span) => profileOf(textAt(passage.article, span)));
  const made: PassageProfile = {
    passage,
    sentences,
    terms: new Set(sentences.flatMap(({ terms }) => [...terms])),
    heading: profileOf(headingText(passage)),
    headline: profileOf(passage.article.headline),
  };
  profiles.set(passage, made);
  return made;
}
