import type { DraftSection } from '../../article.ts';
import type { Block } from './blocks.ts';
import { isHeading, isLinkedHeading } from './crossheads.ts';
import { around } from './place.ts';
import { attribute, type Element, holds } from './tree.ts';

interface HeadedSection extends DraftSection {
  /** Of its heading; 0 where it has none. */
  readonly level: number;
  readonly paragraphs: string[];
}

/** The level of a heading that is a paragraph in bold. */
const BOLD = 4;

/** Under each of its headings what follows it, in order; a post of a live blog is a section too. */
export function sectionsOf(
  blocks: readonly Block[],
  container: Element,
  isElsewhere: (href: string) => boolean,
): readonly DraftSection[] {
  const all: HeadedSection[] = [{ level: 0, paragraphs: [] }];
  let post: Element | undefined;
  blocks.forEach((block, index) => {
    const within = around(block.place, isPost);
    const inner = within !== undefined && !holds(within, container.number) ? within : undefined;
    if (inner !== post) all.push({ level: 0, paragraphs: [] });
    post = inner;
    if (!isHeading(block, blocks[index + 1])) all.at(-1)?.paragraphs.push(block.text);
    else if (!isLinkedHeading(block, isElsewhere))
      all.push({ level: block.level || BOLD, heading: block.text, paragraphs: [] });
  });
  const first = all.findIndex(({ paragraphs }) => paragraphs.length > 0);
  return all
    .filter(
      ({ level, paragraphs }, index) =>
        paragraphs.length > 0 || (index > first && isAbove(level, all[index + 1])),
    )
    .map(({ heading, paragraphs }) => ({ ...(heading !== undefined && { heading }), paragraphs }));
}

/** A heading without a paragraph is kept above a smaller one; otherwise what it headed was none of the story. */
const isAbove = (level: number, next: HeadedSection | undefined): boolean =>
  next !== undefined && level > 0 && next.level > level && next.paragraphs.length > 0;

/** A post of a live blog: what follows it does not stand under its heading. */
const isPost = (element: Element): boolean =>
  element.name === 'article' || /\bBlogPosting$/.test(attribute(element, 'itemtype'));
