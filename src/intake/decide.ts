import type { Obstacle } from '../librarian.ts';
import { type Article, textAt } from '../news/article.ts';
import { textDigest } from './digest.ts';
import type { Holding } from './holding.ts';
import type { Ledger } from './ledger.ts';
import { isMarkdown } from './recognise.ts';

/** An article that asks to be taken in. */
export interface Submission {
  /** As a person calls it: an address, a file. */
  readonly reference: string;
  /** Folded. */
  readonly article: Article;
  readonly digest: string;
  readonly addresses: readonly string[];
  /** See `originOf`. */
  readonly origin?: string | undefined;
  /** Of a text that a feed gave: when it was written, or last changed. */
  readonly asOf?: string | undefined;
}

/** What a file of the corpus holds now; undefined when it is gone or cannot be read. */
export interface Standing {
  readonly article: Article;
  readonly digest: string;
}

export type Decision =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'update'; readonly changedParagraphs: number }
  | { readonly kind: 'refuse'; readonly code: Obstacle; readonly why: string; readonly advice?: string };

/** The article that a submission is, or is a copy of: by its address first, then by its words, then by its file. */
export const matchOf = ({ addresses, digest, origin }: Submission, ledger: Ledger): Holding | undefined =>
  ledger.at(addresses) ?? ledger.withText(digest) ?? ledger.from(origin);

/**
 * Whether a feed gives what was read before, only in other words than its page, which may have been read since: feed and
 * page would take each other's place for ever. Where there is no page, the feed alone tells what has changed.
 */
export const isOldNews = ({ asOf }: Submission, { fetched, page }: Holding): boolean =>
  asOf !== undefined &&
  fetched !== undefined &&
  page !== undefined &&
  Date.parse(asOf) <= Date.parse(fetched);

/** Whether the words are those that were written into the file, whatever was corrected there since. */
export const sameWords = (digest: string, holding: Holding): boolean =>
  textDigest(digest) === textDigest(holding.digest);

/**
 * What becomes of a submission whose words are not those that were written into the file.
 *
 * @param standing of the file as it is now.
 */
export function decideChange(
  { article }: Pick<Submission, 'article'>,
  holding: Holding,
  standing: Standing | undefined,
  force: boolean,
): Decision {
  if (standing?.article.text === article.text) return { kind: 'unchanged' };
  if (!isMarkdown(holding.file))
    return {
      kind: 'refuse',
      code: 'not-rewritten',
      why: `${holding.id} is kept in a format that is not rewritten. Remove it first to take this text.`,
    };
  const guarded = guardOf(holding, standing);
  if (guarded !== undefined && !force)
    return {
      kind: 'refuse',
      code: guarded,
      why: `${holding.id} ${GUARDS[guarded]}`,
      advice: '--force takes this text instead.',
    };
  const lost = standing === undefined || force ? undefined : lossOf(standing.article, article);
  if (lost !== undefined)
    return {
      kind: 'refuse',
      code: lost,
      why: `${LOSSES[lost](article)}; ${holding.id} is kept.`,
      advice: '--force takes this one instead.',
    };
  return { kind: 'update', changedParagraphs: changedBetween(standing?.article, article) };
}

const GUARDS = {
  'broken-file': 'cannot be read as it is now; the page changed.',
  'written-by-hand': 'was written by hand, and reads differently.',
  corrected: 'was corrected by hand; the page changed too.',
} as const satisfies Partial<Record<Obstacle, string>>;

/** Why what the file holds must not be lost; undefined when it holds what was written there, and no more. */
function guardOf({ ours, digest }: Holding, standing: Standing | undefined): keyof typeof GUARDS | undefined {
  if (standing === undefined) return 'broken-file';
  if (!ours) return 'written-by-hand';
  return standing.digest === digest ? undefined : 'corrected';
}

/** Of the pairs of words of the shorter text: two stories share a twentieth, and a closing line more. */
const LEAST_SHARED = 0.3;
/** Of the longer text: a story that is shortened by more than an editor takes out is one that is shown in part. */
const LEAST_LEFT = 0.6;

/** Why a text that stands where another was read must not take its place: it is another, or the beginning of the same. */
function lossOf(before: Article, after: Article): keyof typeof LOSSES | undefined {
  const [old, now] = [pairsOf(before.text), pairsOf(after.text)];
  const shared = [...now].filter((pair) => old.has(pair)).length;
  if (before.headline !== after.headline && shared < LEAST_SHARED * Math.min(old.size, now.size))
    return 'other-article';
  const isPart = paragraphsOf(after).every((paragraph) => before.text.includes(paragraph));
  return isPart && after.text.length < LEAST_LEFT * before.text.length ? 'only-part' : undefined;
}

const LOSSES = {
  'other-article': ({ headline }: Article) => `another article stands there now (“${headline}”)`,
  'only-part': () => 'only a part of it is shown there now',
} as const satisfies Partial<Record<Obstacle, (after: Article) => string>>;

const pairsOf = (text: string): ReadonlySet<string> => {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(1).map((word, at) => `${words[at]} ${word}`));
};

/** Paragraphs that one of two versions has and the other has not: new or dropped, the greater. */
function changedBetween(before: Article | undefined, after: Article): number {
  const old = before === undefined ? [] : paragraphsOf(before);
  const left = new Map<string, number>();
  for (const paragraph of old) left.set(paragraph, (left.get(paragraph) ?? 0) + 1);
  let common = 0;
  for (const paragraph of paragraphsOf(after)) {
    const count = left.get(paragraph) ?? 0;
    if (count > 0) common++;
    left.set(paragraph, Math.max(0, count - 1));
  }
  return Math.max(old.length, paragraphsOf(after).length) - common;
}

const paragraphsOf = (article: Article): readonly string[] =>
  article.sections.flatMap(({ heading, paragraphs }) =>
    [...(heading === null ? [] : [heading]), ...paragraphs].map((span) => textAt(article, span)),
  );
