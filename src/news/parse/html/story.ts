import type { DraftSection } from '../../article.ts';
import { wordsIn } from '../../words-in.ts';
import { isAboutItsAuthor } from './about-authors.ts';
import { type Block, blocksOf } from './blocks.ts';
import { withoutBoxes } from './boxes.ts';
import { isCrosshead, isHeading } from './crossheads.ts';
import { furnitureOf } from './furniture.ts';
import { isAboveStory, isOfMasthead } from './masthead-lines.ts';
import { isNotice } from './notices.ts';
import { comparable, isBrief } from './prose.ts';
import { readableBoxes } from './readable.ts';
import { sectionsOf } from './sections.ts';
import { select } from './selection.ts';
import { isInHeader, isTold, standfirstIn } from './standfirst.ts';
import { articlesListed, teasersIn } from './teasers.ts';
import type { Element } from './tree.ts';

/** What is known of a story before it is read. */
export interface Known {
  readonly headline?: string;
  readonly standfirst?: string;
  readonly byline?: string;
  /** The text, where the page gives it apart. */
  readonly body: string | undefined;
  /** Whether a link leads to another page. */
  readonly isElsewhere: (href: string) => boolean;
}

export interface Story {
  readonly sections: readonly DraftSection[];
  /** A line below the headline that is no part of the text. */
  readonly standfirst: string | undefined;
  readonly words: number;
  /** Its end as it stands on the page. */
  readonly lastBlocks: readonly Block[];
  /** Headlines of other stories on the page. */
  readonly teasers: number;
  /** Of how many others it only has the beginnings: more than none where the page is a list. */
  readonly others: number;
}

export function readStory(page: Element, known: Known): Story {
  const furniture = furnitureOf(page);
  const all = blocksOf(page, furniture);
  const selection = select(page, all, readableBoxes(page, furniture, all), known.body);
  const standing = withoutBoxes(page, selection, known.isElsewhere).filter(
    (block) => !isInHeader(block) || isTold(block),
  );
  const standfirst = standfirstIn(all, standing, known.standfirst, selection.container);
  // It may be worded otherwise than what is known as the headline, and is no section's either way.
  const title = all.find(({ level }) => level === 1);
  const beginning = standing.findIndex((block) => block !== standfirst && isTold(block));
  const lines = withoutEnding(
    standing.filter(
      (block, index) =>
        block !== standfirst &&
        !(index < beginning && block === title) &&
        !(index < beginning ? isAboveStory(block) : isOfMasthead(block)) &&
        isOfStory(block, known),
    ),
    known.byline,
  );
  const sections = sectionsOf(withoutRepeats(withoutLabels(lines)), selection.container, known.isElsewhere);
  return {
    sections,
    standfirst: standfirst?.text,
    words: sections.flatMap(({ paragraphs }) => paragraphs).reduce((sum, text) => sum + wordsIn(text), 0),
    lastBlocks: lines.slice(-LAST_BLOCKS),
    teasers: teasersIn(all, known.isElsewhere),
    others: articlesListed(page, all, selection.blocks, known.isElsewhere),
  };
}

/** Boxes that hold text only where a page is laid out carelessly, or where it is no sentence. */
const LAYOUT = /^(?:page|html|body|div|section|article|main|header|center|details|summary|fieldset)$/;

function isOfStory(block: Block, { headline, byline }: Known): boolean {
  if (isNotice(block)) return false;
  const said = comparable(block.text);
  if (headline !== undefined && said === comparable(headline)) return false;
  if (block.level > 0) return true;
  if (byline !== undefined && isBrief(block, 14) && said.startsWith(comparable(byline))) return false;
  return isCrosshead(block) || !isLoose(block);
}

/** A line in bold that heads nothing is text only where it is a paragraph. */
const withoutLabels = (blocks: readonly Block[]): readonly Block[] =>
  blocks.filter(
    (block, index) =>
      block.level > 0 ||
      block.place.element.name === 'p' ||
      !isCrosshead(block) ||
      isHeading(block, blocks[index + 1]),
  );

const isLoose = (block: Block): boolean =>
  block.level === 0 && LAYOUT.test(block.place.element.name) && isBrief(block, 8);

const LAST_BLOCKS = 4;

/** Without what is said of its authors below a story. */
const withoutEnding = (blocks: readonly Block[], byline: string | undefined): readonly Block[] =>
  blocks.filter((block, index) => index < blocks.length - LAST_BLOCKS || !isAboutItsAuthor(block, byline));

/** Text that stands on a page twice, for wide screens and narrow ones, is read once. Short lines may well be repeated. */
function withoutRepeats(blocks: readonly Block[]): readonly Block[] {
  const seen = new Set<string>();
  return blocks.filter(({ text }) => {
    if (wordsIn(text) < 8) return true;
    const isNew = !seen.has(text);
    seen.add(text);
    return isNew;
  });
}
