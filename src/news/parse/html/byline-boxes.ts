import { byline } from './bylines.ts';
import { DAY } from './dates.ts';
import { namesOf } from './names.ts';
import { descendants, type Element, holdsSome, linesOf, textOf, wordsOf } from './tree.ts';

/** In UTF-16 units. */
const LONGEST = 300;
const LONGEST_NAMES = 120;

/** A box that holds more than so many elements is none of a byline. */
const MOST_ELEMENTS = 60;

const BOX = /^(?:.* )?(?:by ?lines?|authors?)$/;
const NAME = /^(?:.* )?(?:by ?lines?|authors?|contributors?) names?$/;

const isCalled = (element: Element, pattern: RegExp): boolean =>
  namesOf(element).some((name) => pattern.test(name) && !/\b(?:bio|box|image|avatar)\b/.test(name));

const isName = (element: Element): boolean =>
  wordsOf(element, 'rel').includes('author') || isCalled(element, NAME);

/** `<p class="byline">`, `<a rel="author">`, `<span class="author-name">`. */
export const isByline = (element: Element): boolean => isName(element) || isCalled(element, BOX);

const isSmall = ({ number, last }: Element): boolean => last - number <= MOST_ELEMENTS;

/** Names that are set apart are all of them; otherwise the first line is, since a role or a day may stand below it. */
export function bylineIn(box: Element): string | undefined {
  if (!isSmall(box)) return undefined;
  const apart = [...descendants(box)].filter((inner) => isName(inner) && !holdsSome(inner, isName));
  if (apart.length > 0) return byline(apart.map((one) => namesIn(textOf(one, LONGEST)) ?? ''));
  return linesOf(box, LONGEST)
    .map(namesIn)
    .find((names) => names !== undefined);
}

/**
 * Names as a line tells them, or as its elements part them: in `By <b class="author">Ada Quill</b> Harbour
 * Correspondent` nothing else does.
 */
export function asSetApart(names: string, line: Element): string {
  if (!isSmall(line)) return names;
  const apart = [...descendants(line)].filter(isByline).map(bylineIn)[0];
  return apart === undefined || names.split(/,| and /)[0] === apart ? names : apart;
}

const BEHIND_NAMES = new RegExp(
  String.raw`[\s,(]*(?:[|•·]|\b(?:published|updated|posted)\b|\b(?:\w{3,9}, )?(?:${DAY})\b).*$`,
  'i',
);

/** The names in a line that is known to tell them; undefined where it is but their label. */
export function namesIn(line: string): string | undefined {
  const names = line.replace(/^.*?\b(?:by|By|BY)(?::? (?=\p{L})|:?$)/u, '').replace(BEHIND_NAMES, '');
  return names.length > LONGEST_NAMES || /^authors?:?$/i.test(names) ? undefined : byline([names]);
}
