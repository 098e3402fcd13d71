/** First parts that keep their hyphen before anything longer than an ending, and before words of their own. */
const OPEN = /^(?:well|self|half|much|vice)$/;
const OPEN_TO_WORDS = /^(?:anti|mid|non|post)$/i;
/** First parts that grow together with a word. */
const CLOSED =
  /^(?:over|under|out|up|down|with|in|on|off|for|to|some|any|every|no|there|where|when|what|how|who|him|her|them|your|our|news|inter|super)$/i;
/** Second parts that seldom end a word of one piece. `led` does: "cancel-led". */
const SECOND = /^(?:backed|based|born|controlled|funded|owned|related|style|term|year|years)$/;
const SECOND_OF_NAME = /^(?:led|run|era|held|made|born)$/;

/**
 * Lines → one line. A hyphen at the end of a line parts a word or belongs to it ("govern-ment", "well-known").
 * It stays
 *
 * - before a capital or a number ("Anglo-American", "COVID-19"), after a number, an abbreviation, or a word with a
 *   hyphen already ("10-year", "U.S.-backed", "mother-in-law");
 * - when the article has the word with its hyphen elsewhere, and not without it;
 * - in compounds of a few common parts ("self-taught", "state-owned"), and of two words that both stand in the
 *   article by themselves.
 *
 * Otherwise it goes.
 *
 * @param words of the article, in lower case, as `wordsOf` finds them.
 */
export function mendLines(lines: readonly string[], words: ReadonlySet<string>): string {
  let text = '';
  for (const line of lines) {
    if (text === '') text = line;
    else if (/\u00AD$/.test(text)) text = text.slice(0, -1) + line;
    else if (/\p{L}[-‐]$/u.test(text) && /^\p{Ll}/u.test(line)) text = mended(text, line, words);
    else text += (/[\p{L}\p{N}.][-‐]$|\S[–—/]$/u.test(text) ? '' : ' ') + line;
  }
  return text.replaceAll('\u00AD', '');
}

/** @param before ends in a hyphen. @param after begins in lower case. */
function mended(before: string, after: string, words: ReadonlySet<string>): string {
  const first = /[^\s“"‘(—–]*$/.exec(before.slice(0, -1))?.[0] ?? '';
  const second = /^\p{L}+/u.exec(after)?.[0] ?? '';
  return (belongs(first, second, words) ? before : before.slice(0, -1)) + after;
}

function belongs(first: string, second: string, words: ReadonlySet<string>): boolean {
  if (!/^\p{L}+$/u.test(first) || /^\p{Lu}{2,}$/u.test(first)) return true;
  const [one, other] = [first.toLowerCase(), second.toLowerCase()];
  if (words.has(one + other)) return false;
  if (words.has(`${one}-${other}`)) return true;
  if (SECOND.test(other) || (/^\p{Lu}/u.test(first) && SECOND_OF_NAME.test(other))) return true;
  if (OPEN.test(first) && other.length >= 4) return true;
  if (OPEN_TO_WORDS.test(one) && other.length > 2) return words.has(other);
  return !CLOSED.test(one) && one.length > 2 && other.length > 2 && words.has(one) && words.has(other);
}

const WORD = /\p{L}+(?:[-‐’']\p{L}+)*/gu;

/** The words that stand whole within a line. The first and the last of a line may be halves of others. */
export function wordsOf(lines: readonly string[]): ReadonlySet<string> {
  const words = new Set<string>();
  lines.forEach((line, index) => {
    const isParted = (other: string | undefined): boolean => /[-‐\u00AD]$/.test(other ?? '');
    const whole = line.replace(/\S+[-‐\u00AD]$/, '').replace(isParted(lines[index - 1]) ? /^\S+/ : '', '');
    for (const [word] of whole.matchAll(WORD)) words.add(word.toLowerCase().replaceAll('‐', '-'));
  });
  return words;
}
