import type { Block } from './blocks.ts';
import { isLinkedHeading } from './crossheads.ts';
import { around } from './place.ts';
import { isBrief, isProse } from './prose.ts';
import { sumsOver } from './sums.ts';
import type { Element } from './tree.ts';

/* Teasers: headlines of other stories, each a link, with or without a line of it. */

type IsElsewhere = (href: string) => boolean;

/** How many there are. A line that is a link is one where a sentence follows it; a row of links is as many. */
export function teasersIn(blocks: readonly Block[], isElsewhere: IsElsewhere): number {
  return blocks.reduce((count, block, index) => {
    if (isLinkedHeading(block, isElsewhere)) return count + 1;
    if (block.level > 0 || block.linked < 0.95) return count;
    const away = block.links.filter(({ href }) => isElsewhere(href)).length;
    return count + (away > 1 || introduces(block, blocks[index + 1]) ? away : 0);
  }, 0);
}

const introduces = (link: Block, next: Block | undefined): boolean =>
  isBrief(link, 20) && next !== undefined && next.linked < 0.3 && isProse(next.text);

/** Fewer may stand in a story, each with its own heading. */
const FEWEST_OF_A_LIST = 3;

/** How many other articles a page's text is of, each below a headline that is a link; 0 where it is one story. */
export function articlesListed(
  page: Element,
  all: readonly Block[],
  story: readonly Block[],
  isElsewhere: IsElsewhere,
): number {
  const headlines = sumsOver(
    page,
    all.filter((block) => isLinkedHeading(block, isElsewhere)).map(({ place }) => [place.element, 1]),
  );
  const articles = story
    .filter(({ level }) => level === 0)
    .map(({ place }) => around(place, (element) => element.name === 'article' && headlines(element) > 0));
  const listed = new Set(articles.filter((article) => article !== undefined));
  const isList = articles.filter((article) => article !== undefined).length * 2 > articles.length;
  return isList && listed.size >= FEWEST_OF_A_LIST ? listed.size : 0;
}
