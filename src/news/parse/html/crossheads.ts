import { wordsIn } from '../../words-in.ts';
import type { Block } from './blocks.ts';
import { around } from './place.ts';

const LONGEST = 14;

/**
 * Whether a block heads what follows it: in a heading's tags, or as a short line in bold that is closed by nothing or a
 * question mark, which is how many newspapers set their headings.
 */
export function isCrosshead({ text, level, bold, place }: Block): boolean {
  if (level > 0) return true;
  if (bold < 0.95 || wordsIn(text) > LONGEST || /[.!:;,…”"’)]$/.test(text)) return false;
  return around(place, ({ name }) => /^(?:li|blockquote|dl)$/.test(name)) === undefined;
}

/** A line in bold with nothing below it is a paragraph that is set in bold. */
export const isHeading = (block: Block, next: Block | undefined): boolean =>
  isCrosshead(block) && (block.level > 0 || (next !== undefined && !isCrosshead(next)));

/** Whether a block is the headline of another story. */
export const isLinkedHeading = (
  { level, linked, links }: Block,
  isElsewhere: (href: string) => boolean,
): boolean => level > 0 && linked > 0.9 && links.every(({ href }) => isElsewhere(href));
