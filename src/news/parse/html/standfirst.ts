import { wordsIn } from '../../words-in.ts';
import type { Block } from './blocks.ts';
import { isAboveStory } from './masthead-lines.ts';
import { namesOf } from './names.ts';
import { isNotice } from './notices.ts';
import { around, isItem, isWithin } from './place.ts';
import { comparable, isClosed, isProse } from './prose.ts';
import { attribute, type Element, elementsIn } from './tree.ts';

/** Of a story that may begin with its standfirst. */
const FIRST_BLOCKS = 5;

const NAMED =
  /\b(?:stand ?first|de(?:k|ck)|sub ?title|strap ?line|article (?:summary|description)|sub ?headline|chapo|ingress)\b/;

/** What a line above the text is called that is no sentence; below, headings and paragraphs may be called so. */
const NAMED_ABOVE = /\b(?:sub ?head(?:er|ing)?|intro(?:duction)?|lede?|lead|summary|description)\b/;

/** A heading with fewer words between headline and text is a label, or heads a part of the story. */
const FEWEST_WORDS = 5;

/**
 * A line below the headline that is no part of the text: one that is called so, above the story or among the first of
 * its blocks; what the page says of itself, where it is no sentence of the text; a heading above the text that has no
 * like below it.
 *
 * @param described what the page says of itself
 */
export function standfirstIn(
  all: readonly Block[],
  story: readonly Block[],
  described: string | undefined,
  container: Element,
): Block | undefined {
  const first = story.find(isTold);
  const above = all.slice(0, first === undefined ? 0 : all.indexOf(first));
  const below = above
    .slice(above.findLastIndex(({ level }) => level === 1) + 1)
    .filter((block) => !isNotice(block));
  const lines = [...below, ...story.slice(0, FIRST_BLOCKS).filter((block) => !isNotice(block))];
  const isApart = (block: Block): boolean => isInHeader(block) || !isWithin(block.place, container);
  return (
    lines.find((block) => isCalled(block, NAMED)) ??
    below.find((block) => !isClosed(block.text) && !isItem(block) && isCalled(block, NAMED_ABOVE)) ??
    lines.find((block) => isSame(block.text, described) && (!isClosed(block.text) || isApart(block))) ??
    below.find((block) => block.level > 1 && wordsIn(block.text) >= FEWEST_WORDS && isAlone(block, story)) ??
    (described === undefined ? lines.find((block) => isInHeader(block) && isTold(block)) : undefined)
  );
}

const isCalled = (block: Block, names: RegExp): boolean =>
  block.level !== 1 &&
  [block.place.element, block.place.around?.element].some(
    (element) => element !== undefined && namesOf(element).some((name) => names.test(name)),
  );

const isSame = (text: string, described: string | undefined): boolean =>
  described !== undefined && comparable(text) === comparable(described);

const isAlone = ({ level, place }: Block, story: readonly Block[]): boolean =>
  !story.some(
    (other) =>
      other.level === level &&
      other.place !== place &&
      attribute(other.place.element, 'class') === attribute(place.element, 'class'),
  );

/** A sentence, with which a story may begin. */
export const isTold = (block: Block): boolean =>
  block.level === 0 && isProse(block.text) && !isAboveStory(block) && !isNotice(block);

/**
 * What stands above a story: its headline, who wrote it and when. A post of a live blog has only its heading there, and
 * a sentence is the story's.
 */
export function isInHeader({ place, level }: Block): boolean {
  const header = around(place, ({ name }) => name === 'header');
  return header !== undefined && (level < 2 || holdsTitle(header));
}

const holdsTitle = (header: Element): boolean => elementsIn(header).some(({ name }) => name === 'h1');
