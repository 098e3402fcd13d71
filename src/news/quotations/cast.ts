import { type Article, type Span, textAt } from '../article.ts';
import { type Mention, mentionIn } from './mention.ts';
import { namesIn } from './names.ts';
import { antecedentOf } from './pronouns.ts';
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

/** @param speaking the ends of mentions that are subjects of a reporting verb */
export function castOf(article: Article, speaking: ReadonlySet<number>): Cast {
  const names = namesIn(article);
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
    const fitting = introduced.filter(({ role }) => {
      const theirs = new Set(textAt(article, role).toLowerCase().split(/\s+/));
      return words.every((word) => theirs.has(word));
    });
    const people = new Map(fitting.map((one) => [names.resolve(one.name).name.start, one]));
    return people.size === 1 ? (fitting[0] ?? null) : null;
  };
  return {
    recognise(span, spoke) {
      const mention = mentionIn(article, span);
      if (mention.pronoun) {
        const found = antecedentOf(article, span, names, spoke?.name ?? null, speaking);
        if (found === null) return recognised(span, mention, null, 'unknown', false);
        return recognised(found.name, mention, found.role, 'pronoun', found.doubtful);
      }
      if (mention.name !== null) {
        const { name, role, ambiguous } = names.resolve(mention.name);
        return recognised(name, mention, mention.role ?? role, ambiguous ? 'inferred' : 'named', ambiguous);
      }
      const person = described(mention);
      if (person !== null)
        return recognised(names.resolve(person.name).name, mention, person.role, 'inferred', false);
      return recognised(span, mention, null, 'named', false);
    },
  };
}

/** "the former foreign minister" → former, foreign, minister. Null for what is no short definite description. */
function roleWords(phrase: string): readonly string[] | null {
  const match = /^the\s+((?:[^\s,.]+\s+){0,3}[^\s,.]+)$/i.exec(phrase);
  return match?.[1] === undefined ? null : match[1].toLowerCase().split(/\s+/);
}
