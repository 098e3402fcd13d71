import { wordsIn } from '../../words-in.ts';
import type { Block } from './blocks.ts';
import { sumsOver } from './sums.ts';
import type { Element } from './tree.ts';

/** How much of a choice of blocks stands in a box. */
export interface Tally {
  readonly words: (box: Element) => number;
  readonly blocks: (box: Element) => number;
}

export const tally = (page: Element, blocks: readonly Block[]): Tally => ({
  words: sumsOver(
    page,
    blocks.map(({ place, text }) => [place.element, wordsIn(text)]),
  ),
  blocks: sumsOver(
    page,
    blocks.map(({ place }) => [place.element, 1]),
  ),
});
