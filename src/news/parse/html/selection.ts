import { wordsIn } from '../../words-in.ts';
import { standingApart } from './apart.ts';
import type { Block } from './blocks.ts';
import { declaresBody } from './furniture.ts';
import { around, isWithin } from './place.ts';
import { comparable } from './prose.ts';
import { tally } from './tally.ts';
import { type Element, elementsIn } from './tree.ts';

/** The share of what Readability keeps that the story's box must hold: it keeps a teaser or two as well. */
const MOST = 0.8;

/** What a page's linked data gives as the text is compared with so many blocks, of so much text. */
const MOST_BLOCKS = 5000;
const LONGEST_BODY = 300_000;

export interface Selection {
  /** The smallest box that holds the story, or nearly all of it. */
  readonly container: Element;
  readonly blocks: readonly Block[];
}

/**
 * The blocks that may be the story's: all in the box that Readability finds it in, since inside that box Readability
 * also drops what it should not; those that it keeps elsewhere, or that stand apart otherwise; and those that the page
 * itself declares to be the text.
 */
export function select(
  page: Element,
  blocks: readonly Block[],
  readable: ReadonlySet<number>,
  body: string | undefined,
): Selection {
  const kept = blocks.filter(({ place }) => readable.has(place.element.number));
  const declared = declaredIn(body, blocks);
  const container = smallestBox(page, kept.length > 0 ? kept : blocks.filter(({ level }) => level === 0));
  const apart = new Set([...kept, ...standingApart(blocks, container)]);
  const isStory = (block: Block): boolean =>
    isWithin(block.place, container) ||
    apart.has(block) ||
    declared.has(block) ||
    around(block.place, declaresBody) !== undefined;
  return { container, blocks: blocks.filter(isStory) };
}

function smallestBox(page: Element, blocks: readonly Block[]): Element {
  const { words } = tally(page, blocks);
  const needed = words(page) * MOST;
  if (needed === 0) return page;
  for (let box = page; ; ) {
    const inner = elementsIn(box).find((child) => words(child) >= needed);
    // A story of one paragraph stands in the box around it, where its headings are.
    if (inner === undefined || /^(?:p|li|h[1-6]|blockquote|pre)$/.test(inner.name)) return box;
    box = inner;
  }
}

function declaredIn(body: string | undefined, blocks: readonly Block[]): ReadonlySet<Block> {
  if (body === undefined || body.length > LONGEST_BODY || blocks.length > MOST_BLOCKS) return new Set();
  const text = ` ${comparable(body)} `;
  return new Set(
    blocks.filter(
      (block) =>
        block.level === 0 && wordsIn(block.text) >= 8 && text.includes(` ${comparable(block.text)} `),
    ),
  );
}
