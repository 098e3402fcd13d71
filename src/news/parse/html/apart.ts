import { wordsIn } from '../../words-in.ts';
import type { Block } from './blocks.ts';
import { isAboveStory } from './masthead-lines.ts';
import { isNotice } from './notices.ts';
import { around, isWithin } from './place.ts';
import { isClosed } from './prose.ts';
import { attribute, type Element } from './tree.ts';

/*
 * Parts of a story that stand apart from most of it: a first paragraph above the picture, two more below a video, where
 * each box between advertisements is a row of the page.
 */

/** More paragraphs above a story are of something else. */
const MOST_LEADS = 3;

/** Of a lead; shorter lines above a story are labels and captions. */
const FEWEST_WORDS = 12;

export function standingApart(all: readonly Block[], container: Element): ReadonlySet<Block> {
  const first = all.findIndex(({ place }) => isWithin(place, container));
  const last = all.findLastIndex(({ place }) => isWithin(place, container));
  if (first < 0) return new Set();
  const headline = all.slice(0, first).findLastIndex(({ level }) => level === 1);
  const next = all.findIndex(({ level }, index) => index > last && level === 1);
  const above = all.slice(headline + 1, first);
  const below = all.slice(last + 1, next < 0 ? undefined : next);
  return new Set([
    ...alike([...above, ...below], container),
    ...(headline < 0 ? [] : above.filter(isLead).slice(0, MOST_LEADS)),
  ]);
}

/** What stands in boxes that are called as the story's own is, and lead nowhere. */
function alike(blocks: readonly Block[], container: Element): readonly Block[] {
  const called = attribute(container, 'class');
  if (called === '' || /^(?:article|body|main)$/.test(container.name)) return [];
  const boxes = new Map<Element, Block[]>();
  for (const block of blocks) {
    const box = around(
      block.place,
      (element) => element.name === container.name && attribute(element, 'class') === called,
    );
    if (box === undefined) continue;
    const others = boxes.get(box);
    if (others === undefined) boxes.set(box, [block]);
    else others.push(block);
  }
  return [...boxes.values()].filter((inside) => inside.some(isLead) && !inside.some(leads)).flat();
}

const leads = ({ level, linked }: Block): boolean => linked > (level > 0 ? 0.5 : 0.9);

const isLead = (block: Block): boolean =>
  block.level === 0 &&
  block.linked < 0.3 &&
  isClosed(block.text) &&
  wordsIn(block.text) >= FEWEST_WORDS &&
  !isAboveStory(block) &&
  !isNotice(block);
