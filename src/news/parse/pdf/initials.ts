import type { Fragment } from './printed.ts';

/** How much larger than the text an initial is, at the least: it reaches down to the second line. */
const INITIAL = 1.7;
/** On a page. Where there are more, large letters are something else, and each is compared with all of the page. */
const MOST_INITIALS = 60;

/**
 * A large first letter that reaches over several lines → the beginning of the first of them. The lines beside it
 * then begin where it does, so that they do not look indented.
 */
export function withInitials(fragments: readonly Fragment[]): readonly Fragment[] {
  const letters = fragments.filter(({ text }) => /^["“‘]?\p{Lu}$/u.test(text.trim()));
  if (letters.length > MOST_INITIALS) return fragments;
  let result = fragments;
  for (const initial of letters) {
    const beside = result.filter((fragment) => isBeside(fragment, initial));
    const first = beside.reduce<Fragment | undefined>(
      (top, fragment) => (top === undefined || fragment.baseline < top.baseline ? fragment : top),
      undefined,
    );
    if (first === undefined) continue;
    const others = result.filter((fragment) => fragment !== first);
    result = result
      .filter((fragment) => fragment !== initial)
      .map((fragment) => {
        if (!beside.includes(fragment)) return fragment;
        const text = fragment === first ? begun(initial.text.trim(), first.text, others) : fragment.text;
        return { ...fragment, text, left: initial.left };
      });
  }
  return result;
}

const isBeside = (fragment: Fragment, initial: Fragment): boolean =>
  initial.size > INITIAL * fragment.size &&
  fragment.left > initial.right - 0.3 * fragment.size &&
  fragment.left < initial.right + 2 * fragment.size &&
  fragment.baseline < initial.baseline + fragment.size &&
  fragment.baseline - 0.6 * fragment.size > initial.baseline - initial.size;

/** What articles begin with, but for its first letter: "After", "Authorities". */
const REST_OF_A =
  /^(?:bout|bove|ccording|ctivists?|fric\p{L}+|fter|gain|gainst|ges?|ir|lleged(?:ly)?|ll|lmost|lready|lso|lthough|lways|merica\p{L}*|mid|mong|nd?|ngry|nother|ny|nyone|pril|re|rmed|rmy|rtists?|sian?|sk(?:ed|ing)|s|ttacks?|ttorneys?|t|ugust|ustrali\p{L}+|uthorities)$/u;

/**
 * "A" and "ferry" are two words, "T" and "he" are one, "A" and "fter" too. Where the other words of the page do not
 * tell, an "A" is a word, which more articles begin with than with "Ada".
 */
function begun(initial: string, line: string, others: readonly Fragment[]): string {
  const word = /^\p{L}+/u.exec(line)?.[0];
  if (!/[AIO]$/.test(initial) || word === undefined || REST_OF_A.test(word.toLowerCase()))
    return initial + line;
  const has = (one: string): boolean => {
    const stands = new RegExp(`(?<!\\p{L})${one}(?!\\p{L})`, 'iu');
    return others.some(({ text }) => stands.test(text));
  };
  const isWord = has(word) || (/A$/.test(initial) && !has(`A${word}`));
  return initial + (isWord ? ' ' : '') + line;
}
