import { byline } from './bylines.ts';
import type { Claims } from './claims.ts';
import { isoDate } from './dates.ts';
import { isComments, namesOf } from './names.ts';
import { plain } from './plain.ts';
import { attribute, descendants, type Element, elementsIn, textOf, wordsOf } from './tree.ts';

/** A line of a page's top is no longer, in UTF-16 units. */
const LONGEST = 300;

/** What readers see of a masthead, and what the page marks in it for others (microdata): headline, byline and date. */
export function readVisible(page: Element): { readonly marked: Claims; readonly seen: Claims } {
  const names: string[] = [];
  const marked: Record<string, string> = {};
  const seen: Record<string, string> = {};
  const take = (claims: Record<string, string>, field: string, text: string | undefined): void => {
    if (text !== undefined && text !== '') claims[field] ??= text;
  };
  for (const element of descendants(page, isOfOthers)) {
    const properties = wordsOf(element, 'itemprop');
    const given = (): string => plain(attribute(element, 'content') || textOf(element, LONGEST)) ?? '';
    if (properties.includes('headline')) take(marked, 'headline', given());
    if (properties.includes('datePublished'))
      take(marked, 'published', isoDate(attribute(element, 'datetime') || given()));
    if (properties.includes('author')) names.push(nameIn(element) ?? given());
    if (properties.includes('publisher')) take(marked, 'publisher', nameIn(element) ?? given());
    if (element.name === 'h1') take(seen, 'headline', textOf(element, LONGEST));
    if (element.name === 'time')
      take(seen, 'published', isoDate(attribute(element, 'datetime')) ?? isoDate(textOf(element, 100)));
    if (isByline(element)) take(seen, 'byline', written(textOf(element, LONGEST)));
    else if (/^(?:p|div|span|address|li|font|small|i|em)$/.test(element.name)) {
      const line = textOf(element, LONGEST);
      if (BY_NAMES.test(line) || POSTED_BY.test(line)) take(seen, 'byline', written(line));
      if (DATED.test(line)) take(seen, 'published', isoDate(line));
    }
  }
  take(marked, 'byline', byline(names));
  return { marked, seen };
}

/** "By Ada Quill and Bo Lund", and nothing else on the line but what a bar sets off. */
const BY_NAMES =
  /^(?:by|By|BY):? \p{Lu}[\p{L}\p{M}.’'-]*(?:(?:,? and |, | )\p{Lu}[\p{L}\p{M}.’'-]*){0,9} ?(?:[|•·].*)?$/u;

/** "Posted on March 4, 2031 by Ada Quill". */
const POSTED_BY =
  /^(?:[Pp]osted|[Pp]ublished|[Ww]ritten)\b[^!?]{0,60} by \p{Lu}[\p{L}\p{M}.’'-]*(?:(?:,? and |, | )\p{Lu}[\p{L}\p{M}.’'-]*){0,9}$/u;

const DATED =
  /^(?:(?:first )?(?:published|updated|posted)\b.{0,60}|(?:\w{3,9}, )?(?:\w{3,9} \d{1,2}, \d{4}|\d{1,2} \w{3,9} \d{4}).{0,30})$/i;

const isByline = (element: Element): boolean =>
  wordsOf(element, 'rel').includes('author') ||
  namesOf(element).some(
    (name) =>
      /^(?:.* )?(?:by ?lines?|authors?(?: names?)?)$/.test(name) &&
      !/\b(?:bio|box|image|avatar)\b/.test(name),
  );

function written(line: string): string | undefined {
  const names = line
    .replace(/^.*?\b(?:by|By|BY):? (?=\p{L})/u, '')
    .replace(/\s*(?:[|•·]|\b(?:published|updated|posted)\b).*$/i, '');
  return names.length > 120 ? undefined : byline([names]);
}

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

/** What leads to other articles, and what readers say. */
const isOfOthers = (element: Element): boolean =>
  /^(?:nav|aside|footer|noscript|template|svg)$/.test(element.name) || isComments(element);
