import { type Article, type Span, textAt } from '../article.ts';
import { type Sex, sexOf } from './first-names.ts';
import { afterTitles, mentionIn, nameRuns, roleIn } from './mention.ts';
import { appositiveAfter, roleStart } from './roles.ts';

/** A name where it stands, with what the article calls the person there: "Mayor". */
export interface Named {
  readonly name: Span;
  readonly role: Span | null;
  /** Whether a sentence begins with it. */
  readonly opens: boolean;
}

/** A surname may be that of several people; then the last one named in full is meant. */
export interface Resolved {
  readonly name: Span;
  readonly role: Span | null;
  /** Whether the article names somebody else too whose name ends in this one. */
  readonly ambiguous: boolean;
}

/** Every name of an article, to look surnames up in. */
export interface Names {
  /** In the order of the text. */
  readonly all: readonly Named[];
  /** The fullest name that ends as this one does: "Zelensky" → "Volodymyr Zelensky". Itself when there is none. */
  resolve(name: Span): Resolved;
}

/**
 * Reads the whole article once.
 *
 * @param introduced roles that speakers are given, by where their names end: "**The mayor**, Ana Moreau, said"
 */
export function namesIn(article: Article, introduced: ReadonlyMap<number, Span> = new Map()): Names {
  const all = article.sections
    .flatMap(({ paragraphs }) => paragraphs)
    .flatMap((paragraph) => namesOf(article, paragraph, introduced));
  const bySurname = new Map<string, Named[]>();
  for (const one of all) {
    const key = surname(textAt(article, one.name));
    const known = bySurname.get(key) ?? [];
    known.push(one);
    bySurname.set(key, known);
  }
  const people = new Map<string, readonly Person[]>();
  for (const [key, named] of bySurname) people.set(key, peopleOf(article, named));
  return {
    all,
    resolve(name) {
      const own = plain(textAt(article, name));
      const namesakes = (people.get(surname(own)) ?? []).filter(({ names }) =>
        names.some((one) => endsIn(one, own) || endsIn(own, one)),
      );
      const titled = namesakes.filter((one) => suitsTitle(article, name, one.fullest));
      const fitting = titled.length > 0 ? titled : namesakes;
      const person = fitting.findLast(({ first }) => first <= name.start) ?? fitting[0];
      if (person === undefined) return { name, role: null, ambiguous: false };
      const isFuller = person.fullest.end - person.fullest.start > own.length;
      return {
        name: isFuller || !person.names.includes(own) ? person.fullest : withoutPossessive(article, name),
        role: person.role,
        ambiguous: fitting.length > 1,
      };
    },
  };
}

/** "Mr Moreau" is Paul Moreau and not his sister. */
function suitsTitle(article: Article, name: Span, fullest: Span): boolean {
  const told = titleBefore(article, name);
  const sex = told === null ? null : sexOf(textAt(article, fullest).split(/\s/, 1)[0] ?? '');
  return sex === null || sex === told;
}

/** Whom a title just before a name is given to. */
export function titleBefore({ text }: Article, { start }: Span): Sex | null {
  const title = /\b(?:(Mr)|Mrs|Ms|Miss)\.?\s$/.exec(text.slice(Math.max(0, start - 6), start));
  return title === null ? null : title[1] === undefined ? 'hers' : 'his';
}

interface Person {
  /** Every way the article writes the name. */
  readonly names: readonly string[];
  readonly fullest: Span;
  readonly role: Span | null;
  /** Where the person is first named in full. */
  readonly first: number;
}

