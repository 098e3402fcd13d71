import { type Token, tokens } from '../../search/terms.ts';
import { namesIn } from './names.ts';
import { natureOf } from './nature.ts';

/** The names that a conversation has used. */
export interface KnownNames {
  /** Which words of a text are names for all that is known, though they open it or are typed in lower case. */
  readonly isNameIn: (text: string) => (token: Token) => boolean;
  /** "Kidd" → "Jason Kidd", where that was said. */
  readonly fullest: (name: string) => string;
  /** "Aller" where "Aller Rowing Club" was said: a place, or whatever the club is called after, and hardly a person. */
  readonly namesSomething: (name: string) => boolean;
}

/** `title` is the name that the whole conversation is about; `isNameElsewhere` knows the articles' terms. */
export function knownNames(
  texts: readonly string[],
  title: string | null,
  isNameElsewhere: (term: string) => boolean,
): KnownNames {
  const said = new Set(texts.flatMap((text) => namesIn(text).map((name) => name.text)));
  const full = [
    ...(title === null ? [] : [title]),
    ...[...said].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)),
  ];
  const lastWords = new Set(full.flatMap(lastWordOf));
  return {
    isNameIn(text) {
      const untidy = !tokens(text).some(({ capital, stop }, at) => capital && !stop && at > 0);
      return ({ stop, capital, word, term }) =>
        !stop && (untidy || capital) && (lastWords.has(word) || isNameElsewhere(term));
    },
    fullest: (name) => full.find((longer) => isPartOf(name, longer, title)) ?? name,
    namesSomething: (name) =>
      full.some((longer) => longer.startsWith(`${name} `) && natureOf(longer).person === false),
  };
}

function lastWordOf(name: string): readonly string[] {
  const last = tokens(name).findLast(({ stop, capital }) => !stop && capital);
  return last === undefined ? [] : [last.word];
}

/** "Kidd" is part of "Jason Kidd", "Winnie" of "Winnie Mandela", but "New" not of "New York". */
function isPartOf(name: string, longer: string, title: string | null): boolean {
  const [part, whole] = [name.toLowerCase(), longer.toLowerCase()];
  if (part === whole || whole.endsWith(` ${part}`)) return true;
  return whole.startsWith(`${part} `) && (longer === title || natureOf(longer).person === true);
}
