import type { Article, Span } from '../news/article.ts';
import {
  folded,
  follow,
  isBefore,
  occurrences,
  type Page,
  type Place,
  pageOf,
  precede,
  type Target,
  targetIn,
  wordsIn,
} from './published-page.ts';

/**
 * What a browser looks for in a page: `#:~:text=[prefix-,]start[,end][,-suffix]`. It goes to the first place
 * that matches, so a directive must match nowhere earlier than meant.
 * https://wicg.github.io/scroll-to-text-fragment/#finding-ranges-in-a-document
 *
 * Each part is found within one block of the page; the parts may lie in neighbouring blocks, with nothing but
 * white space between prefix and start, and between start and suffix.
 */
export interface TextDirective {
  readonly prefix?: string;
  readonly start: string;
  readonly end?: string;
  readonly suffix?: string;
}

/** Longer sentences are named by their first and last words: shorter, and small edits do not break the link. */
const LONG_SENTENCE = 80;
const WORDS_AT_EACH_END = 5;
/** Beyond this the address grows too long for its use; in Cyrillic a letter takes six characters. */
const MOST_ADDED = 12;

/** The directive to the first paragraph of this stretch; the shortest one where none is unique. */
export function directiveTo(article: Article, sentence: Span): TextDirective | undefined {
  const page = pageOf(article);
  const target = targetIn(page, article.text, sentence);
  if (target === undefined) return undefined;
  const text = target.words.join(' ');
  const isLong = text.length > LONG_SENTENCE && target.words.length > 2 * WORDS_AT_EACH_END;
  const whole = () => wholeOf(page, target, text);
  if (!isLong) return whole() ?? { start: text };
  return (
    rangeOf(page, target) ??
    whole() ?? {
      start: target.words.slice(0, WORDS_AT_EACH_END).join(' '),
      end: target.words.slice(-WORDS_AT_EACH_END).join(' '),
    }
  );
}

function wholeOf(page: Page, target: Target, text: string): TextDirective | undefined {
  const others = occurrences(page, folded(text)).filter((one) => isBefore(one, target));
  const length = folded(text).length;
  for (const { before, after } of contextsOf(page, target)) {
    const added = leastAdded(page, others, length, before, after);
    if (added === undefined) continue;
    const [prefix, suffix] = [lastOf(before, added.before).join(' '), after.slice(0, added.after).join(' ')];
    return { ...(prefix === '' ? {} : { prefix }), start: text, ...(suffix === '' ? {} : { suffix }) };
  }
  return undefined;
}

/** First and last words, each grown into the sentence as far as needed; words before it where that is not enough. */
function rangeOf(page: Page, target: Target): TextDirective | undefined {
  const { words } = target;
  const opening = words.slice(0, WORDS_AT_EACH_END).join(' ');
  const closing = words.slice(-WORDS_AT_EACH_END).join(' ');
  const inside = words.slice(WORDS_AT_EACH_END, -WORDS_AT_EACH_END);
  const earlier = occurrences(page, folded(opening)).filter((one) => isBefore(one, target));
  for (const { before } of contextsOf(page, target)) {
    const added = leastAdded(page, earlier, folded(opening).length, before, inside.slice(0, MOST_ADDED));
    if (added === undefined) continue;
    const start = words.slice(0, WORDS_AT_EACH_END + added.after).join(' ');
    const end: Place = { block: target.block, at: target.at + folded(words.join(' ')).length };
    const between = occurrences(page, folded(closing)).filter(
      ({ block, at }) =>
        block === target.block &&
        at >= target.at + folded(start).length &&
        at < end.at - folded(closing).length,
    );
    const rest = lastOf(inside.slice(added.after), MOST_ADDED);
    const grown = leastAdded(page, between, folded(closing).length, rest, []);
    if (grown === undefined) return undefined;
    const prefix = lastOf(before, added.before).join(' ');
    return {
      ...(prefix === '' ? {} : { prefix }),
      start,
      end: lastOf(words, WORDS_AT_EACH_END + grown.before).join(' '),
    };
  }
  return undefined;
}

interface Context {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Within the paragraph first: the page may have a picture or an advertisement between two. */
function contextsOf({ blocks, opening }: Page, { block, before, after }: Target): readonly Context[] {
  const reached = (own: readonly string[], next: number): readonly string[] =>
    own.length > 0 || next < opening ? own : wordsIn(blocks[next]?.text ?? '');
  const near = (context: Context): Context => ({
    before: lastOf(context.before, MOST_ADDED),
    after: context.after.slice(0, MOST_ADDED),
  });
  return [
    near({ before, after }),
    near({ before: reached(before, block - 1), after: reached(after, block + 1) }),
  ];
}

/** How many words, before and after, tell the place that is meant from all the others; the fewest in all. */
function leastAdded(
  page: Page,
  others: readonly Place[],
  length: number,
  before: readonly string[],
  after: readonly string[],
): { readonly before: number; readonly after: number } | undefined {
  const shared = others.map((place) => ({
    before: countWhile(before.length, (count) => precede(page, place, lastOf(before, count).join(' '))),
    after: countWhile(after.length, (count) =>
      follow(page, { ...place, at: place.at + length }, after.slice(0, count).join(' ')),
    ),
  }));
  for (let total = 0; total <= before.length + after.length; total += 1) {
    for (let inside = Math.min(total, after.length); total - inside <= before.length; inside -= 1) {
      if (inside < 0) break;
      const isUnique = shared.every((one) => one.after < inside || one.before < total - inside);
      if (isUnique) return { before: total - inside, after: inside };
    }
  }
  return undefined;
}

function countWhile(most: number, holds: (count: number) => boolean): number {
  let count = 0;
  while (count < most && holds(count + 1)) count += 1;
  return count;
}

const lastOf = (words: readonly string[], count: number): readonly string[] =>
  words.slice(words.length - Math.min(count, words.length));
