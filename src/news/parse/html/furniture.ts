import { hiddenRests } from './hidden-rests.ts';
import { isInline } from './inline.ts';
import { isCalledFurniture, isComments, isConsent, isEmbed } from './names.ts';
import { proseIn } from './prose-in.ts';
import { attribute, descendants, type Element, elementsIn, holdsSome, remembered, wordsOf } from './tree.ts';

/*
 * Furniture: what stands around a story and is none of it. Decided by what an element is and is called, never by its
 * words; what words alone betray is told in `notices.ts`.
 */

/** Elements that hold no story, whatever they are called. */
const FURNITURE =
  /^(?:nav|aside|footer|button|select|option|datalist|template|noscript|dialog|menu|svg|canvas|audio|video|picture|object|embed|applet|map|head|title|figcaption|caption|rt|rp|input|progress|meter)$/;

const ROLES =
  /^(?:navigation|complementary|contentinfo|banner|dialog|alertdialog|alert|search|menu|menubar|toolbar|tablist|form|status|tooltip)$/;

/** "hidden" for eyes, yet read aloud: "opens in a new tab". */
const FOR_SCREEN_READERS =
  /^(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?|element-invisible|a11y-hidden)$/i;

export interface Furniture {
  /** Whether nothing inside is of the story. */
  readonly is: (element: Element) => boolean;
  /** Whether only what it is called says so, of what may as well be a word in a line. */
  readonly isByName: (element: Element) => boolean;
}

/** The share of a page's sentences that is no furniture, whatever it is called. */
const MOST = 0.6;

/** A word in a line has no more elements in it. */
const MOST_ELEMENTS_OF_A_WORD = 8;

/**
 * Names mislead: a whole page may stand in a form, or in a box called "share-page". What holds most of a page's
 * sentences is no furniture for its name; for comments, of which there may be more than story, this does not hold, nor
 * for what is said about cookies.
 */
export function furnitureOf(page: Element): Furniture {
  const words = proseIn(page, (element) => isHidden(element) || isNeverStory(element));
  const most = words(page) * MOST;
  const holdsMost = (element: Element): boolean =>
    element.name === 'main' || (most > 0 && words(element) > most);
  const rests = hiddenRests(
    page,
    (element) => isHidden(element) || isUnheard(element) || element.name === 'noscript',
    (element) => /^(?:div|section|article|td)$/.test(element.name) && most > 0 && words(element) > most,
  );
  const quoted = new Set(
    [...descendants(page)]
      .filter(({ name }) => name === 'blockquote')
      .flatMap((quotation) => elementsIn(quotation).filter(({ name }) => name === 'footer')),
  );

  const judge = (element: Element): boolean => {
    if (/^(?:html|body|page)$/.test(element.name) || quoted.has(element)) return false;
    if (!rests.has(element)) {
      if (isHidden(element) || isNeverStory(element)) return true;
      // A page that was saved while a notice stood before it is hidden as a whole from those who listen.
      if (isUnheard(element)) return !holdsMost(element);
    }
    if (declaresBody(element)) return false;
    if (isComments(element) || isConsent(element) || isEmbed(element)) return true;
    const named = element.name === 'form' || hasRole(element) || isCalledFurniture(element);
    return named && !holdsMost(element);
  };
  const isWord = (element: Element): boolean =>
    isInline(element) &&
    !element.name.includes('-') &&
    element.last - element.number <= MOST_ELEMENTS_OF_A_WORD &&
    !holdsSome(element, (inner) => !isInline(inner)) &&
    !isHidden(element) &&
    !isUnheard(element) &&
    (element.name === 'button' || (!FURNITURE.test(element.name) && !hasRole(element)));
  const is = remembered(judge);
  return { is, isByName: remembered((element) => isWord(element) && is(element)) };
}

/** A template that a browser has already filled in is a part of the page. */
const isNeverStory = ({ name, attributes }: Element): boolean =>
  FURNITURE.test(name) && !(name === 'template' && attributes.has('shadowrootmode'));

const isUnheard = (element: Element): boolean => attribute(element, 'aria-hidden') === 'true';

const hasRole = (element: Element): boolean => ROLES.test(attribute(element, 'role').toLowerCase());

export const declaresBody = (element: Element): boolean =>
  [...wordsOf(element, 'itemprop'), ...wordsOf(element, 'property')].some((word) =>
    /^(?:schema:)?articleBody$/i.test(word),
  );

export function isHidden(element: Element): boolean {
  // AMP's: what stands in until something is loaded, or where it cannot be.
  if (['placeholder', 'fallback', 'overflow'].some((name) => element.attributes.has(name))) return true;
  if (element.attributes.has('hidden')) return true;
  const style = attribute(element, 'style');
  if (/display\s*:\s*none|visibility\s*:\s*hidden|(?:left|top|indent)\s*:\s*-\d{4}/i.test(style)) return true;
  return wordsOf(element, 'class').some((word) => FOR_SCREEN_READERS.test(word));
}
