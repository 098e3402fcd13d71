import { best } from './beginnings.ts';
import type { Article } from './news/article.ts';
import type { SpeakerEntry } from './people/people.ts';

/** `label` is what a person reads; `value` is what the command gets. Both at most 100 characters. */
export interface Suggestion {
  readonly label: string;
  readonly value: string;
}

const MOST_SUGGESTIONS = 25;
const LONGEST = 100;

/** The value is the id. With nothing typed, in the order given. At most 25. */
export function suggestArticles(articles: readonly Article[], typed: string): readonly Suggestion[] {
  const found = best(articles, typed, ({ headline, publisher, id }) => [
    headline,
    `${publisher ?? ''} ${id}`,
  ]);
  return taken(found, ({ headline, id }) => ({ label: clip(headline), value: id }));
}

/** The value is the name, whichever way of naming them was typed. With nothing typed, in the order given. At most 25. */
export function suggestSpeakers(speakers: readonly SpeakerEntry[], typed: string): readonly Suggestion[] {
  const found = best(speakers, typed, ({ name, mentions, roles }) => [
    name,
    [...mentions, ...roles].join(' '),
  ]);
  return taken(found, ({ name, roles: [role] }) => ({
    label: clip(role === undefined || name.includes(role) ? name : `${name}, ${role}`),
    value: name,
  }));
}

/** The value is the name. With nothing typed, in the order given. At most 25. */
export const suggestNames = (names: readonly string[], typed: string): readonly Suggestion[] => {
  const rows = rowsOf(names);
  return taken(
    best(rows, typed, ({ name }) => [name, '']),
    ({ name }) => ({ label: clip(name), value: name }),
  );
};

/** Those whose value is no longer than can be asked for. Two Smiths of two articles are one: either finds both. */
function taken<Row>(rows: readonly Row[], suggestionOf: (row: Row) => Suggestion): readonly Suggestion[] {
  const byValue = new Map<string, Suggestion>();
  for (const row of rows) {
    if (byValue.size === MOST_SUGGESTIONS) break;
    const suggestion = suggestionOf(row);
    if (suggestion.value.length <= LONGEST && !byValue.has(suggestion.value))
      byValue.set(suggestion.value, suggestion);
  }
  return [...byValue.values()];
}

/** The same rows for the same list: what has been read of them is found again. */
const namedRows = new WeakMap<readonly string[], readonly { readonly name: string }[]>();

function rowsOf(names: readonly string[]): readonly { readonly name: string }[] {
  const known = namedRows.get(names) ?? names.map((name) => ({ name }));
  namedRows.set(names, known);
  return known;
}

/** A headline in a menu is a pointer, not a quotation: it may be shortened, and shows that it was. */
const clip = (label: string): string =>
  label.length <= LONGEST
    ? label
    : `${label
        .slice(0, LONGEST - 1)
        .replace(/[\ud800-\udbff]$/, '')
        .trimEnd()}…`;
