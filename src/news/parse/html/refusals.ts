import { ParseError } from '../masthead.ts';
import type { LinkedArticle } from './linked-data.ts';
import type { Story } from './story.ts';
import { type Element, textOf } from './tree.ts';

const INSTEAD = 'Save the whole article as .md or .txt and add that.';

/** Eight megabytes; a newspaper's largest pages have two. */
const MOST_BYTES = 8 * 1024 * 1024;

/** @throws ParseError when it is not a page, or too large for one. */
export function refuseOtherFiles(bytes: Uint8Array): void {
  if (bytes.length > MOST_BYTES)
    throw new ParseError(
      `expected a page of at most 8 MB, got ${(bytes.length / 1024 / 1024).toFixed(1)} MB. ${INSTEAD}`,
    );
}

/** @throws ParseError when a text has no tags, or is something else that also has brackets. */
export function refuseOtherText(text: string): void {
  const beginning = text.slice(0, 2000).trimStart();
  const got =
    text.trim() === ''
      ? 'an empty file'
      : beginning.startsWith('%PDF-')
        ? 'a PDF. Give it the ending .pdf'
        : /[\0-\x08\x0E-\x1A]/.test(beginning)
          ? 'a file that is no text'
          : /^[{[]\s*["{[\]}\d]/.test(beginning)
            ? 'JSON'
            : /^(?:<\?xml[^>]*>\s*)?<(?:rss|feed|rdf:RDF)\b/.test(beginning)
              ? 'a feed. Add it by its address'
              : /<[a-z!][^<]*>/i.test(text)
                ? undefined
                : 'text without a single tag';
  if (got !== undefined) throw new ParseError(`expected a web page (HTML), got ${got}.`);
}

/** A message above what is left of a story: "Subscribe to continue reading". */
const GATE =
  /\b(?:subscri(?:be|bers?|ption)|sign (?:in|up)|log ?in|register|free trial|become a (?:member|subscriber))\b[^.!?]{0,80}\b(?:continue|keep|finish|unlock|read(?:ing)?|access)\b|\b(?:continue|keep|finish) reading\b[^.!?]{0,80}\b(?:subscri|sign|log ?in|trial|account)|\b(?:article|story|content) is (?:only |exclusively )?(?:for|available to|reserved for) (?:our )?(?:subscribers|members|registered)|\balready a (?:subscriber|member)\b|\bto (?:read|continue|unlock) (?:the (?:full|rest)|this (?:article|story))\b/i;

/** How much of a page's text is searched for such messages, in UTF-16 units. */
const LONGEST_TEXT = 500_000;

/** A story that is told whole is longer, where its page also asks to pay. */
const MOST_WORDS_OF_A_STUB = 200;
const MOST_WORDS_WITH_A_GATE = 150;

/** @throws ParseError when only the beginning of a story can be read. */
export function refuseStub(page: Element, story: Story, linked: LinkedArticle | undefined): void {
  if (linked?.free === true || story.words === 0) return;
  const locked = linked?.free === false;
  const isCutShort = linked?.words !== undefined && linked.words > story.words * 2 + 50;
  const isStub =
    (locked && (story.words < MOST_WORDS_OF_A_STUB || isCutShort)) ||
    (story.words < MOST_WORDS_WITH_A_GATE && GATE.test(textOf(page, LONGEST_TEXT)));
  if (isStub)
    throw new ParseError(
      `expected a whole article; only its first ${story.words} words are readable without a subscription. ${INSTEAD}`,
    );
}

/** Fewer words than these tell no news. */
const FEWEST_WORDS = 20;

/** Headlines of other stories, of which a front page has many and an article's page some, for each paragraph. */
const TEASERS = 5;

/** @throws ParseError when a page tells no story. */
export function refuseWithoutStory(page: Element, story: Story, isDeclared: boolean): void {
  const paragraphs = story.sections.reduce((sum, section) => sum + section.paragraphs.length, 0);
  const isFront = !isDeclared && story.teasers >= TEASERS && paragraphs <= story.teasers;
  if (story.words >= FEWEST_WORDS && !isFront) return;
  if (isFront)
    throw new ParseError(
      `expected an article, got a page of links to ${story.teasers} others. Add the address of one of them.`,
    );
  const needsScripts =
    /\b(?:enable|turn on|requires?|activate|without|need) (?:java ?script|js)\b|\bjava ?script (?:is )?(?:disabled|required|to be enabled|turned off)/i.test(
      textOf(page, LONGEST_TEXT),
    );
  if (needsScripts || isEmptyShell(page))
    throw new ParseError(
      `expected an article in the page itself; this page needs JavaScript to show it. ${INSTEAD}`,
    );
  const got = story.words === 0 ? 'without a paragraph of one' : `with ${story.words} words of one`;
  throw new ParseError(`expected an article, got a page ${got}. ${INSTEAD}`);
}

/** `<div id="root"></div>`. */
function isEmptyShell(element: Element): boolean {
  return element.children.some((child) => {
    if (typeof child === 'string') return false;
    const isRoot = /^(?:root|app|__next|__nuxt|react-root|main-app)$/.test(child.attributes.get('id') ?? '');
    return (isRoot && textOf(child, 200).length < 200) || isEmptyShell(child);
  });
}
