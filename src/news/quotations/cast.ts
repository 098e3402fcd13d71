import { type Article, type Span, textAt } from '../article.ts';
import { type Mention, mentionIn } from './mention.ts';
import { type Names, namesIn } from './names.ts';
import { type Person, personsIn } from './persons.ts';
import { antecedentOf, type Company, type Heard } from './pronouns.ts';
import type { Grade, Speaker } from './quotation.ts';

/** Who a mention is, and how that was found out. */
export interface Recognised {
  readonly speaker: Speaker;
  readonly grade: Grade;
  /** Whether somebody else would do about as well. */
  readonly doubtful: boolean;
}

/** Everybody in an article. */
export interface Cast {
  /** @param spoke the speaker just before, to whom a pronoun goes back most often */
  recognise(mention: Span, spoke: Speaker | null): Recognised;
}

/**
 * @param subjects mentions that are subjects of a reporting verb, in order: whoever speaks is a person
 * @param marked what stands between quotation marks, in order
 */
export function castOf(article: Article, subjects: readonly Span[], marked: readonly Span[]): Cast {
  const speakers = subjects.map((subject) => mentionIn(article, subject));
  const names = namesIn(article, rolesOf(article, speakers));
  const company = companyOf(article, names, speakers, marked);
  const introduced = names.all.flatMap(({ name, role }) => (role === null ? [] : [{ name, role }]));
  const recognised = (
    name: Span,
    mention: Mention,
    role: Span | null,
    grade: Grade,
    doubtful: boolean,
  ): Recognised => ({
    speaker: { name, mention: mention.span, role },
    grade,
    doubtful,
  });
  /** "the foreign minister", where just one person is called so. */
  const described = (mention: Mention): { readonly name: Span; readonly role: Span } | null => {
    const words = roleWords(textAt(article, mention.span));
    if (words === null) return null;
    const noun = ownWords(words.join(' ')).at(-1) ?? '';
    const fitting = introduced.filter(({ role }) => {
      const theirs = textAt(article, role).toLowerCase();
      const all = new Set(theirs.split(/\s+/));
      // "the board" is not its chief engineer.
      return ownWords(theirs).includes(noun) && words.every((word) => all.has(word));
    });
    const people = new Map(fitting.map((one) => [names.resolve(one.name).name.start, one]));
    return people.size === 1 ? (fitting[0] ?? null) : null;
  };
  return {
    recognise(span, spoke) {
      const mention = mentionIn(article, span);
      if (mention.pronoun) {
        const found = antecedentOf(article, span, company, spoke?.name ?? null);
        if (found === null) return recognised(span, mention, null, 'unknown', false);
        return recognised(found.person.name, mention, found.person.role, 'pronoun', found.doubtful);
      }
      if (mention.name !== null) {
        const { name, role, ambiguous } = names.resolve(mention.name);
        return recognised(name, mention, mention.role ?? role, ambiguous ? 'inferred' : 'named', ambiguous);
      }
      const person = described(mention);
      if (person !== null)
        return recognised(names.resolve(person.name).name, mention, person.role, 'inferred', false);
      return recognised(withoutAside(article, span), mention, null, 'named', false);
    },
  };
}

/** The words that tell what somebody is: "chief engineer" of "chief engineer of the water board". */
const ownWords = (role: string): readonly string[] =>
  (role.split(/[,\s]+(?:of|for|at|in|from|with|to|on|and|who|whose)\s/, 1)[0] ?? '').split(/\s+/);

/** "the exchange, which opened in May": that is told of it, and no part of what it is called. */
function withoutAside(article: Article, { start, end }: Span): Span {
  const aside = article.text.slice(start, end).search(/,\s+(?:who|which|whose|where)\s/);
  return { start, end: aside < 1 ? end : start + aside };
}

/** Roles in commas, by where the name ends. What stands before a name without one may be more than a role. */
function rolesOf({ text }: Article, speakers: readonly Mention[]): ReadonlyMap<number, Span> {
  const roles = new Map<number, Span>();
  for (const { name, role } of speakers) {
    if (name === null || role === null || text.startsWith('who', role.start)) continue;
    if (role.start > name.end || text[role.end] === ',') roles.set(name.end, role);
  }
  return roles;
}

/** Reads who speaks from first to last, so that a pronoun may go back to whom another one stands for. */
function companyOf(
  article: Article,
  names: Names,
  speakers: readonly Mention[],
  marked: readonly Span[],
): Company {
  const speaking = new Set(speakers.flatMap(({ name }) => (name === null ? [] : [name.end])));
  const persons = personsIn(article, names, speaking);
  const heard: Heard[] = [];
  const company = { named: names.all, persons, speaking, quoted: startsWithin(names, marked), heard };
  const personOf = ({ span, name, role, pronoun }: Mention): Person | null => {
    if (pronoun) return antecedentOf(article, span, company, null)?.person ?? null;
    return name === null ? null : persons({ name, role, opens: false });
  };
  for (const speaker of speakers) {
    const person = personOf(speaker);
    if (person !== null) heard.push({ at: speaker.span.start, person });
  }
  return company;
}

/** Where the names begin that stand between quotation marks. */
function startsWithin({ all }: Names, marked: readonly Span[]): ReadonlySet<number> {
  const starts = new Set<number>();
  let next = 0;
  for (const { name } of all) {
    while ((marked[next]?.end ?? Number.POSITIVE_INFINITY) <= name.start) next++;
    if ((marked[next]?.start ?? Number.POSITIVE_INFINITY) <= name.start) starts.add(name.start);
  }
  return starts;
}

/** "the former foreign minister" → former, foreign, minister. Null for what is no short definite description. */
function roleWords(phrase: string): readonly string[] | null {
  const match = /^the\s+((?:[^\s,.]+\s+){0,3}[^\s,.]+)$/i.exec(phrase);
  return match?.[1] === undefined ? null : match[1].toLowerCase().split(/\s+/);
}
