import type { Article } from '../news/article.ts';
import { isEnglish } from '../news/parse/language.ts';
import { wordsIn } from '../news/words-in.ts';
import { foldedArticle } from '../news/write/folding.ts';
import { type Provenance, writeMarkdown } from '../news/write/markdown.ts';
import type { Submission } from './decide.ts';
import { digestOf } from './digest.ts';
import { addressesOf, originOf, ownAddress } from './holding.ts';
import { overlength } from './length.ts';
import { type Refused, refused } from './outcome.ts';
import type { Received } from './receive.ts';

/** Words of the shortest article. */
const FEWEST_WORDS = 25;
/** Characters of its longest paragraph: ten pages of a book. */
const LONGEST_PARAGRAPH = 20_000;
/** What Markdown has a meaning for. Reading it takes time that grows with its square, and prose has next to none. */
const MARKUP = /[*_[\]<>&`~\\]/g;
const MOST_MARKUP = 0.1;
/** Characters of a headline, a byline and the like. */
const LONGEST_FIELD = 2_000;

/** A submission with all that is written down of where it came from. */
export interface Dossier extends Submission {
  readonly provenance: Provenance;
}

/** What was received → what asks to be taken in, or why it is no article for this corpus. */
export function submissionOf(received: Received, fetched: Date, force: boolean): Dossier | Refused {
  const { reference, source, validators, asOf } = received;
  const { url: claimed, ...told } = received.article;
  const url = ownAddress(claimed, source);
  // Its size first: what is too large is not looked at any closer.
  const unfit = unfitness(received.article);
  if (unfit !== undefined) return refused(reference, unfit);
  if (!force && !isEnglish(received.article.text))
    return {
      ...refused(reference, notEnglish(received.article.text), '--force takes it nevertheless.'),
      code: 'not-english',
    };
  const words = wordsIn(received.article.text);
  if (words < FEWEST_WORDS)
    return {
      ...refused(reference, `expected an article of ${FEWEST_WORDS} words or more, got ${words}.`),
      code: 'too-short',
    };
  const article = foldedArticle({ ...told, ...(url !== undefined && { url }) });
  if (article.headline === '') return refused(reference, 'expected a headline, got none.');
  const digest = digestOf(article);
  return {
    reference,
    article,
    digest,
    addresses: addressesOf(url, source),
    origin: originOf(source, article.headline),
    asOf,
    provenance: { source, fetched: fetched.toISOString(), ...validators, digest },
  };
}

/** With what an earlier version gave above its words and this one does not: a feed may have told it. */
export function completed(dossier: Dossier, earlier: Article): Dossier {
  const { standfirst, byline, publisher, published } = earlier;
  const told = Object.entries({ standfirst, byline, publisher, published }).filter(
    ([, value]) => value !== undefined,
  );
  const article: Article = { ...Object.fromEntries(told), ...dossier.article };
  const digest = digestOf(article);
  return { ...dossier, article, digest, provenance: { ...dossier.provenance, digest } };
}

/** Why a text is not taken; undefined when it is. */
function unfitness(article: Article): string | undefined {
  const { text, headline, standfirst = '', byline = '', publisher = '', url = '' } = article;
  const tooLong = overlength(article);
  if (tooLong !== undefined) return tooLong;
  if ([headline, standfirst, byline, publisher, url].some((field) => field.length > LONGEST_FIELD))
    return `expected a headline and a byline, got one of more than ${LONGEST_FIELD.toLocaleString('en')} characters.`;
  const longest = longestBlock(article);
  if (longest > LONGEST_PARAGRAPH)
    return `expected paragraphs, got one of ${longest.toLocaleString('en')} characters. Part it with blank lines.`;
  if ((text.match(MARKUP)?.length ?? 0) > text.length * MOST_MARKUP)
    return 'expected prose, got a text that consists of punctuation.';
  return undefined;
}

/** The file of an article that is taken in, with what the owner of an earlier version has added to it. */
export const fileContents = ({ article, provenance }: Dossier, owners?: string): string =>
  writeMarkdown(article, provenance, owners);

const longestBlock = ({ sections }: Article): number =>
  sections
    .flatMap(({ heading, paragraphs }) => (heading === null ? paragraphs : [heading, ...paragraphs]))
    .reduce((longest, { start, end }) => Math.max(longest, end - start), 0);

const SCRIPTS = ['Cyrillic', 'Arabic', 'Hebrew', 'Greek', 'Han', 'Hangul', 'Devanagari', 'Thai'] as const;

function notEnglish(text: string): string {
  const letters = text.match(/\p{L}/gu)?.length ?? 1;
  const script = SCRIPTS.find(
    (name) => (text.match(new RegExp(`\\p{Script=${name}}`, 'gu'))?.length ?? 0) > letters / 2,
  );
  const got = script === undefined ? 'a text in another language' : `a text in ${script} letters`;
  return `expected English: Verbatim reads English only so far; got ${got}.`;
}
