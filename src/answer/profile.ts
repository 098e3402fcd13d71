import { textAt } from '../news/article.ts';
import { headingText, type Passage } from '../search/passages.ts';
import { conceptsAt, tokens } from '../search/terms.ts';
import { type CueAt, cuesIn } from './cues.ts';

/** A text as the ranker sees it: its words as parallel arrays, stop words included. */
export interface Profile {
  readonly terms: readonly string[];
  readonly forms: readonly string[];
  /** Whether each word says nothing about the subject. */
  readonly stops: readonly boolean[];
  /** Words that say something. */
  readonly contentWords: number;
  readonly concepts: readonly { readonly concept: string; readonly token: number }[];
  readonly cues: readonly CueAt[];
  readonly asks: boolean;
  /** Begins with "he", "it", "this": it needs the sentence before it. */
  readonly leans: boolean;
}

export interface PassageProfile {
  readonly passage: Passage;
  /** One for each of the passage's sentences. */
  readonly sentences: readonly Profile[];
  readonly heading: Profile;
  readonly headline: Profile;
  /** It is the first under its heading. */
  readonly opensSection: boolean;
}

function profileOf(text: string): Profile {
  const words = tokens(text);
  return {
    terms: words.map(({ term }) => term),
    forms: words.map(({ word }) => word),
    stops: words.map(({ stop }) => stop),
    contentWords: words.reduce((sum, { stop }) => sum + (stop ? 0 : 1), 0),
    concepts: conceptsAt(words).map(({ concept, first }) => ({ concept, token: first })),
    cues: cuesIn(text, words),
    asks: /\?["”’)]*$/.test(text),
    leans: /^(?:he|she|it|they|his|her|its|their|this|that|these|those|such|both)$/.test(
      words[0]?.word ?? '',
    ),
  };
}

/** Profiles that are kept: a candidate of one question is likely to be one of the next. */
const MOST_KEPT = 5_000;
const kept = new Map<Passage, PassageProfile>();
const headlines = new Map<string, Profile>();

/** A passage never changes, so neither does its profile; the ones made longest ago are forgotten. */
export function passageProfile(passage: Passage): PassageProfile {
  const known = kept.get(passage);
  if (known !== undefined) return known;
  const made: PassageProfile = {
    passage,
    sentences: passage.sentences.map((span) => profileOf(textAt(passage.article, span))),
    heading: shortProfile(headingText(passage)),
    headline: shortProfile(passage.article.headline),
    opensSection: opensSection(passage),
  };
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(passage, made);
  return made;
}

/** Of a passage that is no more. Its article would be kept with it. */
export const forgetProfile = (passage: Passage): void => void kept.delete(passage);

/** Headings and headlines stand above many passages: each is read once. */
function shortProfile(text: string): Profile {
  const known = headlines.get(text);
  if (known !== undefined) return known;
  const made = profileOf(text);
  if (headlines.size >= MOST_KEPT) headlines.clear();
  headlines.set(text, made);
  return made;
}

const opensSection = ({ article, heading, span }: Passage): boolean =>
  heading !== null &&
  article.sections.some(
    (section) => section.heading === heading && section.paragraphs[0]?.start === span.start,
  );
