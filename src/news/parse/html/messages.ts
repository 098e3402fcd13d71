import { wordsIn } from '../../words-in.ts';
import { reportsSpeech } from './reported.ts';
import { descendants, type Element, textOf } from './tree.ts';

/*
 * Messages: what a server sends in an article's place. They have few words, call themselves no article, and are told by
 * their title, or speak of consent to "you" in most of their paragraphs.
 */

const MOST_WORDS = 250;

const TITLED: readonly (readonly [title: RegExp, what: string])[] = [
  [
    /^(?:error )?(?:40[04]|410)(?:$|[:.]| (?:error|not found|page|gone)\b)|^(?:sorry,? )?(?:this |the |that )?(?:page )?(?:could |can )?not (?:be )?found[.!]?$/i,
    'a page that says that there is no such page',
  ],
  [
    /^(?:error )?(?:401|403|451|503)(?:$|[:.]| (?:error|forbidden|unauthorized|unavailable|service)\b)|^access(?: to this page)? (?:has been |is )?denied$|\bunavailable (?:due to legal reasons|in your (?:country|region))\b/i,
    'a page that says that it may not be read from here',
  ],
  [
    /^just a moment(?:\.\.\.|…)?$|^verify(?:ing)? (?:that )?you are (?:a )?human\b|^are you (?:a robot|human)\?$|^attention required\b/i,
    'a page that asks whether you are human',
  ],
  [/^(?:sign|log) ?in(?: to (?:your|my) account| or register)?$/i, 'a page to sign in'],
];

const CONSENT =
  /\b(?:cookies?|consent|your data|personal data|partners|privacy (?:policy|notice|settings)|data protection|terms (?:and conditions|of (?:use|service)))\b/i;
const TO_READERS = /\b(?:you|your|we|our)\b/i;

/** What a page is that tells no story in so many paragraphs; undefined where nothing says so. */
export function messageOf(page: Element, paragraphs: readonly string[]): string | undefined {
  if (paragraphs.reduce((words, text) => words + wordsIn(text), 0) > MOST_WORDS) return undefined;
  const titles = [...descendants(page)]
    .filter(({ name }) => /^(?:title|h[12])$/.test(name))
    .slice(0, 5)
    .flatMap((element) => textOf(element, 200).split(/ [|–—-] /));
  const titled = TITLED.find(([title]) => titles.some((text) => title.test(text)));
  if (titled !== undefined) return titled[1];
  const asking = paragraphs.filter(
    (text) => CONSENT.test(text) && TO_READERS.test(text) && !/[“”"]/.test(text) && !reportsSpeech(text),
  );
  return asking.length > 0 && asking.length * 2 >= paragraphs.length
    ? 'a page that asks for consent'
    : undefined;
}
