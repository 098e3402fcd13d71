import { wordsIn } from '../../words-in.ts';
import { isInline } from './inline.ts';
import { isClosed } from './prose.ts';
import { sumsOver } from './sums.ts';
import { descendants, type Element, elementsIn, textOf } from './tree.ts';

const FEWEST_PARAGRAPHS = 2;
const FEWEST_WORDS = 8;

/** Text that is enciphered until somebody has paid has fewer letters. */
const FEWEST_LETTERS = 0.8;

/** How much of a paragraph is looked at, in UTF-16 units. */
const LONGEST = 400;

/**
 * The rest of a story that waits behind "Read more", a blur or a script: paragraphs that are hidden beside those that
 * are shown, that can be read, and that stand nowhere else on the page.
 */
export function hiddenRests(
  page: Element,
  isHidden: (element: Element) => boolean,
  holdsStory: (element: Element) => boolean,
): ReadonlySet<Element> {
  const paragraphs = [...descendants(page)]
    .filter(({ name }) => name === 'p')
    .map((element) => ({ element, text: textOf(element, LONGEST) }));
  const times = new Map<string, number>();
  for (const { text } of paragraphs) times.set(text, (times.get(text) ?? 0) + 1);
  const told = paragraphs.filter(
    ({ text }) => wordsIn(text) >= FEWEST_WORDS && isClosed(text) && !/\bjava ?script\b/i.test(text),
  );
  const isNew = ({ text }: { readonly text: string }): boolean => times.get(text) === 1 && isLegible(text);
  const news = sumsOver(
    page,
    told.filter(isNew).map(({ element }) => [element, 1]),
  );
  const others = sumsOver(
    page,
    told.filter((one) => !isNew(one)).map(({ element }) => [element, 1]),
  );
  const isRest = (element: Element): boolean =>
    (!isInline(element) || element.name === 'noscript') &&
    isHidden(element) &&
    news(element) >= FEWEST_PARAGRAPHS &&
    others(element) === 0;
  return new Set(
    [...descendants(page)].filter(holdsStory).flatMap((parent) => elementsIn(parent).filter(isRest)),
  );
}

export const isLegible = (text: string): boolean =>
  (text.match(/\p{L}/gu)?.length ?? 0) >= text.replace(/\s/g, '').length * FEWEST_LETTERS;