/** Who shares a surname: "Donald J. Trump" and "Donald Trump" are one, "Melania Trump" another; "Trump" is any. */
function peopleOf(article: Article, named: readonly Named[]): readonly Person[] {
  const groups = new Map<string, Named[]>();
  const bare: Named[] = [];
  const written = new Set(named.map(({ name }) => plain(textAt(article, name))));
  for (const given of named) {
    const one = withoutAdjective(article, given, written);
    const words = plain(textAt(article, one.name)).split(/\s+/);
    const first = words[0] ?? '';
    const theirs = groups.get(first);
    if (words.length === 1) bare.push(one);
    else if (theirs === undefined) groups.set(first, [one]);
    else theirs.push(one);
  }
  const full = [...groups.values()];
  // A bare surname tells the role of the only person who bears it.
  return (full.length === 0 ? [bare] : full).map((own) =>
    personOf(article, full.length <= 1 ? [...own, ...bare] : own),
  );
}

/** "Rival Ana Moreau" is Ana Moreau where the article writes that too. */
function withoutAdjective(article: Article, one: Named, written: ReadonlySet<string>): Named {
  const text = textAt(article, one.name);
  const rest = text.search(/\s\S+\s/);
  if (rest < 0 || !written.has(plain(text.slice(rest + 1)))) return one;
  return { ...one, name: { start: one.name.start + rest + 1, end: one.name.end } };
}

function personOf(article: Article, named: readonly Named[]): Person {
  const spans = named.map(({ name }) => withoutPossessive(article, name));
  const fullest = spans.reduce((best, span) => (span.end - span.start > best.end - best.start ? span : best));
  return {
    names: [...new Set(spans.map((span) => textAt(article, span)))],
    fullest,
    role: named.find(({ role }) => role !== null)?.role ?? null,
    first: named[0]?.name.start ?? 0,
  };
}

function namesOf(article: Article, paragraph: Span, introduced: ReadonlyMap<number, Span>): readonly Named[] {
  return nameRuns(textAt(article, paragraph)).flatMap(({ index, text }) => {
    const start = paragraph.start + index;
    const from = roleStart(article, paragraph, start);
    const named =
      from === start
        ? plainlyNamed(text, start)
        : mentionIn(article, { start: from, end: start + text.length });
    if (named === null || named.name === null) return [];
    return [
      {
        name: named.name,
        role:
          named.role ?? introduced.get(named.name.end) ?? appositiveAfter(article, paragraph, named.name.end),
        opens: opensSentence(article, paragraph, from),
      },
    ];
  });
}

/** "Mayor Ilse Brandt": titles and a name, with nothing in lower case before them. */
function plainlyNamed(
  run: string,
  start: number,
): { readonly name: Span; readonly role: Span | null } | null {
  const untitled = afterTitles(run);
  if (untitled === null) return null;
  const role = roleIn(run.slice(0, untitled));
  return {
    name: { start: start + untitled, end: start + run.length },
    role: role === null ? null : { start: start + role.start, end: start + role.start + role.text.length },
  };
}

/** The beginning of a sentence, and what may stand there before its subject: "The mayor, …", "On a visit to Harrow Bay, …". */
const OPENS = /[.!?][”"’']?\s+(?:\p{Lu}[\p{L}’'-]*(?:\s+[\p{L}\p{N}’'-]+){0,5},\s+)?$/u;
/** Far enough for such an introduction. UTF-16 units. */
const INTRODUCTION = 60;

function opensSentence({ text }: Article, paragraph: Span, at: number): boolean {
  if (at === paragraph.start) return true;
  if (!/[.!?,”"’']/.test(text[at - 2] ?? '')) return false;
  const from = Math.max(paragraph.start, at - INTRODUCTION);
  return OPENS.test((from === paragraph.start ? '. ' : '') + text.slice(from, at));
}

const plain = (name: string): string => name.replace(/[’']s?$/, '');
const surname = (name: string): string => plain(name).split(/\s+/).at(-1)?.toLowerCase() ?? '';
const endsIn = (name: string, ending: string): boolean => name === ending || name.endsWith(` ${ending}`);

function withoutPossessive(article: Article, { start, end }: Span): Span {
  return { start, end: start + plain(article.text.slice(start, end)).length };
}
