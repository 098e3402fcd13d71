import { type Article, type ArticleId, textAt } from '../news/article.ts';
import type { Quotation } from '../news/quotations/quotation.ts';
import { fullName, keyWithin } from './full-name.ts';
import { type Person, peopleIn } from './people.ts';
import { createRoster, type Roster } from './roster.ts';

/** Who is quoted in articles that come and go. What an article changes is made anew, and nothing else. */
export interface Register {
  read(article: Article, quotations: readonly Quotation[]): void;
  /** An article that was never read is passed over. */
  forget(article: Article): void;
  roster(): Roster;
}

/** Everybody who may be one person: those of one full name, whatever the initials; or one description in one article. */
interface Namesakes {
  readonly rows: Map<ArticleId, readonly Quotation[]>;
  people: readonly Person[] | null;
}

/**
 * @param articles those that have been read are among them.
 * @param order which article comes first.
 * @param isCounted whether a row counts: in a copy of another article it is said a second time.
 */
export function createRegister(
  articles: ReadonlyMap<ArticleId, Article>,
  order: (a: Article, b: Article) => number,
  isCounted: (row: Quotation) => boolean = () => true,
): Register {
  const namesakes = new Map<string, Namesakes>();
  const keysOf = new Map<ArticleId, ReadonlySet<string>>();
  let made: Roster | null = null;

  const inOrder = (one: ArticleId, other: ArticleId): number => {
    const [a, b] = [articles.get(one), articles.get(other)];
    return a === undefined || b === undefined ? 0 : order(a, b);
  };
  const peopleOf = (group: Namesakes): readonly Person[] => {
    const ids = [...group.rows.keys()].sort(inOrder);
    group.people ??= peopleIn(
      ids.flatMap((id) => group.rows.get(id) ?? []),
      articles,
      isCounted,
    );
    return group.people;
  };
  const appearance = (a: Person, b: Person): number => {
    const [one, other] = [a.rows[0], b.rows[0]];
    if (one === undefined || other === undefined) return 0;
    return inOrder(one.article, other.article) || (one.spans[0]?.start ?? 0) - (other.spans[0]?.start ?? 0);
  };
  const forget = ({ id }: Article): void => {
    for (const key of keysOf.get(id) ?? []) {
      const group = namesakes.get(key);
      if (group === undefined) continue;
      group.rows.delete(id);
      group.people = null;
      if (group.rows.size === 0) namesakes.delete(key);
    }
    if (keysOf.delete(id)) made = null;
  };

  return {
    read(article, quotations) {
      forget(article);
      const byKey = grouped(quotations, article);
      for (const [key, rows] of byKey) {
        const group = namesakes.get(key) ?? { rows: new Map(), people: null };
        group.rows.set(article.id, rows);
        group.people = null;
        namesakes.set(key, group);
      }
      keysOf.set(article.id, new Set(byKey.keys()));
      made = null;
    },
    forget,
    roster() {
      made ??= createRoster(
        [...namesakes.values()]
          .flatMap(peopleOf)
          .sort((a, b) => b.quotations - a.quotations || b.reported - a.reported || appearance(a, b)),
      );
      return made;
    },
  };
}

function grouped(quotations: readonly Quotation[], article: Article): ReadonlyMap<string, Quotation[]> {
  const byKey = new Map<string, Quotation[]>();
  for (const row of quotations) {
    if (row.speaker === null) continue;
    const name = textAt(article, row.speaker.name);
    const key = fullName(name)?.key ?? keyWithin(name, article.id);
    const rows = byKey.get(key);
    if (rows === undefined) byKey.set(key, [row]);
    else rows.push(row);
  }
  return byKey;
}
