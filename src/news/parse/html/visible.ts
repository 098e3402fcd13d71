import { imprintIn } from '../imprint.ts';
import { asSetApart, bylineIn, isByline } from './byline-boxes.ts';
import { byline } from './bylines.ts';
import type { Claims } from './claims.ts';
import { isoDate } from './dates.ts';
import { isComments } from './names.ts';
import { plain } from './plain.ts';
import { saidIn } from './seen-lines.ts';
import {
  attribute,
  descendants,
  type Element,
  elementsIn,
  holdsSome,
  linesOf,
  textOf,
  wordsOf,
} from './tree.ts';

export interface Heading {
  /** 1 to 3. */
  readonly level: number;
  readonly text: string;
}

/** What readers see of a masthead, and what the page marks in it for others (microdata). */
export interface Visible {
  readonly marked: Claims;
  /** Above the story. */
  readonly seen: Claims;
  /** Below that: a signature, or what belongs to other stories. */
  readonly seenBelow: Claims;
  /** Larger before smaller. */
  readonly headings: readonly Heading[];
}

/** A line of a page's top is no longer, in UTF-16 units; a paragraph of a story mostly is. */
const LONGEST = 300;
const LENGTH_OF_A_PARAGRAPH = 100;
/** One below the headline may be its standfirst, with the byline below it. */
const PARAGRAPHS_OF_A_STORY = 2;
const MOST_HEADINGS = 100;

export function readVisible(page: Element): Visible {
  const names: string[] = [];
  const marked: Record<string, string> = {};
  const seen: Record<string, string> = {};
  const seenBelow: Record<string, string> = {};
  const headings: Heading[] = [];
  const take = (claims: Record<string, string>, field: string, text: string | undefined): void => {
    if (text !== undefined && text !== '') claims[field] ??= text;
  };
  let isBelowTitle = !holdsSome(page, isTitle);
  let paragraphs = 0;
  for (const element of descendants(page, isOfOthers)) {
    const properties = wordsOf(element, 'itemprop');
    const given = (): string => plain(attribute(element, 'content') || textOf(element, LONGEST)) ?? '';
    if (properties.includes('headline')) take(marked, 'headline', given());
    if (properties.includes('datePublished'))
      take(marked, 'published', isoDate(attribute(element, 'datetime') || given()));
    if (properties.includes('author')) names.push(nameIn(element) ?? given());
    if (properties.includes('publisher')) take(marked, 'publisher', nameIn(element) ?? given());
    if (/^h[1-3]$/.test(element.name) && headings.length < MOST_HEADINGS)
      headings.push({ level: Number(element.name.slice(1)), text: textOf(element, LONGEST) });
    if (isTitle(element)) isBelowTitle = true;
    if (element.name === 'p' && isBelowTitle && isParagraph(element)) paragraphs++;
    const visible = paragraphs < PARAGRAPHS_OF_A_STORY ? seen : seenBelow;
    if (element.name === 'time')
      take(visible, 'published', isoDate(attribute(element, 'datetime')) ?? isoDate(textOf(element, 100)));
    if (isByline(element)) take(visible, 'byline', bylineIn(element));
    else if (LINE.test(element.name))
      for (const line of linesOf(element, LONGEST)) {
        // What stands below a paragraph is seen when its own box is.
        if (line.length > LENGTH_OF_A_PARAGRAPH) break;
        const { byline: names, publisher, published } = saidIn(line);
        take(visible, 'publisher', publisher);
        take(visible, 'published', published);
        if (names !== undefined) take(visible, 'byline', asSetApart(names, element));
      }
  }
  take(marked, 'byline', byline(names));
  return { marked, seen, seenBelow, headings: headings.toSorted((one, other) => one.level - other.level) };
}

const isTitle = ({ name }: Element): boolean => name === 'h1';

const isParagraph = (element: Element): boolean => textOf(element, LONGEST).length > LENGTH_OF_A_PARAGRAPH;

/** Where an imprint may stand by itself. */
const LINE = /^(?:p|div|span|address|li|dd|td|font|small|b|strong|i|em|h[4-6])$/;

/** `<span itemprop="author"><a itemprop="name">Ada Quill</a>, harbour correspondent</span>`. */
function nameIn(element: Element): string | undefined {
  for (const child of elementsIn(element)) {
    if (wordsOf(child, 'itemprop').includes('name'))
      return attribute(child, 'content') || textOf(child, LONGEST);
    const inner = nameIn(child);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

/** What leads to other articles, who took a picture, and what readers say. */
const isOfOthers = (element: Element): boolean =>
  /^(?:nav|aside|footer|noscript|template|svg)$/.test(element.name) ||
  (element.name === 'figure' && !holdsSome(element, isTitle)) ||
  isComments(element) ||
  (element.name === 'li' && isTeaser(element));

/** An item with a time in it that says more than who wrote something and when. */
function isTeaser(item: Element): boolean {
  for (const element of descendants(item))
    if (element.name === 'time')
      return (
        imprintIn(textOf(item, LONGEST).replace(textOf(element, LONGEST), '1 January 2000')) === undefined
      );
  return false;
}
