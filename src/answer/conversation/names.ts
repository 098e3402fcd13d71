import { type Token, tokens } from '../../search/terms.ts';

/** A name where it stands in a text. */
export interface Name {
  /** As written, without the possessive and without an office before it. */
  readonly text: string;
  /** An office was written before it: "President Zelensky" is Zelensky, who is a person, then. */
  readonly titled: boolean;
  readonly start: number;
  readonly end: number;
}

/** Lower-case words that a name may hold, when capitals follow. */
const PARTICLE = /^(?:of|the|de|del|della|der|den|di|da|dos|du|la|le|van|von|bin|ibn|al|el|y)$/;
/** Orders and openings that may stand, capitalised, before a name: "Describe Netflix". */
const OPENING =
  /^(?:tell|describe|explain|give|show|list|name|compare|define|say|find|ok|okay|yes|no|hi|hello|so)$/;
const OFFICE =
  /^(?:president|minister|premier|chancellor|senator|secretary|dr|professor|captain|colonel|governor|mayor|ambassador|spokesman|spokeswoman|spokesperson)$/;
const MONTH_OR_DAY =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;

/**
 * Names in a text: runs of capitalised words. A first word is capitalised in any case, so alone it is a name
 * only where `isName` says so.
 */
export function namesIn(text: string, isName: (token: Token) => boolean = () => false): readonly Name[] {
  const words = tokens(text);
  const shouts = !/\p{Ll}/u.test(text);
  const starts = (token: Token, at: number): boolean => {
    if (isName(token)) return true;
    if (shouts || !token.capital || token.stop || MONTH_OR_DAY.test(token.word)) return false;
    if (!isFirst(text, words, at)) return true;
    const next = words[at + 1];
    return !OPENING.test(token.word) && next?.capital === true && !next.stop && adjoin(text, token, next);
  };
  const found: Name[] = [];
  for (let at = 0; at < words.length; at++) {
    const start = words[at];
    if (start === undefined || !starts(start, at)) continue;
    let last = at;
    // "Fiddler on …": no more than two small words between two capitals.
    for (let ahead = at + 1; ahead < words.length && ahead <= last + 3; ahead++) {
      const [before, word] = [words[ahead - 1], words[ahead]];
      if (before === undefined || word === undefined || !adjoin(text, before, word)) break;
      if (continues(word, shouts) || isName(word)) last = ahead;
      else if (!PARTICLE.test(word.word)) break;
    }
    const office = words.slice(at, last).findLastIndex(({ word }) => OFFICE.test(word));
    const from = words[at + office + 1]?.start ?? start.start;
    const written = text.slice(from, words[last]?.end ?? from).replace(/['’‘]s?$/, '');
    found.push({ text: written, titled: office >= 0, start: from, end: from + written.length });
    at = last;
  }
  return found;
}

export const isParticle = (word: string): boolean => PARTICLE.test(word);

function continues(word: Token, shouts: boolean): boolean {
  const initial = word.end - word.start === 1;
  const ordinal = /^\d{1,2}$/.test(word.word);
  return ordinal || (word.capital && !shouts && (!word.stop || initial));
}

/** Nothing but a space, a hyphen or the dot of an initial between two words, and no possessive. */
function adjoin(text: string, a: Token, b: Token): boolean {
  if (/['’‘]s?$/.test(text.slice(a.start, a.end))) return false;
  const between = text.slice(a.end, b.start);
  if (/^(?:\s|-|–|\s?&\s?)$/.test(between)) return true;
  return /^\.\s?$/.test(between) && (a.end - a.start <= 2 || /^(?:jr|sr|st|dr|mr|mrs|ms)$/.test(a.word));
}

function isFirst(text: string, words: readonly Token[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  return before === undefined || /[.!?:;]["”’)]?\s+["“(]?$/.test(text.slice(before.end, word?.start));
}
