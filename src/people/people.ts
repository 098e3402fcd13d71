import { knownAs } from '../answer/speaker-fit.ts';
import { type Article, type ArticleId, textAt } from '../news/article.ts';
import type { Quotation } from '../news/quotations/quotation.ts';
import { type FullName, fullName, keyWithin } from './full-name.ts';
import { countStatements } from './statements.ts';

/** A person, an office or a description that is quoted. */
export interface SpeakerEntry {
  /** As the articles write it most often. */
  readonly name: string;
  /** Every way in which the articles name them, in full and where they are quoted; commonest first. No pronouns. */
  readonly mentions: readonly string[];
  /** Commonest first. */
  readonly roles: readonly string[];
  /** Where they are quoted, in the order given: newest first. */
  readonly articles: readonly ArticleId[];
  /** Statements of which at least some words stand between marks; those that copies repeat are counted once. */
  readonly quotations: number;
  /** Statements that are reported without marks. */
  readonly reported: number;
}

export interface Person extends SpeakerEntry {
  /** As the articles write it in full: with and without an initial, a title, accents. */
  readonly names: readonly string[];
  /** Every row of theirs, in the order given, scare quotes and fragments of other rows included. */
  readonly rows: readonly Quotation[];
}

type Articles = ReadonlyMap<ArticleId, Article>;

/**
 * Whoever says some quotations, most quoted first, then in the order in which they appear.
 *
 * One full name is one person in all articles, whatever its capitals, accents, title and middle initials; but where
 * it stands with different initials (George W. and George H. W. Bush) each is somebody else, and so is the one
 * without. A bare surname or a description is one speaker within its article and never merged across articles.
 *
 * @param isCounted whether a row counts: in a copy of another article it is said a second time. Who says nothing else
 * is there all the same, with no statements.
 */
export function peopleIn(
  quotations: readonly Quotation[],
  articles: Articles,
  isCounted: (row: Quotation) => boolean = () => true,
): readonly Person[] {
  const named = quotations.flatMap((row) => {
    const article = articles.get(row.article);
    if (article === undefined || row.speaker === null || row.grade === 'unknown') return [];
    const name = textAt(article, row.speaker.name);
    return [{ row, article, name, full: fullName(name) }];
  });
  const initials = new Map<string, Set<string>>();
  for (const { full } of named)
    if (full !== null && full.initials !== '')
      initials.set(full.key, (initials.get(full.key) ?? new Set()).add(full.initials));
  const keyOf = ({ key, initials: own }: FullName): string =>
    (initials.get(key)?.size ?? 0) > 1 ? `${key} (${own})` : key;

  const rows = new Map<string, Quotation[]>();
  for (const { row, name, full } of named) {
    const key = full === null ? keyWithin(name, row.article) : keyOf(full);
    const theirs = rows.get(key);
    if (theirs === undefined) rows.set(key, [row]);
    else theirs.push(row);
  }
  return [...rows.values()]
    .map((theirs) => personOf(theirs, articles, isCounted))
    .filter((person) => isStating(person) || isStating(countStatements(person.rows, articles)))
    .sort((a, b) => b.quotations - a.quotations || b.reported - a.reported);
}

/** Whether any statement of theirs counts. */
export const isStating = ({ quotations, reported }: Pick<SpeakerEntry, 'quotations' | 'reported'>): boolean =>
  quotations + reported > 0;

function personOf(
  rows: readonly Quotation[],
  articles: Articles,
  isCounted: (row: Quotation) => boolean,
): Person {
  const names: string[] = [];
  const mentions: string[] = [];
  const roles: string[] = [];
  for (const { article: id, speaker } of rows) {
    const article = articles.get(id);
    if (article === undefined || speaker === null) continue;
    names.push(textAt(article, speaker.name));
    mentions.push(...new Set(knownAs(article, { ...speaker, role: null }).descriptions));
    const role = speaker.role === null ? '' : textAt(article, speaker.role);
    if (!TELLS_NOTHING.test(role)) roles.push(role);
  }
  const written = commonestFirst(names);
  return {
    name: written[0] ?? '',
    names: written,
    mentions: commonestFirst([...names, ...mentions]),
    roles: commonestFirst(roles),
    articles: [...new Set(rows.map(({ article }) => article))],
    ...countStatements(rows.filter(isCounted), articles),
    rows,
  };
}

/** No role, though it stands before the name. */
const TELLS_NOTHING = /^\s*(?:mr|mrs|ms|miss|mx|the|an?)?\.?\s*$/i;

/** Each once, whatever its capitals and its possessive; equally common ones by length, then by letter. */
function commonestFirst(written: readonly string[]): readonly string[] {
  const forms = new Map<string, Map<string, number>>();
  for (const text of written) {
    const plain = text.replace(/\s+/g, ' ').replace(/[’'](?:s)?$/, '');
    const key = plain.toLowerCase();
    const counts = forms.get(key) ?? new Map<string, number>();
    forms.set(key, counts.set(plain, (counts.get(plain) ?? 0) + 1));
  }
  const byCount = ([one, count]: readonly [string, number], [other, rival]: readonly [string, number]) =>
    rival - count || other.length - one.length || (one < other ? -1 : 1);
  return [...forms.values()]
    .flatMap((counts): readonly (readonly [string, number])[] => {
      const [commonest] = [...counts].sort(byCount);
      const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
      return commonest === undefined ? [] : [[commonest[0], all]];
    })
    .sort(byCount)
    .map(([text]) => text);
}
