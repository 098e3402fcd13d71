import type { Article } from './news/article.ts';
import { foldedName } from './newsroom/publishers.ts';

/** "told" and "Politico" → "told Politico". The colon of "Quill: “…”" is a cue too, but says nothing. */
export const saidHow = (parts: readonly string[]): string =>
  parts.filter((part) => /[\p{L}\p{N}]/u.test(part)).join(' ');

/** Papers that have a story too. */
export interface OtherPapers {
  readonly named: readonly { readonly name: string; readonly url?: string | undefined }[];
  /** How many more there are. */
  readonly others: number;
}

const MOST_NAMED = 3;

/**
 * Each once, in the order of their names, the article's own left out; a copy that names no publisher goes by its
 * headline, if that is another.
 */
export function otherPapers({ publisher = '', headline }: Article, also: readonly Article[]): OtherPapers {
  const own = new Set([publisher, headline].map(foldedName));
  const papers = new Map<string, OtherPapers['named'][number]>();
  for (const copy of [...also].sort(byId)) {
    const name = copy.publisher ?? copy.headline;
    const key = foldedName(name);
    if (!own.has(key) && !papers.has(key)) papers.set(key, { name, url: copy.url });
  }
  const all = [...papers].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, paper]) => paper);
  return { named: all.slice(0, MOST_NAMED), others: Math.max(0, all.length - MOST_NAMED) };
}

/** Two runs agree, whatever order articles were read in. */
const byId = (a: Article, b: Article): number => (a.id < b.id ? -1 : 1);
