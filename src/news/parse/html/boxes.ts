import { wordsIn } from '../../words-in.ts';
import { around, type Block, type Place } from './blocks.ts';
import { namesOf } from './furniture.ts';
import { comparable, isBoxHeading, isBrief } from './notices.ts';
import { isWithin, type Selection } from './selection.ts';
import { type Tally, tally } from './tally.ts';
import { type Element, holds, remembered } from './tree.ts';

/** A teaser for another story: its headline, which is a link, and a line or two. */
const MOST_WORDS_OF_A_CARD = 60;

/** A page with more boxes of a kind is no story. */
const MOST_BOXES = 100;

/** A story's blocks without whole boxes that are none of it: cards, boxes headed "Related", pull quotes. */
export function withoutBoxes(
  page: Element,
  selection: Selection,
  isElsewhere: (href: string) => boolean,
): readonly Block[] {
  const inside = tally(page, selection.blocks);
  const dropped = [
    ...cardsIn(selection, inside, isElsewhere),
    ...headedBoxes(selection, inside),
    ...pullQuotes(selection.blocks),
  ];
  return selection.blocks.filter((block) => !dropped.some((box) => isWithin(block.place, box)));
}

/** Whether a block is the headline of another story. */
export const isLinkedHeading = (
  { level, linked, links }: Block,
  isElsewhere: (href: string) => boolean,
): boolean => level > 0 && linked > 0.9 && links.every(({ href }) => isElsewhere(href));

function cardsIn(
  { container, blocks }: Selection,
  inside: Tally,
  isElsewhere: (href: string) => boolean,
): readonly Element[] {
  return blocks
    .filter((block) => isLinkedHeading(block, isElsewhere))
    .slice(0, MOST_BOXES)
    .map(
      ({ place }) =>
        largest(place, container, (box) => inside.words(box) <= MOST_WORDS_OF_A_CARD) ?? place.element,
    );
}

function headedBoxes({ container, blocks }: Selection, inside: Tally): readonly Element[] {
  const most = blocks.reduce((words, { text }) => words + wordsIn(text), 0) * 0.4;
  return blocks
    .filter((block) => isBoxHeading(block.text) && (block.level > 0 || isBrief(block, 10)))
    .slice(0, MOST_BOXES)
    .map(({ place }) => around(place, (outer) => inside.blocks(outer) > 1))
    .filter((box) => box !== undefined)
    .filter((box) => !holds(box, container.number) && inside.words(box) < most);
}

/** A sentence of the story that is set again in large letters. A quotation that stands nowhere else is kept. */
function pullQuotes(blocks: readonly Block[]): readonly Element[] {
  const isQuoting = remembered(isQuotation);
  const boxes = new Map<Element, Block[]>();
  for (const block of blocks) {
    const box = around(block.place, isQuoting);
    if (box !== undefined) {
      const others = boxes.get(box);
      if (others === undefined) boxes.set(box, [block]);
      else others.push(block);
    }
  }
  const quoted = new Set([...boxes.values()].flat());
  const story = comparable(
    blocks
      .filter((block) => !quoted.has(block))
      .map(({ text }) => text)
      .join('\n'),
  );
  return [...boxes]
    .slice(0, MOST_BOXES)
    .filter(([, [first, ...others]]) => {
      const longest = others.reduce(
        (one, other) => (other.text.length > one.length ? other.text : one),
        first?.text ?? '',
      );
      return wordsIn(longest) >= 3 && story.includes(comparable(longest));
    })
    .map(([box]) => box);
}

const isQuotation = (element: Element): boolean =>
  element.name === 'blockquote' || namesOf(element).some((name) => /\b(?:pull ?quote|pq)\b/.test(name));

/** The outermost box around a place, inside the story's own, of which something holds. */
function largest(place: Place, container: Element, is: (box: Element) => boolean): Element | undefined {
  let found: Element | undefined;
  for (
    let at: Place | undefined = place;
    at !== undefined && !holds(at.element, container.number);
    at = at.around
  ) {
    if (!is(at.element)) return found;
    found = at.element;
  }
  return found;
}
