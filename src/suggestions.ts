import type { Article } from './news/article.ts';
import type { SpeakerEntry } from './speakers.ts';

/** `label` is what a person reads; `value` is what the command gets. Both at most 100 characters. */
export interface Suggestion {
  readonly label: string;
  readonly value: string;
}

const MOST_SUGGESTIONS = 25;
const LONGEST = 100;

/** The value is the id. With nothing typed, in the order given. At most 25. */
export function suggestArticles(articles: readonly Article[], typed: string): readonly Suggestion[] {
  const nameable = articles.filter(({ id }) => id.length <= LONGEST);
  return best(nameable, typed, ({ headline, publisher, id }) => `${headline} ${publisher ?? ''} ${id}`).map(
    ({ headline, id }) => ({ label: clip(headline), value: id }),
  );
}

/** The value is the name. With nothing typed, in the order given. At most 25. */
export function suggestSpeakers(speakers: readonly SpeakerEntry[], typed: string): readonly Suggestion[] {
  // Two Smiths of two articles are one row: what is looked up for either is the same.
  const names = new Set<string>();
  const nameable = speakers.filter(({ name }) => {
    const fits = name.length <= LONGEST && !names.has(name);
    names.add(name);
    return fits;
  });
  return best(nameable, typed, ({ name, role }) => `${name} ${role ?? ''}`).map(({ name, role }) => ({
    label: clip(role === null ? name : `${name}, ${role}`),
    value: name,
  }));
}

/** Rows whose words begin as the typed ones do, one typing mistake forgiven; in the order given where equal. */
function best<Row>(rows: readonly Row[], typed: string, wordsOf: (row: Row) => string): readonly Row[] {
  const wanted = words(typed);
  if (wanted.length === 0) return rows.slice(0, MOST_SUGGESTIONS);
  return rows
    .map((row) => {
      const theirs = words(wordsOf(row));
      const fits = wanted.map((word) => Math.max(0, ...theirs.map((other) => fit(word, other))));
      return { row, fit: Math.min(...fits) };
    })
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .slice(0, MOST_SUGGESTIONS)
    .map(({ row }) => row);
}

const words = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** 3 begins so, 2 holds it, 1 but for one mistake, 0 not at all. */
function fit(typed: string, word: string): number {
  if (word.startsWith(typed)) return 3;
  if (typed.length >= 3 && word.includes(typed)) return 2;
  return typed.length >= 4 && isOneMistakeAway(typed, word.slice(0, typed.length + 1)) ? 1 : 0;
}

/** One letter wrong, missing, too many, or swapped with its neighbour; what is typed may be only the beginning. */
function isOneMistakeAway(typed: string, word: string): boolean {
  let at = 0;
  while (at < typed.length && typed[at] === word[at]) at++;
  const [rest, theirs] = [typed.slice(at), word.slice(at)];
  return (
    theirs.startsWith(rest.slice(1)) ||
    theirs.slice(1).startsWith(rest.slice(1)) ||
    theirs.slice(1).startsWith(rest) ||
    theirs.startsWith(`${rest[1] ?? ''}${rest[0] ?? ''}${rest.slice(2)}`)
  );
}

/** A headline in a menu is a pointer, not a quotation: it may be shortened, and shows that it was. */
const clip = (label: string): string =>
  label.length <= LONGEST
    ? label
    : `${label
        .slice(0, LONGEST - 1)
        .replace(/[\ud800-\udbff]$/, '')
        .trimEnd()}…`;
