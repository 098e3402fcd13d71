import { type Article, type Span, textAt } from '../article.ts';
import { afterTitles, mentionIn, NAME_RUN, roleIn } from './mention.ts';

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

/** Reads the whole article once. */
export function namesIn(article: Article): Names {
  const all = article.sections
    .flatMap(({ paragraphs }) => paragraphs)
    .flatMap((paragraph) => namesOf(article, paragraph));
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
      const fitting = (people.get(surname(own)) ?? []).filter(({ names }) =>
        names.some((one) => endsIn(one, own) || endsIn(own, one)),
      );
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
    if (words.length === 1) bare.push(one);
    else groups.set(words[0] ?? '', [...(groups.get(words[0] ?? '') ?? []), one]);
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

function namesOf(article: Article, paragraph: Span): readonly Named[] {
  return [...textAt(article, paragraph).matchAll(NAME_RUN)].flatMap((run) => {
    const start = paragraph.start + run.index;
    const from = roleStart(article, paragraph, start);
    const named =
      from === start
        ? plainlyNamed(run[0], start)
        : mentionIn(article, { start: from, end: start + run[0].length });
    if (named === null || named.name === null) return [];
    return [
      {
        name: named.name,
        role: named.role ?? appositiveAfter(article, paragraph, named.name.end),
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

const opensSentence = (article: Article, paragraph: Span, at: number): boolean =>
  /(?:^|[.!?][”"’']?\s+)$/.test(article.text.slice(Math.max(paragraph.start, at - 4), at));

const plain = (name: string): string => name.replace(/[’']s?$/, '');
const surname = (name: string): string => plain(name).split(/\s+/).at(-1)?.toLowerCase() ?? '';
const endsIn = (name: string, ending: string): boolean => name === ending || name.endsWith(` ${ending}`);

function withoutPossessive(article: Article, { start, end }: Span): Span {
  return { start, end: start + plain(article.text.slice(start, end)).length };
}

const ROLE_NOUN =
  /(?:(?:\p{Lu}[\p{L}.’'-]*\s+)*)(?:(?:foreign|prime|defen[cs]e|finance|interior|vice|deputy|former|acting|senior|chief|press|campaign|police|fire|state|city|county|party|union|executive|managing|policy|political|communications)\s+){0,3}(?:(?:co-)?(?:spokes(?:man|woman|person)|president|minister|secretary|director|chief|analyst|professor|adviser|advisor|senator|mayor|officer|leader|chair(?:man|woman)?|ambassador|lawyer|attorney|author|researcher|economist|strategist|manager|coach|reporter|journalist|founder|head|official|host)\s+)$/u;

/** "White House spokesman Brian Hughes": the lower-case nouns just before a name, and what is capitalised before them. */
function roleStart(article: Article, paragraph: Span, nameStart: number): number {
  if (!/\p{Ll}\s$/u.test(article.text.slice(Math.max(paragraph.start, nameStart - 2), nameStart)))
    return nameStart;
  const before = article.text.slice(Math.max(paragraph.start, nameStart - 80), nameStart);
  const role = ROLE_NOUN.exec(before);
  return role === null ? nameStart : nameStart - role[0].length;
}

/** "Dmytro Kuleba, a former foreign minister of Ukraine, also …" */
function appositiveAfter(article: Article, paragraph: Span, nameEnd: number): Span | null {
  if (article.text[nameEnd] !== ',') return null;
  const after = article.text.slice(nameEnd, Math.min(paragraph.end, nameEnd + 120));
  const match = /^,\s+(?:an?|the)\s+([^,.;“”"]{3,80})[,.]/.exec(after);
  if (match?.[1] === undefined) return null;
  const start = nameEnd + match[0].indexOf(match[1]);
  return { start, end: start + match[1].length };
}
