import { isQuoted, type Stretch } from '../../src/news/quotations/tokens.ts';
import { lemmasOf, type VerbTable } from '../../src/news/quotations/verbs.ts';
import type { Prepared } from './prepared.ts';

/** Lemmas that are part of a cue less often than this are left out: they are accidents. */
const LEAST_CUES = 3;

/** In cues and everywhere else: they tell nothing of reporting. */
const FUNCTION_WORDS = new Set(
  'a an the of to in on at by for from with about as that this his her its their our my be have do not no also who it he she they we you i and but or so if when more than out up over into against all some one would will could can may might should'.split(
    ' ',
  ),
);

/** Counts how often words stand outside quotation marks, and how often in cues: the words of reporting. */
export function countVerbs(articles: readonly Prepared[]): VerbTable {
  const attested = new Set(articles.flatMap(({ layout }) => layout.tokens.words));
  const lemmaOf = (word: string): string => lemmasOf(word).find((lemma) => attested.has(lemma)) ?? word;
  const counted = new Map<string, [stands: number, cues: number, quotes: number]>();
  const add = (word: string, which: 0 | 1 | 2): void => {
    const lemma = lemmaOf(word);
    const counts = counted.get(lemma) ?? [0, 0, 0];
    counts[which]++;
    counted.set(lemma, counts);
  };
  for (const { layout, attributions } of articles) {
    const { tokens } = layout;
    for (let at = 0; at < tokens.length; at++) if (!isQuoted(tokens, at)) add(tokens.words[at] ?? '', 0);
    for (const { cue, judged } of attributions)
      for (const word of wordsOf(tokens.words, cue)) {
        add(word, 1);
        if (judged.kind !== 'indirect') add(word, 2);
      }
  }
  return Object.fromEntries(
    [...counted]
      .filter(
        ([lemma, [, cues]]) => cues >= LEAST_CUES && /^\p{L}{2,}$/u.test(lemma) && !FUNCTION_WORDS.has(lemma),
      )
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const wordsOf = (words: readonly string[], stretch: Stretch | null): readonly string[] =>
  stretch === null ? [] : words.slice(stretch.from, stretch.to);
