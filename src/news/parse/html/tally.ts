import { wordsIn } from '../../words-in.ts';
import type { Block } from './blocks.ts';
import type { Element } from './tree.ts';

/** How much of a choice of blocks stands in a box. */
export interface Tally {
  readonly words: (box: Element) => number;
  readonly blocks: (box: Element) => number;
}

/** Running sums over the elements' numbers, since a box holds those from its own to its last. */
export function tally(page: Element, blocks: readonly Block[]): Tally {
  const words = new Uint32Array(page.last + 2);
  const count = new Uint32Array(page.last + 2);
  const add = (sums: Uint32Array, at: number, what: number): void => {
    sums[at] = (sums[at] ?? 0) + what;
  };
  for (const { place, text } of blocks) {
    add(words, place.element.number + 1, wordsIn(text));
    add(count, place.element.number + 1, 1);
  }
  for (let at = 1; at < words.length; at++) {
    add(words, at, words[at - 1] ?? 0);
    add(count, at, count[at - 1] ?? 0);
  }
  const within = (sums: Uint32Array, box: Element): number =>
    (sums[box.last + 1] ?? 0) - (sums[box.number] ?? 0);
  return { words: (box) => within(words, box), blocks: (box) => within(count, box) };
}
