import type { Article } from '../news/article.ts';

const known = new WeakMap<readonly Article[], readonly string[]>();

/** Each publisher once, whatever its capitals, as it is written most often; those with most articles first. */
export function publishersOf(articles: readonly Article[]): readonly string[] {
  const before = known.get(articles);
  if (before !== undefined) return before;
  const forms = new Map<string, Map<string, number>>();
  for (const { publisher } of articles) {
    if (publisher === undefined) continue;
    const key = foldedName(publisher);
    const counts = forms.get(key) ?? new Map<string, number>();
    forms.set(key, counts.set(publisher, (counts.get(publisher) ?? 0) + 1));
  }
  const made = [...forms.values()]
    .map((counts) => {
      const [name = ''] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
      return { name, articles: [...counts.values()].reduce((sum, count) => sum + count, 0) };
    })
    .sort((a, b) => b.articles - a.articles || (a.name < b.name ? -1 : 1))
    .map(({ name }) => name);
  known.set(articles, made);
  return made;
}

/** What makes two spellings of a name one. */
export const foldedName = (name: string): string =>
  name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
