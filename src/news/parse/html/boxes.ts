import { wordsIn } from '../../words-in.ts';
import type { Block } from './blocks.ts';
import { isLinkedHeading } from './crossheads.ts';
import { headedBoxes } from './headed-boxes.ts';
import { namesOf } from './names.ts';
import { around, isWithin, largest } from './place.ts';
import { comparable } from './prose.ts';
import type { Selection } from './selection.ts';
import { type Tally, tally } from './tally.ts';
import { type Element, remembered } from './tree.ts';

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
  const { blocks } = selection;
  const boxes = [...cardsIn(selection, tally(page, blocks), isElsewhere), ...pullQuotes(blocks)];
  const headed = headedBoxes(page, selection, isElsewhere);
  return blocks.filter((block) => !headed.has(block) && !boxes.some((box) => isWithin(block.place, box)));
}

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
