import { isProperName, type Known, speakerFit, wantedWords } from '../answer/speaker-fit.ts';
import { fullName } from './full-name.ts';
import type { Person } from './people.ts';

/** Everybody who is quoted, to be looked up by any way of naming them. */
export interface Roster {
  /** Most quoted first. */
  readonly people: readonly Person[];
  /**
   * Whom a person may mean, most quoted first: a full name only those of that name; otherwise those who are named
   * so; nobody being named so, those who are called so; then those in whose description the words stand.
   */
  named(typed: string): readonly Person[];
}

interface Entry {
  readonly person: Person;
  readonly known: Known;
  /** Their full name as the articles write it, with and without initials; empty when they do not give it. */
  readonly fullNames: ReadonlySet<string>;
  /** Under which they are filed. */
  readonly terms: ReadonlySet<string>;
}

/** Files everybody under each word of their names and descriptions. */
export function createRoster(people: readonly Person[]): Roster {
  const byTerm = new Map<string, Entry[]>();
  for (const person of people) {
    const entry = entryOf(person);
    for (const term of entry.terms) {
      const filed = byTerm.get(term);
      if (filed === undefined) byTerm.set(term, [entry]);
      else filed.push(entry);
    }
  }
  const place = new Map(people.map((person, index) => [person, index]));

  return {
    people,
    named(typed) {
      const wanted = wantedWords(typed);
      const filed = wanted.map(({ term }) => byTerm.get(term) ?? []).sort((a, b) => a.length - b.length);
      const rarest = filed[0] ?? [];
      const [whole] = fullNamesOf(capitalised(typed));
      const fits = rarest.map((entry) => ({
        entry,
        fit: whole !== undefined && entry.fullNames.has(whole) ? EXACTLY : speakerFit(wanted, entry.known),
      }));
      const best = Math.max(0, ...fits.map(({ fit }) => fit));
      return fits
        .filter(({ fit }) => fit > 0 && fit === best)
        .map(({ entry }) => entry.person)
        .sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
    },
  };
}

const EXACTLY = 4;

/** A new article changes few people: the others are read once. */
const entries = new WeakMap<Person, Entry>();

function entryOf(person: Person): Entry {
  const known = entries.get(person);
  if (known !== undefined) return known;
  const made = entryFrom(person);
  entries.set(person, made);
  return made;
}

function entryFrom(person: Person): Entry {
  const known = {
    names: person.names.filter(isProperName),
    descriptions: [...person.mentions, ...person.roles],
  };
  const words = [...known.names, ...known.descriptions].flatMap(wantedWords);
  return {
    person,
    known,
    fullNames: new Set(known.names.flatMap(fullNamesOf)),
    terms: new Set(words.map(({ term }) => term)),
  };
}

/** "George W. Bush" → "george w bush", "george bush"; none where it is no full name. */
function fullNamesOf(written: string): readonly string[] {
  const full = fullName(written);
  return full === null ? [] : [...new Set([`${full.key} ${full.initials}`.trim(), full.key])];
}

/** "donald trump" is typed for "Donald Trump". */
const capitalised = (typed: string): string =>
  typed.trim().replace(/(?<=^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase());
