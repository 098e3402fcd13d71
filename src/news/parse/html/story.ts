import type { DraftSection } from '../../article.ts';
import { wordsIn } from '../../words-in.ts';
import { around, type Block, blocksOf } from './blocks.ts';
import { isLinkedHeading, withoutBoxes } from './boxes.ts';
import { furnitureOf, namesOf } from './furniture.ts';
import { comparable, isAboutItsAuthor, isBoxHeading, isBrief, isNotice } from './notices.ts';
import { readableBoxes } from './readable.ts';
import { select } from './selection.ts';
import { attribute, type Element, elementsIn, holds } from './tree.ts';

/** What is known of a story before it is read. */
export interface Known {
  readonly headline?: string;
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
  /** Headlines of other stories on the page. */
  readonly teasers: number;
}

export function readStory(page: Element, known: Known): Story {
  const furniture = furnitureOf(page);
  const all = blocksOf(page, furniture);
  const selection = select(page, all, readableBoxes(page, furniture, all), known.body);
  const standing = withoutBoxes(page, selection, known.isElsewhere).filter((block) => !isInHeader(block));
  const standfirst = standfirstIn(all, standing);
  const lines = withoutEnding(
    standing.filter((block) => block !== standfirst && isOfStory(block, known)),
    known.byline,
  );
  const sections = sectionsOf(withoutRepeats(lines), selection.container, known);
  return {
    sections,
    standfirst: standfirst?.text,
    words: sections.flatMap(({ paragraphs }) => paragraphs).reduce((sum, text) => sum + wordsIn(text), 0),
    teasers: all.filter((block) => isLinkedHeading(block, known.isElsewhere)).length,
  };
}

/** What stands above a story: its headline, who wrote it and when. A post of a live blog has only its heading there. */
function isInHeader({ place, level }: Block): boolean {
  const header = around(place, ({ name }) => name === 'header');
  return header !== undefined && (level < 2 || holdsTitle(header));
}

const holdsTitle = (header: Element): boolean => elementsIn(header).some(({ name }) => name === 'h1');

/** Of a story that may begin with its standfirst. */
const FIRST_BLOCKS = 5;

const STANDFIRST = /\b(?:stand ?first|dek|sub ?title|strap ?line|article summary|sub ?headline)\b/;

/** A line that is called so; above the story, below its headline, or among the first of its blocks. */
function standfirstIn(all: readonly Block[], story: readonly Block[]): Block | undefined {
  const [first] = story.filter(({ level }) => level === 0);
  const above = all.slice(0, first === undefined ? 0 : all.indexOf(first));
  const headline = above.findLastIndex(({ level }) => level === 1);
  return [...above.slice(headline + 1), ...story.slice(0, FIRST_BLOCKS)].find(isStandfirst);
}

const isStandfirst = (block: Block): boolean =>
  block.level !== 1 &&
  !isNotice(block) &&
  [block.place.element, block.place.around?.element].some(
    (element) => element !== undefined && namesOf(element).some((name) => STANDFIRST.test(name)),
  );

/** Boxes that hold text only where a page is laid out carelessly, or where it is no sentence. */
const LAYOUT = /^(?:page|html|body|div|section|article|main|header|center|details|summary|fieldset)$/;

function isOfStory(block: Block, { headline, byline }: Known): boolean {
  if (isNotice(block)) return false;
  const said = comparable(block.text);
  if (headline !== undefined && said === comparable(headline)) return false;
  if (block.level > 0) return true;
  if (byline !== undefined && isBrief(block, 14) && said.startsWith(comparable(byline))) return false;
  return isCrosshead(block) || !(LAYOUT.test(block.place.element.name) && isBrief(block, 8));
}

/** A short line in bold that is closed by nothing or a question mark: how many newspapers set their headings. */
function isCrosshead({ text, level, bold, place }: Block): boolean {
  if (level > 0) return true;
  if (bold < 0.95 || wordsIn(text) > 14 || /[.!:;,…”"’)]$/.test(text)) return false;
  return around(place, ({ name }) => /^(?:li|blockquote|dl)$/.test(name)) === undefined;
}

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

interface HeadedSection extends DraftSection {
  /** Of its heading; 0 where it has none. */
  readonly level: number;
  readonly paragraphs: string[];
  /** Headed "Related", "About the author". */
  readonly isBox: boolean;
}

/** More than this is story again, whatever heading stands above it. */
const MOST_WORDS_OF_A_BOX = 100;

function sectionsOf(blocks: readonly Block[], container: Element, known: Known): readonly DraftSection[] {
  const all: HeadedSection[] = [];
  const open = (level: number, heading?: string): void => {
    const isBox = heading !== undefined && isBoxHeading(heading);
    all.push({ level, paragraphs: [], isBox, ...(heading !== undefined && !isBox && { heading }) });
  };
  open(0);
  let post: Element | undefined;
  for (const block of blocks) {
    const within = around(block.place, isPost);
    const inner = within !== undefined && !holds(within, container.number) ? within : undefined;
    if (inner !== post) open(0);
    post = inner;
    if (!isCrosshead(block)) all.at(-1)?.paragraphs.push(block.text);
    else if (!isLinkedHeading(block, known.isElsewhere)) open(block.level || BOLD, block.text);
  }
  const sections = all.filter(
    ({ isBox, paragraphs }) =>
      !isBox || paragraphs.reduce((sum, text) => sum + wordsIn(text), 0) > MOST_WORDS_OF_A_BOX,
  );
  const first = sections.findIndex(({ paragraphs }) => paragraphs.length > 0);
  return sections
    .filter(
      ({ level, paragraphs }, index) =>
        paragraphs.length > 0 || (index > first && isAbove(level, sections[index + 1])),
    )
    .map(({ heading, paragraphs }) => ({ ...(heading !== undefined && { heading }), paragraphs }));
}

/** The level of a heading that is a paragraph in bold. */
const BOLD = 4;

/** A heading without a paragraph is kept above a smaller one; otherwise what it headed was none of the story. */
const isAbove = (level: number, next: HeadedSection | undefined): boolean =>
  next !== undefined && level > 0 && next.level > level && next.paragraphs.length > 0;

/** A post of a live blog: what follows it does not stand under its heading. */
const isPost = (element: Element): boolean =>
  element.name === 'article' || /\bBlogPosting$/.test(attribute(element, 'itemtype'));
