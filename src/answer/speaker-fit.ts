import { type Article, type Span, textAt } from '../news/article.ts';
import type { Speaker } from '../news/quotations/quotation.ts';
import { type Token, tokens } from '../search/terms.ts';

/** How somebody is known: by which names, and by which descriptions ("the foreign minister", "Trump’s lawyer"). */
export interface Known {
  readonly names: readonly string[];
  readonly descriptions: readonly string[];
}

/** How an article names a speaker, and what it calls them where they are quoted. */
export function knownAs(article: Article, { name, mention, role }: Speaker): Known {
  const written = (span: Span | null): readonly string[] =>
    span === null ? [] : [textAt(article, span)].filter((text) => !PRONOUN.test(text));
  return {
    names: written(name).filter(isProperName),
    descriptions: [name, mention, role].flatMap(written),
  };
}

/** Stands for a person without telling who it is. */
const PRONOUN = /^(?:he|she|they|it|we|i|you|who|him|her|them|us|me)$/i;

/** "Ursula von der Leyen", "the Department of Justice"; not "Trump’s lawyer", "a White House official". */
export function isProperName(name: string): boolean {
  const words = name.replace(/^the\s+/i, '').split(/[\s,]+/);
  return (
    !/^(?:an?|some|many|several|one|two|another|other|his|her|their|its)$/i.test(words[0] ?? '') &&
    !words.slice(0, -1).some((word) => /\p{L}[’']s?$/u.test(word)) &&
    words.every((word, at) => /^[“"‘'(]?[\p{Lu}\p{N}]/u.test(word) || (at > 0 && PARTICLE.test(word)))
  );
}

const PARTICLE =
  /^(?:de|da|del|della|der|den|di|do|dos|du|van|von|bin|ibn|ben|al|el|la|le|y|e|of|the|for|and|&)$|^(?:al|el|d|l)[-’']/;

/**
 * How surely what was typed means somebody: 3 by name, 2 by what they are, 1 by a word of what they are, 0 not at
 * all.
 *
 *     { names: ['Hope Hicks'], descriptions: ['Trump spokeswoman'] }
 *     hicks 3 · the spokeswoman, Trump spokeswoman Hicks 2 · Trump 1 · Ann Hicks 0
 */
export type Fit = 0 | 1 | 2 | 3;

/** @param wanted from `wantedWords`; no words mean nobody. */
export function speakerFit(wanted: readonly Word[], { names, descriptions }: Known): Fit {
  if (wanted.length === 0) return 0;
  // Names by their letters: "Sanders" is not "Sander", though their stems are the same.
  const named = names.map((name) => new Set(wantedWords(name).map(({ word }) => word)));
  if (named.some((name) => wanted.every(({ word }) => name.has(word)))) return 3;
  const described = descriptions.filter((one) => {
    const held = new Set(wantedWords(one).map(({ term }) => term));
    return wanted.every(({ word, term }) => held.has(term) || named.some((name) => name.has(word)));
  });
  if (described.length === 0) return 0;
  const isHead = (head: string): boolean => wanted.some(({ term }) => term === head);
  return described.some((one) => headsOf(one).some(isHead)) ? 2 : 1;
}

type Word = Pick<Token, 'word' | 'term'>;

/** "the Foreign Minister’s" → "foreign" and "minister", with their stems. */
export const wantedWords = (typed: string): readonly Word[] => tokens(typed).filter(({ stop }) => !stop);

/** What each part of a description says somebody is: "secretary of state, a friend" → "secretary", "friend". */
const headsOf = (description: string): readonly string[] =>
  description.split(/\s+and\s+|\s*[,;]\s*/).flatMap((part) => {
    const [before = part] = part.split(/\s+(?:of|for|from|at|in|on|with|to|who|that|under)\s+/);
    return wantedWords(before)
      .slice(-1)
      .map(({ term }) => term);
  });
