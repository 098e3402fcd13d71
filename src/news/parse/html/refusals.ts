import { wordsIn } from '../../words-in.ts';
import { ParseError } from '../masthead.ts';
import { gateBelow, isEnciphered } from './gates.ts';
import type { LinkedArticle } from './linked-data.ts';
import { messageOf } from './messages.ts';
import { isProse } from './prose.ts';
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
        : isWebArchive(beginning)
          ? 'a page saved as one file (MHTML). Save it as “Webpage, complete” and add the .html file'
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

/** A browser's one file for a page and its pictures is a mail of several parts. */
const isWebArchive = (beginning: string): boolean =>
  /^MIME-Version:/im.test(beginning) && /^Content-Type:\s*multipart\/related/im.test(beginning);

/** A story that is told whole is longer, where its page also asks to pay. */
const MOST_WORDS_WITH_A_GATE = 150;
const MOST_WORDS_WITH_A_BAR = 400;

/** The beginning of a story that is locked is shorter; one that may be whole needs another sign. */
const MOST_WORDS_OF_A_TEASER = 100;
const MOST_WORDS_OF_A_STUB = 200;

/** @throws ParseError when only the beginning of a story can be read. */
export function refuseStub(page: Element, story: Story, linked: LinkedArticle | undefined): void {
  const isMessage = linked === undefined && messageOf(page, paragraphsOf(story)) !== undefined;
  if (story.words === 0 || isMessage) return;
  if (isStub(page, story, linked) || isEnciphered(page))
    throw new ParseError(
      `expected a whole article; only its first ${story.words} words are readable without a subscription. ${INSTEAD}`,
      undefined,
      'paywall',
    );
}

const BREAKS_OFF = /(?:…|\.{3})["”’)\]]*$/;

function isStub(page: Element, story: Story, linked: LinkedArticle | undefined): boolean {
  if (linked?.free === true) return false;
  const { isGate, isBar } = gateBelow(page, story);
  const { words } = story;
  const breaksOff = story.lastBlocks.some(({ text, level }) => level === 0 && BREAKS_OFF.test(text));
  if (isBar && (words < MOST_WORDS_WITH_A_BAR || breaksOff)) return true;
  if (isGate && words < MOST_WORDS_WITH_A_GATE) return true;
  if (linked?.free !== false) return false;
  const isCutShort = linked.words !== undefined && linked.words > words * 2 + 50;
  return (
    isCutShort || words < MOST_WORDS_OF_A_TEASER || (words < MOST_WORDS_OF_A_STUB && (isGate || breaksOff))
  );
}

/** Fewer words of sentences than these tell no news. */
const FEWEST_WORDS = 20;

/** Headlines of other stories, of which a front page has many and an article's page some, for each paragraph. */
const TEASERS = 5;

/** How much of a page's text is searched for messages, in UTF-16 units. */
const LONGEST_TEXT = 500_000;

/** @throws ParseError when a page tells no story. */
export function refuseWithoutStory(page: Element, story: Story, isDeclared: boolean): void {
  const paragraphs = paragraphsOf(story);
  const isFront = !isDeclared && story.teasers >= TEASERS && paragraphs.length <= story.teasers;
  if (isFront || story.others > 0)
    throw new ParseError(
      `expected an article, got a page of links to ${Math.max(story.teasers, story.others)} others. Add the address of one of them.`,
    );
  const message = isDeclared ? undefined : messageOf(page, paragraphs);
  if (message !== undefined) throw new ParseError(`expected an article, got ${message}. ${INSTEAD}`);
  const told = paragraphs.filter(isProse).reduce((words, text) => words + wordsIn(text), 0);
  if (told >= FEWEST_WORDS) return;
  const needsScripts =
    /\b(?:enable|turn on|requires?|activate|without|need) (?:java ?script|js)\b|\bjava ?script (?:is )?(?:disabled|required|to be enabled|turned off)/i.test(
      textOf(page, LONGEST_TEXT),
    );
  if (needsScripts || isEmptyShell(page))
    throw new ParseError(
      `expected an article in the page itself; this page needs JavaScript to show it. ${INSTEAD}`,
      undefined,
      'needs-script',
    );
  const got = story.words === 0 ? 'without a paragraph of one' : `with ${told} words of one`;
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

const paragraphsOf = ({ sections }: Story): readonly string[] =>
  sections.flatMap(({ paragraphs }) => paragraphs);
