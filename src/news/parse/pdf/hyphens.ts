import { isCompound } from './compounds.ts';

/** What an article tells about its hyphens. */
export interface Wording {
  /** Those that stand whole within a line, in lower case. */
  readonly words: ReadonlySet<string>;
  /** Words are parted with a sign of its own, U+2010, and compounds have "-". */
  readonly partsWithOwnSign: boolean;
}

/**
 * Lines → one line. A hyphen at the end of a line parts a word or belongs to it ("govern-ment", "well-known"). Where
 * the article has a sign of its own for the first, that tells. Otherwise a hyphen stays
 *
 * - after a number or an abbreviation, and before a capital or a number ("10-year", "U.S.-backed", "Anglo-American");
 * - when the article has the word with its hyphen elsewhere, and not without it;
 * - in what English writes as a compound.
 */
export const mendLines = (lines: readonly string[], wording: Wording): string =>
  lines
    .map((line, index) => ended(line, lines[index + 1], wording))
    .join('')
    .replaceAll('\u00AD', '');

function ended(line: string, next: string | undefined, wording: Wording): string {
  if (next === undefined || /\u00AD$/.test(line)) return line;
  if (/\p{L}[-‐]$/u.test(line) && /^\p{L}/u.test(next))
    return belongs(line, next, wording) ? line : line.slice(0, -1);
  return /[\p{L}\p{N}.][-‐]$|\S[–—/]$/u.test(line) ? line : `${line} `;
}

/** In UTF-16 units; of a word that is longer the end is looked at. */
const LONGEST_WORD = 80;

/** Whether the hyphen at the end of a line is its last word's own. */
function belongs(line: string, next: string, { words, partsWithOwnSign }: Wording): boolean {
  if (partsWithOwnSign) return line.endsWith('-');
  const before = /[^\s“"‘(—–]*$/.exec(line.slice(-LONGEST_WORD, -1))?.[0] ?? '';
  const [, lead = '', first = ''] = /^(.*[-‐])?(.*)$/.exec(before) ?? [];
  const [, second = '', rest = ''] = /^(\p{L}+)((?:[-‐]\p{L}+)*)/u.exec(next.slice(0, LONGEST_WORD)) ?? [];
  const has = (word: string): boolean => words.has(word.toLowerCase().replaceAll('‐', '-'));
  if (has(first + second) || has(lead + first + second + rest)) return false;
  if (has(`${first}-${second}`) || has(`${lead}${first}-${second}${rest}`)) return true;
  if (!/^\p{L}+$/u.test(first) || /^\p{Lu}{2,}$/u.test(first) || /^\p{Lu}/u.test(next)) return true;
  return isCompound(
    { lead, first: first.toLowerCase(), second, rest, isName: /^\p{Lu}/u.test(first) },
    words,
  );
}

const WORD = /\p{L}+(?:[-‐’']\p{L}+)*/gu;

/** What the insides of lines tell. The first and the last word of a line may be halves of others. */
export function wordingOf(lines: readonly string[]): Wording {
  const words = new Set<string>();
  let [partsWithSign, hasSign, hasHyphen] = [false, false, false];
  lines.forEach((line, index) => {
    const isParted = (other: string | undefined): boolean => /[-‐\u00AD]$/.test(other ?? '');
    const begun = isParted(line) ? line.replace(/(?<!\S)\S+$/, '') : line;
    const whole = isParted(lines[index - 1]) ? begun.replace(/^\S+/, '') : begun;
    for (const [word] of whole.matchAll(WORD)) {
      words.add(word.toLowerCase().replaceAll('‐', '-'));
      hasSign ||= word.includes('‐');
      hasHyphen ||= word.includes('-');
    }
    partsWithSign ||= /\p{L}‐$/u.test(line);
  });
  return { words, partsWithOwnSign: partsWithSign && hasHyphen && !hasSign };
}
