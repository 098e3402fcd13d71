import type { Span } from '../news/article.ts';
import type { Candidate } from './candidates.ts';
import { isNegationAt, partedBySentence } from './comparison.ts';

/** What a part of a quotation was torn from. */
export interface Left {
  /** Words right beside the part without which it says something else: "not", the figure before "million". */
  readonly torn: readonly Span[];
  /** A negation elsewhere in the sentence. */
  readonly without: Span | null;
}

/** Looks at the words before and after those that are given, in the same sentence. */
export function leftBehind({ comparison, length }: Candidate): Left {
  const { article, steps, wordAt } = comparison;
  const words = steps.flatMap((step) => (step.kind === 'added' ? [] : [step.word]));
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return { torn: [], without: null };
  const before = outward(first, -1);
  const after = outward(last, 1);
  const torn = [before[0], after[0]].flatMap((span) =>
    span !== undefined && isNegationAt(article, span) ? [span] : [],
  );
  const number =
    before[0] !== undefined && isTornNumber(article.text, before[0], wordAt(first)) ? [before[0]] : [];
  const without = [...before, ...after].find((span) => isNegationAt(article, span)) ?? null;
  return { torn: [...number, ...torn].filter((span, at, all) => all.indexOf(span) === at), without };

  /** From a word to the beginning or end of its sentence. */
  function outward(from: number, step: 1 | -1): readonly Span[] {
    const found: Span[] = [];
    for (let at = from + step; at >= 0 && at < length; at += step) {
      const [one, other] = [wordAt(at), wordAt(at - step)];
      const [left, right] = step < 0 ? [one, other] : [other, one];
      if (partedBySentence(article, left, right)) {
        if (at === from + step && isAnswer(at)) found.push(one);
        break;
      }
      found.push(one);
    }
    return found;
  }

  /** "No." and "Never." are sentences that belong to the one beside them. */
  function isAnswer(at: number): boolean {
    const [before, word, after] = [at - 1, at, at + 1].map((near) =>
      near >= 0 && near < length ? wordAt(near) : undefined,
    );
    return (
      word !== undefined &&
      isNegationAt(article, word) &&
      (before === undefined || partedBySentence(article, before, word)) &&
      (after === undefined || partedBySentence(article, word, after))
    );
  }
}

const SCALE =
  /^(?:hundred|thousand|million|billion|trillion|percent|per|%|dollars?|euros?|pounds?|points?)$/i;

const isTornNumber = (text: string, before: Span, first: Span): boolean =>
  /\p{N}$/u.test(text.slice(before.start, before.end)) && SCALE.test(text.slice(first.start, first.end));
