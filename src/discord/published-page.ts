import type { Article, Span } from '../news/article.ts';

/** The page as a browser searches it: blocks in order, folded, the headline and standfirst first. */
export interface Page {
  readonly blocks: readonly { readonly text: string; readonly folded: string }[];
  /** The first block of the article's text: what stands above it may be apart from it on the page. */
  readonly opening: number;
}

export interface Place {
  readonly block: number;
  /** In the folded block. */
  readonly at: number;
}

/** What is to be found, and the words around it in its own block. */
export interface Target extends Place {
  readonly words: readonly string[];
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const BLANK_LINE = /\n\s*\n/g;

export const wordsIn = (text: string): readonly string[] => text.match(/\S+/g) ?? [];

/** Browsers compare base letters: case, accents and the shape of quotation marks make no difference. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, '')
    .toLowerCase()
    .replace(/ς/g, 'σ')
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚]/g, "'")
    .replace(/\s+/g, ' ');

const firstBlock = (text: string): string => text.split(BLANK_LINE)[0] ?? '';
const blocksOf = (text: string): readonly string[] =>
  text.split(BLANK_LINE).filter((block) => block.trim() !== '');

/** The article as it is published, as far as we know it. */
export function pageOf({ headline, standfirst = '', text }: Article): Page {
  const above = [headline, standfirst].flatMap(blocksOf);
  return {
    blocks: [...above, ...blocksOf(text)].map((block) => ({ text: block, folded: folded(block.trim()) })),
    opening: above.length,
  };
}

export function targetIn(page: Page, text: string, sentence: Span): Target | undefined {
  const inside = text.slice(sentence.start, sentence.end);
  const start = sentence.start + (inside.length - inside.trimStart().length);
  const used = firstBlock(inside.trim());
  const words = wordsIn(used);
  if (words.length === 0) return undefined;
  const above = blocksOf(text.slice(0, start));
  const gap = text.slice(text.slice(0, start).trimEnd().length, start);
  const opensBlock = above.length === 0 || firstBlock(gap) !== gap;
  const before = opensBlock ? '' : (above.at(-1) ?? '');
  return {
    block: page.opening + (opensBlock ? above.length : above.length - 1),
    at: folded(before.trimStart()).length,
    words,
    before: wordsIn(before),
    after: wordsIn(firstBlock(text.slice(start)).slice(used.length)),
  };
}

/** Every one, overlapping ones too, whether or not whole words: what is unique among them is unique in a browser. */
export function occurrences({ blocks }: Page, words: string): readonly Place[] {
  if (words === '') return [];
  return blocks.flatMap(({ folded: text }, block) => {
    const found: Place[] = [];
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push({ block, at });
    return found;
  });
}

export const isBefore = (one: Place, other: Place): boolean =>
  one.block < other.block || (one.block === other.block && one.at < other.at);

/** Whether a browser would find these words to end, as whole words, right before the place. */
export function precede({ blocks }: Page, { block, at }: Place, words: string): boolean {
  const above = (blocks[block]?.folded ?? '').slice(0, at).trimEnd();
  const text = above === '' ? (blocks[block - 1]?.folded ?? '') : above;
  const start = text.length - folded(words).length;
  return text.endsWith(folded(words)) && !isWithinWord(text, start);
}

/** Whether a browser would find these words to begin, as whole words, right after the place. */
export function follow({ blocks }: Page, { block, at }: Place, words: string): boolean {
  const below = (blocks[block]?.folded ?? '').slice(at).trimStart();
  const text = below === '' ? (blocks[block + 1]?.folded ?? '') : below;
  return text.startsWith(folded(words)) && !isWithinWord(text, folded(words).length);
}

/**
 * Between two letters of alphabets that set words apart with blanks, no word begins or ends
 * (https://unicode.org/reports/tr29/#Word_Boundary_Rules, WB5 and WB8 to WB10). Elsewhere it may.
 */
const isWithinWord = (text: string, at: number): boolean => ALPHABETIC.test(text.slice(at - 1, at + 1));

const ALPHABETIC = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}]{2}$/u;
