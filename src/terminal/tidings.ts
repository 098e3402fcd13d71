import { basename } from 'node:path';
import type { LeftOut } from '../librarian.ts';

/** What has become of articles, each by its headline, and files that can be none as they are now. */
export interface Tidings {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly problems: readonly LeftOut[];
}

type Becoming = Exclude<keyof Tidings, 'problems'>;

/** Gathers what is told of articles until somebody asks. */
export interface Gazette {
  /** By their ids. */
  hear(told: Tidings): void;
  /** Everything that was heard since the last time. */
  take(): Tidings;
}

/**
 * @param headlineOf of an article that is there; those that are gone go by the last headline they had.
 * @param ids of all articles that are there at the beginning.
 */
export function createGazette(
  headlineOf: (id: string) => string | undefined,
  ids: readonly string[],
): Gazette {
  const headlines = new Map(ids.map((id) => [id, headlineOf(id) ?? id]));
  const heard = new Map<string, Becoming>();
  let faulty: readonly LeftOut[] = [];
  return {
    hear({ added, changed, removed, problems }) {
      faulty = [...faulty, ...problems];
      for (const id of added) heard.set(id, heard.get(id) === 'removed' ? 'changed' : 'added');
      for (const id of changed) if (heard.get(id) !== 'added') heard.set(id, 'changed');
      for (const id of removed)
        if (heard.get(id) === 'added' || !headlines.has(id)) heard.delete(id);
        else heard.set(id, 'removed');
    },
    take() {
      const named = (kind: Becoming): readonly string[] =>
        [...heard].flatMap(([id, what]) => {
          if (what !== kind) return [];
          const headline = headlineOf(id) ?? headlines.get(id) ?? id;
          headlines.set(id, headline);
          return [headline];
        });
      const tidings = {
        added: named('added'),
        changed: named('changed'),
        removed: named('removed'),
        problems: faulty,
      };
      heard.clear();
      faulty = [];
      return tidings;
    },
  };
}

const MOST_NAMED = 3;

/** "(1 article added: Ferry raised · left out: boat.md, line 2: …)"; null where nothing has become of any. */
export function tidingsLine(tidings: Tidings): string | null {
  const parts = (['added', 'changed', 'removed'] as const).flatMap((what) => {
    const names = tidings[what];
    if (names.length === 0) return [];
    const more = names.length - MOST_NAMED;
    const named = [...names.slice(0, MOST_NAMED), ...(more > 0 ? [`${more} more`] : [])].join(', ');
    return [`${names.length === 1 ? '1 article' : `${names.length} articles`} ${what}: ${named}`];
  });
  const [problem, ...others] = tidings.problems;
  const more = others.length === 0 ? '' : ` (and ${others.length} more: /corpus list)`;
  const all = problem === undefined ? parts : [...parts, `left out: ${told(problem)}${more}`];
  return all.length === 0 ? null : `(${all.join(' · ')})`;
}

const told = ({ file, line, message }: LeftOut): string =>
  `${basename(file)}${line === undefined ? '' : `, line ${line}`}: ${message}`;
