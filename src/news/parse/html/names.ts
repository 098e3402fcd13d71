import { attribute, descendants, type Element, wordsOf } from './tree.ts';

/* What boxes are called: what a newspaper means them for, never what stands in them. */

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
  cta regwall gate piano barrier meter donate donation donations support feedback print tooltip skiplink skip`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Two words that say it together. */
const PAIRS =
  /\b(?:read more|read next|also read|most (?:read|popular|viewed)|sign up|call to action|in your inbox|more (?:on|from|stories|news|like)|you may|keep reading|up next|story (?:tools|meta|tags|links)|article (?:meta|info|tools|tags|links)|entry meta|post meta|(?:photo|image|picture) (?:caption|credit)|media (?:caption|credit)|site (?:header|footer)|global (?:header|footer)|page footer|app download|audio player|cookie banner|twitter tweet|instagram media|tiktok embed|fb post|print only|only print|visible print|follow us|about the author|listen to|(?:video|media) (?:player|embed|wrapper|container|caption))\b/;

/** "has-sidebar", "comments-open": what is said of a page, not what a box is. */
const SAID_OF_OTHERS =
  /^(?:has|with|no|not|without|is|js|hide|hides|show|shows|enable|enabled|disable|disabled|single|page|tag|category|format)[-_]|[-_](?:open|closed|enabled|disabled|allowed|count|visible|active|less|free)$/i;

/** What an element is called, a word for a word: `ArticleShare--wide` → "article share wide". */
export function namesOf(element: Element): readonly string[] {
  const tokens = [
    'class',
    'id',
    'data-component',
    'data-module',
    'data-testid',
    'data-type',
    'data-qa',
    'data-cy',
  ].flatMap((name) => wordsOf(element, name));
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

export function isCalledFurniture(element: Element): boolean {
  return namesOf(element).some((name) => PAIRS.test(name) || name.split(' ').some((word) => WORDS.has(word)));
}

/** What readers say. A paper's pages of opinion may be called "comment" too: they hold its headline. */
export const isComments = (element: Element): boolean =>
  (/\bComment$/.test(attribute(element, 'itemtype')) ||
    namesOf(element).some((name) => /\b(?:comments?|disqus)\b/.test(name))) &&
  !opensWith(element, /^h1$/);

const PLATFORMS = /\b(?:bluesky|facebook|instagram|mastodon|reddit|telegram|threads|tiktok|tweet|twitter)\b/;

/** What somebody posted elsewhere: `<blockquote class="bluesky-embed" data-bluesky-uri="at://…">`. */
export const isEmbed = (element: Element): boolean =>
  element.name === 'blockquote' &&
  (namesOf(element).some((name) => PLATFORMS.test(name)) ||
    [...element.attributes.keys()].some((name) => /^data-.*(?:uri|permalink|embed)/.test(name)));

/** What asks for leave to watch its readers, often at greater length than a story has. */
export const isConsent = (element: Element): boolean =>
  namesOf(element).some((name) => /\b(?:cookies?|consent|gdpr|ccpa|onetrust)\b/.test(name)) &&
  !opensWith(element, /^(?:article|main)$/);

/** How many elements are looked through for a headline: boxes may be nested as often as a page likes. */
const MOST_ELEMENTS = 5000;

function opensWith(element: Element, name: RegExp): boolean {
  let looked = 0;
  for (const inner of descendants(element)) {
    if (name.test(inner.name)) return true;
    if (++looked > MOST_ELEMENTS) return false;
  }
  return false;
}
