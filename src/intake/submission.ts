import { isEnglish } from '../news/parse/language.ts';
import { foldedArticle } from '../news/write/folding.ts';
import { type Provenance, writeMarkdown } from '../news/write/markdown.ts';
import type { Submission } from './decide.ts';
import { digestOf } from './digest.ts';
import { wordsIn } from './full-text.ts';
import { addressesOf, ownAddress } from './holding.ts';
import { type Refused, refused } from './outcome.ts';
import type { Received } from './receive.ts';

/** Words of the shortest article. */
const FEWEST_WORDS = 25;

/** A submission with all that is written down of where it came from. */
export interface Dossier extends Submission {
  readonly provenance: Provenance;
}

/** What was received → what asks to be taken in, or why it is no article for this corpus. */
export function submissionOf(received: Received, fetched: Date, force: boolean): Dossier | Refused {
  const { reference, source, validators } = received;
  const { url: claimed, ...told } = received.article;
  const url = ownAddress(claimed, source);
  const article = foldedArticle({ ...told, ...(url !== undefined && { url }) });
  if (article.headline === '') return refused(reference, 'expected a headline, got none.');
  if (!force && !isEnglish(article.text)) return refused(reference, notEnglish(article.text));
  const words = wordsIn(article.text);
  if (words < FEWEST_WORDS)
    return refused(reference, `expected an article of ${FEWEST_WORDS} words or more, got ${words}.`);
  const digest = digestOf(article);
  return {
    reference,
    article,
    digest,
    addresses: addressesOf(url, source),
    provenance: { source, fetched: fetched.toISOString(), ...validators, digest },
  };
}

/** The file of an article that is taken in. */
export const fileContents = ({ article, provenance }: Dossier): string => writeMarkdown(article, provenance);

const SCRIPTS = ['Cyrillic', 'Arabic', 'Hebrew', 'Greek', 'Han', 'Hangul', 'Devanagari', 'Thai'] as const;

function notEnglish(text: string): string {
  const letters = text.match(/\p{L}/gu)?.length ?? 1;
  const script = SCRIPTS.find(
    (name) => (text.match(new RegExp(`\\p{Script=${name}}`, 'gu'))?.length ?? 0) > letters / 2,
  );
  const got = script === undefined ? 'a text in another language' : `a text in ${script} letters`;
  return `expected English: Verbatim reads English only so far; got ${got}. --force takes it nevertheless.`;
}
