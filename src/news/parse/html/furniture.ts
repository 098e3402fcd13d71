import {
  attribute,
  descendants,
  type Element,
  elementsIn,
  holdsSome,
  remembered,
  textOf,
  wordsOf,
} from './tree.ts';

/*
 * Furniture: what stands around a story and is none of it. Decided by what an element is and is called, never by its
 * words; what words alone betray is told in `notices.ts`.
 */

/** Elements that hold no story, whatever they are called. */
const FURNITURE =
  /^(?:nav|aside|footer|button|select|option|datalist|template|noscript|dialog|menu|svg|canvas|audio|video|picture|object|embed|applet|map|head|title|figcaption|caption|rt|rp|input|progress|meter)$/;

const ROLES =
  /^(?:navigation|complementary|contentinfo|banner|dialog|alertdialog|alert|search|menu|menubar|toolbar|tablist|form|status|tooltip)$/;

/** A word in a class, an id or a tag's name that says what a box is for. */
const WORDS = new Set(
  `ad ads advert adverts advertisement advertisements advertising adslot adunit adbox adwrapper dfp gpt mpu leaderboard
  sponsor sponsored sponsorship promo promos promoted promotion promobox outbrain taboola recirc recirculation
  newsletter newsletters nlsignup signup subscribe subscription cookie cookies consent gdpr ccpa onetrust cmp
  share shares sharing sharebar sharetools sharedaddy social socials addthis sharethis
  comment comments disqus replies discussion related relatedlinks readmore readnext upnext recommended recommendations
  recommendation recommends trending mostread mostpopular alsoread inread youmaylike
  breadcrumb breadcrumbs sidebar navbar navigation pagination pager menu toolbar popup modal overlay lightbox
  caption captions figcaption imagecaption photocredit credit credits copyright tags taglist tagcloud topics keywords
  byline bylines author authors authorbio bio bios contributor contributors dateline timestamp pubdate
  regwall gate piano barrier meter donate donation donations support feedback print tooltip skiplink skip`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Two words that say it together. */
const PAIRS =
  /\b(?:read more|read next|also read|most (?:read|popular|viewed)|sign up|call to action|in your inbox|more (?:on|from|stories|news|like)|you may|keep reading|up next|story (?:tools|meta|tags|links)|article (?:meta|info|tools|tags|links)|entry meta|post meta|(?:photo|image|picture) (?:caption|credit)|media (?:caption|credit)|site (?:header|footer)|global (?:header|footer)|page footer|app download|audio player|cookie banner|twitter tweet|instagram media|tiktok embed|fb post|print only|only print|visible print|follow us|about the author|listen to|(?:video|media) (?:player|embed|wrapper|container|caption))\b/;

/** "has-sidebar", "comments-open": what is said of a page, not what a box is. */
const SAID_OF_OTHERS =
  /^(?:has|with|no|not|without|is|js|hide|hides|show|shows|enable|enabled|disable|disabled|single|page|tag|category|format)[-_]|[-_](?:open|closed|enabled|disabled|allowed|count|visible|active|less|free)$/i;

/** "hidden" for eyes, yet read aloud: "opens in a new tab". */
const FOR_SCREEN_READERS =
  /^(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?|element-invisible|a11y-hidden)$/i;

export interface Furniture {
  /** Whether nothing inside is of the story. */
  readonly is: (element: Element) => boolean;
}

/** A paragraph of a story has at least as many words; a teaser, a label and a link have fewer. */
const WORDS_OF_A_PARAGRAPH = 15;

/**
 * Names mislead: a whole page may stand in a form, or in a box called "share-page". What holds most of a page's
 * paragraphs is no furniture for its name; for comments, of which there may be more than story, this does not hold.
 */
export function furnitureOf(page: Element): Furniture {
  const words = paragraphWords(page);
  const most = (words.get(page) ?? 0) * 0.6;
  const holdsMost = (element: Element): boolean =>
    element.name === 'main' || (most > 0 && (words.get(element) ?? 0) > most);
  const quoted = new Set(
    [...descendants(page)]
      .filter(({ name }) => name === 'blockquote')
      .flatMap((quotation) => elementsIn(quotation).filter(({ name }) => name === 'footer')),
  );

  const judge = (element: Element): boolean => {
    if (/^(?:html|body|page)$/.test(element.name) || quoted.has(element)) return false;
    if (isHidden(element) || FURNITURE.test(element.name)) return true;
    // A page that was saved while a notice stood before it is hidden as a whole from those who listen.
    if (attribute(element, 'aria-hidden') === 'true') return !holdsMost(element);
    if (declaresBody(element)) return false;
    if (isComments(element)) return true;
    const named =
      element.name === 'form' ||
      ROLES.test(attribute(element, 'role').toLowerCase()) ||
      isCalledFurniture(element);
    return named && !holdsMost(element);
  };
  return { is: remembered(judge) };
}

export const declaresBody = (element: Element): boolean =>
  [...wordsOf(element, 'itemprop'), ...wordsOf(element, 'property')].some((word) =>
    /^(?:schema:)?articleBody$/i.test(word),
  );

/** What an element is called, a word for a word: `ArticleShare--wide` → "article share wide". */
export function namesOf(element: Element): readonly string[] {
  const tokens = ['class', 'id', 'data-component', 'data-module', 'data-testid', 'data-type'].flatMap(
    (name) => wordsOf(element, name),
  );
  return [...tokens, ...(element.name.includes('-') ? [element.name] : [])]
    .slice(0, 40)
    .map((token) => token.slice(0, 100))
    .filter((token) => !SAID_OF_OTHERS.test(token))
    .map((token) =>
      token
        .replace(/([a-z\d])([A-Z])/g, '$1 $2')
        .replace(/[^A-Za-z\d]+/g, ' ')
        .trim()
        .toLowerCase(),
    );
}

function isCalledFurniture(element: Element): boolean {
  return namesOf(element).some((name) => PAIRS.test(name) || name.split(' ').some((word) => WORDS.has(word)));
}

/** What readers say. A paper's pages of opinion may be called "comment" too: they hold its headline. */
export const isComments = (element: Element): boolean =>
  (/\bComment$/.test(attribute(element, 'itemtype')) ||
    namesOf(element).some((name) => /\b(?:comments?|disqus)\b/.test(name))) &&
  !holdsSome(element, ({ name }) => name === 'h1');

function isHidden(element: Element): boolean {
  // AMP's: what stands in until something is loaded, or where it cannot be.
  if (['placeholder', 'fallback', 'overflow'].some((name) => element.attributes.has(name))) return true;
  if (element.attributes.has('hidden')) return true;
  if (/(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribute(element, 'style'))) return true;
  return wordsOf(element, 'class').some((word) => FOR_SCREEN_READERS.test(word));
}

/** How many words stand in paragraphs, in each element that holds any. */
function paragraphWords(page: Element): ReadonlyMap<Element, number> {
  const found = new Map<Element, number>();
  const count = (element: Element): number => {
    let words = 0;
    if (element.name === 'p') words = textOf(element).split(' ').length;
    else for (const child of elementsIn(element)) words += count(child);
    if (element.name === 'p' && words < WORDS_OF_A_PARAGRAPH) words = 0;
    if (words > 0) found.set(element, words);
    return words;
  };
  count(page);
  return found;
}
