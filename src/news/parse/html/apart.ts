import { wordsIn } from '../../words-in.ts';
import type { Block } from './blocks.ts';
import { isAboveStory } from './masthead-lines.ts';
import { isNotice } from './notices.ts';
import { around, isWithin } from './place.ts';
import { isClosed, isProse } from './prose.ts';
import { attribute, type Element, holds } from './tree.ts';

/*
 * Parts of a story that stand apart from most of it: a first paragraph above the picture, two more below a video, where
 * each box between advertisements is a row of the page.
 */

/** Of a lead; shorter lines above a story are labels and captions. */
const FEWEST_WORDS = 12;

/** Above a story that stands in no article or main part, more paragraphs are of something else. */
const MOST_LEADS = 3;

export function standingApart(all: readonly Block[], container: Element): ReadonlySet<Block> {
  const first = all.findIndex(({ place }) => isWithin(place, container));
  const last = all.findLastIndex(({ place }) => isWithin(place, container));
  const start = all[first];
  if (start === undefined) return new Set();
  const scope = around(
    start.place,
    (element) => /^(?:article|main)$/.test(element.name) && holds(element, container.number),
  );
  const isNear = ({ place }: Block): boolean => scope === undefined || isWithin(place, scope);
  const headline = all.slice(0, first).findLastIndex(({ level }) => level === 1);
  const next = all.findIndex(({ level }, index) => index > last && level === 1);
  const above = all.slice(headline + 1, first).filter(isNear);
  const below = all.slice(last + 1, next < 0 ? undefined : next).filter(isNear);
  const leads = headline < 0 ? [] : leadsAmong(above);
  return new Set([
    ...alike([...above, ...below], container),
    ...(scope === undefined ? leads.slice(0, MOST_LEADS) : leads),
  ]);
}

/** Paragraphs between headline and text, with the short ones beside them. */
function leadsAmong(above: readonly Block[]): readonly Block[] {
  const boxes = new Set(above.filter(isLead).map(({ place }) => place.around?.element));
  return above.filter(
    (block) =>
      isLead(block) || (boxes.has(block.place.around?.element) && isPlain(block) && isProse(block.text)),
  );
}

/** What stands in boxes that are called as the story's own is, and are no teasers. */
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
  return [...boxes.values()].filter((inside) => inside.some(isLead) && !inside.some(isTeaser)).flat();
}

const isTeaser = ({ level, linked }: Block): boolean => level > 0 && linked > 0.5;

const isLead = (block: Block): boolean =>
  isPlain(block) && isClosed(block.text) && wordsIn(block.text) >= FEWEST_WORDS;

const isPlain = (block: Block): boolean =>
  block.level === 0 && block.linked < 0.3 && !isAboveStory(block) && !isNotice(block);
